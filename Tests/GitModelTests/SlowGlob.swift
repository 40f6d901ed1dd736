/// A matcher by definition, without any cleverness: what ``PathPattern`` must agree with.
enum SlowGlob {
  static func matches(_ pattern: String, _ text: String) -> Bool {
    matches(Array(pattern.utf8)[...], Array(text.utf8)[...], isPartStart: true)
  }

  private static func matches(
    _ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, isPartStart: Bool
  ) -> Bool {
    let slash = UInt8(ascii: "/")
    guard let first = pattern.first else { return text.isEmpty }
    if isPartStart, pattern.starts(with: "**/".utf8) {
      // Nothing, or whole folders.
      let rest = pattern.dropFirst(3)
      if matches(rest, text, isPartStart: true) { return true }
      return text.indices.contains { place in
        text[place] == slash && matches(rest, text[(place + 1)...], isPartStart: true)
      }
    }
    if pattern.starts(with: "**".utf8) {
      return (text.startIndex...text.endIndex).contains {
        matches(pattern.dropFirst(2), text[$0...], isPartStart: false)
      }
    }
    if first == UInt8(ascii: "*") {
      let end = text.firstIndex(of: slash) ?? text.endIndex
      return (text.startIndex...end).contains {
        matches(pattern.dropFirst(), text[$0...], isPartStart: false)
      }
    }
    if pattern.starts(with: "{owner}".utf8) {
      let end = text.firstIndex(of: slash) ?? text.endIndex
      return end > text.startIndex
        && matches(pattern.dropFirst(7), text[end...], isPartStart: false)
    }
    return text.first == first
      && matches(pattern.dropFirst(), text.dropFirst(), isPartStart: first == slash)
  }
}
