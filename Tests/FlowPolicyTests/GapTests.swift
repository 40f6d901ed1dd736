import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// A question without an answer is never taken for a yes.
@Suite struct GapTests {
  /// Everything that the flow forbids, one way after another, pushed at once.
  private static func story(_ number: Int, _ dice: inout FakeDice) -> (Tale, [String]) {
    let tale = Tale()
    tale.bring("experiment/a", into: "intermediate/boris")
    if dice.once(in: 2) { tale.merge("intermediate/boris", into: "develop") }
    if dice.once(in: 3) { tale.merge("develop", into: "main") }
    tale.publish()
    var pushed = ["develop"]
    for _ in 0..<1 + dice.below(3) {
      switch dice.below(9) {
      case 0: tale.commit("develop")
      case 1:
        tale.experiment("experiment/b")
        tale.merge("experiment/b", into: "develop")
      case 2:
        tale.bring("experiment/c", into: "intermediate/anna")
        tale.merge("intermediate/anna", into: "develop", by: ["src/slip.py": "slipped in"])
      case 3:
        tale.branch("intermediate/anna")
        tale.merge("intermediate/boris", into: "intermediate/anna")
        tale.entry("intermediate/anna")
        tale.merge("intermediate/anna", into: "develop")
      case 4:
        tale.commit("main")
        tale.merge("develop", into: "main")
        pushed = ["develop", "main"]
      case 5: tale.squash("intermediate/boris", into: "develop")
      case 6:
        tale.bring("experiment/d", into: "intermediate/carl")
        tale.merge("intermediate/carl", into: "develop")
        tale.forget("intermediate/carl")
      case 7:
        tale.branch("mine")
        tale.commit("mine")
        tale.merge("develop", into: "mine")
        tale.set("develop", to: tale.tip("mine"))
      default:
        tale.bring("experiment/e", into: "intermediate/dora")
        tale.merge("intermediate/dora", into: "develop")
      }
    }
    return (tale, pushed)
  }

  private static func policy(_ dice: inout FakeDice) -> Policy {
    .with { policy in
      guard dice.once(in: 2) else { return }
      for rule in RuleID.allCases where dice.once(in: 3) {
        policy.severities[rule] = dice.pick([.off, .warning, .error])
      }
    }
  }

  private static func judge(_ tale: Tale, _ pushed: [String], _ policy: Policy) -> Judgement {
    tale.judge(
      Proposal(
        occasion: .push, moves: pushed.map(tale.move), today: Tale.day, remote: "origin"),
      by: policy)
  }

  /// Whatever part of the history is missing, what is refused does not become allowed.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func missingHistoryNeverTurnsARefusalIntoAPass(_ seed: UInt64) {
    var dice = FakeDice(seed: seed)
    let (tale, pushed) = Self.story(Int(seed), &dice)
    let policy = Self.policy(&dice)
    let whole = Self.judge(tale, pushed, policy)
    guard whole.verdict == .refused else { return }
    let commits = tale.history.commits.keys.sorted()
    for commit in commits {
      tale.history.missing = [commit]
      let cut = Self.judge(tale, pushed, policy)
      #expect(cut.verdict != .allowed, "without \(commit.hex.suffix(4)): \(whole.rules)")
    }
    for _ in 0..<10 {
      tale.history.missing = Set(commits.filter { _ in dice.once(in: 4) })
      guard tale.history.missing.isEmpty == false else { continue }
      #expect(Self.judge(tale, pushed, policy).verdict != .allowed)
    }
  }

  /// The tales above do hold refusals and passes, or nothing would be tested.
  @Test func theTalesAreOfEveryKind() {
    var verdicts: [Verdict: Int] = [:]
    for seed in 1...60 as ClosedRange<UInt64> {
      var dice = FakeDice(seed: seed)
      let (tale, pushed) = Self.story(Int(seed), &dice)
      verdicts[Self.judge(tale, pushed, Self.policy(&dice)).verdict, default: 0] += 1
    }
    #expect((verdicts[.refused] ?? 0) > 25)
    #expect((verdicts[.allowed] ?? 0) > 3)
    #expect(verdicts[.undecided] == nil)
  }

  private func cut() -> Tale {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.history.missing = [tale.tip("experiment/x")]
    return tale
  }

  @Test func aGapSaysWhatWasAskedAndWhatHelps() throws {
    let judgement = cut().push("develop")
    #expect(judgement.verdict == .undecided)
    let gap = try #require(judgement.gaps.first)
    #expect(gap.blocks)
    #expect(gap.ref == .branch("develop"))
    #expect(gap.cause.reason == .shallow)
    #expect(gap.cause.remedy == ["git fetch --unshallow"])
  }

  /// The steps could not be told, so no rule was asked, whichever of them is off.
  @Test(arguments: [Severity.off, .warning])
  func aSofterBranchFlowDoesNotHideWhatStaysOpen(_ severity: Severity) {
    let judgement = cut().push("develop", by: .with { $0.severities[.branchFlow] = severity })
    #expect(judgement.verdict == .undecided)
    #expect(judgement.gaps.contains { $0.blocks && $0.rule != .branchFlow })
  }

  @Test func whereEveryRuleIsAWarningAGapBlocksNothing() {
    let soft = Policy.with { policy in
      for rule in RuleID.allCases { policy.severities[rule] = .warning }
    }
    let judgement = cut().push("develop", by: soft)
    #expect(judgement.gaps.isEmpty == false)
    #expect(judgement.gaps.allSatisfy { $0.blocks == false })
    #expect(judgement.verdict == .allowed)
  }

  @Test func whatIsOffGivesNoGap() {
    let off = Policy.with { policy in
      for rule in RuleID.allCases { policy.severities[rule] = .off }
    }
    #expect(cut().push("develop", by: off).gaps.isEmpty)
  }

  /// On a branch without protection only the rules that look at it count.
  @Test func aGapIsThatOfTheRulesThatLookAtTheBranch() {
    let tale = Tale()
    tale.experiment("experiment/x")
    tale.branch("intermediate/anna")
    tale.publish()
    tale.merge("experiment/x", into: "intermediate/anna")
    tale.history.missing = [tale.tip("experiment/x")]
    #expect(tale.push("intermediate/anna").verdict == .undecided)
    let soft = Policy.with {
      $0.severities = [.branchFlow: .warning, .branchOwner: .warning]
    }
    #expect(tale.push("intermediate/anna", by: soft).verdict == .allowed)
  }

  /// A commit of main may be develop's own where develop is not here: nobody is accused.
  @Test func withoutDevelopMainIsNotAccused() throws {
    let tale = Tale()
    tale.branch("intermediate/anna")
    tale.bring("experiment/x", into: "intermediate/boris")
    tale.merge("intermediate/boris", into: "develop")
    tale.set("main", to: tale.tip("develop"))
    tale.publish("intermediate/anna", "main")
    tale.forget("develop")
    tale.merge("main", into: "intermediate/anna")
    let judgement = tale.push("intermediate/anna")
    #expect(judgement.findings.isEmpty)
    #expect(judgement.verdict == .undecided)
    #expect(
      judgement.gaps.first?.cause.remedy == ["git fetch origin develop:refs/remotes/origin/develop"]
    )
  }
}
