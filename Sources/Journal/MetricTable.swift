internal import FlowPolicy

/// A table that may give metrics, one to a row or one to a column.
struct MetricTable {
  private let head: [String]
  private let rows: [[String]]
  private let known: Set<String>

  init(_ rows: [[String]], known: Set<String>) {
    head = rows.first?.map(\.trimmed) ?? []
    self.rows = rows.dropFirst().map { $0.map(\.trimmed) }
    self.known = known
  }

  /// - Parameter isListed: whether it stands in the entry's `Metrics`. Elsewhere only a table that
  ///   names a metric of the policy gives any, and of those alone.
  func metrics(isListed: Bool) -> [Metric] {
    guard head.count > 1 else { return [] }
    let inHead = head.dropFirst().contains { isKnown($0) } || isKnown(head[0])
    let inRows = rows.contains { row in row.first.map { isKnown($0) } ?? false }
    guard isListed || inHead || inRows else { return [] }
    let isByRow = inHead == false && (inRows || head.count == 2 || isTitle(head[0]))
    let all = isByRow ? byRow : byColumn
    return isListed ? all : all.filter { isKnown($0.name) }
  }

  /// `| metric | value |`, or a column for each variant.
  private var byRow: [Metric] {
    let columns = head.indices.dropFirst().filter { column in
      head.count == 2 || rows.contains { Measure(cell($0, column)) != nil }
    }
    return rows.flatMap { row -> [Metric] in
      guard let name = row.first, name.isEmpty == false else { return [] }
      return columns.compactMap { column in
        let text = cell(row, column)
        guard Placeholder.isOne(text) == false else { return nil }
        let variant = columns.count > 1 ? head[column] : nil
        return Metric(name: name, variant: variant, text: text)
      }
    }
  }

  /// `| model | f1 | loss |`, a row for each variant.
  private var byColumn: [Metric] {
    let isNamed = isKnown(head[0]) == false
    let columns = head.indices.filter { column in
      (column > 0 || isNamed == false) && head[column].isEmpty == false
        && (isKnown(head[column]) || rows.contains { Measure(cell($0, column)) != nil })
    }
    return rows.flatMap { row -> [Metric] in
      columns.compactMap { column in
        let text = cell(row, column)
        guard Placeholder.isOne(text) == false else { return nil }
        let variant = rows.count > 1 && isNamed ? row.first : nil
        return Metric(name: head[column], variant: variant, text: text)
      }
    }
  }

  private func cell(_ row: [String], _ column: Int) -> String {
    row.indices.contains(column) ? row[column] : ""
  }

  private func isKnown(_ name: String) -> Bool { known.contains(Metric.key(name)) }

  private func isTitle(_ text: String) -> Bool {
    text.isEmpty || EntryField(named: text) == .metrics
      || ["name", "measure", "показатель", "название", "мера"].contains(EntryField.key(text))
  }
}
