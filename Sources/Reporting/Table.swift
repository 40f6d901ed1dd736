import GitModel
public import Wording

/// A table for people and for other programs.
public struct Table: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public let title: Phrase
    public let isNumeric: Bool
    /// Which values are the better ones; nil where that is not known.
    public let isHigherBetter: Bool?

    public init(_ title: Phrase, isNumeric: Bool = false, isHigherBetter: Bool? = nil) {
      self.title = title
      self.isNumeric = isNumeric
      self.isHigherBetter = isHigherBetter
    }

    /// A column that is called as somebody's field or metric is.
    public init(_ name: String, isNumeric: Bool = false, isHigherBetter: Bool? = nil) {
      self.init(
        Phrase(verbatim: name), isNumeric: isNumeric, isHigherBetter: isHigherBetter)
    }
  }

  public struct Cell: Hashable, Sendable {
    public let text: Phrase
    /// Whether it is the best of its column.
    public let isBest: Bool

    public init(_ text: Phrase, isBest: Bool = false) {
      self.text = text
      self.isBest = isBest
    }

    public init(_ text: String, isBest: Bool = false) {
      self.init(Phrase(verbatim: text), isBest: isBest)
    }
  }

  public let columns: [Column]
  /// Each as long as ``columns``.
  public let rows: [[Cell]]

  public init(columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Aligned for a terminal, the best values marked with an asterisk.
  public func text(_ style: Style, in language: Language) -> [String] {
    let heads = columns.map { column -> String in
      let title = Visible.text(column.title.text(in: language))
      guard let isHigher = column.isHigherBetter else { return title }
      if style.unicode { return "\(title) \(isHigher ? "↑" : "↓")" }
      return isHigher
        ? Phrase("\(title) (higher)").text(in: language)
        : Phrase("\(title) (lower)").text(in: language)
    }
    let full = rows.map { row in
      row.map { Visible.text($0.text.text(in: language)) + ($0.isBest ? "*" : "") }
    }
    let widths = widths(of: [heads] + full, in: style.columns)
    let body = full.map { row in
      zip(row, widths).map { DisplayWidth.cut($0, to: $1, style) }
    }
    func line(_ cells: [String], _ mark: (Int) -> Bool) -> String {
      var result = ""
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        let shown = mark(column) && style.color ? "\u{1b}[1m\(cell)\u{1b}[0m" : cell
        result += (column > 0 ? "  " : "")
        let isLast = column == cells.count - 1
        result += columns[column].isNumeric ? padding + shown : isLast ? shown : shown + padding
      }
      return result
    }
    let shownHeads = zip(heads, widths).map { DisplayWidth.cut($0, to: $1, style) }
    return [line(shownHeads) { _ in true }]
      + zip(body, rows).map { cells, row in line(cells) { row[$0].isBest } }
  }

  /// How wide each column is. In a terminal that is too narrow for all, the widest text gives way
  /// first; numbers stay whole.
  private func widths(of lines: [[String]], in limit: Int?) -> [Int] {
    var widths = columns.indices.map { column in
      let widest = lines.map { DisplayWidth.of($0[column]) }.max() ?? 0
      return columns[column].isNumeric ? widest : min(widest, Self.widest)
    }
    guard let limit else { return widths }
    var excess = widths.reduce(2 * (columns.count - 1), +) - limit
    while excess > 0 {
      let texts = columns.indices.filter { columns[$0].isNumeric == false }
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest
      else { break }
      let next = texts.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let step = max(1, min(excess, widths[widest] - max(next, Self.narrowest)))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  /// A long text is cut in a text for people, never in data.
  private static let widest = 48
  /// What is cut shorter says nothing any more.
  private static let narrowest = 8

  /// As RFC 4180 has it, with the titles in English as the first line: programs read it.
  public var csv: [UInt8] {
    let lines = [columns.map(\.title.english)] + rows.map { $0.map(\.text.english) }
    let text = lines.map { line in
      line.map { cell in
        let cell = Visible.text(cell)
        let isPlain = cell.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2c }
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: ",") + "\r\n"
    }.joined()
    return Array(text.utf8)
  }

  /// A table of GitHub Flavored Markdown, the best values in bold.
  public func markdown(in language: Language) -> [UInt8] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let heads = columns.map { column in
      let arrow = column.isHigherBetter.map { $0 ? " ↑" : " ↓" } ?? ""
      return MarkdownText.cell(column.title.text(in: language)) + arrow
    }
    let marks = columns.map { $0.isNumeric ? "---:" : "---" }
    let body = rows.map { row in
      line(
        row.map { cell in
          let text = MarkdownText.cell(cell.text.text(in: language))
          return cell.isBest ? "**\(text)**" : text
        })
    }
    return Array((line(heads) + line(marks) + body.joined()).utf8)
  }
}
