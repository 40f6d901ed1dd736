import FlowPolicy
import GitModel
import GuardTesting
import Testing
import Wording

/// Names that can be taken for others.
@Suite struct LookAlikeTests {
  private func findings(
    _ ref: RefName, occasion: Proposal.Occasion = .push, policy: Policy = Policy(),
    before: ObjectID? = nil
  ) -> [Finding] {
    let tale = Tale()
    let move = RefMove(ref: ref, before: before, after: tale.tip("develop"))
    let proposal = Proposal(
      occasion: occasion, moves: [move], today: Tale.day, remote: "origin")
    return Engine().judge(proposal, by: Policies(policy), on: tale.history).findings
      .filter { $0.rule == .lookAlike }
  }

  @Test(arguments: [
    "Develop", "DEVELOP", "deve1op", "dеvelop", "ｄevelop", "deve\u{200b}lop", "develo\u{301}p",
    "refs/heads/develop", "heads/develop", "origin/develop", "-develop", "refs/remotes/origin/main",
    "HEAD", "@", "mаin", "refs/anything",
    "Intermediate/anna", "intermediate/anna/x", "intermediate", "intermidiate/anna",
    "itermediate/anna", "intermediates/anna", "intremediate/anna", "іntermediate/anna",
  ])
  func aNameThatLooksLikeAnotherIsToldOf(_ name: String) {
    let found = findings(.branch(BranchName(name)))
    #expect(found.map(\.severity) == [.warning], "\(name)")
  }

  @Test(arguments: [
    "experiment/resnet", "develop", "main", "intermediate/anna", "developer", "mainline", "domain",
    "feature/develop", "anna/intermediate", "internal/anna", "x", "эксперимент/ветка",
    "intermediat", "mediate/anna", "interim/anna", "maintenance", "dev",
  ])
  func otherNamesAreNot(_ name: String) {
    #expect(findings(.branch(BranchName(name))).map(\.message) == [])
  }

  @Test func onlyNewNamesAreToldOf() throws {
    let tale = Tale()
    let found = findings(.branch("Develop"), before: tale.tip("develop"))
    #expect(found.isEmpty)
  }

  @Test func aTagOfAProtectedNameIsToldOf() {
    #expect(findings("refs/tags/develop").count == 1)
    #expect(findings("refs/tags/Main").count == 1)
    #expect(findings("refs/tags/v1.0").isEmpty)
  }

  @Test func replacementsAreRefusedOnAServer() {
    let ref = RefName("refs/replace/0123456789012345678901234567890123456789")
    #expect(findings(ref).map(\.severity) == [.warning])
    let onServer = findings(ref, occasion: .receive)
    #expect(onServer.map(\.severity) == [.error])
    #expect(onServer.allSatisfy { $0.remedy.isEmpty == false })
  }

  /// What the policy has a lane for was meant so.
  @Test func aLaneOfItsOwnSettlesIt() {
    var policy = Policy()
    policy.lanes.insert(Lane(name: "old", pattern: PathPattern("Develop")), at: 0)
    #expect(findings(.branch("Develop"), policy: policy).isEmpty)
  }

  @Test func theRuleCanBeTurnedOff() {
    var policy = Policy()
    policy.severities[.lookAlike] = .off
    #expect(findings(.branch("Develop"), policy: policy).isEmpty)
    #expect(policy.judges(.branch("Develop")) == false)
    #expect(Policy().judges(.branch("Develop")))
    #expect(Policy().judges(.branch("experiment/x")) == false)
  }
}
