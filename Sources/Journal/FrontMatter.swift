internal import FlowPolicy
import Wording
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

  /// What makes lines that look like front matter unreadable as such: then they are Markdown.
  struct Fault: Hashable {
    /// From 1, in the file.
    let line: Int
    let words: Phrase
  }

  enum Reading {
    case none
    case found(FrontMatter)
    case broken(Fault)
  }

  /// A line of dashes that nothing closes, or between them something that is no mapping, is
  /// Markdown.
  static func read(_ text: LineIndex) -> Reading {
    guard text.count > 1, text.line(0).elementsEqual("---".utf8) else { return .none }
    let end = (1..<min(text.count, 1_000)).first { number in
      let line = text.line(number)
      return line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8)
    }
    guard let end else { return .none }
    do throws(Problem) {
      guard let node = try Node.document(Array(text.bytes(from: 1, to: end))),
        case .mapping(let entries) = node.content
      else { return .none }
      return .found(
        FrontMatter(
          fields: entries.map { ($0.name, value($0.value), $0.key.place.line + 1) },
          lineCount: end + 1))
    } catch {
      // Between two rules of a text stands no key at once.
      let first = String(decoding: text.line(1), as: UTF8.self)
      guard first.hasSuffix(":") || first.contains(": "), first.first?.isLetter == true
      else { return .none }
      return .broken(Fault(line: error.place.line + 1, words: error.message))
    }
  }

  /// A value as text: a list's items or a mapping's pairs, one a line.
  private static func value(_ node: Node) -> String {
    lines(node, below: "").joined(by: "\n")
  }

  /// - Parameter name: the keys that lead here, within the field: those of `test: { f1: 0.9 }`
  ///   are told as `test f1`.
  private static func lines(_ node: Node, below name: String) -> [String] {
    switch node.content {
    case .scalar(let text, _):
      let text = node.isNull ? "" : text
      return name.isEmpty ? [text] : ["\(name): \(text)"]
    case .list(let items): return items.flatMap { lines($0, below: name) }
    case .mapping(let entries):
      if let pair = named(entries) { return lines(pair.value, below: joined(name, pair.name)) }
      return entries.flatMap { lines($0.value, below: joined(name, $0.name)) }
    }
  }

  private static func joined(_ name: String, _ more: String) -> String {
    name.isEmpty ? more : "\(name) \(more)"
  }

  /// A pair that is told as `{ name: f1, value: 0.9 }`.
  private static func named(_ entries: [Node.Entry]) -> (name: String, value: Node)? {
    guard entries.count == 2 else { return nil }
    let keys = entries.map { EntryField.key($0.name) }
    guard
      let name = keys.firstIndex(where: { ["name", "metric", "название", "метрика"].contains($0) }),
      let value = keys.firstIndex(where: { ["value", "значение"].contains($0) }),
      case .scalar(let text, _) = entries[name].value.content, Blank.isBlank(text) == false
    else { return nil }
    return (text, entries[value].value)
  }
}
