/// How far long work is, on one line of a terminal.
public struct ProgressLine: Sendable {
  public let what: String
  /// How many columns the terminal has. A line that does not fit could not be taken back.
  public let columns: Int

  public init(what: String, columns: Int?) {
    self.what = what
    self.columns = columns ?? 80
  }

  /// The line, written over the one before it.
  public func text(_ done: Int, of all: Int) -> String {
    let share = 100 * done / max(1, all)
    let line = "\(what): \(done) of \(all) steps, \(share) %"
    return "\r" + DisplayWidth.cut(line, to: columns - 1, Style(color: false, unicode: false))
      + "\u{1b}[K"
  }

  /// Takes the line back.
  public static let cleared = "\r\u{1b}[K"
}
