import GitModel
import Wording

/// A protected branch only ever grows.
struct HistoryRewrite: Rule {
  static let id = RuleID.historyRewrite
  static let card = RuleCard(
    id: id,
    summary: Phrase(
      "A protected branch was to be moved to a commit that does not descend from its tip."),
    why: Phrase(
      "What others have built on must not vanish; a rewind or a force-push takes it from them."),
    mending: Phrase(
      "Keep your commits on a branch and set your local branch back to the remote's."),
    refused: RuleExample(
      setting: RuleExample.broughtAndDescribed + [.merge("intermediate/anna", into: "develop")],
      attempt: [.set("develop", to: "main")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .move(let move) = subject, move.isProtected, let before = move.before,
      let after = move.after, try inquiry.facts.isAncestor(before, of: after) == false
    else { return [] }
    let isRewind = try inquiry.facts.isAncestor(after, of: before)
    let mending = Mending(inquiry, move)
    // Going back is done forwards: by reverts that take the way.
    let mend =
      isRewind
      ? mending.restore
        + mending.revert(try inquiry.chain(from: before, notIn: [after]).commits)
      : mending.keep(after).steps + mending.restore
    return [
      finding(
        move, inquiry,
        message: isRewind
          ? Phrase("\(move.branch) would go back to \(after.short) and lose what came since")
          : Phrase(
            "\(move.branch) would lose \(before.short): \(after.short) does not descend from it"),
        remedy: Remedy(mend))
    ]
  }
}
