import FlowPolicy
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Journal

/// A journal that is told by another version of it reads as if it were read whole.
@Suite struct VersionTests {
  private typealias Pieces = [String]

  private static let path: TreePath = "experiments/j.md"

  /// Whatever may stand in a journal, and what is made to mislead.
  private static func piece(_ number: Int, _ dice: inout FakeDice) -> String {
    let heading = dice.pick([
      "# A", "## B", "## B", "### C \(number)", "#### Metrics", "## Metrics", "### Result:",
      "## Run \(number)", "## Run \(number)", "## Run \(number)", "# Опыт \(number) #", "##\tTab",
      " ## Indented", "  # More", "    # Code", "#None", "#######", "##", "# <!-- x -->",
      "Under \(number)\n===", "Under\n---", "#Under\n---", "two\nlines\n===", "- # In a list",
      "> ## Quoted", "## [x]", "words", "words\n## Close", "- a\n  - b\n## Close", "", "---", "...",
      "---\ntitle: T", "title: x\n---", "# [x] `c` **b**", "## **Data:** x",
    ])
    let body = dice.pick([
      "Words.", "", "", "**Metrics:** f1 = 0.\(number)", "- **Data:** a\n- **Result:** b",
      "Words.\n\nMore *words* [x] and `code`.", "```\n# fenced\n```", "```", "~~~", "  ```", "<!--",
      "-->", "<!-- # hidden -->", "<div>", "</div>\n", "<pre>", "</pre>", "<?php", "?>",
      "| a | b |\n|---|---|\n| 1 | 2 |", "| Metrics | x |\n|---|---|", "| a |\n|---|", "[x]: y",
      "[x]:\n  y", "[x\n]: y", "- a\n- b", "1. a\n\n   b", "> q", ">", "\tcode", "    code", "-",
      "a\rb", "a\r\nb", "\u{feff}# Mark", "\0", "***", "===", "text\n    # lazy",
      "Hypothesis: a", "<!-- a\n\n# b -->", "<todo>", "**Branch:** x", "- ```\n  # a", "* <pre>",
    ])
    return heading + dice.pick(["\n", "\n\n", "\n\n"]) + body
  }

  private static func text(_ pieces: Pieces, _ dice: inout FakeDice, _ crlf: Bool) -> [UInt8] {
    var text = pieces.joined()
    if dice.once(in: 4) { while text.hasSuffix("\n") { text.removeLast() } }
    if crlf { text = text.replacing("\n", with: "\r\n") }
    var bytes = Array(text.utf8)
    if dice.once(in: 20) { bytes = [0xef, 0xbb, 0xbf] + bytes }
    if dice.once(in: 20), bytes.isEmpty == false { bytes[dice.below(bytes.count)] = 0xff }
    return bytes
  }

  private static func journal(_ dice: inout FakeDice) -> Pieces {
    var pieces: Pieces = []
    if dice.once(in: 6) {
      pieces.append(
        dice.pick([
          "---\ntitle: T\n---\n", "---\n# c\na: b\n", "---\nmetrics: f1 = 1\n---\n", "---\na: [\n",
          "---\n# c\n\n", "---\na: b\n...\n\n",
        ]))
    }
    for number in 0..<dice.below(9) {
      pieces.append(piece(number, &dice) + dice.pick(["\n", "\n\n", "\n\n"]))
    }
    return pieces
  }

  private static func edited(_ pieces: Pieces, _ dice: inout FakeDice) -> Pieces {
    var pieces = pieces
    for number in 0..<1 + dice.below(2) {
      let place = dice.below(pieces.count + 1)
      let other = dice.below(max(pieces.count, 1))
      switch dice.below(7) {
      case 0, 1: pieces.insert(piece(20 + number, &dice) + "\n\n", at: place)
      case 2: pieces.append(piece(30 + number, &dice) + dice.pick(["", "\n", "\n\n"]))
      case 3 where pieces.isEmpty == false: pieces.remove(at: other)
      case 4 where pieces.isEmpty == false:
        pieces[other] = pieces[other].replacing(dice.pick([" ", "\n\n", "a", "#"]), with: "b")
      case 5 where pieces.isEmpty == false: pieces.insert(pieces[other], at: place)
      case 6 where pieces.count > 1:
        pieces.insert(pieces.remove(at: other), at: place - 1 < 0 ? 0 : place - 1)
      default: pieces.insert("\n", at: place)
      }
    }
    return pieces
  }

  private struct Told: Equatable {
    let sections: [String]
    let parts: [String]
    let obstacle: JournalChange.Obstacle?

    init(_ text: JournalText) {
      sections = text.sections.map {
        "\($0.role) \($0.heading ?? "-") \($0.firstLine) \($0.endLine) \(text.range(of: $0))"
      }
      parts = text.parts
      obstacle = text.obstacle
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func aVersionReadsLikeTheWhole(_ seed: UInt64) throws {
    var dice = FakeDice(seed: seed)
    var told = 0
    let rounds = 300
    for _ in 0..<rounds {
      var pieces = Self.journal(&dice)
      let crlf = dice.once(in: 5)
      let first = Self.text(pieces, &dice, crlf)
      var known = JournalText(Self.path, first, sections: [])
      for _ in 0..<3 {
        pieces = Self.edited(pieces, &dice)
        let bytes = Self.text(pieces, &dice, crlf)
        let whole = JournalText(Self.path, bytes, sections: [])
        guard let version = known.version(bytes) else {
          known = whole
          continue
        }
        told += 1
        let source = String(decoding: known.lines.text, as: UTF8.self)
        try #require(
          Told(version) == Told(whole),
          "\(source.debugDescription) -> \(String(decoding: bytes, as: UTF8.self).debugDescription)"
        )
        // The next one is told by what was told.
        known = version
      }
    }
    #expect(told > rounds / 2, "the quick way is hardly taken: \(told)")
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func changesAreTheSame(_ seed: UInt64) throws {
    var dice = FakeDice(seed: seed + 1_000)
    let paths: [TreePath] = ["experiments/a.md", "experiments/b.md"]
    for _ in 0..<120 {
      var journals = paths.map { _ in Self.journal(&dice) }
      var blobs: [[[UInt8]]] = []
      for _ in 0..<3 {
        blobs.append(journals.map { Self.text($0, &dice, false) })
        for index in journals.indices where dice.once(in: 3) == false {
          journals[index] = Self.edited(journals[index], &dice)
        }
        if dice.once(in: 4), let moved = journals[0].popLast() { journals[1].append(moved) }
      }
      let recent = RecentJournals()
      for step in [(1, 2), (0, 1), (2, 0)] {
        let quick = try Self.change(blobs, step.0, step.1, paths, recent)
        let whole = try Self.change(
          blobs, step.0, step.1, paths, RecentJournals(isThorough: true))
        try #require(
          quick == whole,
          "\(blobs[step.0].map { String(decoding: $0, as: UTF8.self) }) -> \(blobs[step.1].map { String(decoding: $0, as: UTF8.self) })"
        )
      }
    }
  }

  private static func change(
    _ blobs: [[[UInt8]]], _ before: Int, _ after: Int, _ paths: [TreePath],
    _ recent: RecentJournals
  ) throws -> JournalChange {
    var contents: [ObjectID: [UInt8]] = [:]
    func entry(_ step: Int, _ file: Int) throws -> TreeEntry {
      let id = try #require(
        ObjectID(String(repeating: "\(step + 1)", count: 39) + String(file)))
      contents[id] = blobs[step][file]
      return TreeEntry(kind: .regular, id: id)
    }
    var changes: [PathChange] = []
    for (file, path) in paths.enumerated() where blobs[before][file] != blobs[after][file] {
      changes.append(
        PathChange(path: path, before: try entry(before, file), after: try entry(after, file)))
    }
    return try JournalComparison.find(
      in: changes, experiments: Experiments(), recent: recent,
      template: { Template(Array("## Run\n\n**Metrics:** f1 =\n".utf8), sections: []) },
      read: { id, _ in .bytes(contents[id] ?? []) })
  }

  /// What would mislead a reader of parts, each in the smallest form.
  @Test(arguments: [
    ("# A\n\n## B\n", "# A\n\n## X\n\n```\n\n## B\n"),
    ("# A\n\n## B\n", "# A\n\n## X\n\n<!--\n\n## B\n"),
    ("# A\n\n## X\n\n```\n", "# A\n\n## X\n\n```\n\n## B\n"),
    ("# A\n\n## [x]\n\n## B\n", "# A\n\n## [x]\n\n## B\n\n[x]: y\n\n## C\n"),
    ("# A\n\n## [x]\n\n## B\n\n[x]: y\n\n## C\n", "# A\n\n## [x]\n\n## C\n"),
    ("# A\n\n- a\n## X\n  ## B\n", "# A\n\n- a\n  ## B\n"),
    ("# A\n\n## B\n\n---\n", "# A\n\n## B\n\nwords\n---\n"),
    ("# A\n\n## B\n## C\n", "# A\n\n## B ## C\n"),
    ("---\na: b\n# x\n\n# A\n\n# B\n", "---\na: b\n# x\n\n# A\n---\n\n# B\n"),
    ("---\na: b\n---\n\n# A\n\n# B\n", "---\na: b\n---\n\n# B\n"),
    ("---\nbranch: b\n---\n\n# A\n\n# B\n", "---\nbranch: b\n---\n\n# A\n"),
    ("# A\r\n\r\n## B\r\n", "# A\r\n\r\n## X\r\rY\r\n===\r\n\r\n## B\r\n"),
    ("\u{feff}# A\n\n# B\n", "# B\n"), ("# A\n", ""), ("# A\n\n# B\n", "# A"),
    ("# A\n\n# B", "# A\n\n# B\n\n# C"), ("", "\n\n# A\n"), ("Words\n", "Words\n\n# A"),
    ("# A\n\n```\nx\n```", "# A\n\n```\nx\n```\n\n\n# B\n"),
    ("# A\n\n- a", "# A\n\n- a\r\n\r\n# B\n"),
    ("# A\r", "# A\r\n\r\n# B"), ("# A\n\n<div>\n", "# A\n\n<div>\n\n# B\n"),
    ("# A\n\n## Metrics\n", "# A\n\n## B\n\n## Metrics\n"),
  ])
  func trapsAreSeen(known: String, other: String) throws {
    for (one, two) in [(known, other), (other, known)] {
      let text = JournalText(Self.path, Array(one.utf8), sections: [])
      let whole = JournalText(Self.path, Array(two.utf8), sections: [])
      if let version = text.version(Array(two.utf8)) { #expect(Told(version) == Told(whole)) }
    }
  }

  /// Of two sections that are alike, the later one is the one that was added.
  @Test func theLastOfTwinsIsTheNewOne() throws {
    let twins = "# J\n\n## A\n\na\n\n## B\n\nb\n\n## A\n\na\n"
    let found = try JournalComparisonTests.change(
      ["experiments/j.md": "# J\n\n## B\n\nb\n\n## A\n\na\n"], ["experiments/j.md": twins])
    #expect(found.added.map(\.line) == [11])
  }

  /// Many steps of one journal that only grows: it is parsed once.
  @Test func aRunOfStepsIsToldByItsEnd() throws {
    var text = "# Journal\n"
    var versions: [[UInt8]] = []
    for number in 0..<20 {
      text += "\n## Run \(number)\n\nIt reaches 0.\(number).\n"
      versions.append(Array(text.utf8))
    }
    let last = versions.removeLast()
    var known = JournalText(Self.path, last, sections: [])
    for bytes in versions.reversed() { known = try #require(known.version(bytes)) }
    #expect(known.sections.map(\.heading) == ["Journal", "Run 0"])
  }
}
