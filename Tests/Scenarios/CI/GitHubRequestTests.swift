import Foundation
import GuardTesting
import Testing

/// `verify` without arguments in the pull request workflows of GitHub Actions.
@Suite struct GitHubRequestTests {
  @Test func aGoodRequestIsAllowed() throws {
    let forge = try Forge()
    try forge.brought()
    let job = try forge.pullRequest("intermediate/anna", into: "develop")
    let clone = try forge.checkout(pull: "refs/pull/1/merge")
    let outcome = try forge.verify(clone, job, "--strict")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stderr.contains("allowed: intermediate/anna into develop"), "\(outcome)")
    let json = try forge.verify(clone, job, "--format", "json")
    #expect(json.stdout.contains("\"evidence\": \"declared\""), "\(json)")
    #expect(json.stdout.contains("\"branch\": \"intermediate/anna\""), "\(json)")
  }

  @Test func anExperimentIsRefused() throws {
    let forge = try Forge()
    try forge.brought()
    let job = try forge.pullRequest("experiment/resnet", into: "develop")
    let clone = try forge.checkout(pull: "refs/pull/1/merge")
    let outcome = try forge.verify(clone, job)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("  branch-flow "), "\(outcome)")
  }

  /// The event's idea of the target's tip is old; what counts is where the target stands now.
  @Test func theBaseIsReckonedAndNotTakenFromTheEvent() throws {
    let forge = try Forge()
    try forge.brought()
    let old = try forge.id("develop")
    try forge.brought("experiment/lstm", by: "boris")
    try forge.merged("intermediate/boris", into: "develop", as: "refs/heads/develop")
    let head = try forge.id("intermediate/anna")
    try forge.team.origin.git("update-ref", "refs/pull/1/merge", head)
    let job = ActionsJob.request(
      "intermediate/anna", head, into: "develop", base: old, sha: head)
    let clone = try forge.checkout(pull: "refs/pull/1/merge")
    let outcome = try forge.verify(clone, job)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("  stale-source "), "\(outcome)")
  }

  @Test func aRetargetedRequestIsJudgedByItsNewTarget() throws {
    let forge = try Forge()
    try forge.brought()
    var job = try forge.pullRequest("intermediate/anna", into: "main")
    let clone = try forge.checkout(pull: "refs/pull/1/merge")
    let refused = try forge.verify(clone, job)
    #expect(refused.status == 1, "\(refused)")
    #expect(refused.stderr.contains("main takes only develop"), "\(refused)")
    job = try forge.pullRequest("intermediate/anna", into: "develop")
    let allowed = try forge.verify(try forge.checkout(pull: "refs/pull/1/merge"), job)
    #expect(allowed.status == 0, "\(allowed)")
  }

  /// Whatever a fork calls its branch, it is no branch of this repository.
  @Test(
    arguments: [
      ("intermediate/anna", "mallory/model"), ("develop", "mallory/model"), ("main", nil),
      ("experiment/x", "mallory/other"),
    ] as [(String, String?)])
  func aForkTakesNobodysPlace(branch: String, repository: String?) throws {
    let forge = try Forge()
    let head = try forge.forked("fork", as: "refs/pull/1/head")
    let merge = try forge.merged("refs/pull/1/head", into: "develop", as: "refs/pull/1/merge")
    let job = ActionsJob.request(
      branch, head, into: "develop", base: try forge.id("develop"), from: repository, sha: merge)
    let clone = try forge.checkout(pull: "refs/pull/1/merge")
    let outcome = try forge.verify(clone, job)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("  branch-flow "), "\(outcome)")
    #expect(outcome.stderr.contains("mallory:\(branch)"), "\(outcome)")
    // The commands can be pasted: git would look for a path behind the colon.
    #expect(outcome.stderr.contains("--no-ff mallory:") == false, "\(outcome)")
  }

  /// The workflow of the target runs; a fork's head has to be fetched by the job itself.
  @Test func pullRequestTarget() throws {
    let forge = try Forge()
    try forge.brought()
    let own = try forge.pullRequest(
      "intermediate/anna", into: "develop", event: "pull_request_target")
    let clone = try forge.checkout(branch: "develop")
    let outcome = try forge.verify(clone, own)
    #expect(outcome.status == 0, "\(outcome)")

    let head = try forge.forked("fork", as: "refs/pull/1/head")
    let job = ActionsJob.request(
      "patch", head, into: "develop", base: try forge.id("develop"), from: "mallory/model",
      event: "pull_request_target", sha: try forge.id("develop"))
    let missing = try forge.verify(clone, job)
    #expect(missing.status == 3, "\(missing)")
    #expect(missing.stderr.contains("    git fetch origin refs/pull/1/head"), "\(missing)")
    try clone.git("fetch", "-q", "origin", "refs/pull/1/head")
    let refused = try forge.verify(clone, job)
    #expect(refused.status == 1, "\(refused)")
  }

  /// What is not there is never a yes, and the setting that mends it is named.
  @Test func anyDepthGivesTheRightAnswerOrNone() throws {
    let forge = try Forge()
    try forge.brought()
    let good = try forge.pullRequest("intermediate/anna", into: "develop")
    let bad = try forge.pullRequest("experiment/resnet", into: "develop")
    for (job, right) in [(good, Int32(0)), (bad, 1)] {
      let source = try #require(job.variables["GITHUB_HEAD_REF"])
      _ = try forge.pullRequest(source, into: "develop")
      var answers: [Int32] = []
      for depth in [1, 2, 3, 4, 9] {
        let clone = try forge.checkout(pull: "refs/pull/1/merge", depth: depth)
        // Even where somebody fetched the target as well.
        try clone.git(
          "fetch", "-q", "--depth", "\(depth)", "origin",
          "+refs/heads/develop:refs/remotes/origin/develop")
        let outcome = try forge.verify(clone, job)
        #expect(outcome.status == right || outcome.status == 3, "\(depth): \(outcome)")
        if outcome.status == 3 {
          #expect(outcome.stderr.contains("fetch-depth: 0"), "\(depth): \(outcome)")
        }
        answers.append(outcome.status)
      }
      #expect(answers.first == 3)
    }
  }

  @Test func theUsualDepthHoldsNoTarget() throws {
    let forge = try Forge()
    try forge.brought()
    let job = try forge.pullRequest("intermediate/anna", into: "develop")
    let clone = try forge.checkout(pull: "refs/pull/1/merge", depth: 1)
    let outcome = try forge.verify(clone, job)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("    with: { fetch-depth: 0 }"), "\(outcome)")
    #expect(outcome.stderr.contains("is not in this clone"), "\(outcome)")
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func aPartialCloneNamesItsSetting(filter: String) throws {
    let forge = try Forge()
    try forge.brought()
    let job = try forge.pullRequest("intermediate/anna", into: "develop")
    let place = forge.team.origin.folder.path + "/partial"
    try forge.team.origin.git(
      "clone", "-q", "--filter=\(filter)", "--no-checkout", "file://" + forge.team.origin.path,
      place)
    let clone = ScratchRepository(at: place, in: forge.team.origin.folder)
    let outcome = try forge.verify(clone, job)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("without filter: and sparse-checkout:"), "\(outcome)")
  }
}
