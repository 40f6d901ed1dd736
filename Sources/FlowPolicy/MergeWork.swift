import GitModel

/// What a merge's own hand has changed, beside what merging its parents gives.
struct MergeWork {
  /// The paths that differ from the automatic merge and must not.
  var changes: [PathChange] = []
  /// The paths that differ and can't be judged: in conflict, or touched by a rename on either side.
  var leftOut: [TreePath] = []

  /// Compares a two-parent merge with the automatic merge of its parents.
  init(_ step: Step, _ facts: any Evidence) throws(EvidenceGap) {
    guard step.kind == .merge, step.incoming.count == 1, let ours = step.before,
      let theirs = step.incoming.first?.head
    else { return }
    if try facts.isAncestor(ours, of: theirs) {
      changes = try facts.changes(from: facts.commit(theirs).tree, to: step.tree)
      return
    }
    let merge = try facts.automaticMerge(of: ours, and: theirs)
    leftOut = merge.conflicts
    guard merge.tree != step.tree else { return }
    let differing = try facts.changes(from: merge.tree, to: step.tree)
      .filter { merge.conflicts.contains($0.path) == false }
    guard differing.isEmpty == false, let base = try facts.mergeBase(ours, theirs) else {
      changes = differing
      return
    }
    let root = try facts.commit(base).tree
    let renamed = try facts.renamedPaths(from: root, to: facts.commit(ours).tree)
      .union(facts.renamedPaths(from: root, to: facts.commit(theirs).tree))
    changes = differing.filter { renamed.contains($0.path) == false }
    leftOut += differing.map(\.path).filter { renamed.contains($0) }
  }
}
