import GitModel

/// A protected branch grows by promotions, not by commits.
struct DirectCommit: Rule {
  static let id = RuleID.directCommit
  static let card = RuleCard(
    id: id,
    summary: "A commit was made on a protected branch itself.",
    why: """
      What lands on a protected branch without a promotion was seen by nobody. That holds for \
      cherry-picks, reverts, amended, rebased and squashed commits as well.
      """,
    mending: "Keep the work on an experiment branch and bring it along the flow's way.",
    refused: RuleExample(
      attempt: [.commit("develop", writing: "src/model.py")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: [.branch("experiment/resnet", at: "develop")],
      attempt: [.commit("experiment/resnet", writing: "src/model.py")],
      pushed: ["experiment/resnet"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected, step.kind == .commit else { return [] }
    if step.squashOf != nil, step.promotion.by.contains(.squash) { return [] }
    var details = step.commit == nil ? [] : [step.citation]
    if let way = inquiry.policy.promotion(into: step.lane.lane) {
      details.append("\(step.branch) grows only by \(methods(way)) of \(sources(way, inquiry))")
    }
    return [
      finding(
        step, inquiry, source: step.squashOf ?? step.forwardedFrom,
        message: "\(step.name) was made on \(step.branch) itself", details: details,
        remedy: remedy(step, inquiry))
    ]
  }

  private func methods(_ promotion: Promotion) -> String {
    Method.allCases.filter(promotion.by.contains).map(\.rawValue).joined(separator: " or ")
  }

  private func sources(_ promotion: Promotion, _ inquiry: Inquiry) -> String {
    inquiry.policy.plural(promotion.from)
  }

  private func remedy(_ step: Step, _ inquiry: Inquiry) -> Remedy {
    let mending = Mending(inquiry, step)
    if let pending = step.pending {
      let name = mending.rescueName(pending.parents.first)
      let enter = Remedy.Step(.keep, "git switch -c \(name)")
      let redo: String? =
        switch pending.activity {
        case .commit, .merge: "git commit"
        case .cherryPick: pending.picked.map { "git cherry-pick \($0.short)" }
        case .revert: pending.picked.map { "git revert \($0.short)" }
        case .rebase: nil
        }
      guard let redo else { return Remedy(mending.abort) }
      return Remedy(mending.abort + [enter, Remedy.Step(.keep, redo)] + mending.wholeWay(name))
    }
    guard let commit = step.commit else { return Remedy() }
    if inquiry.proposal.occasion == .moved { return Remedy(mending.revert([commit])) }
    // The newest commit of the push carries all others with it.
    let newest = inquiry.proposal.moves.first { $0.ref == step.ref }?.after ?? commit.id
    if let source = step.forwardedFrom ?? mending.branchHolding(newest) {
      return Remedy(mending.restore + mending.delivery(of: source))
    }
    let kept = mending.keep(newest)
    return Remedy(kept.steps + mending.restore + mending.wholeWay(kept.name))
  }
}
