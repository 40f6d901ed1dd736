package import GitModel

extension Ancestry {
  /// What the graph says of a commit; nil where it has not got it.
  package func graphOutline(of id: ObjectID) throws(GitError) -> CommitOutline? {
    try answering { () throws(GitError) in
      guard let graph, let position = graph.position(of: id) else { return nil }
      let links = graph.links(at: position)
      graph.checkLevel(links)
      return CommitOutline(parents: graph.parents(in: links), tree: graph.tree(at: position))
    }
  }

  /// Whether `old` is `new` itself or one of its ancestors. Exact whatever the dates are.
  package func isAncestor(_ old: ObjectID, of new: ObjectID) throws(GitError) -> Bool {
    try answering { () throws(GitError) in try reaches(node(of: old), fromAny: [node(of: new)]) }
  }

  /// For each tip its first-parent chain down to the first commit that a base has, newest first.
  ///
  /// A commit that is left out is certainly one that a base has. Outside of the graph, with dates
  /// out of order, a commit may be listed although a base has it: who accuses one asks
  /// ``isAncestor(_:of:)`` first.
  package func firstParents(
    from tips: [ObjectID], notIn bases: [ObjectID]
  ) throws(GitError) -> [[ObjectID]] {
    try answering { () throws(GitError) in
      var painting = Painting.downToKnown(self)
      defer { painting.marks.clear() }
      for id in bases { try painting.paint(node(of: id), Painting.below) }
      for id in tips { try painting.paint(node(of: id), Painting.above) }
      while painting.isOver == false { try painting.step() }
      painting.checkWaiting()
      var chains: [[ObjectID]] = []
      for tip in tips { chains.append(try unknownChain(from: node(of: tip), painting.marks)) }
      return chains
    }
  }

  /// All best common ancestors, by their ids. Exact whatever the dates are.
  package func mergeBases(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> [ObjectID] {
    leaveFalseGraph()
    if let lastBases, lastBases.one == one, lastBases.other == other { return lastBases.found }
    let found = try answering { () throws(GitError) in
      let bases = try commonAncestors(node(of: one), node(of: other))
      // The graph's order leaves no commit that another one has; dates may.
      let isExact = bases.allSatisfy(isInGraph) && graph?.isOrdered == true
      let best = bases.count > 1 && isExact == false ? try independent(bases) : bases
      return best.map(id).sorted()
    }
    lastBases = (one, other, found)
    return found
  }

  /// The common ancestors that were not found to stand below another one.
  private func commonAncestors(_ one: UInt32, _ other: UInt32) throws(GitError) -> [UInt32] {
    settleIfWorthwhile([one, other])
    var painting = Painting.downToCommon(self)
    defer {
      unsettledSteps += painting.unsettledSteps
      painting.marks.clear()
    }
    try painting.paint(one, Painting.above)
    try painting.paint(other, Painting.below)
    var found: [UInt32] = []
    while painting.isOver == false {
      if let node = try painting.step() { found.append(node) }
    }
    painting.checkWaiting()
    return found.filter { painting.marks[$0] & Painting.stale == 0 }
  }

  /// The commits that none of the others descends from.
  private func independent(_ nodes: [UInt32]) throws(GitError) -> [UInt32] {
    var left = nodes
    for node in nodes {
      let others = left.filter { $0 != node }
      if try reaches(node, fromAny: others) { left = others }
    }
    return left
  }

  private func reaches(_ old: UInt32, fromAny tips: [UInt32]) throws(GitError) -> Bool {
    if let graph, isInGraph(old), graph.isOrdered {
      var descent = DescentWalk(to: old, in: graph, self)
      defer { descent.marks.clear() }
      return try descent.begins(atAnyOf: tips)
    }
    settleIfWorthwhile(tips + [old])
    // What the graph holds descends from nothing that it does not hold.
    var painting = Painting.downToKnown(self, endsAtGraph: isInGraph(old) == false)
    defer {
      unsettledSteps += painting.unsettledSteps
      painting.marks.clear()
    }
    try painting.paint(old, Painting.below)
    for tip in tips { try painting.paint(tip, Painting.above) }
    // Whatever descends from a settled commit stands above it, settled or not.
    let isSettled = isInGraph(old) == false && isSettled(newcomer: old)
    let lowest = isSettled ? try rank(ofNewcomer: old) : 0
    // A commit on a path down to `old` descends from it, so it never gets the lower colour.
    while painting.marks[old] & Painting.above == 0, painting.isOver == false,
      painting.highest > lowest
    {
      try painting.step()
    }
    return painting.marks[old] & Painting.above != 0
  }

  private func unknownChain(from tip: UInt32, _ marks: Marks) throws(GitError) -> [ObjectID] {
    var chain: [ObjectID] = []
    var current: UInt32? = tip
    while let node = current, marks[node] & Painting.below == 0 {
      // A forged graph may lead in circles where it has no generations.
      guard chain.count <= knownCount else {
        graph?.report(.lying)
        break
      }
      chain.append(id(of: node))
      current = try firstParent(of: node)
    }
    return chain
  }

  private func firstParent(of node: UInt32) throws(GitError) -> UInt32? {
    guard let graph, isInGraph(node) else {
      return try parents(ofNewcomer: node).first.map(parent(at:))
    }
    let first = graph.links(at: node).first
    return first == GraphLayer.noParent ? nil : first
  }
}
