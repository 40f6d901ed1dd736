import GitModel
import Wording

/// What comes onto a branch comes from a lane that the promotion lists.
struct BranchFlow: Rule {
  static let id = RuleID.branchFlow
  static let card = RuleCard(
    id: id,
    summary: Phrase("A branch of a lane came in that the target lane does not take."),
    why: Phrase(
      """
      Each lane takes changes from the lanes that its promotion lists and from no other, so that \
      every result goes through the checks of each lane on its way.
      """),
    mending: Phrase(
      "Take the change along the way that the message shows, one lane after the other."),
    refused: RuleExample(
      setting: [
        .branch("experiment/resnet", at: "develop"),
        .commit("experiment/resnet", writing: "src/model.py"),
      ],
      attempt: [.merge("experiment/resnet", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject else { return [] }
    var sources = step.incoming.compactMap(\.attribution)
    if let forwarded = step.forwardedFrom { sources.append(forwarded) }
    // A commit that stands already: what came in is another remote's branch of the same name.
    // Where it is about to be made, it is the pull that foxtrot-merge speaks of.
    if step.isProtected, step.commit != nil {
      for incoming in step.incoming {
        if case .sameBranch(let other) = incoming.standing { sources.append(other) }
      }
    }
    return sources.compactMap { source in
      guard let lane = source.lane else { return fork(source, step, inquiry) }
      guard step.promotion.from.contains(lane.lane.name) == false else { return nil }
      return refused(source, lane, step, inquiry)
    }
  }

  private func refused(
    _ source: Attribution, _ lane: LaneMatch, _ step: Step, _ inquiry: Inquiry
  ) -> Finding {
    let policy = inquiry.policy
    let takes = policy.plural(step.promotion.from)
    var details: [Phrase] = []
    if let way = spelled(policy.way(from: lane.lane), from: source, inquiry) {
      details.append(Phrase("the way: \(way)"))
    }
    if step.isOnTheWay {
      details.append(Phrase("it came into \(step.branch) with \(step.citation)"))
    }
    let whose = standing(of: source, lane, step)
    return finding(
      step, inquiry, source: source,
      message: Phrase("\(step.branch) takes only \(takes); \(whose)"), details: details,
      remedy: remedy(source, lane, step, inquiry))
  }

  /// What the branch that came in is to the one that it came into.
  private func standing(of source: Attribution, _ lane: LaneMatch, _ step: Step) -> Phrase {
    let name = source.spelled
    if lane.lane == step.lane.lane {
      guard let owner = lane.owner else {
        return Phrase("\(name) is another state of \(step.branch) itself")
      }
      return Phrase("\(name) belongs to \(Visible.text(owner))")
    }
    if lane.lane.pattern.literal != nil { return Phrase("\(name) is a protected branch") }
    let kind = lane.lane.name
    return "aeiou".contains(kind.first ?? "x")
      ? Phrase("\(name) is an \(kind) branch") : Phrase("\(name) is a \(kind) branch")
  }

  private func fork(_ source: Attribution, _ step: Step, _ inquiry: Inquiry) -> Finding {
    finding(
      step, inquiry, source: source,
      message:
        Phrase(
          "\(source.spelled) is a fork's branch and never counts as a branch of this repository"),
      details: [Phrase("\(step.branch) takes only \(inquiry.policy.plural(step.promotion.from))")])
  }

  /// `experiment/resnet → intermediate/anna → develop → main`
  private func spelled(_ way: [Lane], from source: Attribution, _ inquiry: Inquiry) -> String? {
    guard way.count > 1 else { return nil }
    let own = inquiry.proposal.actor?.owner
    let rest = way.dropFirst().map { lane in
      lane.pattern.literal ?? own.flatMap { lane.pattern.filled(owner: $0) } ?? lane.pattern.source
    }
    return ([source.spelled] + rest.map { Visible.text($0) }).joined(separator: " → ")
  }

  private func remedy(
    _ source: Attribution, _ lane: LaneMatch, _ step: Step, _ inquiry: Inquiry
  ) -> Remedy {
    let mending = Mending(inquiry, step)
    let revision = ShellWord.revision(source.branch, source.head)
    // Never a protected branch: building one anew is a force-push.
    if step.isProtected == false, step.isOnTheWay || step.pending == nil {
      return mending.rebuild(step)
    }
    if inquiry.proposal.occasion == .moved, let commit = step.commit {
      return Remedy(mending.revert([commit]))
    }
    let back = mending.abort + mending.restore
    guard step.isProtected else { return Remedy(back + mending.sync) }
    if inquiry.isFree(lane.lane) { return Remedy(back + mending.wholeWay(revision)) }
    if inquiry.policy.isProtected(lane.lane) {
      guard back.isEmpty, let commit = step.commit else { return Remedy(back) }
      let kept = mending.keep(commit.id)
      return Remedy(kept.steps + mending.wholeWay(kept.name))
    }
    return Remedy(back + mending.deliver(revision))
  }
}
