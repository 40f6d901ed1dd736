import Wording

extension WireWriter {
  /// A phrase with all that stands in it: the process that prints it chooses the language.
  mutating func put(_ phrase: Phrase) {
    switch phrase.form {
    case .verbatim(let text):
      put(0)
      put(text)
    case .template(let key, let values):
      put(1)
      put(key)
      put(values) { $0.put($1) }
    case .counted(let count, let one, let other, let values):
      put(2)
      put(count)
      put(one)
      put(other)
      put(values) { $0.put($1) }
    case .joined(let parts, let separator):
      put(3)
      put(parts) { $0.put($1) }
      put(separator)
    }
  }
}

extension WireReader {
  /// No phrase of ours is nested this deep; without a bound, bytes could exhaust the stack.
  private static let deepest = 32

  mutating func phrase(below depth: Int = 0) throws(Malformed) -> Phrase {
    guard depth < Self.deepest else { throw Malformed() }
    func inner(_ wire: inout WireReader) throws(Malformed) -> Phrase {
      try wire.phrase(below: depth + 1)
    }
    switch try number() {
    case 0: return Phrase(verbatim: try text())
    case 1: return Phrase(form: .template(key: try text(), values: try array(inner)))
    case 2:
      return Phrase(
        form: .counted(
          try number(), one: try text(), other: try text(), values: try array(inner)))
    case 3: return Phrase(form: .joined(try array(inner), separator: try text()))
    default: throw Malformed()
    }
  }
}
