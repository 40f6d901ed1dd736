import GitModel

/// Text as Markdown that shows it and does nothing else.
///
/// Code hosts find mentions (`@anna`), references (`#12`), addresses and emoji codes in the text
/// that Markdown gives, so a backslash does not keep them off; nothing is looked for in code. So
/// each word that is more than letters is written as code, which suits branch names and paths
/// anyway. Sources: CommonMark 0.31 and the GitHub Flavored Markdown specification.
enum MarkdownText {
  /// A sentence, words of letters as they are, others as code.
  static func prose(_ text: String) -> String {
    Visible.text(text).split(separator: " ").map(word).joined(separator: " ")
  }

  /// The whole text as one code span.
  static func code(_ text: String) -> String { span(Visible.text(text)) }

  /// A sentence in a cell of a table, where a bar ends the cell even in code.
  static func cell(_ text: String) -> String {
    let seen = Visible.text(text)
    // A backslash before the bar would undo the one that protects it.
    return seen.contains("\\|")
      ? prose(seen.replacing("|", with: "\\u{7c}"))
      : prose(seen).replacing("|", with: "\\|")
  }

  /// Lines as a block of code.
  static func fence(_ lines: [String], _ language: String = "") -> String {
    let seen = lines.map { Visible.text($0) }
    let fence = String(repeating: "`", count: max(3, longestRun(seen.joined(separator: "\n")) + 1))
    return ([fence + language] + seen + [fence]).joined(separator: "\n")
  }

  private static func word(_ word: Substring) -> String {
    var core = word
    var head = ""
    var tail = ""
    while let first = core.first, "(\"".contains(first) { head.append(core.removeFirst()) }
    while let last = core.last, ")\",;.:?…".contains(last) {
      tail = String(core.removeLast()) + tail
    }
    // What is nothing but punctuation can begin a list, a rule or a heading.
    guard core.isEmpty == false else { return span(String(word)) }
    let isShown = isPlain(core) || isNumber(core, before: tail)
    return isShown ? String(word) : head + span(String(core)) + tail
  }

  /// A number as tables have them. One of digits alone before a point or a bracket could begin a
  /// list, and is none.
  private static func isNumber(_ core: Substring, before tail: String) -> Bool {
    let digits = core.drop { "+-±".contains($0) }
    guard core.count - digits.count < 2, digits.last?.isWholeNumber == true,
      digits.first?.isWholeNumber == true
    else { return false }
    let rest = digits.drop { $0.isWholeNumber }
    guard rest.isEmpty == false else { return tail.isEmpty || ".)".contains(tail.first!) == false }
    return rest.first == "." && rest.dropFirst().allSatisfy(\.isWholeNumber)
  }

  /// Letters of any script, joined by apostrophes and hyphens; digits behind a letter; or an object
  /// id. A hyphen before a digit makes an issue's name (`GH-12`).
  private static func isPlain(_ core: Substring) -> Bool {
    if core == "→" { return true }
    guard core.first?.isLetter == true || core.allSatisfy(\.isHexDigit) && core.count > 9 else {
      return false
    }
    var previous: Character = " "
    for character in core {
      switch character {
      case "'", "’": break
      case "-": if previous.isLetter == false { return false }
      default:
        guard character.isLetter || character.isNumber && previous != "-" else { return false }
      }
      previous = character
    }
    return true
  }

  /// Delimited by one backtick more than the text holds in a row.
  private static func span(_ text: String) -> String {
    guard text.isEmpty == false else { return "" }
    let ticks = String(repeating: "`", count: longestRun(text) + 1)
    // A space beside the delimiter is dropped on both sides, so it parts backticks from it.
    let isBare =
      text.first != "`" && text.last != "`" && (text.first != " " || text.last != " ")
    return isBare ? ticks + text + ticks : "\(ticks) \(text) \(ticks)"
  }

  private static func longestRun(_ text: String) -> Int {
    text.utf8.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
  }
}
