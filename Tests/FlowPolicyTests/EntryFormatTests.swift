import FlowPolicy
import GitModel
import GuardTesting
import Testing
import Wording

/// entry-format and entry-rewrite beyond their cards' examples.
@Suite struct EntryFormatTests {
  private static let journal: TreePath = "experiments/journal.md"

  /// Lands one experiment with this text in the journal, and tells what the rules say.
  private func land(
    _ text: String, policy: Policy = Policy(), experiments: [String] = ["experiment/x"]
  ) -> Judgement {
    let tale = Tale()
    for name in experiments { tale.bring(name, into: "intermediate/anna") }
    tale.commit("intermediate/anna", [Self.journal: text], message: "Describe")
    tale.merge("intermediate/anna", into: "develop")
    return tale.push("develop", by: policy)
  }

  private func asking(_ sections: String...) -> Policy {
    Policy.with { $0.experiments.sections = sections }
  }

  @Test(arguments: [
    "# Journal\n\n## A\n\n**Data:** MNIST of experiment/x\n\n**Conclusion:** better\n",
    "# Журнал\n\n## Experiment/X\n\n- **Данные:** MNIST\n- **вывод**: лучше\n",
    "## experiment/x\n\n### Data\n\nMNIST\n\n### Conclusions:\n\nbetter\n",
    "## `experiment/x`\n\n| Data | MNIST |\n|---|---|\n| Conclusion | better |\n",
  ])
  func whatIsFilledInPasses(_ text: String) {
    let told = land(text, policy: asking("Data", "Conclusion")).found(.entryFormat)
    #expect(told.map(\.message) == [])
  }

  @Test func whatIsMissingOrBlankIsNamedWithItsPlace() {
    let text = "# Journal\n\n## Of experiment/x\n\n**Data:** <which>\n\n**Metrics:** f1 = 0.9\n"
    let told = land(text, policy: asking("Data", "Metrics", "Conclusion")).found(.entryFormat)
    #expect(
      told.map(\.message) == [
        "experiments/journal.md:3 \"Of experiment/x\" lacks Conclusion and leaves Data blank"
      ])
    #expect(told.map(\.path) == [Self.journal])
    #expect(told.map(\.severity) == [.warning])
  }

  /// Where the fields may stand in front matter that can't be read, that comes first.
  @Test func frontMatterThatIsNotReadIsNamed() throws {
    let text = "---\nbranch: experiment/x\ndata: \"MNIST\n---\n\n# A\n"
    let told = land(text, policy: asking("Data")).found(.entryFormat)
    #expect(
      told.first?.message.hasPrefix("experiments/journal.md:4: the front matter is not read")
        == true,
      "\(told)")
    #expect(told.first?.details.isEmpty == false)
    #expect(land(text).found(.entryFormat) == [], "where nothing is missing, nobody minds")
  }

  /// Some shells run what stands in a comment, so a heading never comes into a command.
  @Test func aHeadingStaysOutOfTheRemedy() {
    let told = land("# J\n\n## $(touch x)\n\nGood.\n").found(.entryFormat)
    #expect(told.map(\.message).first?.contains("touch x") == true)
    #expect(told.map { $0.remedy.lines.english }.contains { $0.contains("journal.md, line 3") })
    #expect(told.map { $0.remedy.lines.english }.contains { $0.contains("touch x") } == false)
  }

  @Test func eachExperimentIsNamed() {
    let both = ["experiment/x", "experiment/y"]
    let one = land("# J\n\n## Of experiment/x\n\nGood.\n", experiments: both)
    #expect(
      one.found(.entryFormat).map(\.message) == [
        "experiments/journal.md has no new entry that names experiment/y"
      ])
    let half = land(
      "# J\n\n## Of experiment/x\n\nGood.\n\n## experiment/y\n\n**Data:** <which>\n",
      experiments: both)
    #expect(
      half.found(.entryFormat).flatMap(\.details) == [
        "experiments/journal.md:7 \"experiment/y\" is still to be filled in"
      ])
    let all = land("# J\n\n## experiment/x and experiment/y\n\nGood.\n", experiments: both)
    #expect(all.found(.entryFormat) == [])
    let more = land("# J\n\n## experiment/x\n\nGood.\n\n## A thought\n\nWords.\n")
    #expect(more.found(.entryFormat) == [])
  }

  /// A longer name is another branch; what a comment hides names nothing.
  @Test(arguments: [
    "experiment/xyz", "experiment/x-2", "my.experiment/x/y", "<!-- experiment/x -->",
  ])
  func whatOnlyLooksLikeTheNameIsNone(_ words: String) {
    let told = land("# J\n\n## Run\n\nOf \(words) here.\n")
    #expect(told.found(.entryFormat).count == 1)
  }

  @Test func wherePeopleNeedNotNameItNobodyAsks() {
    let policy = Policy.with { $0.experiments.namesBranch = false }
    #expect(land("# J\n\n## Run\n\nGood.\n", policy: policy).found(.entryFormat) == [])
  }

  private func rewriting(_ after: String) -> [String] {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.commit(
      "intermediate/anna", [Self.journal: "# J\n\n## experiment/x\n\nIt works well.\n"],
      message: "Describe")
    tale.merge("intermediate/anna", into: "develop")
    tale.bring("experiment/y", into: "intermediate/boris")
    tale.commit("intermediate/boris", [Self.journal: after], message: "Describe")
    tale.merge("intermediate/boris", into: "develop")
    return tale.push("develop").found(.entryRewrite).map(\.message.english).filter {
      $0.contains("entry")
    }
  }

  @Test func movingAndReflowingRewriteNothing() {
    let told = rewriting(
      "# J\n\n## experiment/y\n\nBad.\n\n## experiment/x\n\nIt\nworks well.\n")
    #expect(told == [])
  }

  @Test func changingAndRemovingAreTold() {
    let changed = rewriting("# J\n\n## experiment/x\n\nIt fails.\n\n## experiment/y\n\nBad.\n")
    #expect(changed.contains { $0.contains("changes the earlier entry \"experiment/x\"") })
    let removed = rewriting("# J\n\n## experiment/y\n\nBad.\n\n## Also experiment/y\n\nWorse.\n")
    #expect(removed.contains { $0.contains("the earlier entry \"experiment/x\"") })
  }
}
