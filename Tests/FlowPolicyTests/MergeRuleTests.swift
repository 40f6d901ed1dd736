import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// merge-content, merge-method, stale-source and promotion-drift beyond their cards' examples.
@Suite struct MergeRuleTests {
  // merge-content

  @Test func aMergeAheadMustHaveTheSourcesTree() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop", by: ["README.md": nil])
    let finding = tale.push("develop").found(.mergeContent)
    #expect(finding.map(\.path) == ["README.md"])
  }

  @Test func throwingTheirWorkAwayIsFound() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    let ours = tale.history.table(of: tale.tip("develop"))
    let theirs = tale.history.table(of: tale.tip("intermediate/anna"))
    // git merge -s ours
    let hand = Dictionary(uniqueKeysWithValues: theirs.keys.map { ($0, ours[$0]) })
    tale.merge("intermediate/anna", into: "develop", by: hand)
    let judgement = tale.push("develop")
    #expect(judgement.rules == [.mergeContent])
    #expect(judgement.findings[0].path == nil)
    #expect(judgement.findings[0].message.contains("experiments/journal.md, src/"))
  }

  private func conflicting() -> Tale {
    let tale = Tale(["README.md": "A project", "model.py": "1"])
    tale.branch("intermediate/anna")
    tale.commit("intermediate/anna", ["model.py": "anna's"])
    tale.entry("intermediate/anna")
    tale.bring("experiment/y", into: "intermediate/boris")
    tale.commit("intermediate/boris", ["model.py": "boris'"])
    tale.merge("intermediate/boris", into: "develop")
    tale.publish()
    return tale
  }

  @Test func pathsInConflictAreLeftOut() {
    let tale = conflicting()
    tale.merge(
      "intermediate/anna", into: "develop",
      by: ["model.py": "both", "experiments/journal.md": "#a\n"])
    #expect(tale.push("develop").found(.mergeContent).isEmpty)
  }

  @Test func everyOtherPathMustAgree() {
    let tale = conflicting()
    tale.merge(
      "intermediate/anna", into: "develop", by: ["model.py": "both", "src/slip.py": "slipped in"])
    #expect(tale.push("develop").found(.mergeContent).map(\.path) == ["src/slip.py"])
  }

  @Test func aMergeOfWhatIsThereHidesNothing() {
    let tale = conflicting()
    tale.merge("main", into: "develop", by: ["src/slip.py": "slipped in"])
    #expect(tale.push("develop").found(.mergeContent).map(\.path) == ["src/slip.py"])
  }

  @Test func withoutACommonPastTheContentIsComparedAsWell() {
    let tale = Tale()
    tale.set(
      "intermediate/anna",
      to: tale.history.commit(["other": "x"], parents: [], message: "Another beginning"))
    tale.merge("intermediate/anna", into: "develop", by: ["src/slip.py": "slipped in"])
    let soft = Policy.with { $0.severities[.unrelatedHistory] = .off }
    #expect(tale.push("develop", by: soft).found(.mergeContent).map(\.path) == ["src/slip.py"])
  }

  @Test func onAnIntermediateBranchItIsOwnWork() {
    let tale = Tale()
    tale.experiment("experiment/x")
    tale.branch("intermediate/anna")
    tale.publish()
    tale.merge("experiment/x", into: "intermediate/anna", by: ["src/more.py": "mine"])
    let judgement = tale.push("intermediate/anna")
    #expect(judgement.rules == [.ownWork])
    #expect(judgement.findings.map(\.path) == ["src/more.py"])
  }

  // merge-method

  @Test func anOctopusIsRefused() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.bring("experiment/y", into: "intermediate/boris")
    let table = tale.merged(tale.tip("intermediate/anna"), tale.tip("intermediate/boris"))
    let heads = [
      tale.tip("develop"), tale.tip("intermediate/anna"), tale.tip("intermediate/boris"),
    ]
    tale.set("develop", to: tale.history.commit(table, parents: heads, message: "Both"))
    let judgement = tale.push("develop")
    #expect(judgement.rules == [.mergeMethod])
    #expect(judgement.findings[0].message.contains("intermediate/anna, intermediate/boris"))
  }

  @Test func aMergeIsRefusedWhereOnlyFastForwardsAre() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.publish()
    tale.merge("develop", into: "main")
    let policy = Policy.allowing([.fastForward], into: "main")
    #expect(tale.push("main", by: policy).rules == [.mergeMethod])
    tale.set("main", to: tale.tip("develop"))
    #expect(tale.push("main", by: policy).findings.map(\.message) == [])
  }

  @Test func aFastForwardOntoDevelopIsTold() {
    let tale = Tale()
    tale.branch("intermediate/anna")
    tale.entry("intermediate/anna")
    tale.set("develop", to: tale.tip("intermediate/anna"))
    let judgement = tale.push("develop")
    #expect(judgement.rules == [.directCommit, .mergeMethod])
    #expect(judgement.found(.mergeMethod)[0].message.contains("fast-forwarded"))
  }

  // stale-source

  @Test func everyStepIsAskedAgainstItsOwnFirstParent() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.bring("experiment/y", into: "intermediate/boris")
    tale.merge("intermediate/anna", into: "develop")
    let second = tale.merge("intermediate/boris", into: "develop", by: ["experiments/b.md": "b"])
    let judgement = tale.push("develop")
    #expect(judgement.found(.staleSource).map(\.commit) == [second])
    #expect(judgement.found(.staleSource).map(\.source?.branch) == ["intermediate/boris"])
  }

  @Test func mainNeedsNoFreshDevelop() {
    let tale = Tale()
    for name in ["x", "y"] {
      tale.bring("experiment/\(name)", into: "intermediate/anna")
      tale.merge("intermediate/anna", into: "develop")
      tale.publish("develop")
      tale.merge("develop", into: "main")
      #expect(tale.push("main").findings.map(\.message) == [])
      tale.publish("main")
    }
  }

  @Test func aMergeRequestIsAskedBeforeItIsMerged() throws {
    let tale = conflicting()
    let judgement = try tale.request("intermediate/anna", into: "develop")
    #expect(judgement.rules.contains(.staleSource))
    tale.merge("develop", into: "intermediate/anna")
    tale.entry("intermediate/anna")
    let fresh = try tale.request("intermediate/anna", into: "develop")
    #expect(fresh.found(.staleSource).isEmpty)
  }

  // promotion-drift

  @Test func mainMustHaveTheTreeOfWhatIsPromoted() throws {
    let tale = conflicting()
    tale.commit("main", ["hotfix.py": "quick"])
    tale.publish()
    let judgement = try tale.request("develop", into: "main")
    #expect(judgement.rules == [.promotionDrift])
    #expect(judgement.findings.map(\.path) == ["hotfix.py"])
    let lines = judgement.findings[0].remedy.lines
    #expect(lines.contains { $0.hasPrefix("git checkout ") && $0.hasSuffix(" -- hotfix.py") })
  }

  /// A conflict shows the promoted side in memory, and somebody will settle it otherwise.
  @Test func aConflictLeavesItOpen() throws {
    let tale = conflicting()
    tale.commit("main", ["model.py": "hot"])
    tale.publish()
    let judgement = try tale.request("develop", into: "main")
    #expect(judgement.findings.map(\.message) == [])
    #expect(judgement.gaps.map(\.rule) == [.promotionDrift])
    #expect(judgement.gaps.map(\.cause.reason) == [.conflict])
    #expect(judgement.gaps[0].cause.remedy.contains { $0.hasSuffix(" -- model.py") })
    #expect(judgement.verdict == .undecided)
  }

  @Test func aDriftBesideAConflictIsSure() throws {
    let tale = conflicting()
    tale.commit("main", ["model.py": "hot", "hotfix.py": "quick"])
    tale.publish()
    let judgement = try tale.request("develop", into: "main")
    #expect(judgement.found(.promotionDrift).map(\.path) == ["hotfix.py"])
    #expect(judgement.verdict == .refused)
  }

  @Test func developMayDifferFromWhatComesIn() {
    let tale = conflicting()
    tale.merge("develop", into: "intermediate/anna")
    tale.entry("intermediate/anna")
    #expect(tale.push("develop").found(.promotionDrift).isEmpty)
  }
}
