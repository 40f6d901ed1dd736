/// A JSON value, as a CI provider's event file holds it.
public enum JSON: Hashable, Sendable {
  case object([String: JSON])
  case array([JSON])
  case string(String)
  /// As it is written: nothing here reckons with it.
  case number(String)
  case bool(Bool)
  case null

  /// A member of an object; nil where there is none, where it is `null`, or where this is no object.
  public subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self, let value = members[name], value != .null
    else { return nil }
    return value
  }

  /// The text; nil for anything else.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth value; nil for anything else.
  public var flag: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }
}

extension JSON {
  /// Text that is no JSON.
  public struct Malformed: Error, Hashable, Sendable {
    /// Where reading ended, in bytes from the start.
    public let offset: Int
  }

  /// Reads one JSON value by RFC 8259, strictly: UTF-8, no name twice in an object, nothing behind
  /// the value, at most 128 levels.
  public init(reading bytes: [UInt8]) throws(Malformed) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Malformed(offset: 0) }
    var reader = JSONReader(bytes)
    self = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.isAtEnd else { throw reader.malformed }
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private static let depthLimit = 128

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }
  var malformed: JSON.Malformed { JSON.Malformed(offset: place) }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      place += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func require(_ byte: UInt8) throws(JSON.Malformed) {
    guard take(byte) else { throw malformed }
  }

  mutating func value(depth: Int) throws(JSON.Malformed) -> JSON {
    guard depth < Self.depthLimit else { throw malformed }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: String, _ value: JSON) throws(JSON.Malformed) -> JSON {
    for byte in text.utf8 { try require(byte) }
    return value
  }

  private mutating func object(_ depth: Int) throws(JSON.Malformed) -> JSON {
    try require(UInt8(ascii: "{"))
    var members: [String: JSON] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      let name = try string()
      // Which of two the provider means nobody can tell.
      guard members[name] == nil else { throw malformed }
      skipSpace()
      try require(UInt8(ascii: ":"))
      members[name] = try value(depth: depth + 1)
      skipSpace()
    } while take(UInt8(ascii: ","))
    try require(UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(JSON.Malformed) -> JSON {
    try require(UInt8(ascii: "["))
    var elements: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(UInt8(ascii: ","))
    try require(UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func string() throws(JSON.Malformed) -> String {
    try require(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case ..<0x20:
        place -= 1
        throw malformed
      default: text.append(byte)
      }
    }
    throw malformed
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSON.Malformed) {
    guard let byte = next else { throw malformed }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try scalar()).utf8
    default: throw malformed
    }
  }

  /// What stands behind `\u`, a surrogate pair taken together.
  private mutating func scalar() throws(JSON.Malformed) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xd800..<0xdc00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u"))
    else { throw malformed }
    let second = try unit()
    guard (0xdc00..<0xe000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    else { throw malformed }
    return scalar
  }

  private mutating func unit() throws(JSON.Malformed) -> UInt32 {
    guard place + 4 <= bytes.count,
      bytes[place..<place + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw malformed }
    place += 4
    return unit
  }

  private mutating func number() throws(JSON.Malformed) -> JSON {
    let start = place
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) == false { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      try digits()
    }
    return .number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private mutating func digits() throws(JSON.Malformed) {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    guard place > start else { throw malformed }
  }
}
