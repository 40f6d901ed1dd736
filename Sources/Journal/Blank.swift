import GitModel

/// What counts as nothing: white space of any kind, no-break and zero-width characters included.
enum Blank {
  static func isBlank(_ text: some StringProtocol) -> Bool {
    for byte in text.utf8 where byte > 0x20 && byte < 0x7f { return false }
    return text.unicodeScalars.allSatisfy {
      $0.isSpace || Visible.mustEscape($0)
    }
  }

  /// The same for a file's bytes. Bytes that are no UTF-8 are text of another encoding.
  static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    for byte in bytes where byte > 0x20 && byte < 0x7f { return false }
    return isBlank(String(decoding: bytes, as: UTF8.self))
  }

  /// A file with a NUL byte in it is data, as git sees it.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    let text = bytes.span.extracting(first: 8_000)
    var start = 0
    while start < text.count {
      // A loop without an exit is one that the compiler widens.
      let part = text.extracting(start..<min(start + 256, text.count))
      var least = UInt8.max
      for index in part.indices { least = min(least, part[index]) }
      if least == 0 { return true }
      start += 256
    }
    return false
  }
}
