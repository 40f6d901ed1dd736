import GitModel
import Wording

/// The newest state of the target was pulled before the change was brought in.
struct StaleSource: Rule {
  static let id = RuleID.staleSource
  static let card = RuleCard(
    id: id,
    summary: Phrase("The newest develop was not pulled into the branch before it was merged."),
    why: Phrase(
      """
      What is merged must have been tried together with the newest develop; otherwise two good \
      results can make a broken one that nobody ran.
      """),
    mending: Phrase("Pull develop into the intermediate branch, look at the result, then merge."),
    refused: RuleExample(
      setting: RuleExample.broughtAndDescribed + [
        .branch("intermediate/boris", at: "develop"), .entry("intermediate/boris"),
        .merge("intermediate/boris", into: "develop"),
      ],
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed + [
        .branch("intermediate/boris", at: "develop"),
        .commit("intermediate/boris", writing: "experiments/boris.md"),
        .merge("intermediate/boris", into: "develop"),
        .merge("develop", into: "intermediate/anna"),
      ],
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.promotion.requires.contains(.fresh),
      step.kind == .merge, let before = step.before
    else { return [] }
    let full = inquiry.policy.severity(of: Self.id)
    let severity = inquiry.proposal.isQueued ? min(full, .warning) : full
    var findings: [Finding] = []
    for incoming in step.incoming {
      if try inquiry.facts.isAncestor(before, of: incoming.head) { continue }
      let source = incoming.attribution
      let name = source?.spelled ?? incoming.head.short
      findings.append(
        finding(
          step, inquiry, severity: severity, source: source,
          message: Phrase("\(name) does not hold the newest \(step.branch)"),
          details: [Phrase("\(step.branch) stood at \(before.short)")]
            + (step.commit == nil ? [] : [Phrase("merged by \(step.citation)")]),
          remedy: remedy(source, step, inquiry)))
    }
    return findings
  }

  private func remedy(_ source: Attribution?, _ step: Step, _ inquiry: Inquiry) -> Remedy {
    let mending = Mending(inquiry, step)
    if inquiry.proposal.occasion == .moved {
      return Remedy([
        Remedy.Step(
          .describe,
          Phrase("# it has landed: check the result, and waive the finding if it is good"))
      ])
    }
    return Remedy(
      mending.abort + mending.restore + (source.map { mending.delivery(of: $0) } ?? []))
  }
}
