public import GitModel

/// A breach that somebody allowed, for a reason and until a day. It is printed and counted in
/// every report, never hidden.
public struct Waiver: Hashable, Sendable {
  /// What the waiver is for.
  public enum Target: Hashable, Sendable {
    /// A commit id or its beginning, lower-case digits.
    case commit(String)
    case branch(BranchName)
  }

  public let rule: RuleID
  public let target: Target
  public let reason: String
  public let by: String
  /// The last day on which it holds.
  public let until: Day

  public init(rule: RuleID, target: Target, reason: String, by: String, until: Day) {
    self.rule = rule
    self.target = target
    self.reason = reason
    self.by = by
    self.until = until
  }

  /// Whether this waiver covers a finding today.
  func covers(_ finding: Finding, on today: Day) -> Bool {
    guard rule == finding.rule, today <= until else { return false }
    switch target {
    case .commit(let prefix): return finding.commit?.hex.hasPrefix(prefix) ?? false
    case .branch(let branch): return finding.ref == .branch(branch)
    }
  }
}

/// A day of the calendar, in UTC.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    let leap = (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day on which a moment falls. Source of the arithmetic: Howard Hinnant, "chrono-Compatible
  /// Low-Level Date Algorithms", civil_from_days.
  public init(secondsSince1970 seconds: Int64) {
    let days = Int((Double(seconds) / 86_400).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.day = dayOfYear - (153 * shifted + 2) / 5 + 1
    self.month = month
    self.year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  public static func < (one: Day, other: Day) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  public var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let text = "\(year)"
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
      + "-\(two(month))-\(two(day))"
  }
}
