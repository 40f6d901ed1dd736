import Git
import GitModel
import GuardTesting
import Testing

/// Merges thrown by dice, judged by us and by the installed git.
@Suite struct RandomMergeTests {
  /// Nobody is accused of what git's merge gives, and what git shows as changed by hand is either
  /// named or listed as left out.
  @Test(arguments: Array(1...60) as [UInt64]) func accusationsAreGits(_ seed: UInt64) throws {
    let merge = try RandomMerge(seed: seed)
    let difference = try merge.history.scratch.opened().mergeDifference(
      of: TreeID(objectID(merge.result)), ours: objectID(merge.ours),
      theirs: objectID(merge.theirs))
    let named = Set(difference.paths)
    #expect(difference.paths == named.sorted())
    #expect(named.subtracting(merge.shown) == [], "git's merge gives them: \(merge)")
    let silent = merge.shown.subtracting(named).subtracting(difference.leftOut.map(\.path))
    #expect(silent == [], "git shows them: \(merge)")
    // Another way of looking for differences may see a conflict where git's own sees none.
    if let evil = merge.evil, named.contains(evil) == false {
      let reason = try #require(difference.reason(evil), "\(merge)")
      #expect([.conflict, .severalBases].contains(reason), "\(merge)")
    }
  }
}

/// Two sides of a random history, git's own merge of them, and a result that a person may have
/// changed by hand.
struct RandomMerge: CustomStringConvertible {
  let history: PlantedHistory
  let ours: String
  let theirs: String
  /// The result's tree.
  let result: String
  /// What git shows as changed by hand, beside conflicts.
  let shown: Set<TreePath>
  /// A path that was changed by hand and that no rename or conflict can touch.
  let evil: TreePath?

  var description: String { "\(history.scratch.path) \(ours) \(theirs) \(result)" }

  init(seed: UInt64) throws {
    var dice = FakeDice(seed: seed)
    history = try PlantedHistory()
    var files = RandomFiles()
    files.begin(&dice)
    let root = files
    var tips = [try history.commit(root.table)]
    var sides = [root, root]
    for place in sides.indices { sides[place].change(&dice) }
    if dice.once(in: 4) {
      // Criss-crossed: each side starts from a merge of the same two commits.
      let first = try history.commit(sides[0].table, tips)
      let second = try history.commit(sides[1].table, tips)
      let merged = try Self.automatic(history, first, second)
      tips = [
        try history.commit(tree: merged.tree, [first, second]),
        try history.commit(tree: merged.tree, [second, first]),
      ]
      let table = try history.table(merged.tree)
      sides = [RandomFiles(table: table), RandomFiles(table: table)]
      for place in sides.indices { sides[place].change(&dice) }
    }
    ours = try history.commit(sides[0].table, [tips[0]])
    theirs = try history.commit(sides[1].table, [tips.count > 1 ? tips[1] : tips[0]])
    let (tree, conflicts) = try Self.automatic(history, ours, theirs)
    var table = try history.table(tree)
    for path in conflicts where dice.once(in: 2) {
      table[path] = dice.pick(sides).table[path]
    }
    var evil: TreePath?
    if dice.once(in: 2) == false {
      let shared = table.keys.filter { name in
        sides.allSatisfy { $0.table[name] != nil } && root.table[name] != nil
          && conflicts.contains(name) == false
      }
      if dice.once(in: 3) {
        table["evil \(dice.below(3))"] = "evil\n"
      } else if shared.isEmpty == false {
        let name = dice.pick(shared.sorted())
        table[name] = dice.once(in: 3) ? nil : (table[name] ?? "") + "evil\n"
        evil = TreePath(name.hasSuffix("*") ? String(name.dropLast()) : name)
      }
    }
    result = try history.scratch.id(history.commit(table, [ours, theirs]) + "^{tree}")
    shown = Set(
      try history.scratch.git(
        "diff", "-z", "--name-only", "--no-renames", tree, result
      ).stdout.split(separator: "\0").map { TreePath($0) }
    ).subtracting(conflicts.map { TreePath($0.hasSuffix("*") ? String($0.dropLast()) : $0) })
    let seen = shown
    self.evil = evil.flatMap { seen.contains($0) ? $0 : nil }
  }

  private static func automatic(
    _ history: PlantedHistory, _ ours: String, _ theirs: String
  ) throws -> (tree: String, conflicts: [String]) {
    let outcome = try history.scratch.git(
      "merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs,
      expecting: nil)
    #expect(outcome.status < 2, "\(outcome)")
    let parts = outcome.stdout.split(separator: "\0").map(String.init)
    let modes = try history.table(parts[0])
    // A conflict is named by its path; the table marks executables.
    return (
      parts[0], parts.dropFirst().map { modes[$0 + "*"] == nil ? $0 : $0 + "*" }
    )
  }
}

/// Files that dice change.
struct RandomFiles {
  var table: PlantedHistory.Files = [:]

  private static let names = ["a", "b", "d/a", "d/b", "d/e/a", "d/e/b", "f/a", "f/g/h/a", "run*"]

  /// Few kinds of lines, so that the ways of looking for differences may disagree.
  private static func line(_ dice: inout FakeDice) -> String {
    dice.pick(["{", "}", "", "x", "y", "line \(dice.below(50))"]) + "\n"
  }

  mutating func begin(_ dice: inout FakeDice) {
    for name in Self.names where dice.once(in: 5) == false {
      table[name] = (0..<(4 + dice.below(30))).map { _ in Self.line(&dice) }.joined()
    }
    table["anchor"] = "anchor\n"
  }

  mutating func change(_ dice: inout FakeDice) {
    for _ in 0...dice.below(5) {
      guard let name = table.keys.sorted().randomElement(using: &dice) else { return }
      switch dice.below(14) {
      case 0: table[name] = nil
      case 1: move(name, to: "moved/\(dice.below(3))")
      case 2: move(name, to: dice.pick(Self.names))
      case 3: moveFolder(dice.pick(["d", "d/e", "f", "f/g"]), to: dice.pick(["m", "f", "d/k"]))
      case 4: add(dice.pick(["d/new", "d/e/new", "f/new", "f/g/new", "new"]), Self.line(&dice))
      case 5: move(name, to: name.hasSuffix("*") ? String(name.dropLast()) : name + "*")
      case 6: add(name.hasPrefix("a") ? "a/inside" : "d", Self.line(&dice))
      default: edit(name, &dice)
      }
    }
  }

  private mutating func edit(_ name: String, _ dice: inout FakeDice) {
    var lines = (table[name] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map { String($0) + "\n" }
    for _ in 0...dice.below(3) {
      let place = dice.below(lines.count + 1)
      if dice.once(in: 3), place < lines.count {
        lines.remove(at: place)
      } else {
        lines.insert(Self.line(&dice), at: place)
      }
    }
    table[name] = lines.joined()
  }

  /// A file and a folder of one name can't stand in one tree.
  private mutating func add(_ name: String, _ text: String) {
    func bare(_ name: String) -> String { name.hasSuffix("*") ? String(name.dropLast()) : name }
    let new = bare(name)
    table = table.filter {
      let old = bare($0.key)
      return old != new && old.hasPrefix(new + "/") == false && new.hasPrefix(old + "/") == false
    }
    table[name] = text
  }

  private mutating func move(_ name: String, to other: String) {
    guard let text = table.removeValue(forKey: name) else { return }
    add(other, text)
  }

  private mutating func moveFolder(_ folder: String, to other: String) {
    for name in table.keys.sorted() where name.hasPrefix(folder + "/") {
      move(name, to: other + name.dropFirst(folder.count))
    }
  }
}
