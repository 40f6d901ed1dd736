import GitModel
import Wording

/// What lands in develop is described in the shared journals.
struct ExperimentEntry: Rule {
  static let id = RuleID.experimentEntry
  static let card = RuleCard(
    id: id,
    summary: Phrase("A merge into develop adds no entry under experiments/."),
    why: Phrase(
      """
      A result that is not written down is lost: who looks for it in half a year finds code \
      without a hypothesis, data or a conclusion.
      """),
    mending: Phrase(
      """
      On the intermediate branch, gitflow-guard experiments new begins an entry; say in it what \
      came out, commit it, then merge.
      """),
    refused: RuleExample(
      setting: Array(RuleExample.broughtAndDescribed.dropLast()),
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard let step = subject.stepThatOwesAnEntry else { return [] }
    // Before the first commit of a history there was nothing to be described.
    if inquiry.isAudit, step.before == nil { return [] }
    let facts = inquiry.facts
    let before: TreeID? =
      if let id = step.before { try facts.commit(id).tree } else { nil }
    guard before != step.tree else { return [] }
    let experiments = inquiry.policy.experiments
    let journals = try inquiry.journalChange(in: step)
    guard journals.added.isEmpty else { return [] }
    let changes = try facts.changes(from: before, to: step.tree)
    let owes = changes.contains { change in
      SetupPaths.covers(change, experiments) == false
        && experiments.exempt.contains { $0.matches(change.path) } == false
    }
    if owes == false { return [] }
    if try inquiry.isRollBack(step) { return [] }
    let source = step.incoming.first?.attribution
    return [
      finding(
        step, inquiry, source: source,
        message: Phrase("\(step.name) adds no entry under \(experiments.directory)/"),
        details: near(changes, journals, experiments) + (step.commit == nil ? [] : [step.citation]),
        remedy: remedy(source, step, inquiry))
    ]
  }

  /// What was touched there without being a new entry, so that nobody wonders.
  private func near(
    _ changes: [PathChange], _ journals: JournalChange, _ experiments: Experiments
  ) -> [Phrase] {
    let known = journals.others.prefix(3).map(\.sentence)
    if known.isEmpty == false { return known }
    let gone = journals.rewritten.filter { $0.after == nil }
    if let first = gone.first {
      let heading = first.before.heading.map { " \"\(Visible.text($0))\"" } ?? ""
      return [Phrase("an earlier entry\(heading) was removed from \(first.before.path)")]
    }
    if let first = journals.rewritten.first {
      let heading = first.before.heading.map { " \"\(Visible.text($0))\"" } ?? ""
      return [Phrase("\(first.before.path): editing the earlier entry\(heading) adds none")]
    }
    guard let first = changes.first(where: { $0.path.isInside(experiments.directory) })
    else { return Self.lookAlike(changes, experiments.directory) }
    return [
      first.after == nil
        ? Phrase("\(first.path) was removed")
        : Phrase("\(first.path) was edited, which adds no entry of its own")
    ]
  }

  /// A file that stands in a folder whose name differs by its letter case alone.
  private static func lookAlike(_ changes: [PathChange], _ directory: TreePath) -> [Phrase] {
    let wanted = directory.description.lowercased() + "/"
    guard
      let first = changes.first(where: {
        $0.after != nil && $0.path.description.lowercased().hasPrefix(wanted)
      })
    else { return [] }
    return [Phrase("\(first.path) does not stand under \(directory)/: letter case counts")]
  }

  private func remedy(_ source: Attribution?, _ step: Step, _ inquiry: Inquiry) -> Remedy {
    let mending = Mending(inquiry, step)
    // What a plain commit holds is brought the right way by `direct-commit`'s remedy.
    if step.pending != nil, step.kind == .commit {
      let isBrought = inquiry.policy.severity(of: .directCommit) == .error
      return isBrought ? Remedy() : Remedy(mending.describe(nil))
    }
    let back = mending.abort + mending.restore
    if let source, inquiry.proposal.occasion != .moved {
      return Remedy(back + mending.delivery(of: source, describing: true))
    }
    guard let own = mending.ownBranch else { return Remedy(back) }
    return Remedy(
      back + mending.enter(own) + mending.sync + mending.describe(step.commit?.id.short)
        + mending.deliver(own))
  }
}
