/// What a walk notes down about commits: a byte each, zero at first, and zero again after
/// ``clear()``, which costs no more than the walk did.
struct Marks {
  private let ancestry: Ancestry
  private let graph: CommitGraph?
  private let graphCount: UInt32
  private var touched: ContiguousArray<UInt32> = []

  init(_ ancestry: Ancestry) {
    self.ancestry = ancestry
    graph = ancestry.graph
    graphCount = ancestry.graphCount
  }

  func isInGraph(_ node: UInt32) -> Bool { node < graphCount }

  subscript(_ node: UInt32) -> UInt8 {
    if let graph, node < graphCount { return graph.marks(of: node) }
    return ancestry.marks(ofNewcomer: node)
  }

  /// - Parameter before: What stands there.
  mutating func set(_ node: UInt32, _ marks: UInt8, before: UInt8) {
    if before == 0 { touched.append(node) }
    if let graph, node < graphCount {
      graph.setMarks(marks, of: node)
    } else {
      ancestry.setMarks(marks, ofNewcomer: node)
    }
  }

  mutating func clear() {
    for node in touched { set(node, 0, before: 1) }
    touched.removeAll()
  }
}
