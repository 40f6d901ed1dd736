import GitModel
import Wording

/// Protected branches stay.
struct BranchDeletion: Rule {
  static let id = RuleID.branchDeletion
  static let card = RuleCard(
    id: id,
    summary: Phrase("A protected branch was to be deleted."),
    why: Phrase(
      "Everybody's work meets on it, and its history is the record of what was promoted."),
    mending: Phrase(
      "Delete only experiment branches, and intermediate ones after they have landed."),
    refused: RuleExample(attempt: [.delete("develop")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: [.branch("experiment/resnet", at: "develop")],
      attempt: [.delete("experiment/resnet")], pushed: ["experiment/resnet"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) -> [Finding] {
    guard case .move(let move) = subject, move.isProtected, move.isDeletion else { return [] }
    return [
      finding(
        move, inquiry, message: Phrase("\(move.branch) is protected and can't be deleted"),
        remedy: Remedy([Remedy.Step(.deliver, "# \(move.branch) stays: leave it out of the push")])
      )
    ]
  }
}
