/// A language's texts, by the English ones.
public struct Catalogue: Sendable {
  /// What a language says for one key.
  public enum Entry: Hashable, Sendable, ExpressibleByStringLiteral {
    case plain(String)
    /// One text for each form that a number takes.
    case forms(one: String, few: String, many: String)

    public init(stringLiteral text: String) { self = .plain(text) }

    /// `1 коммит`, `2 коммита`, `5 коммитов`
    static func forms(_ one: String, _ few: String, _ many: String) -> Entry {
      .forms(one: one, few: few, many: many)
    }

    var text: String {
      switch self {
      case .plain(let text): text
      case .forms(_, _, let many): many
      }
    }

    func text(for plural: Plural) -> String {
      switch (self, plural) {
      case (.plain(let text), _): text
      case (.forms(let text, _, _), .one), (.forms(_, let text, _), .few),
        (.forms(_, _, let text), .many):
        text
      }
    }

    public var texts: [String] {
      switch self {
      case .plain(let text): [text]
      case .forms(let one, let few, let many): [one, few, many]
      }
    }
  }

  typealias Part = KeyValuePairs<String, Entry>

  /// Every key as often as it is there.
  public let parts: [(key: String, value: Entry)]
  private let entries: [String: Entry]

  init(_ parts: [Part]) {
    self.parts = parts.flatMap { $0.map { $0 } }
    entries = Dictionary(self.parts) { first, _ in first }
  }

  public subscript(key: String) -> Entry? { entries[key] }
}
