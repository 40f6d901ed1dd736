import Foundation
import GuardTesting
import Testing

/// What `experiments` says where it can't do what was asked, and that nothing is half done then.
@Suite struct ExperimentsAnswersTests {
  private static let journal = "experiments/journal.md"

  private func run(
    _ words: [String], in clone: ScratchRepository, editor: String? = nil,
    expecting status: Int32 = 0
  ) throws -> ScratchOutcome {
    let outcome = try clone.run(
      GuardBinary.path(), ["experiments"] + words,
      environment: editor.map { ["GIT_EDITOR": $0] } ?? [:])
    #expect(outcome.status == status, "\(words): \(outcome)")
    return outcome
  }

  private func experiment() throws -> ScratchRepository {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    try anna.experiment("experiment/anna")
    try anna.git("checkout", "-q", "experiment/anna")
    return anna
  }

  /// Where nothing new could stand at a journal's end, nothing is put there.
  @Test(arguments: [
    "# J\n\n```\nopen\n", "# J\n\n<!-- open\n", "---\nbranch: x\n---\n\nwords\n",
    "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
  ])
  func aJournalThatTakesNoEntryIsLeftAlone(_ text: String) throws {
    let anna = try experiment()
    try anna.write(Self.journal, text)
    let outcome = try run(["new", "--edit"], in: anna, editor: "false", expecting: 3)
    #expect(outcome.stderr.contains("nothing was added"), "\(outcome)")
    #expect(anna.read(Self.journal) == text)
  }

  @Test func whatCantBeEditedIsNotBegun() throws {
    let anna = try experiment()
    let before = anna.read(Self.journal)
    // Nobody types here, so no editor of the machine's is opened either.
    let outcome = try run(["new", "--edit"], in: anna, editor: "", expecting: 2)
    #expect(outcome.stderr.contains("nothing was written"), "\(outcome)")
    #expect(anna.read(Self.journal) == before)
    let failed = try run(["new", "--edit"], in: anna, editor: "false", expecting: 3)
    #expect(failed.stderr.contains("the new entry is kept: \(Self.journal):3"), "\(failed)")
    let again = try run(["new", "--edit"], in: anna, editor: "false", expecting: 3)
    #expect(again.stderr.contains("nothing was written"), "\(again)")
  }

  @Test(arguments: ["", "  ", "a\nb", "a\u{1b}[31m", "\u{202e}x"])
  func aTitleIsOneLineThatCanBeSeen(_ title: String) throws {
    let anna = try experiment()
    let before = anna.read(Self.journal)
    _ = try run(["new", "--title", title], in: anna, expecting: 2)
    #expect(anna.read(Self.journal) == before)
  }

  @Test func whereAPersonMayStand() throws {
    let anna = try experiment()
    try anna.git("checkout", "-q", "--detach")
    _ = try run(["new"], in: anna, expecting: 3)
    _ = try run(["new", "--title", "A thought"], in: anna)
    try anna.git("checkout", "-q", "--", "experiments")
    for branch in ["main", "develop"] {
      try anna.git("checkout", "-q", branch)
      let refused = try run(["new"], in: anna, expecting: 3)
      #expect(refused.stderr.contains("\(branch) is protected"), "\(refused)")
    }
    _ = try run(["new", "experiment/anna"], in: anna)
    let bare = try ScratchRepository(named: "bare.git", bare: true)
    let refused = try run(["new"], in: bare, expecting: 2)
    #expect(refused.stderr.contains("work tree"), "\(refused)")
  }

  /// What is not read is told beside what is.
  @Test func journalsThatAreNotReadAreNamed() throws {
    let anna = try experiment()
    try anna.write("experiments/a.md", "## A\n\nwords\n")
    try anna.write(
      "experiments/large.md", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    try FileManager.default.createSymbolicLink(
      atPath: anna.path + "/experiments/link.md", withDestinationPath: "a.md")
    try anna.git("add", "-A")
    try anna.git("commit", "-q", "-m", "More")
    for words in [["list"], ["compare"], ["list", "--rev", "HEAD"], ["compare", "--rev", "HEAD"]] {
      let outcome = try run(words, in: anna)
      for sentence in ["large.md is a Git LFS pointer", "link.md is a symbolic link"] {
        #expect(outcome.stderr.contains(sentence), "\(words): \(outcome)")
      }
    }
    #expect(try run(["compare"], in: anna).stderr.contains("no entry gives a metric yet"))
    try anna.write("experiments/b.md", "## B\n\n**Metrics:** 0.9\n")
    #expect(try run(["list"], in: anna).stderr.contains("\"0.9\" names no metric"))
  }
}
