import Foundation
import GuardTesting
import Testing

/// `gitflow-guard audit` on real repositories that git made.
@Suite struct AuditTests {
  /// A team's repository with three landings, a direct commit that went round the hooks, and a
  /// promotion.
  private func history() throws -> (team: Team, anna: ScratchRepository) {
    let team = try Team()
    let anna = try team.member("anna")
    for name in ["experiment/a", "experiment/b"] {
      try anna.experiment(name)
      try anna.bring(name, into: "intermediate/anna")
      try anna.land("intermediate/anna")
    }
    try anna.git("commit", "-q", "--no-verify", "--allow-empty", "-m", "By the way", expecting: nil)
    try anna.git("-c", "core.hooksPath=/dev/null", "commit", "-q", "--allow-empty", "-m", "Hotfix")
    try anna.git("-c", "core.hooksPath=/dev/null", "push", "-q", "origin", "develop")
    try anna.experiment("experiment/c")
    try anna.bring("experiment/c", into: "intermediate/anna")
    try anna.land("intermediate/anna")
    return (team, anna)
  }

  private func json(_ outcome: ScratchOutcome) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output))
    return try #require(object as? [String: Any])
  }

  @Test func itFindsTheDirectCommitAndNothingElse() throws {
    let (team, anna) = try history()
    let hotfix = try anna.git("log", "-1", "--format=%H", "--grep=Hotfix", "develop").text
    let outcome = try team.run("audit", "--format", "json", in: anna)
    #expect(outcome.status == 1)
    let report = try json(outcome)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["direct-commit"])
    #expect(findings.map { $0["commit"] as? String } == [hotfix])
    let subjects = try #require(report["subjects"] as? [[String: Any]])
    #expect(subjects.map { $0["ref"] as? String } == ["refs/heads/main", "refs/heads/develop"])
    let audit = try #require(report["audit"] as? [String: Any])
    let authors = try #require(audit["byAuthor"] as? [[String: Any]])
    #expect(authors.map { $0["author"] as? String } == ["Anna Author <anna@example.org>"])
  }

  @Test func theChainIsPrintedAsGitLogLists() throws {
    let (team, anna) = try history()
    let outcome = try team.run("audit", "develop", "--annotate", in: anna)
    let chain = try anna.git(
      "log", "--first-parent", "--abbrev=10", "--format=%h", "origin/develop")
    let steps = outcome.stdout.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix(" ") == false && $0 != "develop" }
    #expect(steps.map { String($0.prefix(10)) } == chain.lines)
    #expect(
      outcome.stdout.contains("merge of intermediate/anna (ref)  by Anna Author: Merge branch"))
    #expect(outcome.stdout.contains("x direct-commit"))
    #expect(outcome.stderr.contains("x audit: develop ("))
  }

  @Test func oneProcessAndSeveralSayTheSame() throws {
    let (team, anna) = try history()
    func said(_ jobs: String) throws -> [String: Any] {
      var report = try json(
        team.run("audit", "--annotate", "--jobs", jobs, "--format", "json", in: anna))
      var summary = try #require(report["summary"] as? [String: Any])
      summary["seconds"] = nil
      report["summary"] = summary
      return report
    }
    let one = try said("1") as NSDictionary
    for jobs in ["2", "3", "50"] { #expect(try one.isEqual(said(jobs))) }
  }

  @Test func whatARemoteThatIsGoneLeftBehindIsNotTakenForDevelop() throws {
    let (team, anna) = try history()
    try anna.git("update-ref", "refs/remotes/former/develop", "develop~3")
    try anna.git("branch", "-q", "-f", "develop", "develop~1", expecting: nil)
    try anna.git("switch", "-q", "-c", "elsewhere")
    try anna.git("branch", "-q", "-f", "develop", "develop~1")
    let both = try team.run("audit", "develop", in: anna)
    #expect(both.stderr.contains("origin/develop was judged; the local develop stands elsewhere"))
    try anna.git("remote", "remove", "origin")
    let local = try team.run("audit", "develop", in: anna)
    #expect(local.stderr.contains("was judged") == false)
    try anna.git("branch", "-q", "-D", "develop")
    let former = try team.run("audit", "develop", in: anna)
    #expect(former.stderr.contains("former/develop was judged"))
  }

  @Test func aBareRepositoryIsAudited() throws {
    let (team, _) = try history()
    let outcome = try team.run("audit", "develop", in: team.origin)
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("direct-commit on develop"))
  }

  @Test func sinceAndBaselineCutTheHistory() throws {
    let (team, anna) = try history()
    let hotfix = try anna.git("log", "-1", "--format=%H", "--grep=Hotfix", "develop").text
    #expect(try team.run("audit", "--since", hotfix, in: anna).status == 0)
    #expect(try team.run("audit", "--since", "\(hotfix)~1", in: anna).status == 1)
    #expect(try team.run("audit", "--since", "2100-01-01", in: anna).status == 0)
    let unknown = try team.run("audit", "--since", "last week", in: anna)
    #expect(unknown.status == 3)
    #expect(unknown.stderr.contains("--since names neither a commit here nor a date"))
    try anna.write("policy.yml", "version: 1\nbaseline: \(hotfix)\n")
    let outcome = try team.run("audit", "--policy", "policy.yml", in: anna)
    #expect(outcome.status == 0)
    #expect(outcome.stderr.contains("the policy is not from the trusted side: policy.yml"))
  }

  @Test func severalRepositoriesMakeOneReport() throws {
    let (team, anna) = try history()
    let outcome = try team.run(
      "audit", "--repository", anna.path, "--repository", team.origin.path, "--format", "json",
      in: anna)
    #expect(outcome.status == 1)
    let report = try json(outcome)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.map { $0["repository"] as? String } == [anna.path, team.origin.path])
    #expect((report["policies"] as? [[String: Any]])?.count == 2)
  }

  @Test func whatCanNotBeAuditedIsSaid() throws {
    let (team, anna) = try history()
    let free = try team.run("audit", "experiment/a", in: anna)
    #expect(free.status == 2)
    #expect(free.stderr.contains("experiment/a is of no lane that the policy asks anything of"))
    let missing = try team.run("audit", "release", in: anna)
    #expect(missing.status == 3)
    let other = try ScratchRepository(named: "other")
    try other.git("checkout", "-q", "-b", "trunk")
    try other.commit("Begin", files: ["a": "a\n"])
    let nothing = try other.run(team.binary, ["audit"])
    #expect(nothing.status == 3)
    #expect(nothing.stderr.contains("no branch here is of a protected lane (main, develop)"))
  }

  @Test func aShallowCloneIsUndecidedAtItsCut() throws {
    let (team, _) = try history()
    let shallow = try team.origin.clone(
      named: "shallow", options: ["--depth", "2", "--branch", "develop"])
    let outcome = try team.run("audit", "develop", in: shallow)
    // That the commit at the cut has one parent is known; what it changed is not.
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("direct-commit on develop"))
    #expect(outcome.stderr.contains("git fetch --unshallow"))
  }
}
