extension Phrase {
  /// A phrase taken apart, to be handed to another process and put together there.
  public enum Form: Hashable, Sendable {
    case verbatim(String)
    case template(key: String, values: [Phrase])
    /// Both texts have the same values.
    case counted(Int, one: String, other: String, values: [Phrase])
    case joined([Phrase], separator: String)
  }

  public var form: Form {
    switch content {
    case .verbatim(let text): .verbatim(text)
    case .template(let template): .template(key: template.key, values: template.values)
    case .counted(let count, let one, let other):
      .counted(count, one: one.key, other: other.key, values: other.values)
    case .joined(let parts, let separator): .joined(parts, separator: separator)
    }
  }

  public init(form: Form) {
    switch form {
    case .verbatim(let text): self.init(.verbatim(text))
    case .template(let key, let values):
      self.init(.template(Template(key: key, values: values)))
    case .counted(let count, let one, let other, let values):
      self.init(
        .counted(
          count, one: Template(key: one, values: values),
          other: Template(key: other, values: values)))
    case .joined(let parts, let separator): self.init(.joined(parts, separator: separator))
    }
  }
}

extension Collection where Element == String {
  /// Commands and names, which read the same in every language.
  public var verbatim: [Phrase] { map { Phrase(verbatim: $0) } }
}
