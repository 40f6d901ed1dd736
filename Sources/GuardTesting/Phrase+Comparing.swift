public import Wording

/// Tests compare what is said with English texts.
extension Phrase {
  public static func == (phrase: Phrase, text: String) -> Bool { phrase.english == text }

  public static func != (phrase: Phrase, text: String) -> Bool { phrase.english != text }

  public func contains(_ text: String) -> Bool { english.contains(text) }

  public func hasPrefix(_ text: String) -> Bool { english.hasPrefix(text) }

  public func hasSuffix(_ text: String) -> Bool { english.hasSuffix(text) }
}

extension Optional where Wrapped == Phrase {
  public static func == (phrase: Phrase?, text: String?) -> Bool { phrase?.english == text }
}

extension Array where Element == Phrase {
  public static func == (phrases: [Phrase], texts: [String]) -> Bool {
    phrases.texts(in: .english) == texts
  }

  /// The lines as one text.
  public var english: String { texts(in: .english).joined(separator: "\n") }
}

/// A test's own messages need no language.
extension Phrase: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(verbatim: text) }
}
