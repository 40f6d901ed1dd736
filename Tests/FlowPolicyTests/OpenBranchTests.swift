import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// own-work, branch-owner, branch-flow and policy-change on branches that are not protected.
@Suite struct OpenBranchTests {
  /// anna's branch, published, beside an experiment of two commits.
  private func prepared() -> (tale: Tale, first: ObjectID) {
    let tale = Tale()
    tale.branch("intermediate/anna")
    tale.branch("experiment/x")
    let first = tale.commit("experiment/x", ["src/model.py": "one"])
    tale.commit("experiment/x", ["src/model.py": "two"])
    tale.publish()
    return (tale, first)
  }

  private func warns(_ tale: Tale) -> Bool {
    tale.push("intermediate/anna").rules.contains(.ownWork)
  }

  @Test func contentOfAnExperimentsTipPasses() {
    let (tale, _) = prepared()
    // git checkout experiment/x -- src/model.py, or a cherry-pick: the commit is another.
    tale.commit("intermediate/anna", ["src/model.py": "two"])
    #expect(warns(tale) == false)
  }

  @Test func contentOfAnExperimentsChainPasses() {
    let (tale, _) = prepared()
    tale.commit("intermediate/anna", ["src/model.py": "one"])
    #expect(warns(tale) == false)
  }

  @Test func aMergeOfAnExperimentPasses() {
    let (tale, first) = prepared()
    tale.merge(first, into: "intermediate/anna")
    tale.merge("experiment/x", into: "intermediate/anna")
    #expect(warns(tale) == false)
  }

  @Test func otherContentIsOwnWork() {
    let (tale, _) = prepared()
    tale.commit("intermediate/anna", ["src/model.py": "three"])
    let finding = tale.push("intermediate/anna").found(.ownWork)
    #expect(finding.map(\.path) == ["src/model.py"])
    #expect(finding.map(\.severity) == [.warning])
  }

  @Test func thePathCountsAsWell() {
    let (tale, _) = prepared()
    tale.commit("intermediate/anna", ["src/renamed.py": "two"])
    #expect(warns(tale))
  }

  @Test func oneOwnPathAmongOthersIsFound() {
    let (tale, _) = prepared()
    tale.commit("intermediate/anna", ["src/model.py": "two", "src/own.py": "mine"])
    #expect(tale.push("intermediate/anna").found(.ownWork).map(\.path) == ["src/own.py"])
  }

  @Test func descriptionsAndSettingsAreNone() {
    let (tale, _) = prepared()
    tale.commit("intermediate/anna", ["experiments/deep/a.png": "x"])
    tale.commit("intermediate/anna", [".gitattributes": "x"])
    #expect(warns(tale) == false)
    tale.commit("intermediate/anna", ["experiments2/a.md": "x"])
    #expect(warns(tale))
  }

  @Test func exemptPathsAreNone() {
    let (tale, _) = prepared()
    tale.commit("intermediate/anna", ["docs/a.md": "x"])
    #expect(warns(tale))
    let policy = Policy.with { $0.experiments.exempt = [PathPattern("docs/**")] }
    #expect(tale.push("intermediate/anna", by: policy).findings.isEmpty)
  }

  @Test func ownWorkIsToldWhenTheBranchLands() throws {
    let (tale, _) = prepared()
    tale.commit("intermediate/anna", ["src/own.py": "mine"])
    tale.entry("intermediate/anna")
    let judgement = try tale.request("intermediate/anna", into: "develop")
    #expect(judgement.warnings.map(\.rule) == [.ownWork])
    #expect(judgement.verdict == .allowed)
  }

  // branch-owner

  private func moved(by actor: Actor?, policy: Policy = Policy()) -> Judgement {
    let (tale, _) = prepared()
    tale.entry("intermediate/anna")
    return tale.push("intermediate/anna", "experiment/x", by: policy, actor: actor)
  }

  @Test func aKnownStrangerIsRefused() {
    let boris = Actor(owner: "boris", certainty: .known, origin: "gitflow-guard.owner")
    let judgement = moved(by: boris)
    #expect(judgement.rules == [.branchOwner])
    #expect(judgement.verdict == .refused)
    #expect(judgement.findings[0].message.contains("belongs to anna, not to boris"))
  }

  @Test func aGuessedOneIsWarned() {
    let boris = Actor(owner: "boris", certainty: .guessed, origin: "user.email")
    #expect(moved(by: boris).warnings.map(\.rule) == [.branchOwner])
    #expect(moved(by: boris).verdict == .allowed)
    let off = Policy.with { $0.severities[.branchOwner] = .off }
    #expect(moved(by: boris, policy: off).findings.isEmpty)
  }

  @Test func nobodyIsNotAsked() { #expect(moved(by: nil).findings.isEmpty) }

  @Test func ownersAreComparedAsBytes() {
    let anna = Actor(owner: "anna", certainty: .known, origin: "the forge")
    #expect(moved(by: anna).findings.isEmpty)
    let other = Actor(owner: "Anna", certainty: .known, origin: "the forge")
    #expect(moved(by: other).rules == [.branchOwner])
  }

  @Test func aMergeRequestMovesNobodysBranchOfItsOwn() throws {
    let (tale, _) = prepared()
    let head = tale.tip("experiment/x")
    let pending = PendingCommit(
      ref: .branch("intermediate/anna"), parents: [tale.tip("intermediate/anna"), head],
      tree: tale.history.tree(tale.history.table(of: head)), isImagined: true, activity: .merge)
    var proposal = Proposal(occasion: .mergeRequest, pending: pending, today: Tale.day)
    proposal.actor = Actor(owner: "boris", certainty: .known, origin: "the forge")
    #expect(tale.judge(proposal).findings.isEmpty)
  }

  // branch-flow

  @Test func onlyListedLanesComeIn() {
    let (tale, _) = prepared()
    tale.bring("experiment/y", into: "intermediate/boris")
    tale.commit("main")
    tale.publish()
    for source in ["intermediate/boris", "main"] {
      tale.set("intermediate/anna", to: tale.published("intermediate/anna"))
      tale.merge(source, into: "intermediate/anna")
      let judgement = tale.push("intermediate/anna")
      #expect(judgement.found(.branchFlow).map(\.source?.branch) == [BranchName(source)])
      #expect(judgement.verdict == .refused)
    }
  }

  /// The same on a branch that the remote does not have yet.
  @Test func onANewBranchTheyAreFoundToo() {
    let (tale, _) = prepared()
    tale.commit("main")
    tale.publish()
    tale.branch("intermediate/carl")
    tale.merge("main", into: "intermediate/carl")
    #expect(tale.push("intermediate/carl").found(.branchFlow).map(\.source?.branch) == ["main"])
  }

  @Test func developComesIn() {
    let (tale, _) = prepared()
    tale.bring("experiment/y", into: "intermediate/boris")
    tale.merge("intermediate/boris", into: "develop")
    tale.publish()
    tale.merge("develop", into: "intermediate/anna")
    #expect(tale.push("intermediate/anna").findings.map(\.message) == [])
    tale.set("intermediate/anna", to: tale.tip("develop"))
    #expect(tale.push("intermediate/anna").findings.map(\.message) == [])
  }

  // policy-change

  private static let file: TreePath = ".gitflow-guard.yml"

  @Test func achangeOfTheRulesIsAnnounced() {
    let (tale, _) = prepared()
    tale.commit("intermediate/anna", [Self.file: "version: 1"])
    let judgement = tale.push("intermediate/anna")
    #expect(judgement.warnings.map(\.rule) == [.policyChange])
    #expect(judgement.verdict == .allowed)
    let off = Policy.with { $0.severities[.policyChange] = .off }
    #expect(tale.push("intermediate/anna", by: off).findings.isEmpty)
  }

  @Test(arguments: [Severity.off, .warning, .error], Policy.Mode.allCases)
  func anInvalidFileIsAlwaysAnError(_ severity: Severity, _ mode: Policy.Mode) {
    let (tale, _) = prepared()
    tale.commit("intermediate/anna", [Self.file: "invalid: yes"])
    let policy = Policy.with {
      $0.severities[.policyChange] = severity
      $0.mode = mode
    }
    let judgement = tale.push("intermediate/anna", by: policy)
    #expect(judgement.errors.map(\.rule) == [.policyChange])
    #expect(judgement.errors.map(\.path) == [Self.file])
    #expect(judgement.verdict == .refused)
  }

  @Test func whatAProtectedBranchHasIsNoChange() {
    let tale = Tale([Self.file: "version: 1"])
    tale.branch("intermediate/anna")
    tale.publish()
    tale.commit("intermediate/anna", [Self.file: "version: 1 # more"])
    #expect(tale.push("intermediate/anna").rules == [.policyChange])
    tale.publish()
    // Back to what develop has.
    tale.commit("intermediate/anna", [Self.file: "version: 1"])
    #expect(tale.push("intermediate/anna").findings.isEmpty)
    tale.commit("intermediate/anna", [Self.file: nil])
    let removed = tale.push("intermediate/anna")
    #expect(removed.rules == [.policyChange])
    #expect(removed.findings[0].message.contains("removed"))
  }
}
