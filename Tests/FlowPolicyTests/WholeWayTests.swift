import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// What came into a branch on its way is judged when that branch lands.
@Suite struct WholeWayTests {
  /// boris has work that never landed; anna merged it past the experiments, unseen.
  private func smuggled() -> Tale {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/boris")
    tale.branch("intermediate/anna")
    tale.merge("intermediate/boris", into: "intermediate/anna")
    tale.entry("intermediate/anna")
    tale.publish()
    return tale
  }

  @Test func anotherIntermediateBranchIsFoundWhenItLands() {
    let tale = smuggled()
    let merge = tale.merge("intermediate/anna", into: "develop")
    let judgement = tale.push("develop")
    #expect(judgement.verdict == .refused)
    let found = judgement.found(.branchFlow)
    #expect(found.map(\.source?.branch) == ["intermediate/boris"])
    #expect(found.map(\.commit) != [merge])
    #expect(found.map(\.ref) == [.branch("develop")])
    // The way's steps are judged and not counted.
    #expect(judgement.subjects.map(\.steps) == [1])
  }

  @Test func theMergeRequestFindsItToo() throws {
    let judgement = try smuggled().request("intermediate/anna", into: "develop")
    #expect(judgement.verdict == .refused)
    #expect(judgement.found(.branchFlow).map(\.source?.branch) == ["intermediate/boris"])
  }

  @Test func mainOnItsWayIsFound() {
    let tale = Tale()
    tale.commit("main")
    tale.publish()
    tale.branch("intermediate/anna")
    tale.merge("main", into: "intermediate/anna")
    tale.entry("intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    // main had the hotfix before, so it is asked of the merge, not of the hotfix.
    let judgement = tale.push("develop")
    #expect(judgement.found(.branchFlow).map(\.source?.branch) == ["main"])
    #expect(judgement.found(.directCommit).isEmpty)
    #expect(judgement.verdict == .refused)
  }

  @Test func severalLevelsDeepInOnePush() {
    let tale = smuggled()
    tale.merge("intermediate/anna", into: "develop")
    tale.merge("develop", into: "main")
    // main alone, while develop was never pushed: its way is judged down to the intermediate.
    let judgement = tale.push("main")
    #expect(judgement.verdict == .refused)
    #expect(judgement.found(.branchFlow).map(\.source?.branch) == ["intermediate/boris"])
    #expect(judgement.found(.branchFlow).map(\.ref) == [.branch("main")])
    // Both at once: each is judged.
    let both = tale.push("develop", "main")
    #expect(both.found(.branchFlow).map(\.ref) == [.branch("develop"), .branch("main")])
  }

  @Test func aBreachOfDevelopsOwnIsFoundInMain() {
    let tale = Tale()
    let direct = tale.commit("develop")
    tale.merge("develop", into: "main")
    let judgement = tale.push("main")
    #expect(judgement.found(.directCommit).map(\.commit) == [direct])
    #expect(judgement.verdict == .refused)
  }

  @Test func whatAProtectedBranchHadBeforeIsNotJudgedAgain() {
    let tale = smuggled()
    tale.merge("intermediate/anna", into: "develop")
    tale.publish()
    tale.merge("develop", into: "main")
    #expect(tale.push("main").findings.map(\.message) == [])
    // Nor is it when anna lands once more.
    tale.bring("experiment/y", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    #expect(tale.push("develop").findings.map(\.message) == [])
  }

  @Test func aCleanWayIsClean() {
    let tale = Tale()
    for name in ["x", "y", "z"] {
      tale.bring("experiment/\(name)", into: "intermediate/anna")
      tale.merge("intermediate/anna", into: "develop")
    }
    tale.merge("develop", into: "main")
    let judgement = tale.push("develop", "main")
    #expect(judgement.findings.map(\.message) == [])
    #expect(judgement.verdict == .allowed)
    #expect(judgement.subjects.map(\.steps) == [3, 1])
  }

  /// One's own branch pulled from another machine is its continuation, judged like its own steps.
  @Test func anotherTipOfTheSameBranchIsItsContinuation() throws {
    let tale = Tale()
    tale.branch("intermediate/anna")
    tale.publish()
    tale.experiment("experiment/x")
    // The other machine's state, as the remote has it now.
    tale.merge("experiment/x", into: "intermediate/anna")
    tale.publish("intermediate/anna")
    tale.set("intermediate/anna", to: tale.published("develop"))
    tale.entry("intermediate/anna")
    tale.merge(
      try #require(tale.published("intermediate/anna")), into: "intermediate/anna",
      message: "Merge branch 'intermediate/anna' of example.org:repo into intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    #expect(tale.push("develop").findings.map(\.message) == [])

    let standing = try tale.standing(
      of: try #require(tale.published("intermediate/anna")), on: "intermediate/anna")
    #expect(standing == .alreadyThere)
  }

  @Test func aContinuationsBreachIsFound() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/boris")
    tale.branch("intermediate/anna")
    tale.merge("intermediate/boris", into: "intermediate/anna")
    // This state is known from another remote only.
    tale.publish("intermediate/anna", to: "laptop")
    let pulled = tale.tip("intermediate/anna")
    tale.set("intermediate/anna", to: tale.tip("develop"))
    tale.entry("intermediate/anna")
    tale.publish("intermediate/anna")
    let standing = try tale.standing(of: pulled, on: "intermediate/anna")
    let own = try #require(standing.attribution)
    #expect(standing == .sameBranch(own))
    #expect(standing.attribution?.branch == "laptop/intermediate/anna")
    tale.merge(pulled, into: "intermediate/anna")
    let judgement = tale.push("intermediate/anna")
    #expect(judgement.found(.branchFlow).map(\.source?.branch) == ["intermediate/boris"])
    #expect(judgement.verdict == .refused)
  }

  /// Another remote's branch lands by its own name, however it is spelled here.
  @Test func aBranchOfAnotherRemoteIsJudgedAsWhatItIs() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    let older = tale.tip("intermediate/anna")
    tale.commit("intermediate/anna", ["experiments/a.md": "more"])
    tale.set("intermediate/anna", to: older)
    tale.publish("intermediate/anna", "experiment/x")
    // From the laptop: the same branch, gone on from an older state and merged with the newer one.
    tale.set("intermediate/anna", to: tale.tip("develop"))
    tale.entry("intermediate/anna")
    tale.merge(older, into: "intermediate/anna")
    tale.publish("intermediate/anna", to: "laptop")
    let head = tale.tip("intermediate/anna")
    tale.set("intermediate/anna", to: nil)
    tale.merge(head, into: "develop")
    let judgement = tale.push("develop")
    #expect(judgement.found(.branchFlow).map(\.message) == [])
    #expect(judgement.verdict == .allowed)
  }

  /// A protected branch of the same name elsewhere is no continuation: it was judged by nobody.
  @Test func anotherRemotesDevelopIsNotDevelopsOwn() throws {
    let tale = Tale()
    let base = tale.tip("develop")
    tale.commit("develop")
    tale.entry("develop")
    tale.publish("develop", to: "fork")
    let head = tale.tip("develop")
    tale.set("develop", to: base)
    tale.merge(head, into: "develop")
    let judgement = tale.push("develop")
    #expect(judgement.verdict == .refused)
    #expect(judgement.found(.branchFlow).map(\.source?.branch) == ["fork/develop"])
  }
}
