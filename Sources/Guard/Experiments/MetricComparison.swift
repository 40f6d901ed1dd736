public import FlowPolicy
import GitModel
public import Journal
public import Reporting
public import Wording

/// `experiments compare`: entries against metrics, the best of each marked where the policy says
/// which direction is better.
public struct MetricComparison {
  /// One line: an entry, or one of the variants that its tables give.
  private struct Row {
    let entry: JournalEntry
    let variant: String?
    let metrics: [Metric]
    /// The metrics by their keys; of one that is given more than once, all values.
    private let byKey: [String: [Metric]]

    init(entry: JournalEntry, variant: String?, metrics: [Metric]) {
      self.entry = entry
      self.variant = variant
      self.metrics = metrics
      byKey = Dictionary(grouping: metrics) { Metric.key($0.name) }
    }

    func metric(_ key: String) -> Metric? { byKey[key]?.first }
    func isAmbiguous(_ key: String) -> Bool { byKey[key].map { $0.count > 1 } ?? false }
  }

  private struct Column {
    let key: String
    let name: String
    let better: Experiments.Metric.Direction?
    /// The unit that all its numbers have; nil where they have none or differ.
    var unit: String?
    var hasOneUnit = true
    /// The best number; nil where it is not known which is.
    var best: Double?
  }

  private var rows: [Row] = []
  private var columns: [Column] = []
  /// What the reader has to know: values that were not read, and columns without a best.
  public private(set) var remarks: [Phrase] = []

  /// - Parameters:
  ///   - others: journals that are not read, which are told as well.
  ///   - known: the policy's metrics: their order and directions.
  ///   - names: the metrics to show; empty for all.
  ///   - sort: the metric to sort by, best first.
  /// - Throws: ``Failure/usage(_:)`` for a metric that no entry gives.
  public init(
    _ entries: [DescribedEntry], others: [JournalChange.NoEntry] = [], known: [Experiments.Metric],
    only names: [String] = [],
    sort: String? = nil
  ) throws(Failure) {
    for described in entries { take(described) }
    remarks = EntryList(entries, others: others).remarks
    if rows.isEmpty { remarks.append(Phrase("no entry gives a metric yet")) }
    columns = Self.columns(rows, known)
    for name in names + [sort].compactMap({ $0 })
    where columns.contains(where: { $0.key == Metric.key(name) }) == false {
      let known = columns.map(\.name).joined(separator: ", ")
      throw Failure.usage(
        known.isEmpty
          ? Phrase("no entry gives the metric \"\(Visible.text(name))\"")
          : Phrase(
            "no entry gives the metric \"\(Visible.text(name))\"; there are \(Visible.text(known))")
      )
    }
    if names.isEmpty == false {
      let wanted = names.map(Metric.key)
      columns = wanted.compactMap { key in columns.first { $0.key == key } }
      rows.removeAll { row in wanted.allSatisfy { row.metric($0) == nil } }
    }
    columns = columns.map { ranked($0) }
    if let sort { order(by: Metric.key(sort)) }
  }

  private mutating func take(_ described: DescribedEntry) {
    let named = described.metrics.filter { $0.name.isEmpty == false }
    let byVariant = Dictionary(grouping: named) { $0.variant }
    var seen: Set<String?> = []
    for variant in named.map(\.variant) where seen.insert(variant).inserted {
      rows.append(
        Row(entry: described.entry, variant: variant, metrics: byVariant[variant] ?? []))
    }
  }

  /// The policy's metrics first, in its order, then the others as they come.
  private static func columns(_ rows: [Row], _ known: [Experiments.Metric]) -> [Column] {
    var given: [(key: String, name: String)] = []
    var seen: Set<String> = []
    for metric in rows.flatMap(\.metrics) where seen.insert(Metric.key(metric.name)).inserted {
      given.append((Metric.key(metric.name), metric.name))
    }
    let first = known.filter { seen.contains(Metric.key($0.name)) }.map {
      Column(key: Metric.key($0.name), name: $0.name, better: $0.better)
    }
    let keys = Set(first.map(\.key))
    return first
      + given.filter { keys.contains($0.key) == false }.map {
        Column(key: $0.key, name: $0.name, better: nil)
      }
  }

  private mutating func ranked(_ column: Column) -> Column {
    var column = column
    let measures = rows.compactMap { $0.metric(column.key)?.measure }
    let units = Set(measures.map(\.unit))
    column.hasOneUnit = units.count <= 1
    column.unit = column.hasOneUnit ? units.first ?? nil : nil
    for row in rows where row.isAmbiguous(column.key) {
      remarks.append(
        Phrase(
          """
          \(row.entry.path):\(row.entry.line): \(column.name) is given more than once; the first \
          value is shown
          """))
    }
    guard measures.count > 1 else { return column }
    guard column.hasOneUnit else {
      let known = units.compactMap { $0 }.sorted().verbatim
      let list = (known + (units.contains(nil) ? [Phrase("no unit")] : [])).joined(separator: ", ")
      remarks.append(
        Phrase("\(column.name): no best is marked, since the units differ (\(list))"))
      return column
    }
    guard let better = column.better else {
      remarks.append(
        Phrase(
          """
          \(column.name): no best is marked; the policy's experiments: metrics: can say whether \
          higher or lower is better
          """))
      return column
    }
    let values = measures.map(\.value)
    column.best = better == .higher ? values.max() : values.min()
    return column
  }

  private mutating func order(by key: String) {
    guard let column = columns.first(where: { $0.key == key }) else { return }
    let isRising = column.better == .lower
    let numbered = rows.enumerated().map { ($0.offset, $0.element.metric(key)?.measure?.value) }
    let order = numbered.sorted { one, other in
      switch (one.1, other.1) {
      case (let first?, let second?) where first != second:
        return isRising ? first < second : first > second
      case (_?, nil): return true
      case (nil, _?): return false
      default: return one.0 < other.0
      }
    }
    rows = order.map { rows[$0.0] }
  }

  private func text(_ metric: Metric?, in column: Column) -> String {
    guard let metric else { return "" }
    guard let measure = metric.measure else { return "?" }
    let unit = column.hasOneUnit ? "" : measure.unit.map { " \($0)" } ?? ""
    return measure.digits + (measure.spread.map { " ± \($0)" } ?? "") + unit
  }

  public var table: Table {
    let heads = columns.map { column in
      Table.Column(
        column.name + (column.unit.map { ", \($0)" } ?? ""), isNumeric: true,
        isHigherBetter: column.better.map { $0 == .higher })
    }
    return Table(
      columns: [.init(Phrase("entry"))] + heads,
      rows: rows.map { row in
        [.init(Self.name(of: row))]
          + columns.map { column in
            let metric = row.metric(column.key)
            return .init(
              text(metric, in: column),
              isBest: column.best != nil && metric?.measure?.value == column.best)
          }
      })
  }

  private static func name(of row: Row) -> String {
    EntryList.title(of: row.entry) + (row.variant.map { " / \($0)" } ?? "")
  }

  public var data: JSONValue {
    .object([
      .init(
        "metrics",
        .array(
          columns.map { column in
            .object([
              .init("name", .string(column.name)),
              .init("better", .optional(column.better?.rawValue)),
              .init("unit", .optional(column.unit)),
            ])
          })),
      .init("rows", .array(rows.map(data))), .init("remarks", .strings(remarks)),
    ])
  }

  private func data(_ row: Row) -> JSONValue {
    .object([
      .init("entry", .string(EntryList.title(of: row.entry))),
      .init("variant", .optional(row.variant)),
      .init("path", .string(row.entry.path.description)), .init("line", .integer(row.entry.line)),
      .init(
        "values",
        .array(
          columns.map { column in
            guard let metric = row.metric(column.key) else { return .null }
            guard case .object(let members) = EntryList.data(metric) else { return .null }
            let isBest = column.best != nil && metric.measure?.value == column.best
            return .object(members + [.init("best", .bool(isBest))])
          })),
    ])
  }
}
