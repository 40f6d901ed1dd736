import GuardTesting
import Testing

/// Wherever a repository stands when it is set up, what `init` tells to do next goes through, with
/// the hooks that it has just installed.
@Suite struct InitWaysTests {
  /// A clone of a remote, both still empty.
  private func start(_ branch: String = "main") throws -> ScratchRepository {
    let origin = try ScratchRepository(named: "origin.git", bare: true)
    try origin.git("symbolic-ref", "HEAD", "refs/heads/\(branch)")
    let clone = try origin.clone(named: "anna")
    try clone.git("symbolic-ref", "HEAD", "refs/heads/\(branch)")
    try clone.git("config", "user.name", "Anna")
    try clone.git("config", "user.email", "anna@example.org")
    return clone
  }

  /// What stands where before `init` runs.
  private static let states: [[[String]]] = [
    // The remote has main alone: as a forge makes a new project.
    [["push", "origin", "main"]],
    [["push", "origin", "main"], ["switch", "-c", "experiment/x"], ["commit", "more"]],
    [["push", "origin", "main"], ["switch", "-c", "develop"]],
    [["push", "origin", "main"], ["switch", "-c", "develop"], ["commit", "more"]],
    // The person's own branch is here, there, or behind.
    [["push", "origin", "main", "main:develop"]],
    [["push", "origin", "main", "main:develop"], ["branch", "intermediate/anna"]],
    [["push", "origin", "main", "main:develop", "main:intermediate/anna"]],
    [
      ["branch", "intermediate/anna"], ["commit", "more"],
      ["push", "origin", "main", "main:develop"], ["switch", "intermediate/anna"],
    ],
    [["push", "origin", "main:develop"]],
  ]

  @Test(arguments: states) func theRemotesBranchGetsItByAMergeRequest(
    _ state: [[String]]
  ) throws {
    let clone = try start()
    try clone.commit("Begin", files: ["a": "1\n"])
    for words in state {
      if words[0] == "commit" {
        try clone.commit(words[1], files: [words[1]: "1\n"])
      } else {
        try clone.git([words[0], "-q"] + words.dropFirst())
      }
    }
    let outcome = try InitRun.run(["init"], in: clone)
    #expect(outcome.stderr.contains("merge request into develop"), "\(outcome)")
    try InitRun.follow(outcome, in: clone)
    #expect(try clone.git("branch", "--show-current").text == "intermediate/anna")
    let verify = ["verify", "--source", "intermediate/anna", "--target", "develop"]
    _ = try InitRun.run(verify, in: clone)
  }

  @Test func otherNamesOfTheBranchesAreTaken() throws {
    let clone = try start("master")
    try clone.commit("Begin", files: ["a": "1\n"])
    try clone.git("push", "-q", "origin", "master")
    try InitRun.follow(try InitRun.run(["init"], in: clone), in: clone)
    #expect(try clone.id("origin/develop") == clone.id("origin/master"))
  }

  @Test(arguments: [false, true]) func anEmptyRemoteGetsBothBranches(_ hasHistory: Bool) throws {
    let clone = try start()
    if hasHistory { try clone.commit("Begin", files: ["a": "1\n"]) }
    try InitRun.follow(try InitRun.run(["init"], in: clone), in: clone)
    #expect(
      try clone.git("ls-remote", "--heads", "--refs", "origin").lines.map { $0.dropFirst(41) }
        == ["refs/heads/develop", "refs/heads/main"])
  }

  @Test func whatGitIgnoresIsAddedByName() throws {
    let clone = try start()
    try clone.write("data/large.bin", "x")
    try clone.write(".gitignore", "data/\nmodels/\n*.yml\n")
    try clone.write("src/unfinished.py", "x\n")
    let outcome = try InitRun.run(["init", "--layout", "mlops"], in: clone)
    #expect(outcome.stderr.contains("ignore"), "\(outcome)")
    try InitRun.follow(outcome, in: clone)
    let files = try clone.git("ls-files").lines
    #expect(files.contains(".gitflow-guard.yml") && files.contains("models/.gitkeep"))
    #expect(
      files.contains("data/large.bin") == false && files.contains("src/unfinished.py") == false)
  }

  @Test func aSecondRunStillTellsToCommit() throws {
    let clone = try start()
    let first = try InitRun.run(["init", "--layout", "mlops"], in: clone)
    let second = try InitRun.run(["init", "--layout", "mlops"], in: clone)
    #expect(InitRun.commands(second).count == InitRun.commands(first).count, "\(second)")
    try InitRun.follow(second, in: clone)
    #expect(try clone.git("status", "--porcelain").text.isEmpty)
    let third = try InitRun.run(["init", "--layout", "mlops"], in: clone)
    #expect(third.stderr.contains("nothing was written"), "\(third)")
  }
}
