/// What two texts begin and end with alike, in bytes.
public enum SharedBytes {
  /// How many are looked at together: a loop without an exit is one that the compiler widens.
  private static let stride = 32

  /// - Parameter limit: not beyond the shorter one.
  public static func prefix(_ one: [UInt8], _ other: [UInt8], limit: Int) -> Int {
    let (one, other) = (one.span, other.span)
    var count = 0
    while count + stride <= limit, areSame(one, count, other, count) { count += stride }
    while count < limit, one[count] == other[count] { count += 1 }
    return count
  }

  /// - Parameter limit: not beyond the shorter one.
  public static func suffix(_ one: [UInt8], _ other: [UInt8], limit: Int) -> Int {
    let (ends, others) = (one.count, other.count)
    let (one, other) = (one.span, other.span)
    var count = 0
    while count + stride <= limit,
      areSame(one, ends - count - stride, other, others - count - stride)
    {
      count += stride
    }
    while count < limit, one[ends - count - 1] == other[others - count - 1] { count += 1 }
    return count
  }

  @inline(__always)
  private static func areSame(
    _ one: Swift.Span<UInt8>, _ start: Int, _ other: Swift.Span<UInt8>, _ otherStart: Int
  ) -> Bool {
    let one = one.extracting(start..<start + stride)
    let other = other.extracting(otherStart..<otherStart + stride)
    var difference: UInt8 = 0
    for index in 0..<stride { difference |= one[index] ^ other[index] }
    return difference == 0
  }
}
