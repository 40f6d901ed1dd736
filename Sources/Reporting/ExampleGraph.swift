public import FlowPolicy

/// A rule's example as a small commit graph of plain characters: a row for each branch, a column
/// for each step. The steps bear the numbers of the commands that made them.
///
///     main                o---+-------------
///     develop             o---|---+---.---4->
///     experiment/resnet       1-2-----'
public struct ExampleGraph {
  private var names: [String] = []
  /// What is drawn in each row.
  private var rows: [[Character]] = []
  /// Which rows go on to the right.
  private var isOpen: [Bool] = []
  private var column = 0

  public init(_ example: RuleExample) {
    for name in ["main", "develop"] {
      let row = row(name)
      rows[row] = ["o"]
      isOpen[row] = true
    }
    column = 1
    for (place, action) in (example.setting + example.attempt).enumerated() {
      advance()
      draw(action, Self.mark(place))
    }
    advance()
    for name in example.pushed { push(name) }
  }

  /// The rows with their names, without white space at their ends.
  public var lines: [String] {
    let width = (names.map(\.count).max() ?? 0) + 3
    return rows.indices.map { row in
      var line = names[row] + String(repeating: " ", count: width - names[row].count)
      line += String(rows[row])
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// 1 to 9, then letters: no example is longer.
  public static func mark(_ place: Int) -> Character {
    let marks = Array("123456789abcdefghijklmnopqrstuvwxyz")
    return place < marks.count ? marks[place] : "*"
  }

  private mutating func draw(_ action: RuleExample.Action, _ mark: Character) {
    switch action {
    case .branch(let name, let start): join(row(start), to: row(name), mark, isMerge: false)
    case .commit(let name, _), .entry(let name, _), .entryRewritten(let name),
      .removal(let name, _):
      put(mark, row(name))
    case .merge(let source, let target), .alteredMerge(let source, let target, _),
      .squash(let source, let target):
      join(row(source), to: row(target), mark, isMerge: true)
    case .octopus(let sources, let target):
      for source in sources { join(row(source), to: row(target), mark, isMerge: true) }
    case .set(let name, let target): join(row(target), to: row(name), mark, isMerge: false)
    case .orphan(let name): put(mark, row(name))
    case .delete(let name):
      let row = row(name)
      put("x", row)
      isOpen[row] = false
    case .tag(let name, let target):
      join(row(target), to: row("tag \(name)"), mark, isMerge: false)
      isOpen[row("tag \(name)")] = false
    }
  }

  /// The row of a name; a new one below the others where it has none.
  private mutating func row(_ name: String) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    names.append(name)
    rows.append([Character](repeating: " ", count: column))
    isOpen.append(false)
    return names.count - 1
  }

  /// Goes on by a step's width: a line where a branch goes on, else nothing.
  private mutating func advance() {
    for row in rows.indices {
      rows[row] += [Character](repeating: isOpen[row] ? "-" : " ", count: 3)
    }
    column += 3
  }

  private mutating func put(_ mark: Character, _ row: Int) {
    rows[row][column - 1] = mark
    isOpen[row] = true
  }

  /// Draws what goes from one row to another in this column.
  private mutating func join(_ source: Int, to target: Int, _ mark: Character, isMerge: Bool) {
    guard source != target else { return put(mark, target) }
    for row in min(source, target)...max(source, target) where row != source && row != target {
      rows[row][column - 1] = isOpen[row] ? "+" : "|"
    }
    // A branch that was merged goes on; the corner shows where to.
    rows[source][column - 1] = isMerge ? (source > target ? "'" : ".") : "+"
    put(mark, target)
  }

  private mutating func push(_ name: String) {
    guard let row = names.firstIndex(of: name) ?? names.firstIndex(of: "tag \(name)") else {
      return
    }
    rows[row][column - 1] = ">"
  }
}
