import FlowPolicy
import GitModel
import GuardTesting
import Testing
import Wording

/// Tags that have to stand on a lane's branch.
@Suite struct TagSourceTests {
  private let policy: Policy = {
    var policy = Policy()
    policy.tags = [TagRule(pattern: PathPattern("v*"), lane: "main")]
    return policy
  }()

  private func judge(
    _ tale: Tale, _ tip: ObjectID?, tag: String = "v1", with others: [RefMove] = []
  ) -> Judgement {
    let move = RefMove(ref: RefName("refs/tags/\(tag)"), before: nil, after: tip)
    let proposal = Proposal(
      occasion: .push, moves: [move] + others, today: Tale.day, remote: "origin")
    return Engine().judge(proposal, by: Policies(policy), on: tale.history)
  }

  private func tags(_ judgement: Judgement) -> [Finding] {
    judgement.findings.filter { $0.rule == .tagSource }
  }

  @Test func aTagOnAnExperimentIsRefused() {
    let tale = Tale()
    tale.branch("experiment/a")
    let tip = tale.commit("experiment/a")
    let found = tags(judge(tale, tip))
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.remedy.lines.first?.hasPrefix("git tag -f v1 ") == true)
  }

  @Test func anyCommitOfTheBranchItselfWillDo() {
    let tale = Tale()
    let first = tale.tip("main")
    tale.commit("main")
    tale.commit("main")
    tale.publish()
    #expect(judge(tale, tale.tip("main")).findings.isEmpty)
    #expect(judge(tale, first).findings.isEmpty)
  }

  /// It came in by a merge and was never a state of the branch.
  @Test func aCommitThatAMergeBroughtIsNotEnough() {
    let tale = Tale()
    tale.branch("experiment/a", at: "main")
    let brought = tale.commit("experiment/a")
    tale.merge("experiment/a", into: "main")
    tale.publish()
    #expect(tags(judge(tale, brought)).count == 1)
    #expect(tags(judge(tale, tale.tip("main"))).isEmpty)
  }

  /// `git push origin main v1` lands as a whole.
  @Test func theBranchMayComeWithTheSamePush() {
    let tale = Tale()
    let before = tale.tip("main")
    let tip = tale.commit("main")
    #expect(tags(judge(tale, tip)).count == 1)
    let move = RefMove(ref: .branch("main"), before: before, after: tip)
    #expect(tags(judge(tale, tip, with: [move])).isEmpty)
  }

  @Test func otherTagsAndDeletionsAreFree() {
    let tale = Tale()
    tale.branch("experiment/a")
    let tip = tale.commit("experiment/a")
    #expect(judge(tale, tip, tag: "nightly").findings.isEmpty)
    #expect(judge(tale, nil).findings.isEmpty)
  }

  /// Nothing here says where main stands: no yes.
  @Test func aBranchThatIsNotHereIsAGap() {
    let tale = Tale()
    let tip = tale.tip("main")
    tale.forget("main")
    let judgement = judge(tale, tip)
    #expect(judgement.gaps.map(\.rule) == [.tagSource])
    #expect(judgement.verdict == .undecided)
  }
}
