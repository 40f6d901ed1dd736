import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// flow.md, "How a move comes apart into steps".
@Suite struct StepTests {
  @Test func stepsEndAtWhatTheOldTipHas() throws {
    let tale = Tale()
    tale.branch("intermediate/anna")
    tale.commit("intermediate/anna")
    tale.publish()
    tale.experiment("experiment/x")
    let merge = tale.merge("experiment/x", into: "intermediate/anna")
    let entry = tale.entry("intermediate/anna")
    let steps = try tale.steps(of: "intermediate/anna")
    #expect(steps.map(\.commit?.id) == [entry, merge])
    #expect(steps.map(\.kind) == [.commit, .merge])
    #expect(steps.map(\.before) == [merge, tale.published("intermediate/anna")])
    #expect(steps.flatMap(\.incoming).map(\.head) == [tale.tip("experiment/x")])
    #expect(tale.push("intermediate/anna").subjects.map(\.steps) == [2])
  }

  @Test func aNewBranchEndsAtAProtectedChain() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/boris")
    tale.merge("intermediate/boris", into: "develop")
    tale.publish()
    tale.branch("intermediate/anna")
    let first = tale.commit("intermediate/anna", ["experiments/a.md": "a"])
    let second = tale.entry("intermediate/anna")
    #expect(try tale.steps(of: "intermediate/anna").map(\.commit?.id) == [second, first])
  }

  @Test func aNewBranchAtAProtectedTipHasNoSteps() throws {
    let tale = Tale()
    tale.branch("intermediate/anna")
    #expect(try tale.steps(of: "intermediate/anna").isEmpty)
    #expect(tale.push("intermediate/anna").verdict == .allowed)
  }

  /// Nothing is new below a chain that was judged, even if the local branches went further.
  @Test func onlyTheRemotesProtectedBranchesEndAPush() throws {
    let tale = Tale()
    let direct = tale.commit("develop")
    tale.branch("intermediate/anna")
    let own = tale.entry("intermediate/anna")
    // develop was never pushed: its commit is a fast-forward from develop, which the lane allows.
    let steps = try tale.steps(of: "intermediate/anna")
    #expect(steps.map(\.commit?.id) == [own, direct])
    #expect(steps.map(\.kind) == [.commit, .fastForward])
  }

  @Test func aFastForwardIsOneStepWhereThePromotionAllowsIt() throws {
    let tale = Tale()
    for name in ["a", "b", "c"] {
      tale.bring("experiment/\(name)", into: "intermediate/\(name)")
      tale.merge("intermediate/\(name)", into: "develop")
    }
    tale.publish("develop")
    tale.set("main", to: tale.tip("develop"))
    let step = try #require(try tale.steps(of: "main").first)
    #expect(try tale.steps(of: "main").count == 1)
    #expect(step.kind == .fastForward)
    #expect(step.before == tale.published("main"))
    #expect(step.incoming.first?.attribution?.lane?.lane.name == "develop")
    #expect(tale.push("main").verdict == .allowed)
  }

  /// An older commit of develop's chain can be promoted as well as its tip.
  @Test func aFastForwardMayStopBelowTheTip() throws {
    let tale = Tale()
    tale.bring("experiment/a", into: "intermediate/a")
    let first = tale.merge("intermediate/a", into: "develop")
    tale.bring("experiment/b", into: "intermediate/b")
    tale.merge("intermediate/b", into: "develop")
    tale.publish("develop")
    tale.set("main", to: first)
    #expect(try tale.steps(of: "main").map(\.kind) == [.fastForward])
    #expect(tale.push("main").verdict == .allowed)
  }

  @Test func whereFastForwardsAreNotAllowedEveryCommitIsAStep() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.publish("intermediate/anna", "experiment/x")
    tale.set("develop", to: tale.tip("intermediate/anna"))
    #expect(try tale.steps(of: "develop").map(\.kind) == [.commit, .merge])
    let judgement = tale.push("develop")
    #expect(judgement.verdict == .refused)
    #expect(judgement.subjects.map(\.steps) == [2])
    #expect(judgement.rules.contains(.mergeMethod))

    let main = Policy.allowing([.merge], into: "main")
    tale.publish("develop")
    tale.set("main", to: tale.tip("develop"))
    #expect(try tale.steps(of: "main", by: main).count == 2)
    #expect(tale.push("main", by: main).rules.contains(.directCommit))
  }

  /// Commits are judged when they are new to that branch, even if they stand on another.
  @Test func standingOnAnotherBranchExcusesNothing() {
    let tale = Tale()
    tale.experiment("experiment/x")
    tale.publish()
    tale.set("develop", to: tale.tip("experiment/x"))
    let judgement = tale.push("develop")
    #expect(judgement.verdict == .refused)
    #expect(judgement.found(.directCommit).map(\.commit) == [tale.tip("experiment/x")])
    #expect(judgement.found(.branchFlow).map(\.source?.branch) == ["experiment/x"])
  }

  @Test func whatIsThereAlreadyIsNoStep() {
    let tale = Tale()
    tale.commit("develop")
    tale.publish()
    let judgement = tale.push("develop", "main")
    #expect(judgement.subjects.map(\.steps) == [0, 0])
    #expect(judgement.verdict == .allowed)
  }

  /// On a protected branch that is already in breach only what is new is judged.
  @Test func anOldBreachIsNotJudgedAgain() {
    let tale = Tale()
    tale.commit("develop")
    tale.publish()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    let judgement = tale.push("develop")
    #expect(judgement.findings.map(\.message) == [])
    #expect(judgement.subjects.map(\.steps) == [1])
  }

  @Test func freeBranchesAndTagsHaveNoSteps() {
    let tale = Tale()
    tale.publish()
    tale.experiment("experiment/x")
    tale.merge("main", into: "experiment/x")
    #expect(tale.push("experiment/x").subjects.map(\.steps) == [0])
    let tag = RefMove(ref: "refs/tags/v1", before: nil, after: tale.tip("experiment/x"))
    let judgement = tale.judge(Proposal(occasion: .push, moves: [tag], today: Tale.day))
    #expect(judgement.verdict == .allowed)
    #expect(judgement.subjects.map(\.lane) == [nil])
  }
}
