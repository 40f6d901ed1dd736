package import Wording

/// A value of a YAML text with its place.
package final class Node: Sendable {
  package enum Content: Sendable {
    case scalar(String, plain: Bool)
    case list([Node])
    case mapping([Entry])
  }

  /// A key with its value. Keys are always scalars.
  package final class Entry: Sendable {
    package let key: Node
    package let name: String
    package let value: Node

    init(key: Node, name: String, value: Node) {
      self.key = key
      self.name = name
      self.value = value
    }
  }

  package let place: Place
  package let content: Content

  package init(place: Place, content: Content) {
    self.place = place
    self.content = content
  }

  /// Reads one document. nil where the text holds none or nothing but comments.
  ///
  /// Anchors, aliases, tags and further documents are refused: a text that needs them is one
  /// that nobody can read at a glance, and aliases are how small files grow without bound.
  package static func document(_ bytes: [UInt8]) throws(Problem) -> Node? {
    var builder = Builder(events: try YAMLEvents(bytes))
    return try builder.document()
  }

  /// Whether this is YAML's null: nothing, `~` or `null` without quotation marks.
  package var isNull: Bool {
    guard case .scalar(let text, plain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The value as messages name it.
  package var described: Phrase {
    switch content {
    case .list: Phrase("a list")
    case .mapping: Phrase("a mapping")
    case .scalar(let text, _):
      isNull && text.isEmpty ? Phrase("nothing") : Phrase(verbatim: Problem.quoted(text))
    }
  }

  /// The scalar's text, where it is one.
  package var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }
}

private struct Builder: ~Copyable {
  /// The deepest value of a policy stands four levels down; front matter is flatter still.
  static let deepest = 20

  var events: YAMLEvents

  mutating func document() throws(Problem) -> Node? {
    var root: Node?
    var documents = 0
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd: return root
      case .documentStart:
        documents += 1
        guard documents == 1 else {
          throw Problem(event.place, Phrase("a second YAML document begins here; one is allowed"))
        }
        let first = try events.next()
        if case .documentEnd = first.kind { continue }
        root = try node(first, depth: 1)
      default: continue
      }
    }
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(Problem) -> Node {
    if let anchor = event.anchor {
      throw Problem(
        event.place,
        Phrase("the anchor \(Problem.quoted("&" + anchor)) is not allowed; write the value out"),
        value: "&" + anchor)
    }
    if let tag = event.tag {
      throw Problem(
        event.place, Phrase("the tag \(Problem.quoted(tag)) is not allowed; write the bare value"),
        value: tag)
    }
    guard depth <= Self.deepest else {
      throw Problem(event.place, Phrase("this is nested more than \(Self.deepest) levels deep"))
    }
    switch event.kind {
    case .scalar(let text, let plain):
      return Node(place: event.place, content: .scalar(text, plain: plain))
    case .listStart:
      var items: [Node] = []
      while true {
        let next = try events.next()
        if case .listEnd = next.kind { break }
        items.append(try node(next, depth: depth + 1))
      }
      return Node(place: event.place, content: .list(items))
    case .mappingStart:
      var entries: [Node.Entry] = []
      while true {
        let next = try events.next()
        if case .mappingEnd = next.kind { break }
        entries.append(try entry(next, depth: depth + 1))
      }
      return Node(place: event.place, content: .mapping(entries))
    case .alias(let name):
      throw Problem(
        event.place,
        Phrase(
          """
          the alias \(Problem.quoted("*" + name)) is not allowed; write the value out, and put a \
          pattern that begins with * in quotation marks
          """), value: "*" + name)
    default:
      throw Problem(event.place, Phrase("a value is missing here"))
    }
  }

  private mutating func entry(_ event: YAMLEvent, depth: Int) throws(Problem) -> Node.Entry {
    let key = try node(event, depth: depth)
    guard case .scalar(let name, _) = key.content else {
      throw Problem(key.place, Phrase("a key must be plain text, but it is \(key.described)"))
    }
    let value = try events.next()
    return Node.Entry(key: key, name: name, value: try node(value, depth: depth))
  }
}
