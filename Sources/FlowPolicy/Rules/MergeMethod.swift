import GitModel
import Wording

/// A promotion happens by a method that it lists.
struct MergeMethod: Rule {
  static let id = RuleID.mergeMethod
  static let card = RuleCard(
    id: id,
    summary: Phrase(
      "A change came into a protected branch by a squash, a fast-forward or an octopus."),
    why: Phrase(
      """
      A squash cuts the tie to the branch it came from, a fast-forward leaves no trace of the \
      promotion, and an octopus mixes several. Who looks later can't see what was promoted.
      """),
    mending: Phrase(
      "Merge one branch at a time with `git merge --no-ff`, or let the merge request do it."),
    refused: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.squash("intermediate/anna", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected else { return [] }
    let allowed = step.promotion.by
    if step.incoming.count > 1 {
      let names = step.incoming.map { $0.attribution?.spelled ?? $0.head.short }
      return [
        finding(
          step, inquiry, source: step.incoming.first?.attribution,
          message: Phrase("\(step.name) is an octopus: \(names.joined(separator: ", ")) at once"),
          details: step.commit == nil ? [] : [step.citation],
          remedy: remedy(own(of: step.incoming, inquiry), step, inquiry))
      ]
    }
    if step.kind == .merge, step.commit != nil,
      step.incoming.allSatisfy({ $0.standing == .alreadyThere })
    {
      return [
        finding(
          step, inquiry,
          message: Phrase(
            "\(step.name) is a merge that brings nothing in: \(step.branch) had its parents"),
          details: [step.citation], remedy: remedy(nil, step, inquiry))
      ]
    }
    if step.kind == .merge, allowed.contains(.merge) == false {
      return [refused(.merge, step.incoming.first?.attribution, step, inquiry)]
    }
    if let source = step.squashOf, allowed.contains(.squash) == false {
      return [refused(.squash, source, step, inquiry)]
    }
    if let source = step.forwardedFrom, let lane = source.lane?.lane,
      step.promotion.from.contains(lane.name), allowed.contains(.fastForward) == false
    {
      return [refused(.fastForward, source, step, inquiry)]
    }
    return []
  }

  /// Of several branches the person's own: that of somebody else is theirs to hand over.
  private func own(of incoming: [Incoming], _ inquiry: Inquiry) -> Attribution? {
    let sources = incoming.compactMap(\.attribution)
    let owner = inquiry.proposal.actor?.owner
    return sources.first { owner != nil && $0.lane?.owner == owner } ?? sources.first
  }

  private func refused(
    _ method: Method, _ source: Attribution?, _ step: Step, _ inquiry: Inquiry
  ) -> Finding {
    let name = source.map { Phrase(verbatim: $0.spelled) } ?? Phrase("a branch")
    let takes = Phrase.any(
      Method.allCases.filter(step.promotion.by.contains).map { Phrase(verbatim: $0.rawValue) })
    let target = step.branch
    let message =
      switch method {
      case .merge: Phrase("\(name) was merged into \(target), which takes only \(takes)")
      case .squash: Phrase("\(name) was squashed into \(target), which takes only \(takes)")
      case .fastForward:
        Phrase("\(name) was fast-forwarded into \(target), which takes only \(takes)")
      case .commit: Phrase("\(name) was committed into \(target), which takes only \(takes)")
      }
    return finding(
      step, inquiry, source: source,
      message: message,
      details: step.commit == nil ? [] : [step.citation], remedy: remedy(source, step, inquiry))
  }

  private func remedy(_ source: Attribution?, _ step: Step, _ inquiry: Inquiry) -> Remedy {
    let mending = Mending(inquiry, step)
    if inquiry.proposal.occasion == .moved, let commit = step.commit {
      return Remedy(mending.revert([commit]))
    }
    // A squash about to be committed is undone in the work tree: its branch still has it all.
    let undo =
      step.pending != nil && step.kind == .commit
      ? [Remedy.Step(.abort, "git reset --merge")] : mending.abort
    return Remedy(undo + mending.restore + (source.map { mending.delivery(of: $0) } ?? []))
  }
}
