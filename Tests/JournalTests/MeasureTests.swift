import GuardTesting
import Journal
import Testing
import Wording

/// Numbers as people write them.
@Suite struct MeasureTests {
  private static let numbers: [(text: String, digits: String, unit: String?)] = [
    ("0.93", "0.93", nil), ("0,93", "0.93", nil), (".93", "0.93", nil), ("12", "12", nil),
    ("-0.2", "-0.2", nil), ("\u{2212}0.2", "-0.2", nil), ("+2.1", "2.1", nil),
    ("93.5 %", "93.5", "%"), ("93,5%", "93.5", "%"), ("12ms", "12", "ms"), ("12 мс", "12", "мс"),
    ("1e-3", "1e-3", nil), ("1.5E+4", "1.5e4", nil), ("2.5e\u{2212}4 s", "2.5e-4", "s"),
    ("1,234.5", "1234.5", nil), ("1.234,5", "1234.5", nil), ("1 234 567", "1234567", nil),
    ("1\u{a0}234,5 руб", "1234.5", "руб"), ("1\u{202f}234", "1234", nil),
    ("1,234,567", "1234567", nil), ("1_000_000", "1000000", nil), ("0,934", "0.934", nil),
    ("1'000", "1000", nil), ("0.93.", "0.93", nil), ("45 it/s", "45", "it/s"),
    ("007", "007", nil), ("1234,567", "1234.567", nil),
    ("0.93,", "0.93", nil), ("0.93;", "0.93", nil), ("5 €", "5", "€"), ("12 °C", "12", "°C"),
  ]

  @Test(arguments: numbers) func numbersAreRead(
    _ text: String, _ digits: String, _ unit: String?
  ) throws {
    let measure = try #require(Measure(text))
    #expect(measure.digits == digits)
    #expect(measure.value == Double(digits))
    #expect(measure.unit == unit)
    #expect(measure.note == nil)
  }

  @Test(arguments: [
    "", "n/a", "см. блокнот", "1,234", "0.91 → 0.93", "0.91 -> 0.93", "1.2.3", "12.10.2026",
    "0.93/0.95", "<0.01", "nan", "inf", "1e999", "10 000 of 20 000", "1,23,4", "--1", "±0.1",
    "0.93 ±", "v2", "five", "1 2", "0x1f", "3:20", "0.91-0.93", "~0.9", "3 h 20 m", "½",
  ])
  func whatIsNoNumberIsSaidToBeNone(_ text: String) { #expect(Measure(text) == nil) }

  @Test func spreadAndNotesAreKeptApart() throws {
    let spread = try #require(Measure("0.93 ± 0,01 %"))
    #expect(spread.digits == "0.93" && spread.spread == "0.01" && spread.unit == "%")
    #expect(Measure("0.93+/-0.01")?.spread == "0.01")
    let folds = try #require(Measure("93 % (5 folds)"))
    #expect(folds.unit == "%" && folds.note == "5 folds")
    let interval = try #require(Measure("0.9 [0.85, 0.95]"))
    #expect(interval.digits == "0.9" && interval.unit == nil && interval.note == "0.85, 0.95")
    let starred = try #require(Measure("93 %* (best)"))
    #expect(starred.unit == "%" && starred.note == "*; best")
    let words = try #require(Measure("93 % on the test set"))
    #expect(words.unit == "%" && words.note == "on the test set")
    let plain = try #require(Measure("0.93 on the test set"))
    #expect(plain.unit == nil && plain.note == "on the test set")
  }
}
