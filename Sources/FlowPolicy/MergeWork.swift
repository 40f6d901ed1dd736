import GitModel

/// What a merge's own hand has changed, beside what merging its parents gives.
struct MergeWork {
  /// The paths that differ from the automatic merge and must not.
  var changes: [PathChange] = []
  /// The paths that can't be judged: in conflict, or touched by a rename on either side.
  var leftOut: [TreePath] = []

  /// Compares a two-parent merge with the automatic merge of its parents.
  init(_ step: Step, _ facts: any Evidence) throws(EvidenceGap) {
    guard step.kind == .merge, step.incoming.count == 1, let ours = step.before,
      let theirs = step.incoming.first?.head
    else { return }
    if try facts.isAncestor(ours, of: theirs) {
      changes = try facts.changes(from: facts.tree(of: theirs), to: step.tree)
      return
    }
    let difference = try facts.mergeDifference(of: step.tree, ours: ours, theirs: theirs)
    changes = difference.changes
    leftOut = difference.leftOut.map(\.path)
  }
}
