import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// What is free while a repository is being set up.
@Suite struct SettingUpTests {
  private static let file: TreePath = ".gitflow-guard.yml"

  /// A repository that no remote has yet.
  private func fresh(_ files: FakeHistory.Files = ["README.md": "A project"]) -> Tale {
    let tale = Tale(files)
    tale.history.refs = tale.history.refs.filter { $0.key.branch != nil }
    return tale
  }

  private func committing(
    _ files: FakeHistory.Files, on branch: String, in tale: Tale, remote: String? = nil
  ) -> Judgement {
    let pending = PendingCommit(
      ref: .branch(BranchName(branch)), parents: [tale.tip(branch)],
      tree: tale.history.tree(files), activity: .commit)
    return tale.judge(
      Proposal(occasion: .commit, pending: pending, today: Tale.day, remote: remote))
  }

  @Test func commitsToABranchWithoutAPolicyAreFree() {
    let judgement = committing(["a": "1"], on: "main", in: fresh())
    #expect(judgement.findings.isEmpty)
    #expect(judgement.announcements.count == 1)
    #expect(judgement.announcements[0].contains("main"))
    #expect(judgement.verdict == .allowed)
  }

  @Test func theFirstCommitOfAllIsFree() {
    let history = FakeHistory()
    let pending = PendingCommit(
      ref: .branch("main"), parents: [], tree: history.tree(["a": "1"]), activity: .commit)
    let proposal = Proposal(occasion: .commit, pending: pending, today: Tale.day)
    #expect(Engine().judge(proposal, by: Policies(Policy()), on: history).verdict == .allowed)
  }

  @Test func withAPolicyTheyAreNot() {
    let tale = fresh([Self.file: "version: 1"])
    let judgement = committing([Self.file: "version: 1", "a": "1"], on: "main", in: tale)
    #expect(judgement.rules == [.directCommit])
  }

  @Test func onceARemoteHasTheBranchTheyAreNot() {
    let tale = fresh()
    tale.publish("main")
    #expect(committing(["a": "1"], on: "main", in: tale, remote: "origin").verdict == .refused)
    // develop is still nowhere else.
    #expect(committing(["a": "1"], on: "develop", in: tale, remote: "origin").verdict == .allowed)
  }

  @Test func aPushIsNeverFreeByThat() {
    let tale = Tale()
    tale.commit("main")
    #expect(tale.push("main").verdict == .refused)
  }

  @Test func anInvalidPolicyIsNotFree() {
    let judgement = committing([Self.file: "invalid"], on: "main", in: fresh())
    #expect(judgement.rules == [.policyChange])
    #expect(judgement.verdict == .refused)
  }

  @Test func theFirstProtectedBranchesBeginAnywhere() {
    let tale = fresh()
    tale.commit("main")
    tale.commit("develop")
    for pushed in [["main"], ["develop"], ["main", "develop"]] {
      let judgement = tale.judge(
        Proposal(
          occasion: .push, moves: pushed.map(tale.move), today: Tale.day, remote: "origin"))
      #expect(judgement.findings.isEmpty)
      #expect(judgement.announcements.isEmpty == false)
      #expect(judgement.verdict == .allowed)
    }
  }

  /// Where a policy asks nothing at all, all is free, and nothing is said of it.
  @Test func nothingIsSaidWhereNothingIsAsked() {
    let silent = Policy.with { policy in
      for rule in RuleID.allCases { policy.severities[rule] = .off }
    }
    let tale = fresh()
    tale.commit("main")
    let push = Proposal(
      occasion: .push, moves: [tale.move("main")], today: Tale.day, remote: "origin")
    let pending = PendingCommit(
      ref: .branch("main"), parents: [tale.tip("main")], tree: tale.history.tree(["a": "1"]),
      activity: .commit)
    let commit = Proposal(occasion: .commit, pending: pending, today: Tale.day)
    for proposal in [push, commit] {
      #expect(tale.judge(proposal).announcements.count == 1)
      let judgement = tale.judge(proposal, by: silent)
      #expect(judgement.announcements.isEmpty)
      #expect(judgement.verdict == .allowed)
    }
  }
}
