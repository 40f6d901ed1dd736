import GitModel

/// Questions about first-parent chains: the way a branch itself went.
extension Inquiry {
  /// Whether a commit is a tip or stands on its first-parent chain.
  func stands(_ head: ObjectID, onChainOf tip: ObjectID) throws(EvidenceGap) -> Bool {
    if head == tip { return true }
    guard try facts.isAncestor(head, of: tip) else { return false }
    // Once a commit of the chain no longer has the head, nothing below it has. Asking at every
    // doubled distance keeps the graph questions few.
    var current = tip
    var distance = 0
    var nextQuestion = 1
    while let parent = try facts.commit(current).firstParent {
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
  /// is not in it; newest first.
  func chain(
    from tip: ObjectID, notIn bases: [ObjectID]
  ) throws(EvidenceGap) -> (commits: [Commit], boundary: ObjectID?) {
    var commits: [Commit] = []
    var current: ObjectID? = tip
    var nextQuestion = 0
    let ends = Set(bases)
    while let id = current {
      // One base was met; another one may have commits above it.
      if ends.contains(id) { return try cut(commits, heldFrom: id, bases) }
      if commits.count == nextQuestion {
        if try isHeld(id, by: bases) { return try cut(commits, heldFrom: id, bases) }
        nextQuestion = nextQuestion * 2 + 1
      }
      let commit = try facts.commit(id)
      commits.append(commit)
      current = commit.firstParent
    }
    // The chain ended at a root without meeting a base: its lower part may still be theirs.
    return try cut(commits, heldFrom: nil, bases)
  }

  /// Finds by bisection where a chain enters what the bases have: all below a held commit is
  /// held. `heldFrom` is the commit below the chain, known to be held.
  private func cut(
    _ commits: [Commit], heldFrom: ObjectID?, _ bases: [ObjectID]
  ) throws(EvidenceGap) -> (commits: [Commit], boundary: ObjectID?) {
    var free = 0
    var held = commits.count
    if heldFrom == nil {
      guard let last = commits.last, try isHeld(last.id, by: bases) else { return (commits, nil) }
      held = commits.count - 1
    }
    while free < held {
      let middle = (free + held) / 2
      if try isHeld(commits[middle].id, by: bases) { held = middle } else { free = middle + 1 }
    }
    let boundary = held < commits.count ? commits[held].id : heldFrom
    return (Array(commits[..<held]), boundary)
  }
}
