import FlowPolicy
import Foundation
import GuardTesting
import Testing
import Wording

/// The calendar's arithmetic against Foundation's own.
@Suite struct DayTests {
  static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    if let zone = TimeZone(identifier: "UTC") { calendar.timeZone = zone }
    return calendar
  }()

  private static func expected(_ seconds: Int64) -> [Int?] {
    let parts = calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSince1970: TimeInterval(seconds)))
    return [parts.year, parts.month, parts.day]
  }

  private static func parts(_ day: Day) -> [Int?] { [day.year, day.month, day.day] }

  @Test func everyDayFrom1970To2110IsTheCalendars() {
    for number in 0..<51_200 as Range<Int64> {
      let noon = number * 86_400 + 43_200
      #expect(Self.parts(Day(secondsSince1970: noon)) == Self.expected(noon), "\(noon)")
    }
  }

  @Test func randomMomentsOfManyCenturiesAreTheCalendars() {
    var dice = FakeDice(seed: 11)
    for _ in 0..<3_000 {
      // From 1600, after the calendar's reform, to 9999.
      let moment = Int64.random(in: -11_676_096_000..<253_402_300_800, using: &dice)
      #expect(Self.parts(Day(secondsSince1970: moment)) == Self.expected(moment), "\(moment)")
    }
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01"), (-1, "1969-12-31"), (86_399, "1970-01-01"), (86_400, "1970-01-02"),
    (951_782_400, "2000-02-29"), (951_868_799, "2000-02-29"), (951_868_800, "2000-03-01"),
    (1_800_000_000, "2027-01-15"), (253_402_300_799, "9999-12-31"),
  ])
  func aDayChangesAtMidnightUTC(_ moment: Int64, _ text: String) {
    #expect("\(Day(secondsSince1970: moment))" == text)
  }

  @Test func onlyDaysOfTheCalendarExist() {
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(year: 2023, month: 2, day: 29) == nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    for (month, day) in [(0, 1), (13, 1), (4, 31), (1, 0), (12, 32)] {
      #expect(Day(year: 2026, month: month, day: day) == nil, "\(month)-\(day)")
    }
    #expect(Day(year: 0, month: 1, day: 1) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test func daysAreOrderedAsTimeIs() {
    var dice = FakeDice(seed: 12)
    for _ in 0..<500 {
      let one = Int64(dice.below(4_000_000)) * 1_000
      let other = Int64(dice.below(4_000_000)) * 1_000
      let earlier = one / 86_400 < other / 86_400
      #expect((Day(secondsSince1970: one) < Day(secondsSince1970: other)) == earlier)
    }
  }
}
