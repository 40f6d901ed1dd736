import FlowPolicy
import GitModel
import GuardTesting
import Journal
import Testing
import Wording

/// Entries counted over whole folders, on journals thrown by dice.
@Suite struct JournalPropertyTests {
  /// A journal before it is written down: blocks of text, of which some are sections.
  private typealias Blocks = [String]

  private static func block(_ number: Int, _ dice: inout FakeDice) -> String {
    let body = dice.pick([
      "It works.", "", "```\n# not a heading\n```", "- a\n- b", "<!-- # hidden -->", "x ```y``` z",
    ])
    let title = dice.pick(["Run", "Опыт", "Run \(number)", "A `b` c", "Run"])
    let heading = dice.pick(["## \(title)", "## \(title) ###", "\(title)\n---", "##\t\(title)"])
    return "\(heading)\n\n\(body)\n"
  }

  private static func journals(_ dice: inout FakeDice) -> [TreePath: [String]] {
    var result: [TreePath: [String]] = [:]
    let names: [TreePath] = [
      "experiments/journal.md", "experiments/2026/may.md", "experiments/a b.md",
    ]
    for name in names {
      result[name] = (0..<1 + dice.below(5)).map { block($0, &dice) }
    }
    return result
  }

  private static func write(_ journals: [TreePath: [String]], crlf: Bool) -> FakeHistory.Files {
    journals.mapValues { blocks in
      let text = blocks.joined(separator: "\n")
      return crlf ? text.replacing("\n", with: "\r\n") : text
    }
  }

  private static func added(
    _ before: FakeHistory.Files, _ after: FakeHistory.Files
  ) throws -> [JournalEntry] {
    try JournalComparisonTests.change(before, after).added
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func asManyAsWereAddedAreSeen(_ seed: UInt64) throws {
    var dice = FakeDice(seed: seed)
    var journals = Self.journals(&dice)
    let crlf = dice.once(in: 4)
    let before = Self.write(journals, crlf: crlf)
    let names = journals.keys.sorted()
    let count = dice.below(6)
    for number in 0..<count {
      let name = dice.pick(names)
      let place = dice.below((journals[name]?.count ?? 0) + 1)
      journals[name]?.insert(Self.block(100 + number, &dice), at: place)
    }
    let found = try Self.added(before, Self.write(journals, crlf: crlf))
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.heading != nil && names.contains($0.path) })
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func shufflingMovingEditingAndRemovingAddNone(_ seed: UInt64) throws {
    var dice = FakeDice(seed: seed + 500)
    var journals = Self.journals(&dice)
    let before = Self.write(journals, crlf: false)
    let names = journals.keys.sorted()
    for _ in 0..<1 + dice.below(8) {
      let (from, to) = (dice.pick(names), dice.pick(names))
      guard let block = journals[from]?.popLast() else { continue }
      switch dice.below(5) {
      case 0: break  // removed
      case 1: journals[to]?.insert("## Another title\n\nNew words.\n", at: 0)  // edited
      default:
        let place = dice.below((journals[to]?.count ?? 0) + 1)
        journals[to]?.insert(block, at: place)
      }
    }
    for name in names { journals[name] = journals[name]?.shuffled(using: &dice) }
    let after = Self.write(journals, crlf: dice.once(in: 3)).filter { $0.value.isEmpty == false }
    #expect(try Self.added(before, after) == [])
  }

  /// What two people add to one journal counts as both.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func twoPeoplesEntriesAreTheirSum(_ seed: UInt64) throws {
    var dice = FakeDice(seed: seed + 900)
    let base = (0..<dice.below(4)).map { Self.block($0, &dice) }
    let hers = (0..<1 + dice.below(3)).map { Self.block(100 + $0, &dice) }
    let his = (0..<1 + dice.below(3)).map { Self.block(200 + $0, &dice) }
    let path: TreePath = "experiments/journal.md"
    let title = "# Journal"
    let before = Self.write([path: [title] + base], crlf: false)
    let after = Self.write([path: [title] + base + hers + his], crlf: false)
    #expect(try Self.added(before, after).count == hers.count + his.count)
    #expect(try JournalComparisonTests.change(before, after).rewritten == [])
  }

  @Test func renamingAFileAddsNone() throws {
    for text in ["# A\n\n# B\n", "no heading", "a,b\n1,2\n"] {
      let found = try Self.added(["experiments/old.md": text], ["experiments/new.md": text])
      #expect(found == [])
    }
  }

  /// Links, submodules and what takes a file's place.
  @Test func onlyRegularFilesHoldEntries() throws {
    let history = FakeHistory()
    let id = history.blob("# A\n")
    func count(_ before: FileKind?, _ after: FileKind?) throws -> Int {
      let change = PathChange(
        path: "experiments/a.md", before: before.map { TreeEntry(kind: $0, id: id) },
        after: after.map { TreeEntry(kind: $0, id: id) })
      return try JournalComparison.find(
        in: [change], experiments: Experiments(), template: { .empty },
        read: { id, _ in .bytes(Array(history.text(id).utf8)) }
      ).added.count
    }
    #expect(try count(nil, .regular) == 1)
    #expect(try count(nil, .executable) == 1)
    #expect(try count(nil, .symlink) == 0)
    #expect(try count(nil, .submodule) == 0)
    #expect(try count(.regular, .symlink) == 0)
    #expect(try count(.symlink, .regular) == 1)
    #expect(try count(.regular, nil) == 0)
    #expect(try count(.regular, .executable) == 0)
  }

  @Test func whatCantBeReadIsAGap() {
    let gap = EvidenceGap(question: "what a journal says", reason: .partial, remedy: [])
    let history = FakeHistory()
    let change = PathChange(
      path: "experiments/a.md", before: nil,
      after: TreeEntry(kind: .regular, id: history.blob("x")))
    #expect(throws: gap) {
      try JournalComparison.find(
        in: [change], experiments: Experiments(), template: { .empty },
        read: { (_: ObjectID, _: Int) throws(EvidenceGap) -> JournalContent in throw gap })
    }
  }
}
