/// Link reference definitions: `[name]: target`. They change how the whole text reads, above and
/// below, so that no part of it can be read alone.
enum References {
  /// Whether a text may hold one. None is without a bracket and a colon right after one another.
  static func mayBe(in text: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      if byte == 0x3a, last == 0x5d { return true }
      last = byte
    }
    return false
  }
}
