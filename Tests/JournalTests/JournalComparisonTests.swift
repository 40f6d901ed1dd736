import FlowPolicy
import GitModel
import GuardTesting
import Journal
import Testing
import Wording

/// What a change adds, on small journals.
@Suite struct JournalComparisonTests {
  static func change(
    _ before: FakeHistory.Files, _ after: FakeHistory.Files,
    experiments: Experiments = Experiments()
  ) throws -> JournalChange {
    let history = FakeHistory()
    return try history.journalChange(
      from: history.tree(before), to: history.tree(after), experiments: experiments)
  }

  /// Each entry is named by its own heading where the others stayed.
  @Test func theNewHeadingIsNamed() throws {
    let before: FakeHistory.Files = ["experiments/j.md": "# A\n\n# B\n"]
    let found = try Self.change(before, ["experiments/j.md": "# B\n\n# New\n\n# A\n"])
    #expect(found.added.map(\.heading) == ["New"])
    let twice = try Self.change(before, ["experiments/j.md": "# A\n\n# A\n\n# B\n"])
    #expect(twice.added.map(\.heading) == ["A"])
    #expect(twice.rewritten == [])
  }

  /// A text above the headings of a journal is no section of its own, and no file either.
  @Test func aNewTextFileIsNoPreambleOfAJournalThatIsEdited() throws {
    let before: FakeHistory.Files = ["experiments/j.md": "Above.\n\n# A\n\nOld words.\n"]
    let found = try Self.change(
      before,
      ["experiments/j.md": "Above.\n\n# A\n\nNew words.\n", "experiments/new.txt": "Found.\n"])
    #expect(found.added.map(\.path) == ["experiments/new.txt"])
    // Nor is a new journal that has no heading yet.
    let other = try Self.change(
      before,
      ["experiments/j.md": "Above.\n\n# A\n\nNew words.\n", "experiments/k.md": "Found.\n"])
    #expect(other.added.map(\.path) == ["experiments/k.md"])
    // A preamble that has become all there is was there before.
    let same = try Self.change(before, ["experiments/j.md": "Above, and more.\n"])
    #expect(same.added == [])
  }

  /// A file that is no journal counts by being new; it is a renamed one where half of it is the
  /// same, as git has it.
  @Test func aNewTextFileCountsWhateverWasRemovedBesideIt() throws {
    func added(_ text: String, to other: String) throws -> [TreePath] {
      try Self.change(["experiments/a.txt": text], ["experiments/b.txt": other]).added.map(\.path)
    }
    let lines = (1...10).map { "line \($0)\n" }.joined()
    #expect(try added(lines, to: lines) == [])
    #expect(try added(lines, to: lines + "one more\n") == [])
    #expect(try added(lines, to: "all\nof it\nis new\n") == ["experiments/b.txt"])
    // Nor does a section that goes away take its place.
    let moved = try Self.change(["experiments/j.md": "# A\n\nx\n"], ["experiments/b.txt": "y\n"])
    #expect(moved.added.map(\.path) == ["experiments/b.txt"])
  }

  @Test func aTitleThatGetsItsFirstEntryIsNone() throws {
    let found = try Self.change(
      ["experiments/j.md": "# Journal\n"], ["experiments/j.md": "# Journal\n\n## A\n\nWords.\n"])
    #expect(found.added.map(\.heading) == ["A"])
    #expect(found.rewritten == [])
  }

  /// Where too much was renamed to look for the likest, the number is right all the same.
  @Test(arguments: [(3, 4), (120, 700), (600, 2)])
  func howeverManyAreRenamedNoneIsAdded(_ count: Int, _ lines: Int) throws {
    func journal(_ name: String, _ count: Int) -> FakeHistory.Files {
      let text = (0..<lines).map { "Line \($0).\n" }.joined()
      return [
        "experiments/j.md": (0..<count).map { "## \(name) \($0)\n\n\(text)\n" }.joined()
      ]
    }
    let found = try Self.change(journal("Old", count), journal("New", count + 2))
    #expect(found.added.count == 2 && found.rewritten.count == count)
  }

  /// A title says nothing that could be rewritten.
  @Test func wordsBelowABareTitleRewriteNothing() throws {
    let before: FakeHistory.Files = ["experiments/j.md": "# Journal\n"]
    let found = try Self.change(before, ["experiments/j.md": "# Journal\n\nHow we write.\n"])
    #expect(found.added == [] && found.rewritten == [])
    #expect(try Self.change(before, [:]).rewritten.count == 1)
  }

  @Test func aCopyOfTheTemplateIsNone() throws {
    let template = "## Name of the branch\n\n- **Hypothesis:** why\n- **Metrics:** f1 = …\n"
    let before: FakeHistory.Files = [
      "experiments/TEMPLATE.md": template, "experiments/j.md": "# Journal\n",
    ]
    var after = before
    after["experiments/j.md"] =
      "# Journal\n\n" + template.replacing("Name of the branch", with: "x")
    let copied = try Self.change(before, after)
    #expect(copied.added == [])
    #expect(
      copied.others.map(\.obstacle) == [.placeholders(heading: "x", line: 3)])
    after["experiments/j.md"] = after["experiments/j.md"]?.replacing("f1 = …", with: "f1 = 0.9")
    #expect(try Self.change(before, after).added.map(\.heading) == ["x"])
  }

  private static let team = """
    # How to describe

    ## {{branch}}

    - **Branch:** {{branch}}
    - **Hypothesis:** <what>

    ### Notes

    Say here what was odd.

    """

  /// Whichever way the template is copied, as long as nobody fills it in.
  @Test(arguments: [
    // As it stands, with its title; with another title; without the fields.
    team, team.replacing("{{branch}}", with: "experiment/x"),
    team.replacing("How to describe", with: "X").replacing("{{branch}}", with: "experiment/x"),
    "## Notes\n\nSay here what was odd.\n", "# How to describe\n", "## Notes\n",
  ])
  func noCopyOfTheTemplateIsAnEntry(_ copy: String) throws {
    let path: TreePath = "experiments/TEMPLATE.md"
    let before: FakeHistory.Files = [path: Self.team, "experiments/j.md": "words\n"]
    let afters: [FakeHistory.Files] = [
      before.merging(["experiments/x.md": copy]) { $1 },
      // The template moved away, or replaced at the same time.
      ["experiments/j.md": "words\n", "experiments/x.md": copy],
      before.merging([path: "## {{branch}}\n\nOther words.\n", "experiments/x.md": copy]) { $1 },
    ]
    for after in afters { #expect(try Self.change(before, after).added == [], "\(after)") }
    var filled = afters[0]
    filled["experiments/x.md"] = copy + "\n**Result:** it works\n"
    #expect(try Self.change(before, filled).added.count == 1)
  }

  /// A title that comes with an entry of another's does not stand in for one's own.
  @Test func aTitleAboveWhatIsStillToBeFilledInIsNone() throws {
    let found = try Self.change(
      [:], ["experiments/j.md": "# Mine\n\n## x\n\n**Data:** <which>\n"])
    #expect(found.added == [])
    let above = try Self.change(
      ["experiments/j.md": "## x\n\n**Data:** a\n"],
      ["experiments/j.md": "# 2026\n\n## x\n\n**Data:** a\n"])
    #expect(above.added.map(\.heading) == ["2026"])
  }

  @Test func aFileWithoutAHeadingIsOneEntry() throws {
    let found = try Self.change([:], ["experiments/x.csv": "a,b", "experiments/y.md": "text"])
    #expect(found.added.map(\.path) == ["experiments/x.csv", "experiments/y.md"])
    #expect(found.added.allSatisfy { $0.heading == nil })
  }
}
