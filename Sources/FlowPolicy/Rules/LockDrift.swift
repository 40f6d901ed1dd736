import GitModel
import Wording

/// A list of requirements and its lock change together.
struct LockDrift: Rule {
  static let id = RuleID.lockDrift
  private static let policy = """
    rules: { lock-drift: error }
    layout: { locks: { requirements.in: requirements.txt } }
    """
  static let card = RuleCard(
    id: id,
    summary: Phrase("A list of requirements changed and its lock did not."),
    why: Phrase(
      """
      The lock is what gets installed. Where only the list has changed, the next machine runs other \
      versions than those that the results were made with.
      """),
    mending: Phrase("Generate the lock anew (for pip-tools: pip-compile) and commit both."),
    refused: RuleExample(
      policy: policy,
      setting: RuleExample.broughtAndDescribed + [
        .commit("intermediate/anna", writing: "requirements.in")
      ],
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      policy: policy,
      setting: RuleExample.broughtAndDescribed + [
        .commit("intermediate/anna", writing: "requirements.in"),
        .commit("intermediate/anna", writing: "requirements.txt"),
      ],
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected, step.isOnTheWay == false else {
      return []
    }
    var findings: [Finding] = []
    for pair in inquiry.policy.layout.locks {
      let list = try inquiry.entries(at: pair.source, of: step)
      // A list that is gone locks nothing any more.
      guard list.after != nil, list.before != list.after else { continue }
      let lock = try inquiry.entries(at: pair.lock, of: step)
      guard lock.before == lock.after,
        step.conflicts.contains(pair.source) == false, step.conflicts.contains(pair.lock) == false
      else { continue }
      let source = step.incoming.first?.attribution
      let mending = Mending(inquiry, step)
      findings.append(
        finding(
          step, inquiry, path: pair.source, source: source,
          message: Phrase("\(step.name) changes \(pair.source) and leaves \(pair.lock) as it was"),
          details: step.commit == nil ? [] : [step.citation],
          remedy: mending.repair(
            Phrase("generate \(pair.lock) from \(pair.source)"), as: "Lock the requirements",
            pair.lock,
            from: source)))
    }
    return findings
  }
}
