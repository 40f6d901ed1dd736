import GitModel
import Wording

/// Everybody has an intermediate branch of their own.
struct BranchOwner: Rule {
  static let id = RuleID.branchOwner
  static let card = RuleCard(
    id: id,
    summary: Phrase("Somebody moved an intermediate branch that belongs to another person."),
    why: Phrase(
      """
      One's own branch is where one brings things together in peace. A push from somebody else \
      takes its owner by surprise and blurs whose result it is.
      """),
    mending: Phrase(
      "Work on your own intermediate branch, or hand the change over as an experiment."),
    refused: RuleExample(
      setting: [.branch("intermediate/anna", at: "develop")],
      attempt: [.entry("intermediate/anna")], pushed: ["intermediate/anna"], actor: "boris"),
    accepted: RuleExample(
      setting: [.branch("intermediate/anna", at: "develop")],
      attempt: [.entry("intermediate/anna")], pushed: ["intermediate/anna"], actor: "anna"))

  func examine(_ subject: Subject, _ inquiry: Inquiry) -> [Finding] {
    guard case .move(let move) = subject, move.isProtected == false, let owner = move.lane.owner,
      move.pending?.isImagined != true, let actor = inquiry.proposal.actor,
      owner.utf8.elementsEqual(actor.owner.utf8) == false
    else { return [] }
    let full = inquiry.policy.severity(of: .branchOwner)
    let severity = actor.certainty == .known ? full : min(full, .warning)
    let name = Visible.text(actor.owner)
    let isByEmail = actor.origin.english.hasPrefix("user.email")
    let known =
      actor.certainty != .guessed
      ? Phrase("you are \(name) by \(actor.origin)")
      : isByEmail
        ? Phrase(
          "you are \(name) by \(actor.origin), a guess: git config gitflow-guard.owner NAME settles it"
        )
        : Phrase("you are \(name) by \(actor.origin), which names who started the job")
    return [
      finding(
        move, inquiry, severity: severity,
        message: Phrase("\(move.branch) belongs to \(Visible.text(owner)), not to \(name)"),
        details: [known], remedy: remedy(move, inquiry))
    ]
  }

  private func remedy(_ move: BranchMove, _ inquiry: Inquiry) -> Remedy {
    let mending = Mending(inquiry, move)
    if let pending = move.pending {
      // Uncommitted work goes along to a new experiment branch.
      let name = mending.rescueName(pending.parents.first)
      guard pending.activity == .commit else { return Remedy(mending.abort) }
      return Remedy([
        Remedy.Step(.keep, "git switch -c \(name)"), Remedy.Step(.keep, "git commit"),
      ])
    }
    guard let after = move.after, let remote = inquiry.proposal.remote else { return Remedy() }
    let kept = mending.keep(after)
    return Remedy(
      kept.steps + [
        Remedy.Step(
          .deliver, Phrase("git push \(remote) \(kept.name)   # hand it over as an experiment"))
      ])
  }
}
