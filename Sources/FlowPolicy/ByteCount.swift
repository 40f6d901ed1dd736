/// Sizes of files in words.
enum ByteCount {
  private static let units = ["KiB", "MiB", "GiB", "TiB", "PiB"]

  /// `812 bytes`, `4 MiB`, `12.3 MiB`: rounded up to a tenth, so that what is over a limit never
  /// reads like the limit itself.
  static func words(_ count: Int64) -> String {
    if count == 1 { return "1 byte" }
    guard count >= 1024 else { return "\(count) bytes" }
    var unit: Int64 = 1024
    var place = 0
    while place + 1 < units.count, count / unit >= 1024 {
      unit *= 1024
      place += 1
    }
    let whole = count / unit
    let rest = count % unit
    // In this order nothing overflows: the rest is below 2^50.
    let tenths = (rest * 10 + unit - 1) / unit
    if tenths == 0 { return "\(whole) \(units[place])" }
    return tenths == 10 ? "\(whole + 1) \(units[place])" : "\(whole).\(tenths) \(units[place])"
  }
}
