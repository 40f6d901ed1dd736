import GuardTesting
import Testing

/// Rebases and pulls: HEAD is detached while a branch is rebased, and a pull names its head by id.
@Suite struct HooksRebaseTests {
  /// Local develop with a commit that no hook saw, and a remote that has moved on.
  private func diverged() throws -> (Team, ScratchRepository) {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.write("src/mine.py", "mine = 1\n")
    try anna.git("add", "-A")
    try anna.unhooked("commit", "-q", "-m", "Mine")
    try team.moveOn()
    return (team, anna)
  }

  @Test func pullRebaseOfOwnCommitsOnDevelop() throws {
    let (_, anna) = try diverged()
    let before = try anna.id("develop")
    let pull = try anna.git("pull", "--rebase", expecting: nil)
    #expect(pull.status != 0)
    #expect(pull.refusals == ["direct-commit", "experiment-entry"], "\(pull)")
    #expect(pull.remedy.first?.hasPrefix("git rebase --abort") == true, "\(pull)")
    #expect(try anna.id("develop") == before)
    let mended = try anna.paste(Array(pull.remedy.prefix(1)))
    #expect(mended.status == 0, "\(pull)\n\(mended)")
    #expect(try anna.git("branch", "--show-current").text == "develop")
  }

  @Test func pullOfOwnCommitsOnDevelopIsAFoxtrot() throws {
    let (team, anna) = try diverged()
    let before = try anna.id("develop")
    let pull = try anna.git("pull", "--no-edit", expecting: nil)
    #expect(pull.status != 0)
    #expect(pull.refusals.contains("foxtrot-merge"), "\(pull)")
    #expect(pull.remedy.first?.hasPrefix("git merge --abort") == true, "\(pull)")
    #expect(try anna.id("develop") == before)

    // Past the hooks it is caught at the push, where verify says the same.
    try anna.git("merge", "--abort")
    try anna.unhooked("pull", "-q", "--no-edit")
    let push = try anna.git("push", "origin", "develop", expecting: nil)
    #expect(push.status != 0)
    #expect(push.refusals.contains("foxtrot-merge"), "\(push)")
    let (status, judged) = try team.verify("origin/develop", to: "develop", on: "develop", in: anna)
    #expect(status == 1)
    #expect(judged.errors.contains("foxtrot-merge"))
  }

  @Test func aRebaseOfDevelopOntoAnExperiment() throws {
    let (_, anna) = try diverged()
    try anna.experiment("experiment/resnet")
    let before = try anna.id("develop")
    let rebase = try anna.git("rebase", "experiment/resnet", "develop", expecting: nil)
    #expect(rebase.status != 0)
    #expect(rebase.refusals.contains("direct-commit"), "\(rebase)")
    try anna.git("rebase", "--abort")
    #expect(try anna.id("develop") == before)
  }

  @Test func experimentsAndOwnBranchesAreRebasedInPeace() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try team.moveOn()
    try anna.git("fetch", "-q")
    let experiment = try anna.git("rebase", "-q", "origin/develop")
    #expect(experiment.refusals == [] && experiment.warnings == [], "\(experiment)")

    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try team.moveOn("clara")
    let pull = try anna.git("pull", "--no-edit", "origin", "develop")
    #expect(pull.refusals == [] && pull.warnings == [], "\(pull)")
    try anna.describe("experiment/resnet")
    try anna.git("push", "-q", "origin", "experiment/resnet", "intermediate/anna")
    try anna.land("intermediate/anna")
    #expect(try team.tip("develop") == anna.id("develop"))
  }

  @Test func aFastForwardPullIsSilent() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try team.moveOn()
    let pull = try anna.git("pull", "-q")
    #expect(pull.told == "", "\(pull)")
    #expect(try anna.id("develop") == team.tip("develop"))
  }

  @Test func aDetachedHeadMovesNoBranch() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.git("checkout", "-q", "--detach", "origin/develop")
    let commit = try anna.git("commit", "-q", "--allow-empty", "-m", "A try")
    #expect(commit.told == "", "\(commit)")
    let push = try anna.git("push", "origin", "HEAD:develop", expecting: nil)
    #expect(push.status != 0)
    #expect(push.refusals == ["direct-commit"], "\(push)")
  }
}
