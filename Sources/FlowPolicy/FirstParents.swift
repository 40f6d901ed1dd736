import GitModel

/// Questions about first-parent chains: the way a branch itself went.
extension Inquiry {
  /// Whether a commit is a tip or stands on its first-parent chain. A yes is certain; a no may be
  /// wrong where commit dates are out of order, unless it is asked for `certainly`.
  func stands(
    _ head: ObjectID, onChainOf tip: ObjectID, certainly: Bool = false
  ) throws(EvidenceGap) -> Bool {
    if head == tip { return true }
    guard
      try certainly ? facts.isAncestor(head, of: tip) : isHeld(head, by: [tip])
    else { return false }
    // Once a commit of the chain no longer has the head, nothing below it has. Asking at every
    // doubled distance keeps the graph questions few.
    var current = tip
    var distance = 0
    var nextQuestion = 1
    while let parent = try facts.parents(of: current).first {
      if parent == head { return true }
      current = parent
      distance += 1
      if distance == nextQuestion {
        guard try facts.isAncestor(head, of: current) else { return false }
        nextQuestion *= 2
      }
    }
    return false
  }

  /// The first-parent chain from a tip down to the first commit that one of the bases has, which
  /// is not in it but named beside it; newest first.
  func chain(
    from tip: ObjectID, notIn bases: [ObjectID]
  ) throws(EvidenceGap) -> (commits: [Commit], boundary: ObjectID?) {
    var commits: [Commit] = []
    for id in try facts.chain(from: tip, notIn: bases) { commits.append(try facts.commit(id)) }
    return (commits, commits.isEmpty ? tip : commits.last?.firstParent)
  }
}
