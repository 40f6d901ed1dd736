import FlowPolicy

/// A moment as a person writes it: `2026-11-24`, `2026-11-24T18:30`, `2026-11-24T18:30:05Z`, in
/// UTC. Source of the arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
struct Moment {
  /// Since 1970.
  let seconds: Int64

  /// nil for what is no moment.
  init?(_ text: String) {
    var parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 1 {
      parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    }
    let date = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard date.count == 3, date[0].utf8.count == 4, let year = Self.number(date[0]),
      let month = Self.number(date[1]), let day = Self.number(date[2]),
      Day(year: year, month: month, day: day) != nil
    else { return nil }
    var inDay: Int64 = 0
    if parts.count > 1 {
      let clock = parts[1].hasSuffix("Z") ? parts[1].dropLast() : parts[1]
      let numbers = clock.split(separator: ":", omittingEmptySubsequences: false).map(Self.number)
      guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
        let second = numbers.count > 2 ? numbers[2] : 0, hour < 24, minute < 60, second < 60
      else { return nil }
      inDay = Int64(hour * 3600 + minute * 60 + second)
    }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    seconds = Int64(era * 146_097 + dayOfEra - 719_468) * 86_400 + inDay
  }

  private static func number(_ digits: Substring) -> Int? {
    guard digits.isEmpty == false, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}
