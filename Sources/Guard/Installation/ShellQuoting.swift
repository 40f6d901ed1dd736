/// Words for a POSIX shell.
enum ShellQuoting {
  /// The text as one word that means exactly itself, whatever is in it, NUL aside.
  static func quote(_ text: String) -> String {
    var result: [UInt8] = [UInt8(ascii: "'")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "'") { result += Array(#"'\''"#.utf8) } else { result.append(byte) }
    }
    return String(decoding: result + [UInt8(ascii: "'")], as: UTF8.self)
  }

  /// What ``quote(_:)`` was given, or nil where it did not write this.
  static func unquote(_ word: some Sequence<UInt8>) -> String? {
    let word = Array(word)
    let quote = UInt8(ascii: "'")
    guard word.count >= 2, word.first == quote, word.last == quote else { return nil }
    var inner = word.dropFirst().dropLast()
    var result: [UInt8] = []
    while let byte = inner.first {
      if byte != quote {
        result.append(byte)
        inner = inner.dropFirst()
      } else if inner.starts(with: #"'\''"#.utf8) {
        result.append(quote)
        inner = inner.dropFirst(4)
      } else {
        return nil
      }
    }
    return String(validating: result, as: UTF8.self)
  }
}
