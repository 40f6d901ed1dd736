/// Writes values as YAML text that reads back to the same values.
enum YAMLText {
  /// A scalar, bare where nothing could take it for anything but text.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// `[a, b]`
  static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  /// `{ a: b, c: d }`; the parts are YAML already.
  static func mapping(_ entries: [(key: String, value: String)]) -> String {
    guard entries.isEmpty == false else { return "{}" }
    return "{ " + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }"
  }

  /// Words that some YAML reader takes for a truth value or for nothing.
  private static let reserved: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "y", "n",
  ]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || "0123456789_./-".utf8.contains($0) }
      && reserved.contains(text.lowercased()) == false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(Character(scalar))
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where TextCheck.isAllowed(scalar) && scalar != "\r":
        result.unicodeScalars.append(scalar)
      default: result += escape(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let width = scalar.value > 0xFFFF ? 8 : 4
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (width == 8 ? "\\U" : "\\u") + zeros + digits
  }
}
