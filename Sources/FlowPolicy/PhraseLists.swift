import Wording

extension Phrase {
  /// The first of several things and how many more there are: `a, b, c and 2 more`.
  static func first(_ shown: Int, of things: [some CustomStringConvertible]) -> Phrase {
    let names = things.prefix(shown).map(\.description).joined(separator: ", ")
    let rest = things.count - shown
    return rest > 0 ? Phrase("\(names) and \(rest) more") : Phrase(verbatim: names)
  }
}
