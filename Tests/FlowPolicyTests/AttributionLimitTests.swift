import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// flow.md, "Attribution, exactly": what vouches for nothing, and what is said when nothing does.
@Suite struct AttributionLimitTests {
  // 2: the two exceptions for experiment branches

  @Test func anExperimentBranchVouchesForNothingOfMainsChain() throws {
    let tale = Tale()
    let hotfix = tale.commit("main")
    tale.commit("main")
    tale.publish()
    tale.branch("experiment/x", at: "main")
    tale.branch("intermediate/anna")
    for head in [hotfix, tale.tip("main")] {
      let found = try tale.standing(of: head, on: "intermediate/anna").attribution
      #expect(found?.lane?.lane.name == "main")
    }
    // A commit of its own above main's is the experiment's.
    let own = tale.commit("experiment/x")
    #expect(try tale.standing(of: own, on: "intermediate/anna").laneName == "experiment")
  }

  @Test func norForWhatAnotherOwnerBroughtTogether() throws {
    let tale = Tale()
    tale.branch("intermediate/boris")
    let below = tale.commit("intermediate/boris")
    tale.experiment("experiment/y")
    let merge = tale.merge("experiment/y", into: "intermediate/boris")
    let above = tale.entry("intermediate/boris")
    tale.branch("experiment/x", at: "intermediate/boris")
    tale.branch("intermediate/anna")
    for head in [merge, above] {
      let found = try tale.standing(of: head, on: "intermediate/anna").attribution
      #expect(found?.branch == "intermediate/boris")
    }
    // Below the merge it may be an experiment that boris fast-forwarded to.
    let found = try tale.standing(of: below, on: "intermediate/anna").attribution
    #expect(found?.branch == "experiment/x")
  }

  @Test func theSameHoldsForAFastForward() throws {
    let tale = Tale()
    tale.bring("experiment/y", into: "intermediate/boris")
    tale.branch("experiment/x", at: "intermediate/boris")
    tale.branch("intermediate/anna")
    tale.publish()
    tale.set("intermediate/anna", to: tale.tip("experiment/x"))
    #expect(try tale.steps(of: "intermediate/anna").map(\.kind) == [.commit, .merge])

    tale.commit("experiment/x")
    tale.set("intermediate/anna", to: tale.tip("experiment/x"))
    #expect(try tale.steps(of: "intermediate/anna").map(\.kind) == [.fastForward])
  }

  @Test func ownersAreBytes() throws {
    let tale = Tale()
    tale.bring("experiment/y", into: "intermediate/e\u{301}va")
    tale.branch("experiment/x", at: "intermediate/e\u{301}va")
    tale.branch("intermediate/\u{e9}va")
    let head = tale.tip("experiment/x")
    let found = try tale.standing(of: head, on: "intermediate/\u{e9}va").attribution
    #expect(found?.branch == "intermediate/e\u{301}va")
  }

  @Test func anExperimentsReflogHasTheSameLimits() throws {
    let tale = Tale()
    tale.branch("intermediate/boris")
    let below = tale.commit("intermediate/boris")
    tale.experiment("experiment/y")
    let merge = tale.merge("experiment/y", into: "intermediate/boris")
    tale.branch("intermediate/anna")
    tale.history.reflogs["experiment/x"] = [below, merge]
    let free = try tale.standing(of: below, on: "intermediate/anna").attribution
    #expect(free?.kind == .reflog)
    #expect(free?.branch == "experiment/x")
    let barred = try tale.standing(of: merge, on: "intermediate/anna").attribution
    #expect(barred?.branch == "intermediate/boris")
  }

  // 5: messages

  private func lost() -> (tale: Tale, head: ObjectID) {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    let head = tale.tip("intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.forget("intermediate/anna")
    return (tale, head)
  }

  @Test func aMessageProvesNothingInAPush() throws {
    let (tale, head) = lost()
    let judgement = tale.push("develop")
    #expect(judgement.rules == [.unattributedSource])
    let finding = try #require(judgement.found(.unattributedSource).first)
    #expect(finding.message.contains(head.short))
    #expect(finding.source == nil)
    #expect(judgement.verdict == .refused)
  }

  @Test func whereThePolicyTrustsMessagesItDoes() {
    let (tale, _) = lost()
    let judgement = tale.push("develop", by: .with { $0.trustsMessages = true })
    #expect(judgement.findings.map(\.message) == [])
  }

  @Test func aBranchThatHasMovedIsToldByItsMessages() {
    let (tale, _) = lost()
    #expect(tale.push("develop", occasion: .moved).findings.map(\.message) == [])
  }

  @Test func aTrustedMessageOfARefusedLaneIsRefused() {
    let tale = Tale()
    tale.experiment("experiment/x")
    tale.entry("experiment/x")
    tale.merge("experiment/x", into: "develop")
    tale.forget("experiment/x")
    let judgement = tale.push("develop", by: .with { $0.trustsMessages = true })
    #expect(judgement.found(.branchFlow).map(\.source?.kind) == [.message])
  }

  @Test func refsAreStrongerThanTrustedMessages() {
    let tale = Tale()
    tale.experiment("experiment/x")
    tale.merge(
      "experiment/x", into: "develop", message: "Merge branch 'intermediate/anna' into develop")
    let judgement = tale.push("develop", by: .with { $0.trustsMessages = true })
    #expect(judgement.found(.branchFlow).map(\.source?.branch) == ["experiment/x"])
  }

  // 6: nothing says it

  @Test func intoAnUnprotectedLaneTheUnknownIsAnExperiments() throws {
    let tale = Tale()
    tale.experiment("gone")
    let head = tale.tip("gone")
    tale.forget("gone")
    tale.branch("intermediate/anna")
    let found = try tale.standing(of: head, on: "intermediate/anna").attribution
    #expect(found?.lane?.lane.name == "experiment")
    #expect(found?.branch == nil)
    #expect(found?.kind == EvidenceKind.none)
    tale.publish()
    tale.merge(head, into: "intermediate/anna")
    #expect(tale.push("intermediate/anna").verdict == .allowed)
  }

  @Test func intoAProtectedLaneItIsNeverAnAccusation() throws {
    let (tale, head) = lost()
    tale.set("develop", to: tale.published("develop"))
    #expect(try tale.standing(of: head, on: "develop") == .unattributed(claim: nil))
    let judgement = tale.merging(head, into: "develop")
    #expect(judgement.rules == [.unattributedSource])
    #expect(judgement.findings.allSatisfy { $0.source == nil })
  }

  @Test(arguments: [
    "Merge branch 'intermediate/anna' into develop",
    "Merge remote-tracking branch 'origin/intermediate/anna' into develop",
    "Merge pull request #4 from team/intermediate/anna",
    "Merged in intermediate/anna (pull request #4)",
  ])
  func theRemedyNamesTheLostBranch(_ subject: String) throws {
    let (tale, head) = lost()
    tale.set("develop", to: tale.published("develop"))
    tale.merge(head, into: "develop", message: subject)
    let finding = try #require(tale.push("develop").found(.unattributedSource).first)
    #expect(finding.remedy.lines == ["git branch intermediate/anna \(head.short)"])
  }

  @Test(arguments: [
    "Merge something", "Merge branch 'experiment/x' into develop",
    "Merge branch '--force' into develop", "Merge branch 'intermediate/a\u{202e}b' into develop",
  ])
  func whatHelpsNobodyIsNotInTheRemedy(_ subject: String) throws {
    let (tale, head) = lost()
    tale.set("develop", to: tale.published("develop"))
    tale.merge(head, into: "develop", message: subject)
    let finding = try #require(tale.push("develop").found(.unattributedSource).first)
    #expect(finding.remedy.lines.contains { $0.hasPrefix("git branch experiment/") })
    #expect(finding.remedy.lines.allSatisfy { $0.contains("--force") == false })
  }

  // 7: a server

  @Test func onAServerTheBranchesBeforeThePushVouch() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    let head = tale.tip("develop")
    let before = tale.published("develop")
    tale.set("develop", to: before)
    for name in ["main", "develop"] {
      tale.history.refs[RefName("refs/remotes/origin/\(name)")] = nil
    }
    let move = RefMove(ref: .branch("develop"), before: before, after: head)
    let receive = Proposal(occasion: .receive, moves: [move], today: Tale.day)
    #expect(tale.judge(receive).verdict == .allowed)
    // The branch is not there yet, so nothing vouches.
    tale.forget("intermediate/anna")
    #expect(tale.judge(receive).rules == [.unattributedSource])
  }
}
