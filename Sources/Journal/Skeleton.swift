public import FlowPolicy
public import Wording

/// A new entry that a person then fills in, made from the team's template.
///
/// `merge=union` folds runs of lines that two sides share, so whatever is left to fill in gets the
/// branch's name into it, and ``UnionMarks`` parts what is still alike: the entries of two people
/// then differ often enough to be joined whole.
public struct Skeleton: Sendable {
  /// The heading: the branch's name, or what the entry is about.
  public var title: String
  /// What is known already.
  public var origin: [EntryField: String]
  public var commits: [String]
  /// The template as Markdown.
  public var template: String
  /// The fields that the policy asks for.
  public var sections: [String]
  public var language: Language

  public init(
    title: String, origin: [EntryField: String], commits: [String], template: String,
    sections: [String], language: Language
  ) {
    self.title = title
    self.origin = origin
    self.commits = commits
    self.template = template
    self.sections = sections
    self.language = language
  }

  /// The entry as Markdown, ending with a newline.
  public var text: String {
    var lines = body
    // Without a heading of its own it would belong to the entry above it.
    let isTitled = lines.contains { $0.hasPrefix("#") && $0.contains(Self.token(.branch)) }
    if isTitled == false { lines = head(for: lines) + lines }
    var result: [String] = []
    for line in lines { result += filled(line) }
    let missing = sections.filter { name in
      result.contains { Self.gives($0, name) } == false
    }
    let words = inner(Self.question(nil).text(in: language))
    result += missing.map { "- **\(Self.escaped($0)):** <\(words)>" }
    result = UnionMarks(title: title, known: commits.map(Self.escaped)).marked(result)
    return result.joined(by: "\n") + "\n"
  }

  /// The template without what stands above its first heading, which speaks to its reader.
  private var body: [String] {
    var lines = template.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    if let heading = lines.firstIndex(where: { $0.hasPrefix("#") }) {
      lines.removeFirst(heading)
      // A heading of the team's own is the template's title, not this entry's.
      if lines[0].contains("{{") == false { lines.removeFirst() }
    }
    while let first = lines.first, Blank.isBlank(first) { lines.removeFirst() }
    while let last = lines.last, Blank.isBlank(last) { lines.removeLast() }
    return lines
  }

  /// For a template that has no heading for the entry, or says nothing of where it comes from.
  private func head(for lines: [String]) -> [String] {
    let fields = Self.originFields.filter { field in
      lines.contains { $0.contains(Self.token(field)) } == false
    }
    let told = fields.map { "- **\($0.name(in: language)):** \(Self.token($0))" }
    return ["## \(Self.token(.branch))", ""] + (told.isEmpty ? [] : told + [""])
  }

  private static let originFields: [EntryField] = [.branch, .author, .date, .base, .commits]

  private static func token(_ field: EntryField) -> String { "{{\(field.rawValue)}}" }

  /// A line of the template with what is known put in; none where nothing is.
  private func filled(_ line: String) -> [String] {
    var text = line
    // Without a branch the heading still says what the entry is about.
    if line.hasPrefix("#") { text = text.replacing(Self.token(.branch), with: Self.escaped(title)) }
    for field in Self.originFields where field != .commits {
      guard text.contains(Self.token(field)) else { continue }
      guard let value = origin[field] else { return [] }
      text = text.replacing(Self.token(field), with: Self.escaped(value))
    }
    guard text.contains(Self.token(.commits)) else { return [placeholder(text)] }
    guard commits.isEmpty == false else { return [] }
    let bare = text.trimmed
    let indent = text.prefix { $0.isWhitespace }
    if commits.count > 1, bare.hasPrefix("- ") || bare.hasPrefix("* "), bare.hasSuffix("}}") {
      let name = text.replacing(Self.token(.commits), with: "")
      return [Self.trimmedEnd(name)] + commits.map { "\(indent)  - \(Self.escaped($0))" }
    }
    let list = commits.map(Self.escaped).joined(by: "; ")
    return [text.replacing(Self.token(.commits), with: list)]
  }

  /// Puts the title into a placeholder at the end of a line: `<what came out>`.
  private func placeholder(_ line: String) -> String {
    guard line.hasSuffix(">"), let open = line.lastIndex(of: "<") else { return line }
    let words = String(line[line.index(after: open)...].dropLast())
    let isMarkup = words.hasPrefix("/") || words.hasPrefix("!") || words.contains("=\"")
    guard isMarkup == false, words.contains(" ") || words.utf8.contains(where: { $0 > 0x7f })
    else { return line }
    return line[..<open] + "<\(inner(words))>"
  }

  private func inner(_ words: String) -> String {
    let name = title.filter { $0 != "<" && $0 != ">" }
    return "\(Self.escaped(name)): \(words)"
  }

  /// Whether a line of the template gives a field of this name: a heading, a bold name or the
  /// first cell of a row.
  private static func gives(_ line: String, _ name: String) -> Bool {
    var text = line.trimmed
    while let first = text.first, "#-*>|+ ".contains(first) { text.removeFirst() }
    let marks = [":", "*", "|"].compactMap { text.firstIndex(of: Character($0)) }
    return EntryField.areOne(marks.min().map { String(text[..<$0]) } ?? text, name)
  }

  private static func trimmedEnd(_ text: String) -> String {
    var text = text
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
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

extension Skeleton {
  /// The template of a team that has none of its own; `init` writes the same.
  public static func standardTemplate(_ language: Language, sections: [String]) -> String {
    let fields =
      sections.isEmpty
      ? [EntryField.hypothesis, .data, .metrics, .result, .conclusion].map {
        $0.name(in: language)
      } : sections
    var lines = ["## \(token(.branch))", ""]
    lines += originFields.map { "- **\($0.name(in: language)):** \(token($0))" }
    lines += fields.map { name in
      "- **\(escaped(name)):** <\(question(EntryField(named: name)).text(in: language))>"
    }
    return lines.joined(by: "\n") + "\n"
  }

  /// What the writer should say in a field.
  private static func question(_ field: EntryField?) -> Phrase {
    switch field {
    case .hypothesis: Phrase("what you expected, and why")
    case .data: Phrase("what it was trained and tested on")
    case .metrics: Phrase(verbatim: "f1 = …, loss = …")
    case .result: Phrase("what came out")
    case .conclusion: Phrase("what follows from it")
    default: Phrase("to be filled in")
    }
  }
}
