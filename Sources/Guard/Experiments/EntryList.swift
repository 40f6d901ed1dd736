public import FlowPolicy
import GitModel
public import Journal
public import Reporting
public import Wording

/// Entries for `experiments list` and `show`.
public struct EntryList {
  private let entries: [DescribedEntry]
  private let others: [JournalChange.NoEntry]

  /// - Parameter others: journals that are not read, which are told as well.
  public init(_ entries: [DescribedEntry], others: [JournalChange.NoEntry] = []) {
    self.entries = entries
    self.others = others
  }

  public var table: Table {
    Table(
      columns: [
        Phrase("entry"), Phrase("branch"), Phrase("author"), Phrase("date"), Phrase("metrics"),
        Phrase("place"),
      ].map { .init($0) },
      rows: entries.map { described in
        let entry = described.entry
        let name = Self.title(of: entry)
        let title =
          described.isFilledIn ? Phrase(verbatim: name) : Phrase("\(name) (to be filled in)")
        let metrics = described.metrics.map(Self.brief).joined(separator: ", ")
        return [
          value(.branch, entry), value(.author, entry), value(.date, entry), metrics,
          "\(entry.path):\(entry.line)",
        ].reduce(into: [.init(title)]) { $0.append(.init($1)) }
      })
  }

  /// Everything that an entry says, for people.
  public func lines(in language: Language) -> [String] {
    var lines: [String] = []
    for described in entries {
      let entry = described.entry
      if lines.isEmpty == false { lines.append("") }
      lines.append("\(Self.title(of: entry))   \(entry.path):\(entry.line)")
      for field in entry.fields {
        let blank = Phrase("(to be filled in)").text(in: language)
        let value = field.isBlank ? [blank[...]] : field.value.split(separator: "\n")
        let isLong = value.count > 1
        lines.append("  \(field.name):" + (isLong ? "" : value.first.map { " \($0)" } ?? ""))
        if isLong { lines += value.map { "    \($0)" } }
      }
      if entry.fields.isEmpty {
        lines += entry.text.split(separator: "\n").dropFirst().map { "  \($0)" }
      }
    }
    return lines
  }

  /// The Markdown of the entries as it is written, with what must not reach a terminal made
  /// visible.
  public var markdown: [UInt8] {
    let sources = entries.map { described in
      described.source.split(omittingEmptySubsequences: false) { $0.isNewline }
        .map { Visible.text(String($0).replacing("\t", with: "  ")) }.joined(separator: "\n")
    }
    return Array((sources.joined(separator: "\n\n") + "\n").utf8)
  }

  public var data: JSONValue {
    .object([
      .init("entries", .array(entries.map(Self.data))),
      .init("unreadable", .strings(unreadable)),
      .init("unread", .strings(others.map(\.sentence))),
    ])
  }

  /// What is given for a metric and is no number, or has no name; one sentence each.
  public var unreadable: [Phrase] {
    entries.flatMap { described in
      described.metrics.compactMap { metric in
        guard metric.measure == nil || metric.name.isEmpty else { return nil }
        let name = metric.name.isEmpty ? "" : "\(metric.name): "
        let given = "\(described.entry.path):\(described.entry.line): \(name)\"\(metric.text)\""
        return metric.measure == nil
          ? Phrase("\(given) is not read as a number") : Phrase("\(given) names no metric")
      }
    }
  }

  /// What has to be said to the table.
  public var remarks: [Phrase] { unreadable + others.map(\.sentence) }

  static func title(of entry: JournalEntry) -> String {
    entry.heading ?? entry.field(.branch)?.value ?? "\(entry.path)"
  }

  static func brief(_ metric: Metric) -> String {
    let name = metric.name + (metric.variant.map { " (\($0))" } ?? "")
    guard let measure = metric.measure else { return name.isEmpty ? metric.text : "\(name) ?" }
    return [name, measure.digits, measure.unit ?? ""].filter { $0.isEmpty == false }
      .joined(separator: " ")
  }

  private func value(_ field: EntryField, _ entry: JournalEntry) -> String {
    guard let field = entry.field(field), field.isBlank == false else { return "" }
    return field.value.split(separator: "\n").joined(separator: ", ")
  }

  private static func data(_ described: DescribedEntry) -> JSONValue {
    let entry = described.entry
    func known(_ field: EntryField) -> JSONValue {
      .optional(entry.field(field).flatMap { $0.isBlank ? nil : $0.value })
    }
    return .object([
      .init("path", .string(entry.path.description)), .init("line", .integer(entry.line)),
      .init("heading", .optional(entry.heading)), .init("branch", known(.branch)),
      .init("author", known(.author)), .init("date", known(.date)),
      .init("filledIn", .bool(described.isFilledIn)),
      .init(
        "fields",
        .array(
          entry.fields.map { field in
            .object([
              .init("name", .string(field.name)), .init("value", .prose(field.value)),
              .init("line", .integer(field.line)), .init("blank", .bool(field.isBlank)),
            ])
          })),
      .init("metrics", .array(described.metrics.map(data))),
    ])
  }

  static func data(_ metric: Metric) -> JSONValue {
    .object([
      .init("name", .string(metric.name)), .init("variant", .optional(metric.variant)),
      .init("text", .prose(metric.text)),
      .init("value", metric.measure.map { .number($0.value) } ?? .null),
      .init("unit", .optional(metric.measure?.unit)),
      .init("spread", metric.measure?.spread.flatMap(Double.init).map { .number($0) } ?? .null),
      .init("note", .optional(metric.measure?.note)),
    ])
  }
}
