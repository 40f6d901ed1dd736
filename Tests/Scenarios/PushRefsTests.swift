import GuardTesting
import Testing

/// pre-push judges the refs at the destination, all of them, whatever was typed.
@Suite struct PushRefsTests {
  @Test(arguments: [
    "HEAD:develop", "HEAD:refs/heads/develop", "experiment/fix~0:develop",
    "experiment/fix^{/fix 2}:refs/heads/develop", "experiment/fix:main",
  ]) func theDestinationCounts(_ refspec: String) throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/fix")
    try stage.anna.commit("fix 2")
    try stage.refused("branch-flow", "direct-commit", by: ["push", "origin", refspec])
    let id = try stage.anna.id("HEAD")
    try stage.refused("branch-flow", by: ["push", "origin", "\(id):develop"])
  }

  @Test func everyRefOfAPushIsJudged() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/fix")
    try stage.refused(
      "branch-flow",
      by: ["push", "origin", "experiment/fix", "experiment/fix:experiment/copy", "HEAD:develop"])
    try stage.refused("branch-deletion", by: ["push", "origin", "experiment/fix", ":develop"])
    try stage.refused(
      "branch-flow",
      by: ["push", "--mirror", "--force", "origin"]
        .withLocalDevelopOnExperiment(stage))
  }

  @Test func aRemotesUrlIsTheRemote() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/fix")
    let url = try stage.anna.git("remote", "get-url", "origin").text
    try stage.refused("branch-flow", by: ["push", url, "HEAD:develop"])
  }

  @Test func aTagPushedToABranchIsPeeled() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/fix")
    try stage.git("tag", "-a", "v1", "-m", "One")
    let tag = try stage.anna.id("v1")
    let before = try stage.anna.id("origin/develop")
    let outcome = try stage.team.run(
      "hook", "pre-push", "origin", "url", in: stage.anna,
      input: "v1 \(tag) refs/heads/develop \(before)\n")
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("  branch-flow "), "\(outcome)")
  }

  @Test func whatTheRemoteHasMayBeMissingHere() throws {
    let stage = try Stage()
    try stage.brought()
    try stage.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    let after = try stage.anna.id("develop")
    let unknown = String(repeating: "1", count: 40)
    let outcome = try stage.team.run(
      "hook", "pre-push", "origin", "url", in: stage.anna,
      input: "x \(after) refs/heads/develop \(unknown)\n")
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("    git fetch origin"), "\(outcome)")
  }

  @Test func whatIsNotUnderstoodIsRefused() throws {
    let stage = try Stage()
    let outcome = try stage.team.run(
      "hook", "pre-push", "origin", "url", in: stage.anna, input: "refs/heads/develop\n")
    #expect(outcome.status == 2, "\(outcome)")
  }

  @Test func aPasswordInAnUrlIsNeverPrinted() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/fix")
    let (after, before) = try (stage.anna.id("HEAD"), stage.anna.id("origin/develop"))
    let outcome = try stage.team.run(
      "hook", "pre-push", "https://anna:secret@example.org/x.git",
      "https://anna:secret@example.org/x.git", in: stage.anna,
      input: "x \(after) refs/heads/develop \(before)\n")
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("secret") == false)
  }

  @Test func whatMovesNothingProtectedIsSilent() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/жук")
    try stage.silent("push", "--all", "--dry-run", "origin")
    try stage.silent("push", "-q", "origin", "experiment/жук")
    try stage.silent("push", "origin", "develop")
    try stage.git("tag", "v1")
    try stage.silent("push", "-q", "--tags", "origin")
    try stage.git("commit", "-q", "--amend", "-m", "Again")
    try stage.silent("push", "-q", "--force", "origin", "experiment/жук")
    try stage.silent("push", "-q", "origin", ":experiment/жук")
  }
}

extension [String] {
  /// Lets local develop stand on an experiment first, so that a mirror push would carry it.
  fileprivate func withLocalDevelopOnExperiment(_ stage: Stage) throws -> [String] {
    try stage.git("branch", "-f", "develop", "experiment/fix")
    return self
  }
}
