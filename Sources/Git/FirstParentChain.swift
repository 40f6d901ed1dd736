public import GitModel

/// The commits that one comes to by following first parents, newest first.
///
/// What a commit-graph holds of it is kept as positions, four bytes a commit, and read where it
/// lies in the file at every look.
public struct FirstParentChain: RandomAccessCollection {
  public struct Link: Hashable, Sendable {
    public let id: ObjectID
    public let tree: TreeID
    public let parentCount: Int

    public init(id: ObjectID, tree: TreeID, parentCount: Int) {
      self.id = id
      self.tree = tree
      self.parentCount = parentCount
    }
  }

  private var newcomers: ContiguousArray<Link> = []
  private var positions: ContiguousArray<UInt32> = []
  private var graph: CommitGraph?

  init() {}

  mutating func append(_ link: Link) { newcomers.append(link) }

  mutating func append(_ position: UInt32, in graph: CommitGraph) {
    if positions.isEmpty { self.graph = graph }
    positions.append(position)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { newcomers.count + positions.count }

  public subscript(_ place: Int) -> Link {
    guard place >= newcomers.count, let graph else { return newcomers[place] }
    return graph.link(at: positions[place - newcomers.count])
  }
}

extension CommitGraph {
  func link(at position: UInt32) -> FirstParentChain.Link {
    FirstParentChain.Link(
      id: id(at: position), tree: tree(at: position), parentCount: links(at: position).count)
  }
}

extension Ancestry {
  /// The chain down to the root, or as long as `proceed` says so of a commit: that one is the last.
  package func firstParentChain(
    from tip: ObjectID, limit: Int, _ proceed: ((FirstParentChain.Link) -> Bool)?
  ) throws(GitError) -> FirstParentChain {
    try answering { () throws(GitError) in
      var chain = FirstParentChain()
      var next: ObjectID? = tip
      while let id = next, chain.count < limit {
        if let graph, let position = graph.position(of: id) {
          follow(position, in: graph, limit: limit, proceed, &chain)
          return chain
        }
        let outline = try read(id).outline
        let link = FirstParentChain.Link(
          id: id, tree: outline.tree, parentCount: outline.parents.count)
        chain.append(link)
        if let proceed, proceed(link) == false { return chain }
        next = outline.parents.first
      }
      return chain
    }
  }

  private func follow(
    _ start: UInt32, in graph: CommitGraph, limit: Int,
    _ proceed: ((FirstParentChain.Link) -> Bool)?, _ chain: inout FirstParentChain
  ) {
    var position = start
    // No chain is longer than the graph, unless it leads in a circle.
    for _ in 0..<graph.count {
      guard graph.fault == nil, chain.count < limit else { return }
      chain.append(position, in: graph)
      if let proceed, proceed(graph.link(at: position)) == false { return }
      let links = graph.links(at: position)
      graph.checkLevel(links)
      guard links.first != GraphLayer.noParent else { return }
      position = links.first
    }
    graph.report(.lying)
  }
}
