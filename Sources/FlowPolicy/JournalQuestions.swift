import GitModel

extension Subject {
  /// The step, where the branch that it grows takes no result without a description.
  var stepThatOwesAnEntry: Step? {
    guard case .step(let step) = self, step.promotion.requires.contains(.entry) else { return nil }
    return step
  }
}

/// What the rules on descriptions ask of a step.
extension Inquiry {
  /// What a step does to the shared journals.
  func journalChange(in step: Step) throws(EvidenceGap) -> JournalChange {
    let before: TreeID? = if let id = step.before { try facts.commit(id).tree } else { nil }
    guard before != step.tree else { return JournalChange() }
    return try facts.journalChange(
      from: before, to: step.tree, experiments: policy.experiments)
  }

  /// Whether the result is a state that the target's own chain has had before: then nothing new
  /// is to be described, and what was described since goes with the rest.
  func isRollBack(_ step: Step) throws(EvidenceGap) -> Bool {
    if let audited, step.commit?.id == audited.ids[audited.place] {
      return try audited.hadTree(step.tree)
    }
    var current = step.before
    while let id = current {
      let commit = try facts.commit(id)
      if commit.tree == step.tree { return true }
      current = commit.firstParent
    }
    return false
  }
}
