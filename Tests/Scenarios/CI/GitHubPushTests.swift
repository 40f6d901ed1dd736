import Foundation
import GuardTesting
import Testing

/// `verify` without arguments after a push, and in a merge queue of GitHub.
@Suite struct GitHubPushTests {
  private let zeros = String(repeating: "0", count: 40)

  private func landed(
    _ forge: Forge, subject: String = "Merge pull request #1 from team/intermediate/anna"
  ) throws -> ActionsJob {
    let before = try forge.id("develop")
    let after = try forge.merged(
      "intermediate/anna", into: "develop", as: "refs/heads/develop", subject: subject)
    return ActionsJob.push("refs/heads/develop", before, after)
  }

  @Test func afterTheMergeTheBranchVouches() throws {
    let forge = try Forge()
    try forge.brought()
    let job = try landed(forge)
    let outcome = try forge.verify(try forge.checkout(branch: "develop"), job)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stderr.contains("allowed: develop"), "\(outcome)")
  }

  /// The forge has deleted the source; only the merge's message is left of it.
  @Test func aSourceThatIsGoneIsTakenFromTheMessage() throws {
    let forge = try Forge()
    try forge.brought()
    let job = try landed(forge)
    try forge.team.origin.git("branch", "-D", "intermediate/anna")
    let clone = try forge.checkout(branch: "develop")
    let outcome = try forge.verify(clone, job)
    #expect(outcome.status == 0, "\(outcome)")
    let request = try forge.verify(
      clone, [:], "--source", try forge.id("develop^2"), "--target", "develop", "--base",
      try forge.id("develop^"))
    // The same words prove nothing where the branch could still be there.
    #expect(request.status == 1, "\(request)")
  }

  /// At GitHub a fork's branch is told by its owner alone.
  @Test func aForksMessageIsNobodysBranch() throws {
    let forge = try Forge()
    try forge.brought()
    let job = try landed(
      forge, subject: "Merge pull request #1 from mallory/intermediate/anna")
    try forge.team.origin.git("branch", "-D", "intermediate/anna")
    let outcome = try forge.verify(try forge.checkout(branch: "develop"), job)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("mallory:intermediate/anna"), "\(outcome)")
  }

  @Test func aDirectCommitIsRefused() throws {
    let forge = try Forge()
    let before = try forge.id("develop")
    let after = try forge.forked("direct", as: "refs/heads/develop")
    let outcome = try forge.verify(
      try forge.checkout(branch: "develop"),
      ActionsJob.push("refs/heads/develop", before, after))
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("  direct-commit "), "\(outcome)")
  }

  @Test func deletionsAndTags() throws {
    let forge = try Forge()
    let tip = try forge.id("develop")
    let clone = try forge.checkout(branch: "main")
    let gone = try forge.verify(clone, ActionsJob.push("refs/heads/develop", tip, zeros))
    #expect(gone.status == 1, "\(gone)")
    #expect(gone.stderr.contains("  branch-deletion "), "\(gone)")
    let free = try forge.verify(clone, ActionsJob.push("refs/heads/experiment/x", tip, zeros))
    #expect(free.status == 0, "\(free)")
    let tag = try forge.verify(clone, ActionsJob.push("refs/tags/v1", zeros, tip))
    #expect(tag.status == 0, "\(tag)")
  }

  /// A tag is judged where it arrives: its own object at GitHub, its commit at GitLab.
  @Test func aTagOffItsLane() throws {
    let forge = try Forge(policy: "tags: { \"v*\": main }\n")
    try forge.brought()
    for (tip, status) in [(try forge.id("main"), Int32(0)), (try forge.id("experiment/resnet"), 1)]
    {
      try forge.team.origin.git("tag", "-f", "-a", "-m", "One", "v1", tip)
      let object = try forge.id("refs/tags/v1")
      let clone = try forge.clone(
        [Forge.branches, "+refs/tags/*:refs/tags/*"], at: "refs/tags/v1")
      let actions = try forge.verify(clone, ActionsJob.push("refs/tags/v1", zeros, object))
      #expect(actions.status == status, "\(actions)")
      let gitlab = try forge.verify(clone, GitLabJob.tag("v1", tip))
      #expect(gitlab.status == status, "\(gitlab)")
      if status == 1 { #expect(gitlab.stderr.contains("  tag-source "), "\(gitlab)") }
      #expect(actions.stderr.contains("tag-source") == gitlab.stderr.contains("tag-source"))
    }
  }

  @Test func aProtectedBranchMadeOffTheFlow() throws {
    let forge = try Forge()
    try forge.brought()
    let tip = try forge.id("experiment/resnet")
    try forge.team.origin.git("branch", "-f", "develop", tip)
    let job = ActionsJob.push("refs/heads/develop", zeros, tip)
    let outcome = try forge.verify(try forge.checkout(branch: "develop"), job)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("  branch-creation "), "\(outcome)")
    // Without main here it would look like the first branch of all.
    let alone = try forge.clone(
      ["+refs/heads/develop:refs/remotes/origin/develop"], at: "origin/develop")
    let undecided = try forge.verify(alone, job)
    #expect(undecided.status == 3, "\(undecided)")
  }

  /// A new branch of one's own begins at develop, and owes nothing for what landed there.
  @Test func aNewBranchBeginsAtWhatOthersHave() throws {
    let forge = try Forge()
    try forge.brought("experiment/lstm", by: "boris")
    try forge.merged("intermediate/boris", into: "develop", as: "refs/heads/develop")
    let tip = try forge.id("develop")
    try forge.team.origin.git("branch", "intermediate/anna", "develop")
    let own = try forge.verify(
      try forge.checkout(branch: "intermediate/anna"),
      ActionsJob.push("refs/heads/intermediate/anna", zeros, tip), "--strict")
    #expect(own.status == 0, "\(own)")
    // main begins on develop's own chain, not at what came in there.
    let inside = try forge.id("intermediate/boris")
    try forge.team.origin.git("branch", "-f", "main", inside)
    let main = try forge.verify(
      try forge.checkout(branch: "main"), ActionsJob.push("refs/heads/main", zeros, inside))
    #expect(main.status == 1, "\(main)")
    #expect(main.stderr.contains("  branch-creation "), "\(main)")
    try forge.team.origin.git("branch", "-f", "main", tip)
    let good = try forge.verify(
      try forge.checkout(branch: "main"), ActionsJob.push("refs/heads/main", zeros, tip))
    #expect(good.status == 0, "\(good)")
  }

  /// What was pushed away is on no branch: one's own branch is judged as a whole, on a protected one
  /// the question stays open.
  @Test func aForcePush() throws {
    let forge = try Forge()
    try forge.brought()
    let lost = String(repeating: "ab", count: 20)
    let own = try forge.verify(
      try forge.checkout(branch: "intermediate/anna"),
      ActionsJob.push("refs/heads/intermediate/anna", lost, try forge.id("intermediate/anna")))
    #expect(own.status == 0, "\(own)")
    #expect(own.stderr.contains("the whole branch is judged"), "\(own)")
    let shared = try forge.verify(
      try forge.checkout(branch: "develop"),
      ActionsJob.push("refs/heads/develop", lost, try forge.id("develop")))
    #expect(shared.status == 3, "\(shared)")
    #expect(shared.stderr.contains("git fetch origin \(lost)"), "\(shared)")
  }

  @Test func theForgeKnowsWhoPushed() throws {
    let forge = try Forge(policy: "owners: { anna: [\"@anna.k\"] }\n")
    try forge.brought()
    let clone = try forge.checkout(branch: "intermediate/anna")
    var job = ActionsJob.push(
      "refs/heads/intermediate/anna", zeros, try forge.id("intermediate/anna"))
    job.variables["GITHUB_ACTOR"] = "Anna.K"
    #expect(try forge.verify(clone, job).status == 0)
    job.variables["GITHUB_ACTOR"] = "boris"
    let outcome = try forge.verify(clone, job)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("you are boris by GITHUB_ACTOR"), "\(outcome)")
  }

  /// Whoever is merged before in a queue can't have been pulled.
  @Test(arguments: [true, false]) func aMergeQueue(isGood: Bool) throws {
    let forge = try Forge()
    try forge.brought()
    try forge.brought("experiment/lstm", by: "boris")
    let base = try forge.id("develop")
    let queue = "refs/heads/gh-readonly-queue/develop/pr-"
    let first = try forge.merged(
      "intermediate/boris", into: "develop", as: "\(queue)1-\(base)")
    // The journal would conflict; in a queue the forge then leaves the request out.
    let head = isGood ? "intermediate/anna~1" : "experiment/resnet"
    let second = try forge.merged(
      head, into: "\(queue)1-\(base)".replacing("refs/heads/", with: ""),
      as: "\(queue)2-\(first)")
    let clone = try forge.checkout(
      branch: "\(queue)2-\(first)".replacing("refs/heads/", with: ""))
    let outcome = try forge.verify(
      clone, ActionsJob.queue("develop", base: first, head: second))
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("  branch-flow ") != isGood, "\(outcome)")
    #expect(outcome.stderr.contains("! stale-source on develop"), "\(outcome)")
    if isGood { #expect(outcome.stderr.contains("  experiment-entry "), "\(outcome)") }
    let alone = try forge.verify(
      clone, ActionsJob.queue("develop", base: base, head: first))
    #expect(alone.status == 0, "\(alone)")
  }
}
