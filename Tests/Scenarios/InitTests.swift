import Foundation
import GuardTesting
import Testing

/// `init` sets a repository up, writes over nothing and says how to go on.
@Suite struct InitTests {
  private func empty(_ branch: String = "main") throws -> ScratchRepository {
    let clone = try ScratchRepository(named: "project", bare: false)
    try clone.git("symbolic-ref", "HEAD", "refs/heads/\(branch)")
    try clone.git("config", "user.name", "Anna")
    try clone.git("config", "user.email", "anna@example.org")
    return clone
  }

  private func run(
    _ words: String..., in clone: ScratchRepository, expecting status: Int32 = 0
  ) throws -> ScratchOutcome {
    try InitRun.run(words, in: clone, expecting: status)
  }

  private let files = [
    ".gitflow-guard.yml", ".gitattributes", "experiments/journal.md", "experiments/TEMPLATE.md",
  ]

  @Test func anEmptyRepositoryIsReadyAfterwards() throws {
    let clone = try empty()
    let outcome = try run("init", in: clone)
    for file in files { #expect(clone.read(file) != nil, "\(file)") }
    try InitRun.follow(outcome, in: clone)
    #expect(try clone.git("status", "--porcelain").text.isEmpty)
    #expect(try clone.git("branch", "--format=%(refname:short)").lines == ["develop", "main"])
    _ = try run("doctor", in: clone)
    let policy = try run("policy", "show", in: clone).stdout
    #expect(policy.contains("# from develop:.gitflow-guard.yml"))
  }

  @Test func aDryRunWritesNothingAndASecondRunNothingNew() throws {
    let clone = try empty()
    _ = try run("init", "--dry-run", "--layout", "mlops", in: clone)
    #expect(try clone.git("status", "--porcelain").text.isEmpty)
    #expect(clone.read(".git/hooks/pre-push") == nil)
    _ = try run("init", "--layout", "mlops", in: clone)
    let first = try clone.git("add", "-A", "-n").text
    let contents = files.map { clone.read($0) }
    let again = try run("init", "--layout", "mlops", "--language", "ru", in: clone)
    #expect(again.stderr.contains("written") == false, "\(again)")
    #expect(try clone.git("add", "-A", "-n").text == first)
    #expect(files.map { clone.read($0) } == contents)
  }

  @Test func whatStandsThereIsKept() throws {
    let clone = try empty()
    let kept = [
      "experiments/journal.md": "# Ours\r\n", "experiments/template.md": "## Mine\n",
      ".gitflow-guard.yaml": "mode: advise\n", "readme.md": "Ours\n", "data/set.csv": "1\n",
    ]
    for (path, text) in kept { try clone.write(path, text) }
    try clone.write(".gitattributes", "*.bin -text")
    _ = try run("init", "--layout", "mlops", in: clone)
    for (path, text) in kept { #expect(clone.read(path) == text) }
    #expect(clone.read("experiments/TEMPLATE.md") == nil && clone.read("README.md") == nil)
    #expect(clone.read(".gitflow-guard.yml") == nil && clone.read("data/.gitkeep") == nil)
    let attributes = try #require(clone.read(".gitattributes"))
    #expect(attributes.hasPrefix("*.bin -text\n"))
    #expect(attributes.hasSuffix("experiments/**/*.md merge=union\n"))
    // The layout asks for what is there under its own name.
    let other = try empty()
    try other.write("readme.md", "Ours\n")
    _ = try run("init", "--layout", "mlops", in: other)
    #expect(other.read(".gitflow-guard.yml")?.contains("tests, readme.md]") == true)
  }

  /// Where the policy calls the journal by another name, that one is begun.
  @Test(arguments: [("log.md", "log.md"), ("2026/*.md", nil)] as [(String, String?)])
  func thePolicysJournalIsBegun(_ pattern: String, _ name: String?) throws {
    let clone = try empty()
    try clone.write(".gitflow-guard.yml", "experiments:\n  files: [\"\(pattern)\"]\n")
    let outcome = try run("init", in: clone)
    let names = try clone.git("ls-files", "--others", "experiments").lines
    #expect(names == ["experiments/TEMPLATE.md"] + (name.map { ["experiments/\($0)"] } ?? []))
    try InitRun.follow(outcome, in: clone)
    try clone.git("checkout", "-q", "-b", "experiment/x")
    let new = try clone.run(GuardBinary.path(), ["experiments", "new"])
    #expect(new.status == (name == nil ? 2 : 0), "\(new)")
    if let name { #expect(clone.read("experiments/\(name)")?.contains("experiment/x") == true) }
  }

  @Test func everythingIsSaidInRussian() throws {
    let clone = try empty()
    let outcome = try run("init", "--language", "ru", in: clone)
    let latin = outcome.stderr.components(separatedBy: "\n").filter { line in
      let said = line.hasPrefix("    ") ? "" : String(line.drop { $0 != ":" })
      return said.unicodeScalars.contains { ("a"..."z").contains($0) }
    }
    #expect(latin == [], "\(outcome)")
    for file in files {
      let text = clone.read(file) ?? ""
      #expect(text.unicodeScalars.contains { ("а"..."я").contains($0) }, "\(file): \(text)")
    }
  }

  /// A folder of hooks that serves others is not taken over; the way out is said.
  @Test func aSharedFolderOfHooksEndsItBeforeAnythingIsWritten() throws {
    let clone = try empty()
    let environment = try PersonsShell.variables([
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath",
      "GIT_CONFIG_VALUE_0": clone.folder.path + "/shared-hooks",
    ])
    let outcome = try clone.run(GuardBinary.path(), ["init"], environment: environment)
    #expect(outcome.status == 3 && outcome.stderr.contains("nothing was written"), "\(outcome)")
    #expect(outcome.stderr.contains("    gitflow-guard init --no-hooks\n"), "\(outcome)")
    #expect(clone.read(".gitflow-guard.yml") == nil)
    let without = try clone.run(
      GuardBinary.path(), ["init", "--no-hooks"], environment: environment)
    #expect(without.status == 0 && clone.read(".gitflow-guard.yml") != nil, "\(without)")
  }

  @Test func nothingIsWrittenWhereSomethingIsInTheWay() throws {
    let clone = try empty()
    let outside = clone.folder.path + "/outside"
    try FileManager.default.createDirectory(
      atPath: outside, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: clone.path + "/experiments", withDestinationPath: outside)
    let outcome = try run("init", in: clone, expecting: 3)
    #expect(outcome.stderr.contains("symbolic link"), "\(outcome)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
    #expect(clone.read(".gitflow-guard.yml") == nil)
    let broken = try empty()
    try broken.write(".gitflow-guard.yml", "lines: {}\n")
    #expect(try run("init", in: broken, expecting: 2).stderr.contains("unknown key"))
    #expect(broken.read("experiments/journal.md") == nil)
  }

  @Test func aHistoryOfItsOwnIsLeftInPeace() throws {
    let clone = try empty("master")
    try clone.commit("Begin", files: ["a": "1\n"])
    try clone.git("checkout", "-q", "-b", "dev")
    try clone.commit("Direct", files: ["b": "1\n"])
    try clone.git("checkout", "-q", "master")
    try clone.git("merge", "-q", "--no-ff", "--no-edit", "dev")
    let outcome = try run("init", in: clone)
    let policy = try #require(clone.read(".gitflow-guard.yml"))
    #expect(policy.contains("main: master") && policy.contains("develop: dev"), "\(policy)")
    let baseline = try clone.id("master")
    #expect(policy.contains("baseline: \(baseline)") || policy.contains("\"\(baseline)\""))
    try InitRun.follow(outcome, in: clone)
    #expect(try clone.git("branch", "--show-current").text == "dev")
  }

  @Test func withARemoteItGoesInByAMergeRequest() throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    try anna.write("deep/er/x", "x\n")
    let outcome = try anna.run(
      GuardBinary.path(), ["-C", "deep/er", "init"],
      environment: PersonsShell.variables(["USER": "anna"]))
    #expect(outcome.status == 0, "\(outcome)")
    #expect(anna.read("experiments/journal.md") == "# Journal\n")
    #expect(anna.read(".gitflow-guard.yml") != nil && anna.read("deep/er/.gitattributes") == nil)
    try InitRun.follow(outcome, in: anna, at: "deep/er")
    let verified = try team.run(
      "verify", "--source", "intermediate/anna", "--target", "develop", in: anna)
    #expect(verified.status == 0, "setting up owes no entry: \(verified)")
  }

  @Test func bareRepositoriesAndWrongWordsAreRefused() throws {
    let team = try Team()
    #expect(try team.run("init", in: team.origin).status == 2)
    let clone = try empty()
    _ = try run("init", "--layout", "other", in: clone, expecting: 2)
    _ = try run("init", "--language", "de", in: clone, expecting: 2)
    #expect(try clone.git("status", "--porcelain").text.isEmpty)
  }
}
