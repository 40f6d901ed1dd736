import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// Severities, the mode, waivers and the baseline.
@Suite struct VerdictTests {
  /// A direct commit on develop, with its judgement.
  private func direct(_ policy: Policy = Policy()) -> (commit: ObjectID, judgement: Judgement) {
    let tale = Tale()
    let commit = tale.commit("develop", ["experiments/a.md": "described"])
    return (commit, tale.push("develop", by: policy))
  }

  @Test func anErrorRefuses() {
    #expect(direct().judgement.rules == [.directCommit])
    #expect(direct().judgement.verdict == .refused)
  }

  @Test func aWarningIsToldAndStopsNothing() {
    let judgement = direct(.with { $0.severities[.directCommit] = .warning }).judgement
    #expect(judgement.warnings.map(\.rule) == [.directCommit])
    #expect(judgement.verdict == .allowed)
  }

  @Test func whatIsOffIsNotAsked() {
    let judgement = direct(.with { $0.severities[.directCommit] = .off }).judgement
    #expect(judgement.findings.isEmpty)
    #expect(judgement.verdict == .allowed)
  }

  @Test func aWarningCanBeMadeAnError() {
    let tale = Tale()
    tale.branch("intermediate/anna")
    tale.commit("intermediate/anna")
    #expect(tale.push("intermediate/anna").warnings.map(\.rule) == [.ownWork])
    let strict = tale.push("intermediate/anna", by: .with { $0.severities[.ownWork] = .error })
    #expect(strict.verdict == .refused)
  }

  @Test func adviseMakesEveryRefusalAWarning() {
    let judgement = direct(.with { $0.mode = .advise }).judgement
    #expect(judgement.warnings.map(\.rule) == [.directCommit])
    #expect(judgement.errors.isEmpty)
    #expect(judgement.verdict == .allowed)
  }

  @Test func adviseDoesNotBlockOnGaps() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.history.missing = [tale.tip("main")]
    let judgement = tale.push("develop", by: .with { $0.mode = .advise })
    #expect(judgement.gaps.isEmpty == false)
    #expect(judgement.verdict == .allowed)
    #expect(tale.push("develop").verdict == .undecided)
  }

  @Test func noRuleSilencesAnother() {
    let tale = Tale()
    tale.experiment("experiment/x")
    tale.merge("experiment/x", into: "develop", by: ["src/more.py": "slipped in"])
    let judgement = tale.push("develop")
    #expect(judgement.rules == [.branchFlow, .experimentEntry, .mergeContent])
  }

  @Test func theRestOfAMixedPushIsJudged() {
    let tale = Tale()
    tale.branch("intermediate/anna")
    tale.publish()
    tale.set("intermediate/anna", to: nil)
    tale.commit("develop")
    let judgement = tale.push("intermediate/anna", "develop", "main")
    #expect(
      judgement.subjects.map(\.ref.description) == [
        "refs/heads/intermediate/anna", "refs/heads/develop", "refs/heads/main",
      ])
    #expect(judgement.found(.directCommit).count == 1)
  }

  @Test func eachRefIsJudgedByItsOwnPolicy() {
    let tale = Tale()
    tale.commit("develop")
    tale.commit("main")
    let proposal = Proposal(
      occasion: .push, moves: [tale.move("develop"), tale.move("main")], today: Tale.day,
      remote: "origin")
    let loose = Policy.with { $0.severities = [.directCommit: .off, .experimentEntry: .off] }
    let policies = Policies(Policy(), byRef: [.branch("develop"): loose])
    let judgement = Engine().judge(proposal, by: policies, on: tale.history)
    #expect(judgement.found(.directCommit).map(\.ref) == [.branch("main")])
    #expect(judgement.findings.contains { $0.ref == .branch("develop") } == false)
  }

  // Waivers

  private static func waiver(
    _ rule: RuleID, _ target: Waiver.Target, until: Day? = Day(year: 2100, month: 1, day: 1)
  ) -> Policy {
    .with { policy in
      guard let until else { return }
      policy.waivers = [
        Waiver(rule: rule, target: target, reason: "agreed", by: "anna", until: until)
      ]
    }
  }

  @Test func aWaivedFindingIsToldAndStopsNothing() {
    let tale = Tale()
    let commit = tale.commit("develop", ["experiments/a.md": "described"])
    for target in [
      Waiver.Target.commit(commit.hex), .commit(String(commit.hex.prefix(38))), .branch("develop"),
    ] {
      // The fake ids of a tale begin alike, so a short prefix is one of many.
      let judgement = tale.push("develop", by: Self.waiver(.directCommit, target))
      #expect(judgement.waived.map(\.rule) == [.directCommit])
      #expect(judgement.findings.count == 1)
      #expect(judgement.errors.isEmpty)
      #expect(judgement.verdict == .allowed)
    }
  }

  @Test func aWaiverIsForItsRuleItsTargetAndItsTime() {
    let tale = Tale()
    let commit = tale.commit("develop", ["experiments/a.md": "described"])
    let today = Tale.day
    let yesterday = Day(secondsSince1970: 1_800_000_000 - 86_400)
    func verdict(_ rule: RuleID, _ target: Waiver.Target, _ until: Day) -> Verdict {
      tale.push("develop", by: Self.waiver(rule, target, until: until)).verdict
    }
    #expect(verdict(.directCommit, .commit(commit.hex), today) == .allowed)
    #expect(verdict(.directCommit, .commit(commit.hex), yesterday) == .refused)
    #expect(verdict(.mergeMethod, .commit(commit.hex), today) == .refused)
    #expect(verdict(.directCommit, .commit(tale.tip("main").hex), today) == .refused)
    #expect(verdict(.directCommit, .branch("main"), today) == .refused)
  }

  @Test func aWaiverForOneCommitLeavesTheOthers() {
    let tale = Tale()
    let one = tale.commit("develop", ["experiments/a.md": "described"])
    let other = tale.commit("develop", ["experiments/b.md": "described"])
    let judgement = tale.push("develop", by: Self.waiver(.directCommit, .commit(one.hex)))
    #expect(judgement.waived.map(\.commit) == [one])
    #expect(judgement.errors.map(\.commit) == [other])
    #expect(judgement.verdict == .refused)
  }

  // The baseline

  @Test func theBaselineAndWhatItHasAreNotJudged() {
    let tale = Tale()
    tale.experiment("experiment/x")
    tale.merge("experiment/x", into: "develop")
    let base = tale.commit("develop")
    #expect(tale.push("develop", by: .with { $0.baseline = base.hex }).findings.isEmpty)
    let later = tale.commit("develop")
    let judgement = tale.push("develop", by: .with { $0.baseline = base.hex })
    #expect(Set(judgement.findings.map(\.commit)) == [later])
    #expect(judgement.verdict == .refused)
  }

  @Test func aBaselineHoldsOnTheWayToo() {
    let tale = Tale()
    let base = tale.commit("develop")
    tale.merge("develop", into: "main")
    let judgement = tale.push("main", by: .with { $0.baseline = base.hex })
    #expect(judgement.findings.map(\.message) == [])
  }

  @Test func anUnknownBaselineLeavesEverythingOpen() {
    let tale = Tale()
    tale.commit("develop")
    let judgement = tale.push("develop", by: .with { $0.baseline = "1234567" })
    #expect(judgement.gaps.map(\.cause.reason) == [.missing])
    #expect(judgement.gaps.map(\.cause.question) == ["which commit 1234567 is"])
    #expect(judgement.verdict == .undecided)
  }
}
