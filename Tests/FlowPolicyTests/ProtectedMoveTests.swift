import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// The rules about a protected branch's move as a whole.
@Suite struct ProtectedMoveTests {
  /// develop with one promotion on it, published.
  private func landed() -> Tale {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.publish()
    return tale
  }

  // history-rewrite

  @Test func goingBackOnItsOwnChainIsARewrite() {
    let tale = landed()
    tale.set("develop", to: tale.tip("main"))
    let judgement = tale.push("develop")
    #expect(judgement.rules == [.historyRewrite])
    #expect(judgement.findings[0].message.contains("go back"))
    #expect(judgement.findings[0].remedy.lines.contains { $0.hasPrefix("git revert") })
  }

  @Test func anAmendedTipIsARewrite() {
    let tale = landed()
    let lost = tale.tip("develop")
    tale.set("develop", to: tale.tip("main"))
    tale.merge("intermediate/anna", into: "develop", message: "The same, amended")
    let judgement = tale.push("develop")
    #expect(judgement.found(.historyRewrite).map(\.message)[0].contains(lost.short))
    #expect(judgement.verdict == .refused)
  }

  @Test func otherBranchesMayBeRewritten() {
    let tale = landed()
    tale.set("intermediate/anna", to: tale.tip("develop"))
    tale.set("experiment/x", to: tale.tip("main"))
    #expect(tale.push("intermediate/anna", "experiment/x").verdict == .allowed)
  }

  // branch-deletion

  @Test func onlyProtectedBranchesMustStay() {
    let tale = landed()
    for name in ["main", "develop", "intermediate/anna", "experiment/x"] { tale.set(name, to: nil) }
    let judgement = tale.push("main", "develop", "intermediate/anna", "experiment/x")
    #expect(judgement.rules == [.branchDeletion])
    #expect(judgement.findings.map(\.ref) == [.branch("main"), .branch("develop")])
  }

  // branch-creation

  private func without(_ name: String) -> Tale {
    let tale = landed()
    tale.merge("develop", into: "main")
    tale.publish()
    tale.forget(name)
    return tale
  }

  @Test func developBeginsOnMain() {
    let tale = without("develop")
    tale.branch("develop", at: "main")
    #expect(tale.push("develop").verdict == .allowed)
  }

  /// All that main has went the whole way: a develop that was lost comes back where it stood.
  @Test func developMayComeBackWhereItWasPromoted() throws {
    let tale = without("develop")
    let old = try #require(tale.history.commits[tale.tip("main")]?.parents.last)
    tale.set("develop", to: old)
    #expect(tale.push("develop").findings.map(\.message) == [])
  }

  /// An experiment's commit that main has is no beginning: its chain would be develop's.
  @Test func developDoesNotBeginAtAnExperiment() {
    let tale = without("develop")
    tale.branch("develop", at: "experiment/x")
    #expect(tale.push("develop").rules.contains(.directCommit))
  }

  @Test func developDoesNotBeginBesideMain() {
    let tale = without("develop")
    tale.branch("develop", at: "main")
    tale.commit("develop")
    let judgement = tale.push("develop")
    #expect(judgement.rules.contains(.branchCreation))
    #expect(judgement.rules.contains(.directCommit))
  }

  @Test func mainBeginsOnDevelopsChain() {
    let tale = without("main")
    tale.branch("main", at: "develop")
    #expect(tale.push("main").verdict == .allowed)
    for beside in ["experiment/x", "intermediate/anna"] {
      tale.branch("main", at: beside)
      #expect(tale.push("main").rules.contains(.branchCreation), "\(beside)")
    }
  }

  /// A push lands as a whole, so the branch may begin where the same push takes the other one.
  @Test func mainMayBeginWhereTheSamePushTakesDevelop() {
    let tale = without("main")
    tale.bring("experiment/y", into: "intermediate/boris")
    tale.merge("intermediate/boris", into: "develop")
    tale.branch("main", at: "develop")
    #expect(tale.push("develop", "main").findings.map(\.message) == [])
    #expect(tale.push("main", "develop").verdict == .allowed)
  }

  /// What is wrong with the step into develop is said of develop, once.
  @Test func aNewMainDoesNotRepeatWhatIsWrongWithDevelop() {
    let tale = without("main")
    tale.commit("develop")
    tale.branch("main", at: "develop")
    let judgement = tale.push("develop", "main")
    #expect(judgement.rules.contains(.directCommit))
    #expect(Set(judgement.findings.map(\.ref)) == [.branch("develop")])
  }

  /// Two new branches do not vouch for each other.
  @Test func newBranchesDoNotBeginOnEachOther() {
    let live = Lane(name: "live", pattern: PathPattern("live"))
    let policy = Policy.with { policy in
      policy.lanes.insert(live, at: 0)
      policy.promotions["live"] = Promotion(from: ["main"], by: [.merge])
    }
    let tale = landed()
    tale.branch("live", at: "main")
    tale.publish()
    tale.forget("develop")
    tale.forget("main")
    for name in ["develop", "main"] { tale.set(name, to: tale.tip("experiment/x")) }
    #expect(tale.push("develop", "main", by: policy).rules.contains(.branchCreation))
  }

  // foxtrot-merge

  @Test func aPullIntoOwnCommitsIsAFoxtrot() {
    let tale = landed()
    tale.branch("mine", at: "main")
    tale.commit("mine")
    tale.merge("develop", into: "mine", message: "Merge branch 'develop' of example.org:repo")
    tale.set("develop", to: tale.tip("mine"))
    let judgement = tale.push("develop")
    #expect(judgement.rules.contains(.foxtrotMerge))
    #expect(judgement.rules.contains(.historyRewrite) == false)
  }

  @Test func aPullThatIsAboutToBeCommittedIsOne() throws {
    let tale = landed()
    let theirs = try #require(tale.published("develop"))
    tale.set("develop", to: tale.tip("main"))
    tale.commit("develop")
    let judgement = tale.merging(theirs, into: "develop")
    #expect(judgement.found(.foxtrotMerge).map(\.source?.branch) == ["origin/develop"])
  }

  @Test func onOneOfTheUnprotectedItIsNone() throws {
    let tale = landed()
    tale.commit("intermediate/anna", ["experiments/a.md": "x"])
    tale.publish()
    let theirs = tale.tip("intermediate/anna")
    tale.set("intermediate/anna", to: tale.tip("develop"))
    tale.entry("intermediate/anna")
    #expect(tale.merging(theirs, into: "intermediate/anna").findings.map(\.message) == [])
  }

  // unrelated-history

  @Test func unrelatedHistoryIsFoundInAMergeRequestToo() throws {
    let tale = Tale()
    let root = tale.history.commit(["other": "x"], parents: [], message: "Another beginning")
    tale.set("intermediate/anna", to: root)
    tale.entry("intermediate/anna")
    let judgement = try tale.request("intermediate/anna", into: "develop")
    #expect(judgement.rules.contains(.unrelatedHistory))
    #expect(judgement.rules.contains(.staleSource))
  }

  @Test func intoAnIntermediateBranchItIsFree() {
    let tale = Tale()
    let root = tale.history.commit(["other": "x"], parents: [], message: "Another beginning")
    tale.set("experiment/new", to: root)
    tale.branch("intermediate/anna")
    tale.merge("experiment/new", into: "intermediate/anna")
    #expect(tale.push("intermediate/anna").findings.map(\.message) == [])
  }
}
