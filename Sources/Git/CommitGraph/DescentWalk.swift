/// A walk from descendants to one commit of a graph: depth first, first parents first, along every
/// commit of which the generation allows that it descends from that one.
struct DescentWalk {
  private let ancestry: Ancestry
  private let graph: CommitGraph
  private let end: UInt32
  /// Whoever descends from the end has both numbers larger.
  private let lowest: CommitGraph.Standing
  private var stack: ContiguousArray<Ranked> = []
  private var isFound = false
  /// To be cleared at the walk's end.
  var marks: Marks

  init(to end: UInt32, in graph: CommitGraph, _ ancestry: Ancestry) {
    self.ancestry = ancestry
    self.graph = graph
    self.end = end
    lowest = graph.standing(at: end)
    marks = Marks(ancestry)
  }

  /// Whether one of the commits is the end, or descends from it.
  mutating func begins(atAnyOf tips: [UInt32]) throws(GitError) -> Bool {
    graph.check(end, rank: lowest.rank)
    for tip in tips { visit(any: tip) }
    while isFound == false, let next = stack.popLast() {
      let node = next.node
      if marks.isInGraph(node) {
        let links = graph.links(at: node)
        var parents = CommitGraph.Standing.bottom
        graph.eachParent(in: links) { parents.rise(to: visit($0)) }
        graph.check(links, rank: next.rank, above: parents)
      } else {
        for place in try ancestry.parents(ofNewcomer: node).reversed() {
          visit(any: ancestry.parent(at: place))
        }
      }
    }
    return isFound
  }

  private mutating func visit(any node: UInt32) {
    if marks.isInGraph(node) {
      _ = visit(node)
    } else if marks[node] == 0 {
      marks.set(node, 1, before: 0)
      stack.append(Ranked(rank: .max, node: node))
    }
  }

  /// Goes to a commit of the graph, and no further where the generation tells against it.
  private mutating func visit(_ node: UInt32) -> CommitGraph.Standing {
    let standing = graph.standing(at: node)
    if node == end { isFound = true }
    guard marks[node] == 0 else { return standing }
    marks.set(node, 1, before: 0)
    if standing.level > lowest.level, standing.rank > lowest.rank {
      stack.append(Ranked(rank: standing.rank, node: node))
    } else {
      graph.check(node, rank: standing.rank)
    }
    return standing
  }
}
