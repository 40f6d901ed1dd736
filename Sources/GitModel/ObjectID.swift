/// The SHA-1 id of a git object: twenty bytes.
///
/// Whoever reads git's all-zero "no object" makes it `nil`: here it would be an id like any other.
public struct ObjectID: Hashable, Comparable, Sendable {
  /// The first eight bytes, big-endian.
  public let high: UInt64
  /// The second eight bytes, big-endian.
  public let middle: UInt64
  /// The last four bytes, big-endian.
  public let low: UInt32

  /// Puts an id together from its three numbers, for who reads thousands of them.
  @inlinable
  public init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// Takes twenty raw bytes, most significant first; `nil` for any other count.
  public init?(bytes: [UInt8]) { self.init(bytes: bytes[...]) }

  /// Takes twenty raw bytes, most significant first; `nil` for any other count.
  public init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == 20 else { return nil }
    let start = bytes.startIndex
    func number(_ places: Range<Int>) -> UInt64 {
      var value: UInt64 = 0
      for place in places { value = value << 8 | UInt64(bytes[start + place]) }
      return value
    }
    high = number(0..<8)
    middle = number(8..<16)
    low = UInt32(truncatingIfNeeded: number(16..<20))
  }

  /// Reads forty hexadecimal digits, of either case; `nil` for anything else.
  public init?(hex: [UInt8]) { self.init(hex: hex[...]) }

  /// Reads forty hexadecimal digits, of either case; `nil` for anything else.
  public init?(hex: ArraySlice<UInt8>) { self.init(hex: hex.span) }

  /// Reads forty hexadecimal digits, of either case; `nil` for anything else.
  public init?(hex: Span<UInt8>) {
    guard hex.count == 40 else { return nil }
    // Every reference and commit is read through here, so the digits go straight into the numbers.
    guard let first = Self.eight(hex, 0), let second = Self.eight(hex, 8),
      let third = Self.eight(hex, 16), let fourth = Self.eight(hex, 24),
      let fifth = Self.eight(hex, 32)
    else { return nil }
    high = UInt64(first) << 32 | UInt64(second)
    middle = UInt64(third) << 32 | UInt64(fourth)
    low = fifth
  }

  /// Eight hexadecimal digits from a place on, all at once: each has a byte of one word, the first
  /// the highest. Inlined, since where the count is known no place has to be looked at.
  @inline(__always) private static func eight(_ hex: Span<UInt8>, _ place: Int) -> UInt32? {
    let each: UInt64 = 0x0101_0101_0101_0101
    var digits: UInt64 = 0
    for offset in 0..<8 { digits = digits << 8 | UInt64(hex[place + offset]) }
    // A one for each letter. Letters of both cases differ in one bit alone.
    let letters = digits >> 6 & each
    let top = each &* 0x80
    // What each is above `0` or `a`. With its top bit lent no byte borrows from the next, and one
    // that lies below has used it up.
    let above = (digits | letters << 5 | top) &- (each &* 0x30 &+ letters &* 0x31)
    // More than nine, or five for a letter, goes over into the top bit.
    let over = (above & ~top) &+ (each &* 0x76 &+ letters &* 4)
    guard digits & top == 0, above & top == top, over & top == 0 else { return nil }
    var number = (above & ~top) &+ letters &* 10
    number = (number | number >> 4) & 0x00ff_00ff_00ff_00ff
    number = (number | number >> 8) & 0x0000_ffff_0000_ffff
    return UInt32(truncatingIfNeeded: number | number >> 16)
  }

  /// Reads forty hexadecimal digits from a string; `nil` for anything else.
  public init?(_ hex: String) {
    self.init(hex: Array(hex.utf8))
  }

  /// The id as its twenty raw bytes.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(20)
    for number in [high, middle] {
      for place in 0..<8 { result.append(UInt8(truncatingIfNeeded: number >> (56 - 8 * place))) }
    }
    for place in 0..<4 { result.append(UInt8(truncatingIfNeeded: low >> (24 - 8 * place))) }
    return result
  }

  /// Forty lower-case hexadecimal digits.
  public var hex: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(40)
    for byte in bytes {
      digits.append(Self.digit(byte >> 4))
      digits.append(Self.digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The first ten digits: long enough to be unique in practice, short enough to read.
  public var short: String { String(hex.prefix(10)) }

  public static func < (one: ObjectID, other: ObjectID) -> Bool {
    (one.high, one.middle, one.low) < (other.high, other.middle, other.low)
  }

  static func value(ofHexDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension ObjectID: CustomStringConvertible {
  public var description: String { hex }
}

/// The id of a tree object, kept apart from commit ids by its type.
public struct TreeID: Hashable, Sendable {
  public let id: ObjectID
  public init(_ id: ObjectID) { self.id = id }
}
