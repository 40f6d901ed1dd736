internal import GitModel
internal import YAML

/// What is wrong with a policy file, and where. A file with one problem judges nothing.
public struct PolicyFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the caller named it, such as `.gitflow-guard.yml`.
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, in characters (Unicode scalars).
  public let column: Int
  /// The key or value that is refused, where the problem is one of a single value.
  public let value: String?
  /// One sentence without its full stop; it names the value where that helps.
  public let message: String
  /// A known word that is near the one written.
  public let suggestion: String?

  init(_ problem: Problem, file: String) {
    self.file = file
    self.line = problem.place.line
    self.column = problem.place.column
    self.value = problem.value
    self.message = problem.message
    self.suggestion = problem.suggestion
  }

  /// The message with the suggestion, without the place.
  public var sentence: String {
    suggestion.map { "\(message); did you mean \"\($0)\"?" } ?? message
  }

  /// `FILE:LINE:COLUMN: SENTENCE`, safe to print on a terminal.
  public var description: String { Visible.text("\(file):\(line):\(column): \(sentence)") }
}
