import Wording

/// What the terminal or file that is written to can show.
public struct Style: Hashable, Sendable {
  /// Whether colours are written (as ANSI sequences).
  public var color: Bool
  /// Whether signs such as ✗ and → are written; else their ASCII stand-ins.
  public var unicode: Bool
  /// Whether a runner reads along that takes some lines for commands; see ``WorkflowLog``.
  public var isWorkflowLog = false
  /// How many columns the terminal has; nil for a file or a pipe, whose reader cuts nothing.
  public var columns: Int?

  public init(color: Bool, unicode: Bool) {
    self.color = color
    self.unicode = unicode
  }

  /// The column at which messages are wrapped: the terminal's width, and never so wide that a line
  /// is hard to read or so narrow that nothing finds room beside a rule's name.
  var width: Int { min(100, max(60, columns ?? 100)) }

  /// For a file or a pipe.
  public static let plain = Style(color: false, unicode: true)
}

/// What a piece of text is, which decides how it is painted.
enum Tint {
  case plain, strong, refused, warned, allowed
  /// A command to be pasted: neither painted nor altered.
  case command

  /// The parameters of the ANSI sequence that switches the tint on; nil where there is none.
  var code: String? {
    switch self {
    case .plain, .command: nil
    case .strong: "1"
    case .refused: "1;31"
    case .warned: "33"
    case .allowed: "32"
    }
  }
}

/// A piece of text of one tint.
struct Span {
  let text: Phrase
  let tint: Tint

  init(_ text: Phrase, _ tint: Tint = .plain) {
    self.text = text
    self.tint = tint
  }

  /// Text that is said already, or that every language has alike.
  init(_ text: String, _ tint: Tint = .plain) { self.init(Phrase(verbatim: text), tint) }
}
