import FlowPolicy
import GitModel
import GuardTesting
import Journal
import Testing

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

  @Test func aTitleThatGetsItsFirstEntryIsNone() throws {
    let found = try Self.change(
      ["experiments/j.md": "# Journal\n"], ["experiments/j.md": "# Journal\n\n## A\n\nWords.\n"])
    #expect(found.added.map(\.heading) == ["A"])
    #expect(found.rewritten == [])
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

  @Test func aFileWithoutAHeadingIsOneEntry() throws {
    let found = try Self.change([:], ["experiments/x.csv": "a,b", "experiments/y.md": "text"])
    #expect(found.added.map(\.path) == ["experiments/x.csv", "experiments/y.md"])
    #expect(found.added.allSatisfy { $0.heading == nil })
  }
}
