/// A text for people that is not in any language yet: a template, which is the English text and
/// the key under which other languages have theirs, and what stands in its places.
///
/// What finds something out says it as a phrase; what prints chooses the language, so that the
/// same judgement is told to everyone in their own (docs/decisions/0016).
public struct Phrase: Hashable, Sendable {
  indirect enum Content: Hashable, Sendable {
    case verbatim(String)
    case template(Template)
    case counted(Int, one: Template, other: Template)
    case joined([Phrase], separator: String)
  }

  let content: Content

  init(_ content: Content) { self.content = content }

  /// A text in English, with a place for each interpolated value. It is written as one literal
  /// right here, since that is where tests collect the keys from.
  public init(_ template: Template) { self.init(.template(template)) }

  /// A text that depends on a number.
  ///
  /// - Parameters:
  ///   - count: the number that decides between the forms.
  ///   - one: the English text for one.
  ///   - other: the English text for every other number, and the key. Both have the same places.
  public init(counting count: Int, one: Template, other: Template) {
    self.init(.counted(count, one: one, other: other))
  }

  /// What reads the same in every language: a name, a command, somebody else's words.
  public init(verbatim text: String) { self.init(.verbatim(text)) }

  public static let empty = Phrase(verbatim: "")

  public var isEmpty: Bool {
    switch content {
    case .verbatim(let text): text.isEmpty
    case .joined(let parts, _): parts.allSatisfy(\.isEmpty)
    case .template, .counted: false
    }
  }

  /// The phrase said in a language. What the language's catalogue lacks is said in English: a
  /// test finds the gap, and nobody else has to suffer it.
  public func text(in language: Language) -> String {
    switch content {
    case .verbatim(let text): text
    case .joined(let parts, let separator):
      parts.map { $0.text(in: language) }.joined(separator: separator)
    case .template(let template):
      template.text(language.catalogue?[template.key]?.text ?? template.key, in: language)
    case .counted(let count, let one, let other):
      if let forms = language.catalogue?[other.key] {
        other.text(forms.text(for: language.plural(count)), in: language)
      } else {
        language.plural(count) == .one
          ? one.text(one.key, in: language) : other.text(other.key, in: language)
      }
    }
  }

  /// The phrase in English, which is the language of fingerprints and of what is compared.
  public var english: String { text(in: .english) }
}

extension Phrase {
  public static func + (one: Phrase, other: Phrase) -> Phrase {
    // What grows part by part stays flat, so that no bound on nesting is met.
    if case .joined(let parts, "") = one.content { return (parts + [other]).joined(separator: "") }
    return [one, other].joined(separator: "")
  }

  public static func += (one: inout Phrase, other: Phrase) { one = one + other }

  /// A number of things in their order, as a sentence names them: `a, b and c`.
  public static func all(_ things: [Phrase]) -> Phrase {
    listed(things) { Phrase("\($0) and \($1)") }
  }

  /// A choice between things: `a, b or c`.
  public static func any(_ things: [Phrase]) -> Phrase {
    listed(things) { Phrase("\($0) or \($1)") }
  }

  private static func listed(
    _ things: [Phrase], _ last: (Phrase, Phrase) -> Phrase
  ) -> Phrase {
    guard let end = things.last, things.count > 1 else { return things.first ?? .empty }
    return last(things.dropLast().joined(separator: ", "), end)
  }
}

extension Collection where Element == Phrase {
  /// - Parameter separator: punctuation, which reads the same in every language.
  public func joined(separator: String) -> Phrase {
    Phrase(.joined(Array(self), separator: separator))
  }

  public func texts(in language: Language) -> [String] { map { $0.text(in: language) } }
}

extension DefaultStringInterpolation {
  /// A phrase inside a string would stay in one language: make the string a phrase as well, or
  /// say in which language it is meant.
  @available(*, unavailable, message: "say in which language: text(in:)")
  public mutating func appendInterpolation(_ phrase: Phrase) { fatalError() }
}
