import GitModel
import Wording

/// A protected branch grows by promotions, not by commits.
struct DirectCommit: Rule {
  static let id = RuleID.directCommit
  static let card = RuleCard(
    id: id,
    summary: Phrase("A commit was made on a protected branch itself."),
    why: Phrase(
      """
      What lands on a protected branch without a promotion was seen by nobody. That holds for \
      cherry-picks, reverts, amended, rebased and squashed commits as well.
      """),
    mending: Phrase("Keep the work on an experiment branch and bring it along the flow's way."),
    refused: RuleExample(
      attempt: [.commit("develop", writing: "src/model.py")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: [.branch("experiment/resnet", at: "develop")],
      attempt: [.commit("experiment/resnet", writing: "src/model.py")],
      pushed: ["experiment/resnet"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected, step.kind == .commit else { return [] }
    if step.squashOf != nil, step.promotion.by.contains(.squash) { return [] }
    if inquiry.isAudit, step.before == nil || inquiry.mayHaveComeUnseen(step) { return [] }
    var details = step.commit == nil ? [] : [step.citation]
    if let way = inquiry.policy.promotion(into: step.lane.lane) {
      details.append(
        Phrase("\(step.branch) grows only by \(methods(way)) of \(sources(way, inquiry))"))
    }
    let remedy = inquiry.isAudit ? Remedy() : try remedy(step, inquiry)
    return [
      finding(
        step, inquiry, source: step.squashOf ?? step.forwardedFrom,
        message: Phrase("\(step.name) was made on \(step.branch) itself"), details: details,
        remedy: remedy)
    ]
  }

  private func methods(_ promotion: Promotion) -> Phrase {
    .any(Method.allCases.filter(promotion.by.contains).map { Phrase(verbatim: $0.rawValue) })
  }

  private func sources(_ promotion: Promotion, _ inquiry: Inquiry) -> Phrase {
    inquiry.policy.plural(promotion.from)
  }

  private func remedy(_ step: Step, _ inquiry: Inquiry) throws(EvidenceGap) -> Remedy {
    let mending = Mending(inquiry, step)
    if let pending = step.pending {
      // A squash is undone by `merge-method`: its branch still has it all.
      let isUndone =
        step.squashOf.map { inquiry.isFree($0.lane?.lane ?? step.lane.lane) == false } ?? false
      if isUndone, inquiry.policy.severity(of: .mergeMethod) == .error { return Remedy() }
      return try remedy(pending, step, inquiry)
    }
    guard let commit = step.commit else { return Remedy() }
    if inquiry.proposal.occasion == .moved { return Remedy(mending.revert([commit])) }
    // The newest commit of the push carries all others with it.
    let move = inquiry.proposal.moves.first { $0.ref == step.ref }
    let newest = move?.after ?? commit.id
    if let source = step.forwardedFrom ?? mending.branchHolding(newest) {
      return Remedy(mending.restore + mending.delivery(of: source))
    }
    let kept = mending.keep(newest)
    let before = try (move?.before ?? step.before).map { id throws(EvidenceGap) in
      try inquiry.facts.commit(id).tree
    }
    let restoring = try mending.takesDescriptions(
      from: before, to: inquiry.facts.commit(newest).tree)
    return Remedy(
      kept.steps + mending.restore + mending.wholeWay(kept.name, restoring: restoring))
  }

  /// What is about to be committed goes along to an experiment branch as it stands in the index,
  /// with every conflict that was resolved in it.
  private func remedy(
    _ pending: PendingCommit, _ step: Step, _ inquiry: Inquiry
  ) throws(EvidenceGap) -> Remedy {
    let mending = Mending(inquiry, step)
    let before = try inquiry.treeBefore(step)
    let name = mending.rescueName(pending.parents.first)
    let keeping: [String]
    switch pending.activity {
    case .rebase: return Remedy(mending.abort)
    case .commit, .merge:
      // An empty commit, or new words for an old one.
      if before == step.tree {
        return Remedy([
          Remedy.Step(.keep, Phrase("# nothing is lost: leave \(step.branch) as it is"))
        ])
      }
      let changes = try inquiry.facts.changes(from: before, to: step.tree)
      keeping = ["git switch -c \(name)", commit(pending, changes)]
    case .cherryPick, .revert:
      // `git switch` refuses while these are under way; this ends them and keeps the index.
      let words = pending.activity == .cherryPick ? "cherry-pick" : "revert"
      let message =
        pending.activity == .cherryPick ? pending.picked.map { " -C \($0.short)" } ?? "" : ""
      keeping = ["git checkout -b \(name)", "git \(words) --quit", "git commit\(message)"]
    }
    let restoring = try mending.takesDescriptions(from: before, to: step.tree)
    return Remedy(
      keeping.map { Remedy.Step(.keep, $0) } + mending.wholeWay(name, restoring: restoring))
  }

  /// What `git commit -a` and `git commit PATH` took is not in the person's index: it is named.
  private func commit(_ pending: PendingCommit, _ changes: [PathChange]) -> String {
    guard pending.isStaged == false else { return "git commit" }
    let paths = changes.compactMap { ShellWord.quote($0.path) }
    guard paths.count == changes.count, paths.count <= 3 else { return "git commit -a" }
    return "git commit -- " + paths.joined(separator: " ")
  }
}
