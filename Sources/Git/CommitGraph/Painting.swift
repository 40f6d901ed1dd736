import GitModel

/// A walk in which colours flow from children to parents, the highest rank first: git's "paint
/// down to common" (commit-reach.c).
///
/// Within the graph, and above it where the order is settled, a commit is looked at after all its
/// descendants, and its colours are final then. Elsewhere dates order the walk; what they could get
/// wrong is said at each question.
struct Painting {
  /// The first two colours; further marks of a commit stand beside them.
  static let above: UInt8 = 1
  static let below: UInt8 = 2
  /// Certainly an ancestor of a common ancestor.
  static let stale: UInt8 = 4
  private static let waiting: UInt8 = 8
  private static let found: UInt8 = 16

  /// What a walk goes on for.
  private enum Aim {
    /// Commits that only the upper colour has.
    case known
    /// Commits of each colour that are not known to stand below a common ancestor.
    case common
  }

  private let ancestry: Ancestry
  private let graph: CommitGraph?
  /// Whether the walk stops at the graph.
  private let endsAtGraph: Bool
  private let aim: Aim
  private var queue = WalkQueue()
  /// How many waiting commits the walk goes on for, by the colour that they have.
  private var fresh = (above: 0, below: 0)
  /// How many waiting commits have no certain place in the order, and how many were looked at.
  private var unsettled = 0
  private(set) var unsettledSteps = 0
  /// To be cleared at the walk's end.
  var marks: Marks

  /// Walks as long as a commit is left that only the upper colour has.
  static func downToKnown(_ ancestry: Ancestry, endsAtGraph: Bool = false) -> Painting {
    Painting(ancestry, endsAtGraph, .known)
  }

  /// Walks as long as a common ancestor may come that stands below no other one.
  static func downToCommon(_ ancestry: Ancestry) -> Painting {
    Painting(ancestry, false, .common)
  }

  private init(_ ancestry: Ancestry, _ endsAtGraph: Bool, _ aim: Aim) {
    self.ancestry = ancestry
    graph = ancestry.graph
    marks = Marks(ancestry)
    self.endsAtGraph = endsAtGraph
    self.aim = aim
  }

  /// Where two branches stay apart for good, as `main` and `develop` do, one of them has commits
  /// down to its first that the other never gets: git walks on for them. But where every descendant
  /// comes before its ancestors, a commit that only one colour reached so far gets the other from
  /// waiting commits alone, so nothing new comes once one colour is found in none that is not stale.
  var isOver: Bool {
    switch aim {
    case .known: return fresh.above == 0
    case .common:
      if fresh.above > 0, fresh.below > 0 { return false }
      let isInOrder = unsettled == 0 && graph?.isOrdered != false
      return isInOrder || (fresh.above == 0 && fresh.below == 0)
    }
  }

  /// The rank of the commit that is looked at next.
  var highest: UInt64 { queue.highest?.rank ?? 0 }

  /// Gives a commit more colours; one that had them all is left alone.
  mutating func paint(_ node: UInt32, _ colours: UInt8) throws(GitError) {
    if let graph, marks.isInGraph(node) {
      if endsAtGraph { return }
      guard note(node, colours) else { return }
      queue.insert(node, rank: graph.standing(at: node).rank)
    } else {
      guard note(node, colours) else { return }
      queue.insert(node, rank: try ancestry.rank(ofNewcomer: node))
      if ancestry.isSettled(newcomer: node) == false { unsettled += 1 }
    }
  }

  /// Looks at the next commit and paints its parents as it is painted. Gives the commit where it
  /// is found to be a common ancestor, and not known to stand below another one.
  @discardableResult
  mutating func step() throws(GitError) -> UInt32? {
    guard let next = queue.removeHighest() else { return nil }
    let node = next.node
    let old = marks[node]
    count(old, -1)
    if marks.isInGraph(node) == false, ancestry.isSettled(newcomer: node) == false {
      unsettled -= 1
      unsettledSteps += 1
    }
    var colours = old & (Self.above | Self.below | Self.stale)
    let isCommon = aim == .common && colours == Self.above | Self.below
    let isNew = isCommon && old & Self.found == 0
    if isCommon { colours |= Self.stale }
    marks.set(node, old & ~Self.waiting | (isCommon ? Self.found : 0), before: old)
    if let graph, marks.isInGraph(node) {
      let links = graph.links(at: node)
      var parents = CommitGraph.Standing.bottom
      graph.eachParent(in: links) { parent in
        let standing = graph.standing(at: parent)
        parents.rise(to: standing)
        if note(parent, colours) { queue.insert(parent, rank: standing.rank) }
      }
      graph.check(links, rank: next.rank, above: parents)
    } else {
      for place in try ancestry.parents(ofNewcomer: node) {
        try paint(ancestry.parent(at: place), colours)
      }
    }
    return isNew ? node : nil
  }

  /// Looks at the generations of those that were left waiting at the walk's end: one that is too
  /// low by mistake would have come too late.
  func checkWaiting() {
    guard let graph else { return }
    queue.eachWaiting { if marks.isInGraph($0.node) { graph.check($0.node, rank: $0.rank) } }
  }

  /// Notes a commit's colours; true where it has to wait for its turn because of them.
  private mutating func note(_ node: UInt32, _ colours: UInt8) -> Bool {
    let old = marks[node]
    guard old & colours != colours else { return false }
    let new = old | colours
    marks.set(node, new | Self.waiting, before: old)
    let isWaiting = old & Self.waiting != 0
    if isWaiting { count(old, -1) }
    count(new, 1)
    return isWaiting == false
  }

  /// Counts a waiting commit in or out.
  private mutating func count(_ marks: UInt8, _ difference: Int) {
    switch aim {
    case .known:
      if marks & (Self.above | Self.below) == Self.above { fresh.above += difference }
    case .common:
      guard marks & Self.stale == 0 else { return }
      if marks & Self.above != 0 { fresh.above += difference }
      if marks & Self.below != 0 { fresh.below += difference }
    }
  }
}
