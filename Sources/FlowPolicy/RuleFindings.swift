import GitModel

/// How rules write down what they found: with the severity that the policy gives them.
extension Rule {
  func finding(
    _ step: Step, _ inquiry: Inquiry, severity: Severity? = nil, path: TreePath? = nil,
    source: Attribution? = nil, message: String, details: [String] = [],
    remedy: Remedy = Remedy()
  ) -> Finding {
    Finding(
      rule: id, severity: severity ?? inquiry.policy.severity(of: id), ref: step.ref,
      commit: step.commit?.id, path: path, source: source, message: message, details: details,
      remedy: remedy)
  }

  func finding(
    _ move: BranchMove, _ inquiry: Inquiry, severity: Severity? = nil, path: TreePath? = nil,
    source: Attribution? = nil, message: String, details: [String] = [],
    remedy: Remedy = Remedy()
  ) -> Finding {
    Finding(
      rule: id, severity: severity ?? inquiry.policy.severity(of: id), ref: move.ref,
      commit: move.after, path: path, source: source, message: message, details: details,
      remedy: remedy)
  }
}
