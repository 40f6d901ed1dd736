public import FlowPolicy

/// Writes a new entry that a person then fills in.
public struct Skeleton: Sendable {
  /// The branch that the entry is about. It also stands in every line that is left to fill in:
  /// `merge=union` would fold lines that two people's new entries share.
  public var branch: String
  /// What is known already, in the order to be written.
  public var origin: [(field: EntryField, value: String)]
  /// The fields to fill in: names of ``EntryField`` or the policy's own sections.
  public var sections: [String]
  public var language: Language

  public init(
    branch: String, origin: [(field: EntryField, value: String)], sections: [String],
    language: Language
  ) {
    self.branch = branch
    self.origin = origin
    self.sections = sections
    self.language = language
  }

  /// The fields that a policy without `sections:` asks for.
  public static func standardSections(_ language: Language) -> [String] {
    [EntryField.hypothesis, .data, .metrics, .result, .conclusion].map { $0.name(in: language) }
  }

  /// The entry as Markdown, a heading of level two with one line for each field, ending with a
  /// newline.
  public var text: String {
    var lines = ["## \(Self.escaped(branch))", ""]
    for (field, value) in origin { lines.append("- **\(field.name(in: language)):** \(value)") }
    for section in sections { lines.append("- **\(section):** <\(branch): \(question(section))>") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the reader should say in a field.
  private func question(_ section: String) -> String {
    switch (EntryField(named: section), language) {
    case (.hypothesis, .english): "what you expected, and why"
    case (.data, .english): "what it was trained and tested on"
    case (.metrics, .english): "name = value, …"
    case (.result, .english): "what came out"
    case (.conclusion, .english): "what follows from it"
    case (_, .english): "to be filled in"
    case (.hypothesis, .russian): "чего вы ожидали и почему"
    case (.data, .russian): "на чём обучали и проверяли"
    case (.metrics, .russian): "имя = значение, …"
    case (.result, .russian): "что получилось"
    case (.conclusion, .russian): "что из этого следует"
    case (_, .russian): "заполните"
    }
  }

  /// Text that Markdown reads back as it is.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#&~|!".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
