import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

@Suite("A headline says in a few words what was refused")
struct HeadlineTests {
  private func headline(_ finding: Finding, _ occasion: Occasion = .push) -> String {
    let text = Samples.text(Samples.report([finding], occasion: occasion))
    return String(text.prefix { $0 != "\n" })
  }

  @Test(
    "Every rule has one that names what it is about and fits on a line", arguments: RuleID.allCases)
  func everyRule(_ rule: RuleID) {
    for source in [nil, Samples.source("experiment/resnet", 1)] {
      let finding = Finding(
        rule: rule, severity: .error, ref: "refs/heads/develop", source: source, message: "m")
      let line = headline(finding, .mergeRequest)
      #expect(line.hasPrefix("✗ merge request refused: "))
      #expect(line.contains("develop"))
      #expect(line.count <= 100)
    }
  }

  @Test("A tag and other refs are called what they are")
  func names() {
    let tag = Finding(rule: .tagSource, severity: .error, ref: "refs/tags/v1", message: "m")
    #expect(headline(tag) == "✗ push refused: tag v1 points to a commit off its lane")
    let other = Finding(rule: .lookAlike, severity: .error, ref: "refs/replace/ab", message: "m")
    #expect(headline(other) == "✗ push refused: the name refs/replace/ab can be taken for another")
  }

  @Test("A branch that came in on the way is not said to be forbidden in the target itself")
  func onTheWay() {
    let finding = Finding(
      rule: .branchFlow, severity: .error, ref: "refs/heads/develop",
      source: Samples.source("intermediate/bob", 1),
      message: "intermediate/anna takes only experiment branches and develop; it is bob's")
    #expect(
      headline(finding)
        == "✗ push refused: intermediate/bob may not come along on the way into develop")
  }

  @Test("A ref's own fate comes before what its steps did")
  func weightiest() {
    let rewrite = Finding(
      rule: .historyRewrite, severity: .error, ref: "refs/heads/develop", message: "m")
    let report = Samples.report([Samples.directCommit(1), rewrite], occasion: .push)
    #expect(
      Samples.text(report).hasPrefix(
        "✗ push refused: the history of develop may not be rewritten\n"))
  }

  @Test("The occasion follows from the proposal")
  func occasions() {
    func proposal(_ occasion: Proposal.Occasion, _ activity: PendingCommit.Activity? = nil)
      -> Proposal
    {
      let pending = activity.map {
        PendingCommit(
          ref: "refs/heads/develop", parents: [], tree: TreeID(Samples.id(1)), activity: $0)
      }
      return Proposal(occasion: occasion, pending: pending, today: Samples.waiver.until)
    }
    #expect(Occasion(of: proposal(.commit, .merge)) == .merge)
    #expect(Occasion(of: proposal(.commit, .cherryPick)).rawValue == "cherry-pick")
    #expect(Occasion(of: proposal(.receive)) == .push)
    #expect(Occasion(of: proposal(.mergeRequest, .merge)).rawValue == "merge request")
    #expect(Occasion(of: proposal(.moved)) == .branch)
  }
}
