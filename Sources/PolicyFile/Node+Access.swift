internal import GitModel
import Wording
internal import YAML

/// Reading a node as what a key must hold. `name` is the key in messages.
extension Node {
  /// A problem with this value; the sentence ends with what stands here.
  func problem(_ what: Phrase, suggestion: String? = nil) -> Problem {
    Problem(place, Phrase("\(what), but it is \(described)"), value: scalar, suggestion: suggestion)
  }

  func list(_ name: String, such example: String) throws(Problem) -> [Node] {
    guard case .list(let items) = content else {
      throw problem(Phrase("\"\(name)\" must be a list such as \(example)"))
    }
    return items
  }

  /// The keys and values in the order written, each key once.
  ///
  /// - Parameter second: what a repeated key is called, by its name: `a second lane "x"`.
  func mapping(
    _ name: String, such example: String,
    second: (String) -> Phrase = { Phrase("a second key \($0)") }
  ) throws(Problem) -> [Entry] {
    guard case .mapping(let entries) = content else {
      throw problem(Phrase("\"\(name)\" must be a mapping such as \(example)"))
    }
    guard let (repeated, first) = Self.repetition(in: entries) else { return entries }
    throw Problem(
      repeated.key.place,
      Phrase(
        """
        \(second(Problem.quoted(repeated.name))); the first one is on line \(first.key.place.line)
        """),
      value: repeated.name)
  }

  /// The first key that was there before, and the entry that has it.
  private static func repetition(in entries: [Entry]) -> (repeated: Entry, first: Entry)? {
    // A dictionary is worth its price only where there are many keys.
    guard entries.count > 20 else {
      for (place, entry) in entries.enumerated() {
        for earlier in entries[..<place] where earlier.name == entry.name {
          return (entry, earlier)
        }
      }
      return nil
    }
    var known: [String: Entry] = [:]
    for entry in entries {
      if let first = known.updateValue(entry, forKey: entry.name) { return (entry, first) }
    }
    return nil
  }

  /// Text of one line that is not blank and hides no character.
  func text(_ name: String) throws(Problem) -> String {
    guard let text = scalar, isNull == false else {
      throw problem(Phrase("\"\(name)\" must be text"))
    }
    guard text.unicodeScalars.contains(where: { $0.properties.isWhitespace == false }) else {
      throw Problem(place, Phrase("\"\(name)\" must not be blank"), value: text)
    }
    guard text.unicodeScalars.contains(where: Visible.mustEscape) == false else {
      throw Problem(
        place,
        Phrase(
          """
          "\(name)" holds a character that can't be seen: \
          \(Problem.quoted(Visible.text(text)))
          """),
        value: text)
    }
    return text
  }

  /// Text of one or more lines, which are joined by spaces: a long reason is often folded.
  func prose(_ name: String) throws(Problem) -> String {
    guard case .scalar(let text, plain: false) = content else { return try self.text(name) }
    let joined = text.utf8.split(separator: UInt8(ascii: "\n"))
      .map { String(Substring($0)) }.joined(separator: " ")
    return try Node(place: place, content: .scalar(joined, plain: false)).text(name)
  }

  /// One word of a fixed list.
  func word<Word: CaseIterable & RawRepresentable>(
    _ name: String, _: Word.Type
  ) throws(Problem) -> Word where Word.RawValue == String {
    let known = Word.allCases.map(\.rawValue)
    guard let text = scalar, let word = Word(rawValue: text) else {
      throw problem(
        Phrase("\"\(name)\" must be \(Self.choice(known))"),
        suggestion: scalar.flatMap { Spelling.nearest(to: $0, among: known) })
    }
    return word
  }

  /// Words of a fixed list, each at most once.
  func words<Word: CaseIterable & RawRepresentable & Hashable>(
    _ name: String, _: Word.Type, such example: String
  ) throws(Problem) -> [Word] where Word.RawValue == String {
    try values(of: name, such: example) { item throws(Problem) in
      try item.word(name, Word.self)
    }
  }

  func flag(_ name: String) throws(Problem) -> Bool {
    if case .scalar(let text, plain: true) = content {
      if ["true", "yes", "on"].contains(text.lowercased()) { return true }
      if Self.isNo(text) { return false }
    }
    throw problem(Phrase("\"\(name)\" must be true or false"))
  }

  /// YAML's words for false. `off` is one of them, so YAML tools may turn a severity `off` into
  /// `false` when they rewrite a file.
  static func isNo(_ text: String) -> Bool { ["false", "no", "off"].contains(text.lowercased()) }

  func repeated(in name: String) -> Problem {
    Problem(place, Phrase("\"\(name)\" names \(described) twice"), value: scalar)
  }

  /// "a, b or c"
  static func choice(_ words: [String]) -> Phrase {
    .any(words.map { Phrase(verbatim: $0) })
  }
}

/// A mapping whose keys are fixed.
struct Fields {
  let place: Place
  private let name: String
  private let entries: [Node.Entry]

  /// - Throws: where the node is no mapping, or holds a key that is not among the known ones.
  init(_ node: Node, _ name: String, such example: String, known: [String]) throws(Problem) {
    let entries = try node.mapping(name, such: example)
    for entry in entries where known.contains(entry.name) == false {
      throw Problem(
        entry.key.place, Phrase("unknown key \(Problem.quoted(entry.name))"), value: entry.name,
        suggestion: Spelling.nearest(to: entry.name, among: known))
    }
    self.place = node.place
    self.name = name
    self.entries = entries
  }

  subscript(key: String) -> Node? { entry(key)?.value }

  /// Where a key stands, or the mapping itself where the key is absent.
  func place(of key: String) -> Place { entry(key)?.key.place ?? place }

  private func entry(_ key: String) -> Node.Entry? {
    for entry in entries where entry.name == key { return entry }
    return nil
  }

  func required(_ key: String) throws(Problem) -> Node {
    guard let value = self[key] else {
      throw Problem(place, Phrase("\"\(name)\" lacks the key \"\(key)\""), value: key)
    }
    return value
  }
}
