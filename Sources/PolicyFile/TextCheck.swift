import Wording
internal import YAML

/// What must hold of the bytes before anything parses them.
enum TextCheck {
  /// The text without a byte order mark, once it is known to be UTF-8 of a bounded size that holds
  /// only characters that YAML allows and that every editor counts the same lines in.
  static func checked(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
    guard bytes.count <= PolicyFile.sizeLimit else {
      throw Problem(
        .start, Phrase("the file is \(bytes.count) bytes long; a policy is at most 1 MiB"))
    }
    // Most policies are plain ASCII, in which nothing can be wrong but a control character.
    if bytes.allSatisfy({ isPlain($0) }) { return bytes }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    var decoder = UTF8.ForwardParser()
    var iterator = text.makeIterator()
    var line = 1
    var column = 1
    var afterReturn = false
    while true {
      let place = Place(line: line, column: column)
      switch decoder.parseScalar(from: &iterator) {
      case .emptyInput: return text
      case .error: throw Problem(place, Phrase("these bytes are not UTF-8; save the file as UTF-8"))
      case .valid(let encoded):
        let scalar = UTF8.decode(encoded)
        guard isAllowed(scalar) else {
          let code = "U+" + padded(String(scalar.value, radix: 16, uppercase: true))
          throw Problem(
            place, Phrase("the character \(code) is not allowed in a policy"), value: code)
        }
        switch scalar {
        case "\n" where afterReturn: break
        case "\n", "\r": (line, column) = (line + 1, 1)
        default: column += 1
        }
        afterReturn = scalar == "\r"
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// YAML's printable characters without the rare line ends, which editors don't count.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: true
    case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: scalar.value >= 0xA0
    }
  }

  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
