import GitModel

/// A walk in which colours flow from children to parents, the highest rank first: git's "paint
/// down to common" (commit-reach.c).
///
/// Within the graph a commit is looked at after all its descendants, and its colours are final
/// then. Above it dates order the walk; what they could get wrong is said at each question.
struct Painting {
  /// The first two colours; further marks of a commit stand beside them.
  static let above: UInt8 = 1
  static let below: UInt8 = 2
  /// Certainly an ancestor of a common ancestor.
  static let stale: UInt8 = 4
  private static let waiting: UInt8 = 8
  private static let found: UInt8 = 16

  private let ancestry: Ancestry
  /// Whether the walk stops at the graph.
  private let endsAtGraph: Bool
  /// A waiting commit keeps the walk going where its marks within the mask are the goal.
  private let mask: UInt8
  private let goal: UInt8
  private var queue = WalkQueue()

  /// Walks as long as a commit is left that only the upper colour has.
  static func downToKnown(_ ancestry: Ancestry, endsAtGraph: Bool = false) -> Painting {
    Painting(ancestry, endsAtGraph, mask: above | below, goal: above)
  }

  /// Walks as long as a commit is left that is not known to stand below a common ancestor.
  static func downToCommon(_ ancestry: Ancestry) -> Painting {
    Painting(ancestry, false, mask: stale, goal: 0)
  }

  private init(_ ancestry: Ancestry, _ endsAtGraph: Bool, mask: UInt8, goal: UInt8) {
    self.ancestry = ancestry
    self.endsAtGraph = endsAtGraph
    self.mask = mask
    self.goal = goal
  }

  var isOver: Bool { queue.interesting == 0 }

  /// Gives a commit more colours; one that had them all is left alone.
  mutating func paint(
    _ node: UInt32, _ colours: UInt8, under child: CommitGraph.Standing? = nil
  ) throws(GitError) {
    let old = ancestry.marks(of: node)
    guard old & colours != colours else { return }
    if endsAtGraph, ancestry.isInGraph(node) { return }
    let new = old | colours
    ancestry.setMarks(new | Self.waiting, of: node, before: old)
    if old & Self.waiting != 0 {
      if isInteresting(old), isInteresting(new) == false { queue.interesting -= 1 }
      return
    }
    let rank: UInt64
    if let standing = ancestry.standing(of: node) {
      if let child { ancestry.graph?.checkOrder(standing, below: child) }
      rank = standing.rank
    } else {
      rank = try ancestry.rank(ofNewcomer: node)
    }
    if isInteresting(new) { queue.interesting += 1 }
    queue.insert(node, rank: rank)
  }

  /// Looks at the next commit and paints its parents as it is painted. Gives the commit where it
  /// is found to be a common ancestor, and not known to stand below another one.
  @discardableResult
  mutating func step() throws(GitError) -> UInt32? {
    guard let node = queue.removeHighest() else { return nil }
    let old = ancestry.marks(of: node)
    if isInteresting(old) { queue.interesting -= 1 }
    var colours = old & (Self.above | Self.below | Self.stale)
    let isCommon = mask == Self.stale && colours == Self.above | Self.below
    let isNew = isCommon && old & Self.found == 0
    if isCommon { colours |= Self.stale }
    let new = old & ~Self.waiting | (isCommon ? Self.found : 0)
    ancestry.setMarks(new, of: node, before: old)
    let standing = ancestry.standing(of: node)
    try ancestry.eachParent(of: node) { (parent) throws(GitError) in
      try paint(parent, colours, under: standing)
    }
    return isNew ? node : nil
  }

  private func isInteresting(_ marks: UInt8) -> Bool { marks & mask == goal }
}
