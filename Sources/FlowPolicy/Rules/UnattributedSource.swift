import GitModel
import Wording

/// What comes into a protected branch comes from a branch that the history shows.
struct UnattributedSource: Rule {
  static let id = RuleID.unattributedSource
  static let card = RuleCard(
    id: id,
    summary: Phrase(
      "A commit came into a protected branch, and no branch shows where it came from."),
    why: Phrase(
      """
      A merge message may say anything. The flow trusts only what the history proves: a branch \
      that has the commit as its tip or on its first-parent chain.
      """),
    mending: Phrase("Give the commit its branch back, or bring the work along the flow's way."),
    refused: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [
        .merge("intermediate/anna", into: "develop"), .delete("intermediate/anna"),
      ], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected else { return [] }
    var findings: [Finding] = []
    if inquiry.isAudit, step.kind == .commit, step.before != nil, step.squashOf == nil,
      inquiry.mayHaveComeUnseen(step)
    {
      findings.append(
        finding(
          step, inquiry,
          message:
            Phrase(
              "\(step.name) came into \(step.branch) without a merge, and no branch here has it"),
          details: [step.citation]))
    }
    for incoming in step.incoming {
      guard case .unattributed(let claim) = incoming.standing else { continue }
      var details = [Phrase("it came in with \(step.citation)")]
      if let claim {
        details.append(Phrase("the message names \(claim), which proves nothing by itself"))
      }
      findings.append(
        finding(
          step, inquiry,
          message: Phrase(
            "\(incoming.head.short) came into \(step.branch), and no branch here has it"),
          details: details, remedy: remedy(incoming.head, claim, step, inquiry)))
    }
    return findings
  }

  private func remedy(
    _ head: ObjectID, _ claim: BranchName?, _ step: Step, _ inquiry: Inquiry
  ) -> Remedy {
    let mending = Mending(inquiry, step)
    if let claim, let name = ShellWord.quote(claim), claim.bytes.first != UInt8(ascii: "-"),
      inquiry.branches.contains(where: { $0.branch.name == claim }) == false,
      let lane = inquiry.policy.match(claim)?.lane, step.promotion.from.contains(lane.name)
    {
      return Remedy([Remedy.Step(.keep, "git branch \(name) \(head.short)")])
    }
    let kept = mending.keep(head)
    return Remedy(mending.abort + kept.steps + mending.restore + mending.wholeWay(kept.name))
  }
}
