import GitModel
public import Wording

/// Writes JSON for people and machines: what fits on a line stays on it.
struct JSONWriter {
  private static let width = 100
  private var bytes: [UInt8] = []

  /// The value as UTF-8, with a final newline.
  static func bytes(of value: JSONValue, in language: Language) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value.said(in: language), indent: 0, used: 0)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// `used` is how much of the line is taken before the value and by the comma behind it.
  private mutating func write(_ value: JSONValue, indent: Int, used: Int) {
    if let line = Self.line(value, room: Self.width - used) {
      bytes += line
      return
    }
    let inner = indent + 2
    switch value {
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        startLine(indent: inner, isFirst: index == 0)
        write(item, indent: inner, used: inner + 1)
      }
      endLine(indent: indent)
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        startLine(indent: inner, isFirst: index == 0)
        let key = Self.quoted(Visible.text(member.key))
        bytes += key
        bytes += ": ".utf8
        write(member.value, indent: inner, used: inner + key.count + 3)
      }
      endLine(indent: indent)
      bytes.append(UInt8(ascii: "}"))
    case .null, .bool, .integer, .number, .string, .prose, .phrase, .remedy:
      bytes += Self.scalar(value)
    }
  }

  private mutating func startLine(indent: Int, isFirst: Bool) {
    if isFirst == false { bytes.append(UInt8(ascii: ",")) }
    endLine(indent: indent)
  }

  private mutating func endLine(indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += Array(repeating: UInt8(ascii: " "), count: indent)
  }

  /// The value on one line; nil where it is longer than `room` bytes. Stops as soon as that is
  /// clear, so a long report is not written twice.
  private static func line(_ value: JSONValue, room: Int) -> [UInt8]? {
    var line: [UInt8] = []
    switch value {
    case .array(let items):
      line.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { line += ", ".utf8 }
        guard let part = Self.line(item, room: room - line.count - 1) else { return nil }
        line += part
      }
      line.append(UInt8(ascii: "]"))
    case .object(let members):
      line += members.isEmpty ? "{".utf8 : "{ ".utf8
      for (index, member) in members.enumerated() {
        if index > 0 { line += ", ".utf8 }
        line += quoted(Visible.text(member.key))
        line += ": ".utf8
        guard let part = Self.line(member.value, room: room - line.count - 2) else { return nil }
        line += part
      }
      line += members.isEmpty ? "}".utf8 : " }".utf8
    case .null, .bool, .integer, .number, .string, .prose, .phrase, .remedy:
      line = scalar(value)
    }
    return line.count <= room ? line : nil
  }

  private static func scalar(_ value: JSONValue) -> [UInt8] {
    switch value {
    case .bool(let flag): Array((flag ? "true" : "false").utf8)
    case .integer(let number): Array(String(number).utf8)
    case .number(let number): Array((number.isFinite ? number.description : "null").utf8)
    case .string(let text): quoted(Visible.text(text))
    case .prose(let text): quoted(visibleLines(text))
    // Phrases are said before anything is written.
    case .null, .array, .object, .phrase, .remedy: Array("null".utf8)
    }
  }

  private static func visibleLines(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Visible.text($0) }
      .joined(separator: "\n")
  }

  /// Quotes, backslashes and control characters escaped as RFC 8259 asks.
  private static func quoted(_ text: String) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): result += "\\n".utf8
      case UInt8(ascii: "[") where result.suffix(2).elementsEqual("##".utf8):
        // The same text; but a runner that reads a job's log along would take it for a command.
        result.removeLast()
        result += "\\u0023[".utf8
      case 0..<0x20: result += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    return result + [UInt8(ascii: "\"")]
  }
}

extension JSONValue {
  /// The value as it is written, line by line.
  public func lines(in language: Language) -> [String] {
    String(decoding: JSONWriter.bytes(of: self, in: language).dropLast(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The value with every phrase as a string.
  func said(in language: Language) -> JSONValue {
    switch self {
    case .phrase(let phrase): .string(phrase.text(in: language))
    case .remedy(let lines): .array(lines.map { .string(RemedyLines.safe($0, in: language)) })
    case .array(let items): .array(items.map { $0.said(in: language) })
    case .object(let members):
      .object(members.map { Member($0.key, $0.value.said(in: language)) })
    case .null, .bool, .integer, .number, .string, .prose: self
    }
  }
}
