import GitModel
import Wording

/// What the policy's `layout:` wants is there.
struct RepositoryLayout: Rule {
  static let id = RuleID.repositoryLayout
  private static let policy = """
    rules: { repository-layout: error }
    layout: { required: [README.md] }
    """
  static let card = RuleCard(
    id: id,
    summary: Phrase("A path that the layout requires is missing from a protected branch."),
    why: Phrase(
      """
      Everybody, and every script, finds data, models and code where the team agreed to keep \
      them. A file that got lost in a merge is noticed when it lands, not when it is needed.
      """),
    mending: Phrase("Put the path back on your own branch and open the merge request again."),
    refused: RuleExample(
      policy: policy,
      setting: RuleExample.broughtAndDescribed + [
        .removal("intermediate/anna", of: "README.md")
      ],
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      policy: policy, setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected, step.isOnTheWay == false else {
      return []
    }
    let required = inquiry.policy.layout.required
    guard required.isEmpty == false else { return [] }
    let isNewest = isNewest(step, inquiry)
    var findings: [Finding] = []
    for path in required where step.conflicts.contains(path) == false {
      let entries = try inquiry.entries(at: path, of: step)
      let wasThere = entries.before != nil
      // What was missing before is told of the newest state, and not of each step up to it.
      guard entries.after == nil, wasThere || isNewest else { continue }
      let source = step.incoming.first?.attribution
      let mending = Mending(inquiry, step)
      findings.append(
        finding(
          step, inquiry, path: path, source: source,
          message: wasThere
            ? Phrase("\(step.name) takes \(path) away, which the layout requires")
            : Phrase("\(path) is missing, which the layout requires"),
          details: step.commit == nil ? [] : [step.citation],
          remedy: mending.repair(Phrase("add \(path)"), as: "Add \(path)", path, from: source)))
    }
    return findings
  }

  private func isNewest(_ step: Step, _ inquiry: Inquiry) -> Bool {
    guard let commit = step.commit else { return true }
    if let audited = inquiry.audited { return audited.place == 0 }
    return inquiry.proposal.moves.contains { $0.ref == step.ref && $0.after == commit.id }
  }
}
