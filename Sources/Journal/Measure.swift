/// A number as people write it in a journal, with what stands around it kept apart.
public struct Measure: Hashable, Sendable {
  /// The number as it was written, with a full stop for the decimals and nothing between groups
  /// of digits: `0.930`, `-1.2e-3`.
  public let digits: String
  public let value: Double
  /// Such as `%` or `ms`; nil where there is none.
  public let unit: String?
  /// What follows `±`, in the form of ``digits``.
  public let spread: String?
  /// What else was said: in parentheses, or in words behind the number.
  public let note: String?

  /// Reads one number. `0.93`, `93,5 %`, `1 234.5 ms`, `−0.2`, `0.93 ± 0.01` and
  /// `0.93 (5 folds)` are numbers; `n/a`, `0.91 → 0.93`, `1.2.3` and `1,234`, which may mean
  /// either of two numbers, are none.
  public init?(_ text: String) {
    var scanner = NumberScanner(text.trimmed)
    guard let digits = scanner.number(), let value = Double(digits), value.isFinite else {
      return nil
    }
    scanner.skipSpace()
    var spread: String?
    if scanner.take(anyOf: ["±", "+/-", "+-"]) {
      scanner.skipSpace()
      guard let number = scanner.number() else { return nil }
      spread = number
    }
    guard let tail = Tail(scanner.rest) else { return nil }
    self.digits = digits
    self.value = value
    self.spread = spread
    unit = tail.unit
    note = tail.note
  }

  /// What stands behind a number: a unit, a note, or both.
  private struct Tail {
    var unit: String?
    var note: String?

    /// nil where the rest holds a further number, so that it is not clear which one is meant.
    init?(_ text: String) {
      var rest = text.trimmed
      var notes: [String] = []
      func takeEnd(_ marks: String) {
        while let last = rest.last, marks.contains(last) { rest.removeLast() }
        rest = rest.trimmed
      }
      takeEnd(".,;")
      if let last = rest.last, let opening = Self.brackets[last],
        let open = rest.lastIndex(of: opening)
      {
        notes.append(String(rest[rest.index(after: open)...].dropLast()).trimmed)
        rest = String(rest[..<open]).trimmed
      }
      if let last = rest.last, "*†‡".contains(last) {
        notes.insert(String(last), at: 0)
        takeEnd("*†‡")
      }
      let isPlain = rest.unicodeScalars.allSatisfy {
        ("0"..."9").contains($0) == false && "=→|<>".unicodeScalars.contains($0) == false
      }
      guard isPlain else { return nil }
      let words = rest.split(separator: " ", maxSplits: 1).map(String.init)
      if let first = words.first, words.count == 1 ? Self.isUnit(first) : Self.units.contains(first)
      {
        unit = first
        rest = words.count > 1 ? words[1] : ""
      }
      notes.insert(rest, at: 0)
      let said = notes.filter { $0.isEmpty == false }
      note = said.isEmpty ? nil : said.joined(by: "; ")
    }

    private static let brackets: [Character: Character] = [")": "(", "]": "["]

    /// A word alone behind a number is its unit; a mark alone is not.
    private static func isUnit(_ word: String) -> Bool {
      word.contains { "()[]{}\"".contains($0) } == false
        && word.unicodeScalars.contains {
          $0.properties.isAlphabetic || $0.properties.generalCategory == .currencySymbol
            || "%‰°×′″".unicodeScalars.contains($0)
        }
    }

    /// Units that may have words behind them.
    private static let units: Set<String> = [
      "%", "‰", "pp", "п.п.", "s", "ms", "µs", "us", "ns", "min", "h", "d", "с", "мс", "мин", "ч",
      "сек", "B", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "Б", "КБ", "МБ", "ГБ", "Hz", "kHz",
      "MHz", "GHz", "GFLOPs", "TFLOPs", "fps", "W", "kW", "$", "€", "₽", "px", "x", "×", "M", "K",
    ]
  }
}

/// Reads numbers from the beginning of a text.
struct NumberScanner {
  private var scalars: Substring.UnicodeScalarView

  init(_ text: String) { scalars = Substring(text).unicodeScalars }

  var rest: String { String(Substring(scalars)) }

  mutating func skipSpace() {
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
  }

  mutating func take(anyOf words: [String]) -> Bool {
    guard let word = words.first(where: { rest.hasPrefix($0) }) else { return false }
    scalars.removeFirst(word.unicodeScalars.count)
    return true
  }

  /// A number in canonical digits; nil, with nothing taken, where none stands here or where it is
  /// not clear which one.
  mutating func number() -> String? {
    let start = scalars
    guard let digits = plainNumber() else {
      scalars = start
      return nil
    }
    return digits
  }

  private mutating func plainNumber() -> String? {
    var sign = ""
    if let first = scalars.first, "+-\u{2212}".unicodeScalars.contains(first) {
      sign = first == "+" ? "" : "-"
      scalars.removeFirst()
    }
    // Runs of digits, and before each but the first what parts it from the one before.
    var runs: [String] = [digitRun()]
    var marks: [Unicode.Scalar] = []
    while let mark = scalars.first, Self.marks.contains(mark) || Self.spaces.contains(mark) {
      let saved = scalars
      scalars.removeFirst()
      let run = digitRun()
      // A space only joins groups of three; a mark without digits ends the sentence.
      guard run.isEmpty == false, Self.spaces.contains(mark) == false || run.count == 3 else {
        scalars = saved
        break
      }
      marks.append(mark)
      runs.append(run)
    }
    guard let number = Self.joined(runs, marks) else { return nil }
    guard let exponent = exponent() else { return sign + number }
    return sign + number + exponent
  }

  private mutating func digitRun() -> String {
    var run = ""
    while let digit = scalars.first, ("0"..."9").contains(digit) {
      run.unicodeScalars.append(digit)
      scalars.removeFirst()
    }
    return run
  }

  private mutating func exponent() -> String? {
    guard let mark = scalars.first, mark == "e" || mark == "E" else { return nil }
    let saved = scalars
    scalars.removeFirst()
    var sign = ""
    if let first = scalars.first, "+-\u{2212}".unicodeScalars.contains(first) {
      sign = first == "+" ? "" : "-"
      scalars.removeFirst()
    }
    let digits = digitRun()
    guard digits.isEmpty == false else {
      scalars = saved
      return nil
    }
    return "e" + sign + digits
  }

  private static let marks: Set<Unicode.Scalar> = [".", ",", "'", "_", "\u{2019}"]
  private static let spaces: Set<Unicode.Scalar> = [" ", "\u{a0}", "\u{2009}", "\u{202f}"]

  /// Puts the runs together: the last mark may stand before decimals, every other one between
  /// groups of three.
  private static func joined(_ runs: [String], _ marks: [Unicode.Scalar]) -> String? {
    guard let last = marks.last else { return runs[0].isEmpty ? nil : runs[0] }
    let isDecimal: Bool
    switch last {
    case ".": isDecimal = marks.filter { $0 == "." }.count == 1
    case ",":
      guard marks.filter({ $0 == "," }).count == 1 else {
        isDecimal = false
        break
      }
      // "1,234" is a thousand to one reader and one and a bit to another.
      let isOpen = runs.count == 2 && runs[1].count == 3 && (1...3).contains(runs[0].count)
      if isOpen, Int(runs[0]) != 0 { return nil }
      isDecimal = true
    default: isDecimal = false
    }
    let groups = isDecimal ? runs.dropLast() : runs[...]
    let between = isDecimal ? marks.dropLast() : marks[...]
    guard Set(between).count <= 1, between.first != last || isDecimal == false else { return nil }
    let whole = groups.joined()
    let isGrouped =
      groups.count == 1
      || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
    guard isGrouped else { return nil }
    guard isDecimal else { return whole }
    return (whole.isEmpty ? "0" : whole) + "." + (runs.last ?? "0")
  }
}
