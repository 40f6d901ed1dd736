import GitModel
import Wording

/// The text that is being written. Everything passes through here, and here everything is made
/// visible, so only this file writes a control character: the line feed and the colours.
struct Page {
  let style: Style
  private var text = ""
  private var owesBlank = false
  let language: Language

  init(style: Style, language: Language) {
    self.style = style
    self.language = language
  }

  func said(_ phrase: Phrase) -> String { phrase.text(in: language) }

  /// What was written, as UTF-8.
  var bytes: [UInt8] { Array(text.utf8) }

  mutating func line(_ spans: Span...) {
    if owesBlank, text.isEmpty == false { text += "\n" }
    owesBlank = false
    var line = ""
    for span in spans {
      // A command stays as it is, to be pasted; a comment beside it is for reading.
      let text = said(span.text)
      let isExact = span.tint == .command && text.hasPrefix("#") == false
      let seen = isExact ? Visible.text(text) : shown(text)
      if style.color, let code = span.tint.code, seen.isEmpty == false {
        line += "\u{1b}[\(code)m\(seen)\u{1b}[0m"
      } else {
        line += seen
      }
    }
    text += (style.isWorkflowLog ? WorkflowLog.inert(line) : line) + "\n"
  }

  /// A blank line before the next one: never two, none at the start or at the end.
  mutating func blank() { owesBlank = true }

  /// The text as this page shows it: visible, with signs that the terminal has.
  func shown(_ text: String) -> String {
    let seen = Visible.text(text)
    guard style.unicode == false else { return seen }
    var result = ""
    for scalar in seen.unicodeScalars {
      switch scalar {
      case "✗": result += "x"
      case "✓": result += "+"
      case "→": result += "->"
      case "…": result += "..."
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The column at which messages are wrapped.
  var width: Int { style.width }

  /// How many columns a text takes.
  static func columns(_ text: String) -> Int { DisplayWidth.of(text) }

  /// The text in lines of at most `width` columns. A longer word, such as a path, stays whole so
  /// that it can be copied. An empty text is no line at all.
  func wrapped(_ text: Phrase, width: Int) -> [String] { wrapped(said(text), width: width) }

  func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in shown(text).utf8.split(separator: UInt8(ascii: " ")) {
      let word = String(decoding: word, as: UTF8.self)
      if let last = lines.last, Self.columns(last) + 1 + Self.columns(word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
