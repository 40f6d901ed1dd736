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
    guard node < graphCount else { return ancestry.marks(ofNewcomer: node) }
    return isNear(node) ? nearMarks(of: node) : graph?.markTable[Int(node)] ?? 0
  }

  /// - Parameter before: What stands there.
  mutating func set(_ node: UInt32, _ marks: UInt8, before: UInt8) {
    if before == 0 { touched.append(node) }
    if isNear(node) {
      setNearMarks(marks, of: node)
    } else if let graph, node < graphCount {
      graph.markTable[Int(node)] = marks
    } else {
      ancestry.setMarks(marks, ofNewcomer: node)
    }
  }

  /// Whether a commit may be one that is read by itself.
  @inline(__always)
  private func isNear(_ node: UInt32) -> Bool { graph?.near.isOpen == true && node < graphCount }

  // Kept apart: beside a call the graph would be counted as held in every step of a long walk.
  @inline(never)
  private func nearMarks(of node: UInt32) -> UInt8 { graph?.marks(of: node) ?? 0 }

  @inline(never)
  private func setNearMarks(_ marks: UInt8, of node: UInt32) { graph?.setMarks(marks, of: node) }

  mutating func clear() {
    for node in touched { set(node, 0, before: 1) }
    touched.removeAll()
  }
}
