import FlowPolicy
import GitModel

/// Values as bytes, for a worker process of the same build: no version, no byte order.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits to a byte, the lowest first.
  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ text: [UInt8]) {
    put(text.count)
    bytes += text
  }

  mutating func put(_ text: String) { put(Array(text.utf8)) }

  mutating func put(_ id: ObjectID) { bytes += id.bytes }

  mutating func put<Value>(_ value: Value?, _ body: (inout WireWriter, Value) -> Void) {
    put(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  mutating func put<Value>(_ values: [Value], _ body: (inout WireWriter, Value) -> Void) {
    put(values.count)
    for value in values { body(&self, value) }
  }
}

/// Reads what ``WireWriter`` wrote. Anything else is an error, never a crash.
struct WireReader {
  struct Malformed: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() throws(Malformed) -> Int {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst(), shift < 64 {
      result |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: result)) }
      shift += 7
    }
    throw Malformed()
  }

  mutating func bytes() throws(Malformed) -> [UInt8] { try take(try number()) }

  mutating func text() throws(Malformed) -> String { String(decoding: try bytes(), as: UTF8.self) }

  mutating func id() throws(Malformed) -> ObjectID {
    guard let id = ObjectID(bytes: try take(20)) else { throw Malformed() }
    return id
  }

  mutating func optional<Value>(
    _ body: (inout WireReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try number() == 0 ? nil : try body(&self)
  }

  mutating func array<Value>(
    _ body: (inout WireReader) throws(Malformed) -> Value
  ) throws(Malformed) -> [Value] {
    let count = try number()
    guard count >= 0, count <= rest.count else { throw Malformed() }
    var values: [Value] = []
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  mutating func named<Value: RawRepresentable>(
    _ type: Value.Type
  ) throws(Malformed) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try text()) else { throw Malformed() }
    return value
  }

  private mutating func take(_ count: Int) throws(Malformed) -> [UInt8] {
    guard count >= 0, count <= rest.count else { throw Malformed() }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}
