internal import GitModel
public import Wording
internal import YAML

/// What is wrong with a policy file, and where. A file with one problem judges nothing.
public struct PolicyFileError: Error, Hashable, Sendable {
  /// The file as the caller named it, such as `.gitflow-guard.yml`.
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, in characters (Unicode scalars).
  public let column: Int
  /// The key or value that is refused, where the problem is one of a single value.
  public let value: String?
  /// One sentence without its full stop; it names the value where that helps.
  public let message: Phrase
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

  /// `FILE:LINE:COLUMN: SENTENCE`
  public var described: Phrase { Phrase("\(file):\(line):\(column): \(sentence)") }

  /// The message with the suggestion, without the place.
  public var sentence: Phrase {
    suggestion.map { Phrase("\(message); did you mean \"\($0)\"?") } ?? message
  }

}
