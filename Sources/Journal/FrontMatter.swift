internal import FlowPolicy
internal import YAML

/// The YAML mapping between two lines of dashes at the beginning of a file.
struct FrontMatter {
  let fields: [(name: String, value: String, line: Int)]
  /// How many lines it takes, its borders included.
  let lineCount: Int

  /// Whether it describes an entry: it holds a field that the tool or the policy knows.
  func isEntry(_ sections: [String]) -> Bool {
    fields.contains { field in
      EntryField(named: field.name) != nil
        || sections.contains { EntryField.areOne($0, field.name) }
    }
  }

  var title: String? {
    fields.first { ["title", "name", "название", "заголовок"].contains(EntryField.key($0.name)) }?
      .value
  }

  /// - Returns: nil where the text begins with none: a line of dashes that nothing closes, or
  ///   between them something that is no mapping, is Markdown.
  static func read(_ text: LineIndex) -> FrontMatter? {
    guard text.count > 1, text.line(0).elementsEqual("---".utf8) else { return nil }
    let end = (1..<min(text.count, 1_000)).first { number in
      let line = text.line(number)
      return line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8)
    }
    guard let end else { return nil }
    let bytes = Array(text.bytes(from: 1, to: end))
    guard let node = try? Node.document(bytes), case .mapping(let entries) = node.content
    else { return nil }
    return FrontMatter(
      fields: entries.map { ($0.name, value($0.value), $0.key.place.line + 1) }, lineCount: end + 1)
  }

  /// A value as text: a list's items or a mapping's pairs, one a line.
  private static func value(_ node: Node) -> String {
    switch node.content {
    case .scalar(let text, _): node.isNull ? "" : text
    case .list(let items): items.map(value).joined(separator: "\n")
    case .mapping(let entries):
      entries.map { "\($0.name): \(value($0.value))" }.joined(separator: "\n")
    }
  }
}
