import GitModel
import Wording

/// How rules write down what they found: with the severity that the policy gives them.
extension Rule {
  /// - Parameter remedy: made only where it is told: in an audit what landed stays, and is waived.
  func finding(
    _ step: Step, _ inquiry: Inquiry, severity: Severity? = nil, path: TreePath? = nil,
    source: Attribution? = nil, message: Phrase, details: [Phrase] = [],
    remedy: @autoclosure () -> Remedy = Remedy()
  ) -> Finding {
    Finding(
      rule: id, severity: severity ?? inquiry.policy.severity(of: id), ref: step.ref,
      commit: step.commit?.id, path: path, source: source, message: message, details: details,
      remedy: inquiry.isAudit ? waiving(step) : remedy())
  }

  func finding(
    _ move: BranchMove, _ inquiry: Inquiry, severity: Severity? = nil, path: TreePath? = nil,
    source: Attribution? = nil, message: Phrase, details: [Phrase] = [],
    remedy: Remedy = Remedy()
  ) -> Finding {
    Finding(
      rule: id, severity: severity ?? inquiry.policy.severity(of: id), ref: move.ref,
      commit: move.after, path: path, source: source, message: message, details: details,
      remedy: remedy)
  }

  func finding(
    _ move: RefMove, _ inquiry: Inquiry, severity: Severity? = nil, message: Phrase,
    remedy: Remedy = Remedy()
  ) -> Finding {
    Finding(
      rule: id, severity: severity ?? inquiry.policy.severity(of: id), ref: move.ref,
      commit: move.after, message: message, remedy: remedy)
  }

  /// The line for the policy's `waivers:` that says somebody looked at a step and lets it stand.
  private func waiving(_ step: Step) -> Remedy {
    guard let commit = step.commit else { return Remedy() }
    return Remedy([
      Remedy.Step(
        .describe,
        """
        # waivers: - { rule: \(id.rawValue), commit: \(commit.id.short), reason: "…", by: …, \
        until: YYYY-MM-DD }
        """)
    ])
  }
}
