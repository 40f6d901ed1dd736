import GitModel
import Wording

/// A protected branch keeps its own history as its first parents.
struct FoxtrotMerge: Rule {
  static let id = RuleID.foxtrotMerge
  static let card = RuleCard(
    id: id,
    summary: Phrase("A pull made the shared branch the second parent of somebody's own commits."),
    why: Phrase(
      """
      The first parents of a protected branch are its history of promotions. After such a merge \
      somebody's own commits stand in their place.
      """),
    mending:
      Phrase(
        "Keep your commits on a branch, set the local branch back, and bring them the flow's way."),
    refused: RuleExample(
      setting: RuleExample.broughtAndDescribed + [
        .branch("mine", at: "develop"), .commit("mine", writing: "src/fix.py"),
        .merge("intermediate/anna", into: "develop"),
      ],
      attempt: [.merge("develop", into: "mine"), .set("develop", to: "mine")],
      pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    switch subject {
    case .move(let move):
      guard move.isProtected, let before = move.before, let after = move.after,
        try inquiry.facts.isAncestor(before, of: after),
        try inquiry.stands(before, onChainOf: after, certainly: true) == false
      else { return [] }
      return [
        finding(
          move, inquiry,
          message: Phrase(
            "\(move.branch) itself came in as a second parent: a pull into own commits"),
          details: [Phrase("\(before.short) is no longer on its first-parent chain")],
          remedy: remedy(Mending(inquiry, move), own: after))
      ]
    case .ref: return []
    case .step(let step):
      if inquiry.isAudit { return said(step, inquiry) }
      guard step.isProtected, step.pending?.isImagined == false, let own = step.before else {
        return []
      }
      return step.incoming.compactMap { incoming in
        guard case .sameBranch(let source) = incoming.standing else { return nil }
        return finding(
          step, inquiry, source: source,
          message: Phrase("\(source.spelled) would become the second parent of your own commits"),
          details: [Phrase("your commits end at \(own.short)")],
          remedy: localRemedy(Mending(inquiry, step), own: own, theirs: source))
      }
    }
  }

  /// An audit knows no old tip: git's own subject says that a branch of the same name was merged.
  private func said(_ step: Step, _ inquiry: Inquiry) -> [Finding] {
    guard step.isProtected, step.kind == .merge, let commit = step.commit,
      let subject = MergeSubject(commit.subject), subject.isGitsOwn,
      subject.sources.contains(where: { $0.withoutRemote == step.branch })
    else { return [] }
    return [
      finding(
        step, inquiry, source: step.incoming.first?.attribution,
        message: Phrase(
          "\(step.branch) itself came in as a second parent: a pull into own commits"),
        details: [step.citation])
    ]
  }

  private func remedy(_ mending: Mending, own: ObjectID) -> Remedy {
    let kept = mending.keep(own)
    return Remedy(kept.steps + mending.restore + mending.wholeWay(kept.name))
  }

  private func localRemedy(_ mending: Mending, own: ObjectID, theirs: Attribution) -> Remedy {
    let kept = mending.keep(own)
    let reset = Remedy.Step(
      .restore, "git reset --keep \(ShellWord.revision(theirs.branch, theirs.head))")
    return Remedy(mending.abort + kept.steps + [reset] + mending.wholeWay(kept.name))
  }
}
