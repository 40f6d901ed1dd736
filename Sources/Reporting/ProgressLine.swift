public import Wording

/// How far long work is, on one line of a terminal.
public struct ProgressLine: Sendable {
  public let what: Phrase
  /// How many columns the terminal has. A line that does not fit could not be taken back.
  public let columns: Int
  public let language: Language

  public init(what: Phrase, columns: Int?, language: Language) {
    self.what = what
    self.language = language
    self.columns = columns ?? 80
  }

  /// The line, written over the one before it.
  public func text(_ done: Int, of all: Int) -> String {
    let share = 100 * done / max(1, all)
    let line = Phrase(
      counting: all, one: "\(what): \(done) of \(all) step, \(share) %",
      other: "\(what): \(done) of \(all) steps, \(share) %")
    return "\r"
      + DisplayWidth.cut(
        line.text(in: language), to: columns - 1, Style(color: false, unicode: false))
      + "\u{1b}[K"
  }

  /// Takes the line back.
  public static let cleared = "\r\u{1b}[K"
}
