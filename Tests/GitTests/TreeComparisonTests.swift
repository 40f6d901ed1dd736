import Git
import GitModel
import GuardTesting
import Testing

/// Two trees are compared from what they do not begin or end with alike; the dice throw names of
/// which one ends with another, few contents and both kinds of entries, so that ends agree by the
/// byte and not by the entry.
@Suite struct TreeComparisonTests {
  private typealias Entries = [String: TreeEntry]

  private static let names = [
    "a", "b", "aa", "ab", "ba", "bb", "a.", "b.", "a-b", "aab", "bab", "c",
  ]

  private static func thrown(_ dice: inout FakeDice, _ blobs: [ObjectID]) -> Entries {
    var entries: Entries = [:]
    for name in names where dice.once(in: 2) {
      entries[name] = TreeEntry(
        kind: dice.pick([.regular, .regular, .executable]), id: dice.pick(blobs))
    }
    return entries
  }

  /// The same with little changed, as a history has it.
  private static func changed(
    _ entries: Entries, _ dice: inout FakeDice, _ blobs: [ObjectID]
  ) -> Entries {
    var entries = entries
    for _ in 0..<dice.below(3) {
      entries[dice.pick(names)] =
        dice.once(in: 3) ? nil : TreeEntry(kind: .regular, id: dice.pick(blobs))
    }
    return entries
  }

  private static func line(_ name: String, _ entry: TreeEntry) -> String {
    "\(entry.kind == .executable ? 100755 : 100644) blob \(entry.id)\t\(name)\n"
  }

  @Test func whatDiffersIsFoundWhereverItStands() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["a": "1\n", "b": "2\n"])
    let blobs = try [scratch.object("HEAD:a"), scratch.object("HEAD:b")]
    var dice = FakeDice(seed: 4)
    var pairs: [(Entries, Entries)] = []
    for _ in 0..<400 {
      let one = Self.thrown(&dice, blobs)
      let two = dice.once(in: 3) ? Self.thrown(&dice, blobs) : Self.changed(one, &dice, blobs)
      pairs.append((one, two))
    }
    let texts = pairs.flatMap { [$0.0, $0.1] }.map { entries in
      entries.sorted { $0.key < $1.key }.map { Self.line($0.key, $0.value) }.joined()
    }
    let made = try scratch.git("mktree", "--batch", input: texts.joined(separator: "\n"))
    let trees = try made.lines.map { TreeID(try objectID($0)) }
    #expect(trees.count == texts.count)
    let repository = try scratch.opened()
    for (number, (one, two)) in pairs.enumerated() {
      let wanted = Self.names.sorted().compactMap { name -> PathChange? in
        guard one[name] != two[name] else { return nil }
        return PathChange(path: TreePath(name), before: one[name], after: two[name])
      }
      let found = try repository.changes(from: trees[2 * number], to: trees[2 * number + 1])
      #expect(found == wanted, "pair \(number)")
    }
  }
}
