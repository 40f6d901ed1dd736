import GuardTesting
import Testing

/// `verify` without arguments in GitLab's merge request pipelines.
@Suite struct GitLabTests {
  @Test func aDetachedPipeline() throws {
    let forge = try Forge()
    try forge.brought()
    let head = try forge.id("intermediate/anna")
    let clone = try forge.runner(at: head)
    let good = GitLabJob.request("intermediate/anna", head, into: "develop")
    let allowed = try forge.verify(clone, good, "--strict")
    #expect(allowed.status == 0, "\(allowed)")
    #expect(allowed.stderr.contains("allowed: intermediate/anna into develop"), "\(allowed)")
    let experiment = try forge.id("experiment/resnet")
    let refused = try forge.verify(
      try forge.runner(at: experiment),
      GitLabJob.request("experiment/resnet", experiment, into: "develop"))
    #expect(refused.status == 1, "\(refused)")
    // The target that it has now counts.
    let other = try forge.verify(
      clone, GitLabJob.request("intermediate/anna", head, into: "main"))
    #expect(other.status == 1, "\(other)")
    #expect(other.stderr.contains("main takes only develop"), "\(other)")
    let base = try forge.verify(clone, good, "--base", try forge.id("develop"))
    #expect(base.status == 0, "\(base)")
    let push = GitLabJob.branch("develop", try forge.id("develop"), head)
    #expect(try forge.verify(clone, push, "--base", head).status == 2)
  }

  @Test func aMergedResultsPipeline() throws {
    let forge = try Forge()
    try forge.brought()
    let head = try forge.id("intermediate/anna")
    let merge = try forge.merged(
      "intermediate/anna", into: "develop", as: "refs/merge-requests/1/merge")
    let job = GitLabJob.request(
      "intermediate/anna", head, into: "develop", event: "merged_result", commit: merge)
    let allowed = try forge.verify(try forge.runner(at: merge), job)
    #expect(allowed.status == 0, "\(allowed)")
    var unclear = job
    unclear["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] = ""
    let outcome = try forge.verify(try forge.runner(at: merge), unclear)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA is not set"), "\(outcome)")
  }

  /// Others are merged first, which nobody can have pulled: said, and not refused.
  @Test func aMergeTrain() throws {
    let forge = try Forge()
    try forge.brought()
    let head = try forge.id("intermediate/anna")
    let boris = try forge.team.member("boris", installing: false)
    try boris.commit("Data", files: ["data/set.csv": "1\n"])
    try boris.git("push", "-q", "origin", "HEAD:develop")
    let merge = try forge.merged(
      "intermediate/anna", into: "develop", as: "refs/merge-requests/1/train")
    let clone = try forge.runner(at: merge)
    let train = GitLabJob.request(
      "intermediate/anna", head, into: "develop", event: "merge_train", commit: merge)
    let outcome = try forge.verify(clone, train)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stderr.contains("! stale-source on develop"), "\(outcome)")
    let alone = try forge.verify(
      clone,
      GitLabJob.request(
        "intermediate/anna", head, into: "develop", event: "merged_result", commit: merge))
    #expect(alone.status == 1, "\(alone)")
    #expect(alone.stderr.contains("  stale-source "), "\(alone)")
  }

  @Test(arguments: ["intermediate/anna", "develop", "patch"])
  func aForkTakesNobodysPlace(branch: String) throws {
    let forge = try Forge()
    let head = try forge.forked("fork", as: "refs/merge-requests/1/head")
    let job = GitLabJob.request(
      branch, head, into: "develop", from: "people/mallory/model")
    let outcome = try forge.verify(try forge.runner(at: head), job)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("people/mallory:\(branch)"), "\(outcome)")
    // In the fork's own pipeline develop is the fork's.
    var inside = job
    inside["CI_PROJECT_PATH"] = "people/mallory/model"
    let unclear = try forge.verify(try forge.runner(at: head), inside)
    #expect(unclear.status == 3, "\(unclear)")
    #expect(unclear.stderr.contains("runs in the fork people/mallory/model"), "\(unclear)")
  }

  @Test func variablesThatDontSay() throws {
    let forge = try Forge()
    try forge.brought()
    let head = try forge.id("intermediate/anna")
    let clone = try forge.runner(at: head)
    let job = GitLabJob.request("intermediate/anna", head, into: "develop")
    for (name, value) in [
      ("CI_MERGE_REQUEST_EVENT_TYPE", "rebased"), ("CI_MERGE_REQUEST_EVENT_TYPE", ""),
      ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", ""), ("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", ""),
      ("CI_COMMIT_SHA", "develop"), ("CI_MERGE_REQUEST_PROJECT_PATH", ""),
      ("CI_MERGE_REQUEST_SOURCE_PROJECT_ID", "9"), ("CI_MERGE_REQUEST_IID", ""),
    ] {
      var other = job
      other[name] = value
      let outcome = try forge.verify(clone, other)
      #expect(outcome.status == 3, "\(name): \(outcome)")
      #expect(outcome.stderr.contains(name), "\(name): \(outcome)")
    }
    var gone = job
    gone["CI_MERGE_REQUEST_SOURCE_PROJECT_PATH"] = ""
    gone["CI_MERGE_REQUEST_SOURCE_PROJECT_ID"] = ""
    #expect(try forge.verify(clone, gone).status == 3)
  }

  @Test func anyDepthGivesTheRightAnswerOrNone() throws {
    let forge = try Forge()
    try forge.brought()
    let head = try forge.id("intermediate/anna")
    let job = GitLabJob.request("intermediate/anna", head, into: "develop")
    for depth in [1, 2, 3, 4, 20] {
      let clone = try forge.runner(at: head, depth: depth)
      let outcome = try forge.verify(clone, job)
      #expect(outcome.status == 3, "\(depth): \(outcome)")
      #expect(outcome.stderr.contains("    variables: { GIT_DEPTH: 0 }"), "\(outcome)")
      try clone.git(
        "fetch", "-q", "--depth", "\(depth)", "origin",
        "+refs/heads/develop:refs/remotes/origin/develop")
      let more = try forge.verify(clone, job)
      #expect(more.status == 0 || more.status == 3, "\(depth): \(more)")
      if more.status == 3 { #expect(more.stderr.contains("GIT_DEPTH: 0"), "\(more)") }
    }
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func aPartialCloneNamesItsSetting(filter: String) throws {
    let forge = try Forge()
    try forge.brought()
    let head = try forge.id("intermediate/anna")
    let clone = try forge.clone(
      [Forge.branches], at: head, options: ["--filter=\(filter)"])
    // What HEAD needs was fetched after all; the rest is asked for by the guard.
    let outcome = try forge.verify(
      clone, GitLabJob.request("intermediate/anna", head, into: "develop"))
    #expect(outcome.status == 0 || outcome.status == 3, "\(outcome)")
    let audit = try clone.run(
      forge.team.binary, ["audit", "develop"],
      environment: GitLabJob.branch("develop", nil, head, source: "schedule"))
    #expect(audit.status != 1, "\(audit)")
    for answer in [outcome, audit] where answer.status == 3 {
      #expect(answer.stderr.contains("GIT_STRATEGY: clone"), "\(answer)")
    }
    #expect(outcome.status == 3 || filter == "blob:none", "\(outcome)")
  }

  @Test func anAuditNamesTheSettingAsWell() throws {
    let forge = try Forge()
    try forge.brought()
    try forge.merged("intermediate/anna", into: "develop", as: "refs/heads/develop")
    let tip = try forge.id("develop")
    let clone = try forge.runner(at: tip, branch: "develop", depth: 1)
    let outcome = try clone.run(
      forge.team.binary, ["audit", "develop"],
      environment: GitLabJob.branch("develop", nil, tip, source: "schedule"))
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("variables: { GIT_DEPTH: 0 }"), "\(outcome)")
  }
}
