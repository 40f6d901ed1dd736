import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// How the refs of one push to a server vouch for one another.
@Suite struct ReceptionTests {
  private static let flow = ["experiment/x", "intermediate/anna", "develop", "main"]

  /// The whole flow done here, none of it published.
  private func whole() -> Tale {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    tale.merge("develop", into: "main")
    return tale
  }

  /// Anna's branch takes Boris's, which the flow forbids, and goes into develop.
  private func crossed() -> Tale {
    let tale = Tale()
    tale.bring("experiment/y", into: "intermediate/boris")
    tale.publish("intermediate/boris")
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/boris", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    return tale
  }

  private func orders(of names: [String]) -> [[String]] {
    guard names.count > 1 else { return [names] }
    return names.indices.flatMap { place in
      var rest = names
      let first = rest.remove(at: place)
      return orders(of: rest).map { [first] + $0 }
    }
  }

  // Those that are let through vouch.

  @Test func theWholeFlowMayComeAtOnceInAnyOrder() {
    let tale = whole()
    for order in orders(of: Self.flow) {
      let received = tale.receive(order.map(tale.move))
      #expect(received.judgement.findings.map(\.rule) == [], "\(order)")
      #expect(received.verdict == .allowed)
      #expect(received.judgement.subjects.map(\.ref.branch?.description) == order)
    }
  }

  /// The rest of a push does not hang on the order in which git names it either.
  @Test func aMixedPushIsRefusedTheSameInAnyOrder() {
    let tale = crossed()
    let names = ["experiment/x", "experiment/y", "intermediate/anna", "develop"]
    let breaches = tale.receive(names.map(tale.move)).breaches
    #expect(breaches.contains("intermediate/anna: branch-flow"))
    for order in orders(of: names) {
      #expect(tale.receive(order.map(tale.move)).breaches == breaches, "\(order)")
    }
  }

  @Test func whatIsNotInThePushVouchesForNothing() {
    let tale = whole()
    #expect(tale.receive("develop").rules == [.unattributedSource])
    #expect(tale.receive("experiment/x", "develop").rules == [.unattributedSource])
    #expect(tale.receive("develop", "intermediate/anna").verdict == .allowed)
  }

  @Test func whatStoodThereBeforeVouches() {
    let tale = whole()
    tale.publish("experiment/x", "intermediate/anna")
    #expect(tale.receive("develop").verdict == .allowed)
  }

  // Those that are not let through don't.

  @Test func aRefusedBranchVouchesForNothing() {
    let tale = crossed()
    let received = tale.receive("experiment/x", "intermediate/anna", "develop")
    #expect(received.breaches.contains("intermediate/anna: branch-flow"))
    #expect(received.breaches.contains("develop: unattributed-source"))
    #expect(received.asked.allSatisfy { $0.contains("intermediate/anna") == false })
  }

  /// A branch that nobody could judge is not let through either.
  @Test func anUndecidedBranchVouchesForNothing() throws {
    let tale = whole()
    let described = tale.tip("intermediate/anna")
    tale.commit("intermediate/anna", ["experiments/more.md": "More\n"])
    let brought = try #require(tale.history.commits[described]?.parents.first)
    tale.history.missing = [brought]
    let received = tale.receive("experiment/x", "intermediate/anna", "develop")
    #expect(received.verdict == .undecided)
    #expect(received.judgement.gaps.map(\.ref).contains(.branch("intermediate/anna")))
    #expect(received.asked.allSatisfy { $0.contains("intermediate/anna") == false })
  }

  /// Each would excuse the other, if it were judged before that one speaks against it.
  @Test func twoBranchesDoNotHideOneAnother() {
    let tale = Tale()
    tale.bring("experiment/y", into: "intermediate/boris")
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/boris", into: "intermediate/anna")
    for order in orders(of: ["intermediate/anna", "intermediate/boris", "experiment/x"]) {
      let received = tale.receive(order.map(tale.move))
      #expect(received.breaches == ["intermediate/anna: branch-flow"], "\(order)")
    }
    // Where Boris's branch does not come, his commits are nobody's, and an experiment's name is free.
    #expect(tale.receive("intermediate/anna", "experiment/x").verdict == .allowed)
  }

  /// Under `mode: advise` everything is let through, and so everything vouches.
  @Test func adviceLetsThrough() {
    let tale = crossed()
    let received = tale.receive(
      "experiment/x", "intermediate/anna", "develop", by: .with { $0.mode = .advise })
    #expect(received.verdict == .allowed)
    #expect(received.rules.contains(.branchFlow))
    #expect(received.breaches.contains("develop: unattributed-source") == false)
  }

  // How often it is asked.

  /// Protected branches come last, since the others vouch for them; who was let through with less
  /// than all the others is asked again, without its own word.
  @Test func eachIsAskedWithAllTheOthersInTheEnd() {
    let tale = whole()
    tale.publish("experiment/x")
    let received = tale.receive("develop", "intermediate/anna")
    #expect(received.asked == [[], ["intermediate/anna"], ["develop"]])
  }

  /// Nothing is asked of an experiment, so it stands for the others from the beginning and is not
  /// looked at again. Nor is a tag of no pattern.
  @Test func aFreeBranchIsLookedAtOnce() {
    let tale = whole()
    let received = tale.receive("intermediate/anna", "experiment/x")
    #expect(received.asked == [[], ["experiment/x"]])
    #expect(tale.receive("experiment/x").asked == [[]])
    tale.publish("experiment/x")
    let tag = RefMove(ref: "refs/tags/v1", before: nil, after: tale.tip("experiment/x"))
    #expect(tale.receive("intermediate/anna", and: [tag]).asked == [[], []])
  }

  /// What is judged more than once is told once.
  @Test func nothingIsToldTwice() {
    let tale = crossed()
    tale.set("main", to: nil)
    let names = ["main", "experiment/x", "intermediate/anna", "develop"]
    let received = tale.receive(names.map(tale.move))
    #expect(received.judgement.subjects.map(\.ref.branch?.description) == names)
    #expect(received.judgement.findings.count == Set(received.judgement.findings).count)
    #expect(Set(received.judgement.notes).count == received.judgement.notes.count)
  }
}
