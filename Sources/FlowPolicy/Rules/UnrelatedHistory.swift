import GitModel
import Wording

/// What comes into a protected branch has a common past with it.
struct UnrelatedHistory: Rule {
  static let id = RuleID.unrelatedHistory
  static let card = RuleCard(
    id: id,
    summary: Phrase("Something came into a protected branch that has no common ancestor with it."),
    why:
      Phrase(
        "Without a common ancestor nothing can be compared: every file counts as new on both sides."
      ),
    mending: Phrase("Start a branch from develop and bring the files there as an experiment."),
    refused: RuleExample(
      setting: [.orphan("intermediate/anna"), .entry("intermediate/anna")],
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected, step.kind == .merge,
      let before = step.before
    else { return [] }
    var findings: [Finding] = []
    for incoming in step.incoming {
      if try inquiry.facts.isAncestor(before, of: incoming.head) { continue }
      guard try inquiry.facts.mergeBase(before, incoming.head) == nil else { continue }
      let name = incoming.attribution?.spelled ?? incoming.head.short
      findings.append(
        finding(
          step, inquiry, source: incoming.attribution,
          message: Phrase("\(name) has no common ancestor with \(step.branch)"),
          details: step.commit == nil ? [] : [step.citation],
          remedy: remedy(incoming, step, inquiry)))
    }
    return findings
  }

  private func remedy(_ incoming: Incoming, _ step: Step, _ inquiry: Inquiry) -> Remedy {
    let mending = Mending(inquiry, step)
    guard let target = mending.route?.targetWord else { return Remedy(mending.abort) }
    let start = mending.remote.map { "\($0)/\(target)" } ?? target
    let name = mending.rescueName(incoming.head)
    let revision = ShellWord.revision(incoming.attribution?.branch, incoming.head)
    // A branch of one's own that has nothing in common with develop begins anew.
    let own = mending.ownBranch
    let anew: [Remedy.Step] =
      own != nil && incoming.attribution?.branch?.description == own
      ? [Remedy.Step(.restore, "git branch -f \(own ?? "") \(start)")] : []
    return Remedy(
      mending.abort + mending.restore + [
        Remedy.Step(.restore, "git switch --no-track -c \(name) \(start)"),
        Remedy.Step(.restore, "git checkout \(revision) -- ."),
        Remedy.Step(.restore, "git commit -m 'Bring the files of \(incoming.head.short)'"),
      ] + anew + mending.wholeWay(name))
  }
}
