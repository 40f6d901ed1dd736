import GuardTesting
import Testing

/// `verify` without arguments in Gitea Actions and Forgejo Actions.
@Suite struct GiteaTests {
  @Test(arguments: [["GITEA_ACTIONS"], ["FORGEJO_ACTIONS"], ["GITEA_ACTIONS", "FORGEJO_ACTIONS"]])
  func requestsAndPushes(marks: [String]) throws {
    let forge = try Forge()
    try forge.brought()
    let good = try forge.pullRequest("intermediate/anna", into: "develop").gitea(marks)
    let clone = try forge.checkout(pull: "refs/pull/1/head")
    let allowed = try forge.verify(clone, good)
    #expect(allowed.status == 0, "\(allowed)")
    let bad = try forge.pullRequest("experiment/resnet", into: "develop").gitea(marks)
    let refused = try forge.verify(try forge.checkout(pull: "refs/pull/1/head"), bad)
    #expect(refused.status == 1, "\(refused)")
    let shallow = try forge.checkout(pull: "refs/pull/1/head", depth: 1)
    let undecided = try forge.verify(shallow, bad)
    #expect(undecided.status == 3, "\(undecided)")
    #expect(undecided.stderr.contains("fetch-depth: 0"), "\(undecided)")

    let before = try forge.id("develop")
    let after = try forge.merged(
      "intermediate/anna", into: "develop", as: "refs/heads/develop",
      subject: "Merge pull request 'Resnet' (#1) from intermediate/anna into develop")
    try forge.team.origin.git("branch", "-D", "intermediate/anna")
    let landed = try forge.verify(
      try forge.checkout(branch: "develop"),
      ActionsJob.push("refs/heads/develop", before, after).gitea(marks))
    #expect(landed.status == 0, "\(landed)")
  }

  /// A called workflow has an event of its own name and the caller's file.
  @Test func aCalledWorkflow() throws {
    let forge = try Forge()
    try forge.brought()
    var job = try forge.pullRequest("experiment/resnet", into: "develop").gitea()
    job.variables["GITHUB_EVENT_NAME"] = "workflow_call"
    let clone = try forge.checkout(pull: "refs/pull/1/head")
    #expect(try forge.verify(clone, job).status == 1)
    job.event["pull_request"] = nil
    #expect(try forge.verify(clone, job).status == 3)
  }

  /// The copy of the head that the checkout makes is no experiment that could vouch for work of
  /// one's own.
  @Test func theCopyOfTheHeadVouchesForNothing() throws {
    let forge = try Forge()
    try forge.brought()
    try forge.anna.commit("More", files: ["src/more.py": "more = 1\n"])
    try forge.anna.git("push", "-q", "origin", "intermediate/anna")
    let job = try forge.pullRequest("intermediate/anna", into: "develop").gitea()
    let clone = try forge.checkout(pull: "refs/pull/1/head")
    let outcome = try forge.verify(clone, job)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stderr.contains("! own-work on develop"), "\(outcome)")
  }
}
