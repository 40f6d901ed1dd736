internal import GitModel

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

/// A spot in the text, counted from 1 as editors do.
struct Place: Hashable, Sendable {
  let line: Int
  let column: Int

  static let start = Place(line: 1, column: 1)
}

/// A problem before the file's name is known.
struct Problem: Error {
  let place: Place
  let message: String
  let value: String?
  let suggestion: String?

  init(_ place: Place, _ message: String, value: String? = nil, suggestion: String? = nil) {
    self.place = place
    self.message = message
    self.value = value
    self.suggestion = suggestion
  }

  /// A value in quotation marks for a message, cut where it is long.
  static func quoted(_ text: String) -> String {
    text.unicodeScalars.count <= 60
      ? "\"\(text)\"" : "\"\(String(text.unicodeScalars.prefix(57)))...\""
  }
}
