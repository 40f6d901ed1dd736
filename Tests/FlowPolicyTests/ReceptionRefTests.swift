import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// What else a push to a server may bring: forced moves, deletions, new branches, tags, other refs.
@Suite struct ReceptionRefTests {
  /// The flow done once as far as develop, and published.
  private func landed() -> Tale {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.publish()
    return tale
  }

  private func ref(_ name: String, before: ObjectID? = nil, after: ObjectID?) -> RefMove {
    RefMove(ref: RefName(name), before: before, after: after)
  }

  // Forced moves

  @Test func aForcedMoveOfAProtectedBranchIsARewrite() {
    let tale = landed()
    tale.set("develop", to: tale.tip("main"))
    #expect(tale.receive("develop").breaches == ["develop: history-rewrite"])
    tale.merge("intermediate/anna", into: "develop", message: "The same, amended")
    #expect(tale.receive("develop").rules.contains(.historyRewrite))
  }

  /// A refused move stops none of the others, and is excused by none.
  @Test func whatComesWithItIsJudgedAllTheSame() {
    let tale = landed()
    tale.set("develop", to: tale.tip("main"))
    tale.commit("main")
    let received = tale.receive("experiment/x", "develop", "main")
    #expect(received.breaches == ["develop: history-rewrite", "main: direct-commit"])
  }

  /// Where a branch stood before the push, and where the push takes it, both count.
  @Test func aBranchThatIsMovedByForceVouchesForBoth() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.publish("experiment/x", "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.set("intermediate/anna", to: tale.tip("main"))
    #expect(tale.receive("intermediate/anna", "develop").verdict == .allowed)

    tale.bring("experiment/y", into: "intermediate/anna")
    tale.set("develop", to: tale.tip("main"))
    tale.merge("intermediate/anna", into: "develop")
    #expect(tale.receive("develop", "experiment/y").verdict == .refused)
    #expect(tale.receive("develop", "experiment/y", "intermediate/anna").verdict == .allowed)
  }

  // Deletions

  @Test func onlyProtectedBranchesMustStay() {
    let tale = landed()
    let names = ["experiment/x", "main", "intermediate/anna", "develop"]
    for name in names { tale.set(name, to: nil) }
    let received = tale.receive(names.map(tale.move))
    #expect(received.breaches == ["develop: branch-deletion", "main: branch-deletion"])
  }

  /// It is gone after the push, but it stood there before.
  @Test func aBranchThatIsDeletedStillVouches() {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.publish("intermediate/anna", "experiment/x")
    tale.merge("intermediate/anna", into: "develop")
    tale.set("intermediate/anna", to: nil)
    tale.set("experiment/x", to: nil)
    let received = tale.receive("intermediate/anna", "experiment/x", "develop")
    #expect(received.verdict == .allowed)
    #expect(received.asked.allSatisfy(\.isEmpty) == false)
  }

  /// A branch that was never there is no witness, even if the push names it.
  @Test func aDeletionIsNoArrival() {
    let tale = landed()
    tale.set("experiment/x", to: nil)
    let received = tale.receive("experiment/x", "intermediate/anna")
    #expect(received.asked == [[], []])
  }

  // Creations

  @Test func theFirstBranchesOfAnEmptyRepositoryAreFree() {
    let tale = landed()
    tale.commit("develop")
    for name in ["main", "develop", "intermediate/anna", "experiment/x"] {
      tale.history.refs[RefName("refs/remotes/origin/\(name)")] = nil
    }
    let received = tale.receive("develop", "main")
    #expect(received.judgement.findings.map(\.rule) == [])
    #expect(received.judgement.announcements.isEmpty == false)
    #expect(tale.receive("develop").verdict == .allowed)
  }

  @Test func aProtectedBranchIsMadeOnTheFlow() {
    let tale = Tale()
    tale.forget("develop")
    tale.experiment("experiment/x", at: "main")
    tale.branch("develop", at: "experiment/x")
    let received = tale.receive("experiment/x", "develop")
    #expect(received.breaches.contains("develop: branch-creation"))
    tale.branch("develop", at: "main")
    #expect(tale.receive("experiment/x", "develop").verdict == .allowed)
  }

  @Test func anyOtherBranchMayBeMade() {
    let tale = Tale()
    tale.experiment("experiment/x")
    tale.branch("notes/anything")
    tale.bring("experiment/y", into: "intermediate/boris")
    let received = tale.receive(
      "experiment/x", "notes/anything", "experiment/y", "intermediate/boris")
    #expect(received.judgement.findings.map(\.rule) == [])
  }

  // Tags and other refs

  private let tagging = Policy.with {
    $0.tags = [TagRule(pattern: PathPattern("v*"), lane: "main")]
  }

  @Test func aTagMayComeWithItsBranch() {
    let tale = landed()
    tale.merge("develop", into: "main")
    let tag = ref("refs/tags/v1", after: tale.tip("main"))
    #expect(tale.receive("main", and: [tag], by: tagging).verdict == .allowed)
    #expect(tale.receive([tag], by: Policies(tagging)).rules == [.tagSource])
  }

  @Test func aTagOfAnotherLaneIsRefusedHoweverItComes() {
    let tale = landed()
    let tag = ref("refs/tags/v1", after: tale.tip("experiment/x"))
    let received = tale.receive("experiment/x", and: [tag], by: tagging)
    #expect(received.breaches == ["refs/tags/v1: tag-source"])
    #expect(tale.receive("experiment/x", and: [tag]).verdict == .allowed)
    let gone = ref("refs/tags/v1", before: tale.tip("experiment/x"), after: nil)
    #expect(tale.receive([gone], by: Policies(tagging)).verdict == .allowed)
  }

  /// Only branches do. A tag, a note or what looks like another remote's branch is nobody's.
  @Test(arguments: [
    "refs/tags/intermediate/anna", "refs/notes/x", "refs/remotes/origin/intermediate/anna",
    "refs/intermediate/anna",
  ])
  func noOtherRefVouches(_ name: String) {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    let other = ref(name, after: tale.tip("intermediate/anna"))
    let received = tale.receive("develop", and: [other])
    #expect(received.breaches == ["develop: unattributed-source"])
    #expect(received.judgement.subjects.map(\.ref) == [.branch("develop"), RefName(name)])
  }

  @Test func replacementsStayOut() {
    let tale = landed()
    let name = "refs/replace/\(tale.tip("develop").hex)"
    let (one, other) = (tale.tip("main"), tale.tip("experiment/x"))
    let made = tale.receive("experiment/x", and: [ref(name, after: one)])
    #expect(made.breaches == ["\(name): look-alike"])
    #expect(made.verdict == .refused)
    #expect(tale.receive([ref(name, before: one, after: other)]).verdict == .refused)
    #expect(tale.receive([ref(name, before: one, after: nil)]).verdict == .allowed)
  }

  /// A name to wonder at is a warning, and whoever is warned is let through.
  @Test func aLookAlikeIsToldOfAndComesIn() {
    let tale = landed()
    tale.branch("Develop")
    let received = tale.receive("Develop", "experiment/x")
    #expect(received.breaches == ["Develop: look-alike"])
    #expect(received.verdict == .allowed)
  }

  // Policies

  /// A ref whose own old tip holds a policy is judged by that one.
  @Test func eachRefHasItsOwnPolicy() {
    let tale = landed()
    tale.commit("develop")
    let open = Policy.with { $0.promotions["develop"] = nil }
    let moves = [tale.move("develop")]
    #expect(tale.receive(moves).rules.contains(.directCommit))
    let received = tale.receive(moves, by: Policies(Policy(), byRef: [.branch("develop"): open]))
    #expect(received.verdict == .allowed)
    #expect(received.judgement.subjects.map(\.lane) == ["develop"])
    let closed = Policies(open, byRef: [.branch("develop"): Policy()])
    #expect(tale.receive(moves, by: closed).rules.contains(.directCommit))
    // What is asked of a ref is asked by its own policy, before it may vouch.
    tale.merge("develop", into: "main")
    let both = tale.receive(moves + [tale.move("main")], by: closed)
    #expect(both.breaches.contains("main: unattributed-source"))
    #expect(tale.receive(moves + [tale.move("main")], by: Policies(open)).verdict == .allowed)
  }
}
