internal import FlowPolicy

/// One value that an entry gives for a metric.
public struct Metric: Hashable, Sendable {
  /// As written.
  public let name: String
  /// Which of several it is, where a table gives the metric more than once: the row's name.
  public let variant: String?
  /// The value as written.
  public let text: String
  /// The number that it is; nil where it can't be read as one.
  public let measure: Measure?

  init(name: String, variant: String? = nil, text: String) {
    self.name = name
    self.variant = variant
    self.text = text
    measure = Measure(text)
  }

  /// What two spellings of one metric have in common.
  public static func key(_ name: String) -> String { EntryField.key(name.squeezed) }
}

/// Reads the metrics of an entry: from its `Metrics` field, from fields and front matter keys that
/// bear the name of a metric of the policy, and from tables that hold either.
struct MetricReader {
  private let known: Set<String>
  private var found: [Metric] = []
  private var seen: Set<Value> = []

  /// What makes two values one.
  private struct Value: Hashable {
    let key: String
    let variant: String?
    let text: String
  }

  static func read(_ entry: JournalEntry, known metrics: [Experiments.Metric]) -> [Metric] {
    var reader = MetricReader(known: Set(metrics.map { Metric.key($0.name) }))
    reader.read(entry)
    return reader.found
  }

  private init(known: Set<String>) { self.known = known }

  private mutating func read(_ entry: JournalEntry) {
    let rows = Set(entry.tables.flatMap { $0.rows.map { $0.joined(by: " | ").trimmed } })
    var listed: Set<String> = []
    for field in entry.fields where field.isBlank == false {
      if EntryField(named: field.name) == .metrics {
        for line in field.value.split(whereSeparator: \.isNewline).map({ String($0).trimmed }) {
          if rows.contains(line) {
            listed.insert(line)
          } else {
            for part in Self.parts(line) { add(part) }
          }
        }
      } else if known.contains(Metric.key(field.name)) {
        add(Metric(name: field.name, text: field.value.squeezed))
      }
    }
    for table in entry.tables {
      let lines = table.rows.map { $0.joined(by: " | ").trimmed }
      let isListed = lines.contains { listed.contains($0) }
      for metric in MetricTable(table.rows, known: known).metrics(isListed: isListed) {
        add(metric)
      }
    }
  }

  /// A field below `Metrics` is read with it and by its own name: it counts once.
  private mutating func add(_ metric: Metric) {
    let value = Value(key: Metric.key(metric.name), variant: metric.variant, text: metric.text)
    if seen.insert(value).inserted { found.append(metric) }
  }

  /// The values of one line: `f1 = 0.93, loss: 0,1; accuracy 93 %`.
  private static func parts(_ line: String) -> [Metric] {
    let characters = Array(line)
    let enclosed = enclosed(characters)
    var pieces: [String] = [""]
    var isAfterComma = false
    for (index, character) in characters.enumerated() {
      // A comma within a number has no space behind it; one within brackets parts their content.
      if enclosed[index] == false, character == ";" || (isAfterComma && character.isWhitespace) {
        if isAfterComma { pieces[pieces.count - 1].removeLast() }
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
      isAfterComma = character == "," && enclosed[index] == false
    }
    var metrics: [Metric] = []
    for piece in pieces.map(\.trimmed) where Placeholder.isOne(piece) == false {
      metrics.append(metric(piece))
    }
    return metrics
  }

  /// Whether each character stands between brackets that are opened and closed.
  private static func enclosed(_ characters: [Character]) -> [Bool] {
    var result = [Bool](repeating: false, count: characters.count)
    var open: [Int] = []
    for (index, character) in characters.enumerated() {
      switch character {
      case "(", "[": open.append(index)
      case ")", "]":
        guard let start = open.popLast() else { continue }
        // What stands within an outer pair is marked once that one is closed.
        if open.isEmpty { for place in start..<index { result[place] = true } }
      default: continue
      }
    }
    return result
  }

  /// A name and a value. Where no number follows, the part behind the first mark is what could not
  /// be read.
  static func metric(_ text: String) -> Metric {
    let marks: [(range: Range<String.Index>, isWord: Bool)] = text.indices.compactMap { index in
      let character = text[index]
      let next = text.index(after: index)
      if character == "=" || character == ":" {
        // `3:20` is a time and no name with a value.
        let isBetweenDigits =
          index > text.startIndex && next < text.endIndex
          && isDigit(text[text.index(before: index)]) && isDigit(text[next])
        return character == ":" && isBetweenDigits ? nil : (index..<next, false)
      }
      return character.isWhitespace ? (index..<next, true) : nil
    }
    let tries = marks.filter { $0.isWord == false } + marks.filter(\.isWord)
    for mark in tries {
      let name = name(text[..<mark.range.lowerBound])
      let value = String(text[mark.range.upperBound...]).trimmed
      guard name.isEmpty == false, Measure(value) != nil else { continue }
      // Of two numbers behind one mark neither is known to be meant.
      if mark.isWord, holdsNumber(behindMarkIn: name) { continue }
      return Metric(name: name, text: value)
    }
    if let mark = marks.first(where: { $0.isWord == false }) {
      let name = name(text[..<mark.range.lowerBound])
      let value = String(text[mark.range.upperBound...]).trimmed
      if name.isEmpty == false { return Metric(name: name, text: value) }
    }
    return Metric(name: "", text: text)
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }

  private static func holdsNumber(behindMarkIn name: String) -> Bool {
    guard let last = name.lastIndex(where: { $0 == "=" || $0 == ":" }) else { return false }
    let words = name[name.index(after: last)...].split(whereSeparator: \.isWhitespace)
    return words.contains { Measure(String($0)) != nil }
  }

  private static func name(_ text: Substring) -> String {
    var scalars = String(text).trimmed.unicodeScalars[...]
    let padding = "-–—=:*•".unicodeScalars
    while let last = scalars.last, last.properties.isWhitespace || padding.contains(last) {
      scalars.removeLast()
    }
    return String(scalars)
  }
}
