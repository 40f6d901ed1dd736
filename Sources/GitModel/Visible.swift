/// Makes text from a repository safe to print.
///
/// Branch names, paths, messages and authors come from strangers. Control characters could move
/// the cursor or hide text, and bidirectional overrides or zero-width characters could make one
/// name look like another, so each is printed as its code instead.
public enum Visible {
  /// The text with control, bidirectional and zero-width characters as `\u{…}` and bytes that
  /// are no UTF-8 as `\xNN`. Printable text of any script stays as it is.
  public static func text(_ bytes: some Sequence<UInt8>) -> String { text(Array(bytes)) }

  /// The same for what is an array already.
  public static func text(_ bytes: [UInt8]) -> String {
    // Most names are plain ASCII, in which there is nothing to hide.
    if bytes.allSatisfy({ 0x20 <= $0 && $0 < 0x7f }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    var result = ""
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var place = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        place += encoded.count
        append(UTF8.decode(encoded), to: &result)
      case .error(let length):
        for byte in bytes[place..<place + length] {
          result += (byte < 16 ? "\\x0" : "\\x") + String(byte, radix: 16)
        }
        place += length
      case .emptyInput:
        return result
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    if mustEscape(scalar) {
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }

  /// The same for text that is Unicode already, such as a message composed by a rule.
  public static func text(_ string: String) -> String {
    string.unicodeScalars.contains(where: mustEscape) ? text(Array(string.utf8)) : string
  }

  /// Whether a character is never printed as it stands.
  public static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0: true  // C0, DEL, C1
    case 0x61c, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff: true
    // The rest of what Unicode calls ignorable: no ink and no width, variation selectors included.
    case 0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b...0x180f, 0x3164: true
    case 0xfe00...0xfe0f, 0xffa0, 0xfff0...0xfffb, 0x1bca0...0x1bca3, 0x1d173...0x1d17a: true
    case 0xe0000...0xe0fff: true  // tags
    default: false
    }
  }
}
