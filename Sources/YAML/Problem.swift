package import Wording

/// A spot in the text, counted from 1 as editors do.
package struct Place: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static let start = Place(line: 1, column: 1)
}

/// What is wrong with a text, before its file's name is known.
package struct Problem: Error {
  package let place: Place
  package let message: Phrase
  package let value: String?
  package let suggestion: String?

  package init(
    _ place: Place, _ message: Phrase, value: String? = nil, suggestion: String? = nil
  ) {
    self.place = place
    self.message = message
    self.value = value
    self.suggestion = suggestion
  }

  /// A value in quotation marks for a message, cut where it is long.
  package static func quoted(_ text: String) -> String {
    text.unicodeScalars.count <= 60
      ? "\"\(text)\"" : "\"\(String(text.unicodeScalars.prefix(57)))...\""
  }
}
