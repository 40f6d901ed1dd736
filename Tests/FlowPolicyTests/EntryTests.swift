import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// experiment-entry: what counts as an entry, and which steps owe none.
@Suite struct EntryTests {
  static let journal: TreePath = "experiments/journal.md"
  static let text = "# Journal\n\n## First\n\nGood.\n\n## Second\n\nBad.\n"

  /// Whether anna's change, brought into develop, lacks an entry.
  private func owes(
    _ files: [TreePath: String?], before: FakeHistory.Files = [journal: text],
    by policy: Policy = Policy()
  ) -> Bool {
    let tale = Tale(["README.md": "A project"].merging(before) { $1 })
    tale.branch("intermediate/anna")
    tale.commit("intermediate/anna", files)
    tale.merge("intermediate/anna", into: "develop")
    return tale.push("develop", by: policy).rules.contains(.experimentEntry)
  }

  @Test func oneMoreHeadingIsAnEntry() {
    #expect(owes([Self.journal: Self.text + "\n## Third\n"]) == false)
    #expect(owes([Self.journal: "Third\n=====\n\n" + Self.text]) == false)
    // Even one that reads like another.
    #expect(owes([Self.journal: Self.text + "\n## First\n"]) == false)
  }

  @Test(arguments: [
    "# Journal\n\n## Second\n\nBad.\n\n## First\n\nGood.\n",  // re-ordered
    "# Journal\n\n## First, renamed\n\nGood.\n\n## Second\n\nBad.\n",
    "# Journal\n\n## First\n\nVery good.\n\n## Second\n\nBad.\n",
    text + "\nA line more.\n", text + "\n##\n", text + "\n## \u{a0}\n", text + "\n## \u{200b}\n",
    text + "\n```\n## In a fence\n```\n", text + "\n<!--\n## In a comment\n-->\n",
    "# Journal\n\n## First\n\nGood.\n",  // one less
  ])
  func editsAreNoEntry(_ text: String) { #expect(owes([Self.journal: text])) }

  @Test func movingAnEntryAddsNone() {
    let half = "# Journal\n\n## First\n\nGood.\n"
    let before: FakeHistory.Files = [Self.journal: Self.text, "experiments/old.md": "# Old\n"]
    #expect(
      owes([Self.journal: half, "experiments/old.md": "# Old\n\n## Second\n"], before: before))
    // The whole file as well.
    #expect(owes([Self.journal: nil, "experiments/2026.md": Self.text]))
    // Replacing somebody's entry by one's own.
    #expect(owes([Self.journal: half + "\n## Mine\n"]))
  }

  @Test func aNewTextFileIsAnEntry() {
    #expect(owes(["experiments/x/notes.txt": "It works."]) == false)
    #expect(owes(["experiments/x.md": "No heading, and still a text."]) == false)
  }

  @Test(arguments: ["", " \n\t\n", "\u{a0}\u{200b}\n", "\u{feff}", "data\u{0}data"])
  func aBlankOrBinaryFileIsNone(_ text: String) { #expect(owes(["experiments/x.txt": text])) }

  @Test func filesElsewhereAreNone() {
    #expect(owes(["notes.md": "# Notes\n"]))
    #expect(owes(["experiments2/notes.md": "# Notes\n"]))
    #expect(owes(["docs/experiments/notes.md": "# Notes\n"]))
    #expect(owes(["experiments": "a file in the folder's place", Self.journal: nil]))
  }

  @Test func aFolderOfAnotherLetterCaseIsNamed() {
    let tale = Tale()
    tale.branch("intermediate/anna")
    tale.commit("intermediate/anna", ["Experiments/x.md": "# X\n"])
    tale.merge("intermediate/anna", into: "develop")
    let told = tale.push("develop").found(.experimentEntry).flatMap(\.details).texts(in: .english)
    #expect(
      told.contains("Experiments/x.md does not stand under experiments/: letter case counts"),
      "\(told)")
  }

  @Test func anEditOfAFileThatIsNoJournalIsNone() {
    let before: FakeHistory.Files = ["experiments/x.txt": "one"]
    #expect(owes(["experiments/x.txt": "# one\n\n## two\n"], before: before))
    #expect(owes(["experiments/x.txt": nil, "experiments/y.txt": "one"], before: before))
  }

  @Test func anotherFolderMayHoldTheJournals() {
    let policy = Policy.with { policy in
      policy.experiments.directory = "lab/notes"
      policy.experiments.files = [PathPattern("*.txt")]
    }
    #expect(owes(["lab/notes/a.md": "# New\n"], by: policy) == false)
    #expect(owes(["experiments/a.md": "# New\n"], by: policy))
    let before: FakeHistory.Files = ["lab/notes/a.txt": "# One\n"]
    #expect(owes(["lab/notes/a.txt": "# One\n\n# Two\n"], before: before, by: policy) == false)
  }

  // What owes none

  @Test func exemptPathsOweNone() {
    let policy = Policy.with { $0.experiments.exempt = [PathPattern("docs/**")] }
    #expect(owes(["docs/a.md": "text"]))
    #expect(owes(["docs/a.md": "text"], by: policy) == false)
    #expect(owes(["docs/a.md": "text", "src/b.py": "code"], by: policy))
  }

  @Test func settingUpOwesNone() {
    let setup: [TreePath: String?] = [".gitflow-guard.yml": "version: 1", ".gitattributes": "x"]
    #expect(owes(setup) == false)
    #expect(owes(setup.merging(["src/a.py": "code"]) { $1 }))
    // What init writes is free once, as a blank file that is no entry would be.
    #expect(owes([Self.journal: "\n"], before: [:]) == false)
    #expect(owes([Self.journal: Self.text + "\nMore.\n"]))
  }

  @Test func aMergeThatChangesNothingOwesNone() {
    let tale = Tale()
    tale.branch("intermediate/anna")
    tale.commit("intermediate/anna", ["src/a.py": "x"])
    tale.commit("intermediate/anna", ["src/a.py": nil])
    tale.merge("intermediate/anna", into: "develop")
    #expect(tale.push("develop").rules.contains(.experimentEntry) == false)
  }

  @Test func aRollBackOwesNone() {
    let tale = Tale()
    let before = tale.history.table(of: tale.tip("develop"))
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.publish()
    tale.branch("intermediate/boris")
    let now = tale.history.table(of: tale.tip("develop"))
    tale.commit(
      "intermediate/boris",
      Dictionary(uniqueKeysWithValues: now.keys.map { ($0, before[$0]) }))
    let back = tale.merge("intermediate/boris", into: "develop")
    #expect(tale.history.table(of: back) == before)
    #expect(tale.push("develop").rules.contains(.experimentEntry) == false)
    // Half a roll-back is a new state.
    tale.set("develop", to: tale.published("develop"))
    tale.commit("intermediate/boris", ["src/new.py": "new"])
    tale.merge("intermediate/boris", into: "develop")
    #expect(tale.push("develop").rules.contains(.experimentEntry))
  }

  @Test func mainOwesNoEntry() {
    let tale = Tale()
    tale.commit("develop", ["src/a.py": "x"])
    tale.publish()
    tale.merge("develop", into: "main")
    #expect(tale.push("main").verdict == .allowed)
  }

  @Test func everyMergeOwesItsOwn() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.branch("intermediate/boris")
    tale.commit("intermediate/boris", ["src/b.py": "x"])
    let second = tale.merge("intermediate/boris", into: "develop")
    #expect(tale.push("develop").found(.experimentEntry).map(\.commit) == [second])
  }
}
