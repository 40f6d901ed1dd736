import GuardTesting
import Testing

/// `verify` without arguments in GitLab's branch and tag pipelines.
@Suite struct GitLabBranchTests {
  @Test(arguments: [true, false]) func afterTheMerge(isSourceKept: Bool) throws {
    let forge = try Forge()
    try forge.brought()
    let before = try forge.id("develop")
    let after = try forge.merged(
      "intermediate/anna", into: "develop", as: "refs/heads/develop",
      subject: "Merge branch 'intermediate/anna' into 'develop'")
    if isSourceKept == false { try forge.team.origin.git("branch", "-D", "intermediate/anna") }
    let clone = try forge.runner(at: after, branch: "develop")
    let outcome = try forge.verify(clone, GitLabJob.branch("develop", before, after))
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func aDirectCommit() throws {
    let forge = try Forge()
    let before = try forge.id("develop")
    let after = try forge.forked("direct", as: "refs/heads/develop")
    let clone = try forge.runner(at: after, branch: "develop")
    let outcome = try forge.verify(clone, GitLabJob.branch("develop", before, after))
    #expect(outcome.status == 1, "\(outcome)")
    let shallow = try forge.runner(at: after, branch: "develop", depth: 1)
    let undecided = try forge.verify(shallow, GitLabJob.branch("develop", before, after))
    #expect(undecided.status == 3, "\(undecided)")
    #expect(undecided.stderr.contains("GIT_DEPTH: 0"), "\(undecided)")
  }

  /// Nobody pushed: nothing says where the branch stood.
  @Test(arguments: ["schedule", "web", "api", "trigger", "pipeline"])
  func aPipelineThatNoPushStarted(source: String) throws {
    let forge = try Forge()
    try forge.brought()
    let tip = try forge.id("develop")
    let outcome = try forge.verify(
      try forge.runner(at: tip, branch: "develop"),
      GitLabJob.branch("develop", nil, tip, source: source))
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("gitflow-guard audit"), "\(outcome)")
    // One's own branch is judged as a whole, and whoever started the job did not push.
    let own = try forge.id("intermediate/anna")
    var job = GitLabJob.branch("intermediate/anna", nil, own, source: source)
    job["GITLAB_USER_LOGIN"] = "boris"
    let whole = try forge.verify(try forge.runner(at: own, branch: "intermediate/anna"), job)
    #expect(whole.status == 0, "\(whole)")
    #expect(whole.stderr.contains("branch-owner was not asked"), "\(whole)")
  }

  /// Whoever retries a job is named as if they had pushed.
  @Test func whoStartedTheJobIsNoCertainPusher() throws {
    let forge = try Forge()
    try forge.brought()
    let own = try forge.id("intermediate/anna")
    var job = GitLabJob.branch("intermediate/anna", nil, own)
    let clone = try forge.runner(at: own, branch: "intermediate/anna")
    #expect(try forge.verify(clone, job, "--strict").status == 0)
    job["GITLAB_USER_LOGIN"] = "boris"
    let outcome = try forge.verify(clone, job)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stderr.contains("! branch-owner on intermediate/anna"), "\(outcome)")
  }

  @Test func tagsAndContradictions() throws {
    let forge = try Forge()
    let tip = try forge.id("develop")
    let clone = try forge.runner(at: tip)
    let tag = try forge.verify(clone, GitLabJob.tag("v1", tip))
    #expect(tag.status == 0, "\(tag)")
    var both = GitLabJob.tag("v1", tip)
    both["CI_COMMIT_BRANCH"] = "develop"
    let outcome = try forge.verify(clone, both)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("CI_COMMIT_BRANCH and CI_COMMIT_TAG"), "\(outcome)")
  }

  /// Pull requests of a repository at GitHub that GitLab only builds.
  @Test func anExternalPullRequest() throws {
    let forge = try Forge()
    try forge.brought()
    let head = try forge.id("intermediate/anna")
    var job = [
      "CI": "true", "GITLAB_CI": "true", "CI_PIPELINE_SOURCE": "external_pull_request_event",
      "CI_EXTERNAL_PULL_REQUEST_IID": "1", "CI_COMMIT_BRANCH": "intermediate/anna",
      "CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY": "team/model",
      "CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY": "team/model",
      "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME": "intermediate/anna",
      "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA": head,
      "CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME": "develop",
    ]
    let clone = try forge.runner(at: head)
    #expect(try forge.verify(clone, job).status == 0)
    job["CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY"] = "mallory/model"
    #expect(try forge.verify(clone, job).status == 1)
  }
}
