import GitModel
import Wording

/// A change of the rules is announced.
struct PolicyChange: Rule {
  static let id = RuleID.policyChange
  static let card = RuleCard(
    id: id,
    summary: Phrase("The proposal changes the policy file, or leaves it invalid."),
    why: Phrase(
      """
      The policy of the trusted side judges, so a change can't loosen its own judgement; but it \
      will judge everything that comes later, and whoever reviews it should know.
      """),
    mending: Phrase(
      "Look at the change; `gitflow-guard policy check` says whether the file is valid."),
    refused: RuleExample(
      setting: [.branch("intermediate/anna", at: "develop")],
      attempt: [.commit("intermediate/anna", writing: ".gitflow-guard.yml")],
      pushed: ["intermediate/anna"]),
    accepted: RuleExample(
      setting: [.branch("intermediate/anna", at: "develop")],
      attempt: [.entry("intermediate/anna")], pushed: ["intermediate/anna"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .move(let move) = subject, move.isDeletion == false else { return [] }
    let facts = inquiry.facts
    let tree: TreeID
    if let pending = move.pending {
      tree = pending.tree
    } else if let after = move.after {
      tree = try facts.commit(after).tree
    } else {
      return []
    }
    let now = try facts.policyFile(in: tree)
    if case .invalid(_, let problem) = now {
      var found = finding(
        move, inquiry, severity: .error, path: ".gitflow-guard.yml",
        message: Phrase("the policy file that \(move.branch) would hold is invalid: \(problem)"),
        remedy: Remedy([Remedy.Step(.describe, "gitflow-guard policy check")]))
      // Once it has landed nothing is judged any more: no mode makes that a mere warning.
      found.isFirm = true
      return [found]
    }
    guard inquiry.policy.severity(of: .policyChange) != .off,
      try isKnown(now, move, inquiry) == false
    else { return [] }
    let proposed = now == .absent ? Policy() : try facts.policy(in: tree) ?? Policy()
    let loosened = Loosening(from: inquiry.policy, to: proposed).settings
    let words =
      now == .absent
      ? Phrase("the policy file is removed; the built-in defaults would judge from then on")
      : Phrase("the policy file is changed; it judges once it stands on a protected branch")
    return [
      finding(
        move, inquiry, path: ".gitflow-guard.yml",
        message: loosened.isEmpty ? words : Phrase("\(words), and is looser then"),
        details: loosened.map { Phrase("loosens \($0)") })
    ]
  }

  /// Whether the file is what the branch itself or a protected branch holds already.
  private func isKnown(
    _ now: PolicyFileState, _ move: BranchMove, _ inquiry: Inquiry
  ) throws(EvidenceGap) -> Bool {
    func stands(at tip: ObjectID) throws(EvidenceGap) -> Bool {
      try inquiry.facts.policyFile(in: inquiry.facts.commit(tip).tree) == now
    }
    if let before = move.before, try stands(at: before) { return true }
    for placed in inquiry.protectedTips where try stands(at: placed.branch.tip) { return true }
    return move.before == nil && inquiry.protectedTips.isEmpty
  }
}
