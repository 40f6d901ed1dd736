import GuardTesting
import Testing

/// Repositories of every kind, from the first commit on.
@Suite struct LifeOfRepositoriesTests {
  /// From `git init` to the first pushed main and develop, with the hooks on from the start.
  @Test func aFreshRepository() throws {
    let origin = try ScratchRepository(named: "origin.git", bare: true)
    let anna = ScratchRepository(at: origin.folder.path + "/anna", in: origin.folder)
    try origin.git("init", "-q", "-b", "main", anna.path)
    #expect(try anna.run(GuardBinary.path(), ["install"]).status == 0)
    try anna.calmly("Begin", ["README.md": "A project\n"])
    let more = try anna.git("commit", "--allow-empty", "-m", "More")
    #expect(more.stderr.contains("main holds no policy file yet"), "\(more)")
    try anna.calm("remote", "add", "origin", origin.path)
    try anna.calm("branch", "develop")
    try anna.calm("push", "-q", "-u", "origin", "main")
    try anna.calm("push", "-q", "-u", "origin", "develop")
    try anna.calm("checkout", "-q", "-b", "resnet", "develop")
    try anna.calmly("Work", ["src/resnet.py": "resnet\n"])
    try anna.calmlyBring(["resnet"], into: "intermediate/anna")
    try anna.calmlyLand("intermediate/anna")
    try anna.calmlyPromote()
  }

  @Test func bothFirstBranchesInOnePush() throws {
    let origin = try ScratchRepository(named: "origin.git", bare: true)
    let anna = try origin.clone(named: "anna")
    #expect(try anna.run(GuardBinary.path(), ["install"]).status == 0)
    try anna.calm("checkout", "-q", "-b", "main")
    try anna.calmly("Begin", ["README.md": "A project\n"])
    try anna.calm("checkout", "-q", "-b", "develop")
    try anna.calm("push", "-q", "origin", "main", "develop")
    try anna.calm("fetch", "-q")
    try anna.write("late.py", "late\n")
    try anna.git("add", ".")
    #expect(try anna.git("commit", "-m", "Late", expecting: nil).status == 1)
  }

  @Test func noRemoteAtAll() throws {
    let anna = try ScratchRepository(named: "alone")
    try anna.git("config", "user.email", "anna@example.org")
    #expect(try anna.run(GuardBinary.path(), ["install"]).status == 0)
    try anna.calmly("Begin", [".gitflow-guard.yml": "version: 1\n", "README.md": "Alone\n"])
    try anna.calm("checkout", "-q", "-b", "develop")
    try anna.calm("checkout", "-q", "-b", "resnet")
    try anna.calmly("Work", ["src/resnet.py": "resnet\n"])
    try anna.calm("checkout", "-q", "-b", "intermediate/anna", "develop")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "resnet")
    try anna.calmly("Describe", ["experiments/resnet.md": "# ResNet\n"])
    try anna.calm("checkout", "-q", "develop")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try anna.calm("checkout", "-q", "main")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "develop")
    let wrong = try anna.git("merge", "--no-ff", "--no-edit", "resnet~0", expecting: nil)
    #expect(wrong.stdout.contains("Already up to date"))
  }

  @Test func aCloneOfOneBranch() throws {
    let team = try Team()
    let clone = try team.origin.clone(named: "single", options: ["--single-branch", "-b", "main"])
    try clone.git("config", "user.email", "anna@example.org")
    #expect(try clone.run(team.binary, ["install"]).status == 0)
    try clone.calm("checkout", "-q", "-b", "resnet")
    try clone.calmly("Work", ["src/resnet.py": "resnet\n"])
    try clone.calm("push", "-q", "origin", "resnet")
    try clone.calm("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/main")
    try clone.calm("merge", "-q", "--no-ff", "--no-edit", "resnet")
    try clone.calmly("Describe", ["experiments/resnet.md": "# ResNet\n"])
    try clone.calm("push", "-q", "origin", "intermediate/anna")
  }

  @Test func everyFormOfPush() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    try anna.calm("checkout", "-q", "develop")
    try anna.calm("push", "origin", "develop")
    try anna.calm("push", "--dry-run", "origin", "resnet")
    try anna.calm("push", "--all", "origin")
    try anna.calm("tag", "v1", "main")
    try anna.calm("tag", "-a", "-m", "Two", "v2", "main")
    try anna.calm("push", "-q", "--tags", "origin")
    try anna.calm("push", "-q", "--follow-tags", "origin", "develop")
    try anna.calm("push", "-q", "origin", ":v1")
    try anna.calm("push", "-q", "origin", "--delete", "resnet")
    let wrong = try anna.git("push", "--dry-run", "origin", "resnet:develop", expecting: nil)
    #expect(wrong.status == 1, "\(wrong)")
  }
}
