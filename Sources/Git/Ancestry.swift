internal import GitModel

/// Who descends from whom. Commits have small numbers, so that many questions about one history
/// read each commit once: those of the commit-graph their position in it, and the others, read
/// from the object database, the numbers behind.
///
/// The graph holds all ancestors of its commits, so a walk that has stepped onto it never leaves.
/// What the walk finds out to be false there ends its use: see ``answering(_:)``.
final class Ancestry {
  typealias Read = (ObjectID) throws(GitError) -> (outline: CommitOutline, time: Int64)

  private(set) var graph: CommitGraph?
  /// Whether a graph was found to say what is not so, and is out of use.
  private(set) var isGraphFalse = false
  let read: Read
  private(set) var newcomers = Newcomers()
  private var graphCount: UInt32
  private var touched: ContiguousArray<UInt32> = []

  init(graph: CommitGraph?, read: @escaping Read) {
    self.graph = graph
    self.read = read
    graphCount = UInt32(graph?.count ?? 0)
  }

  /// Asks until the answer rests on nothing false: once more without generations where one is
  /// missing, and without the graph where it contradicts itself. What was found out before is
  /// forgotten, so a question must not have lasting effects.
  func answering<Answer>(_ ask: () throws(GitError) -> Answer) throws(GitError) -> Answer {
    leaveFalseGraph()
    while true {
      do throws(GitError) {
        let answer = try ask()
        clearMarks()
        guard graph?.fault != nil else { return answer }
      } catch {
        clearMarks()
        guard graph?.fault != nil else { throw error }
      }
      graph?.forgetGenerations()
      leaveFalseGraph()
    }
  }

  /// Compares what the graph says of a commit with the commit itself.
  func check(_ commit: Commit) { graph?.compare(with: commit) }

  private func leaveFalseGraph() {
    guard graph?.fault == .lying else { return }
    graph = nil
    isGraphFalse = true
    newcomers = Newcomers()
    graphCount = 0
  }

  // MARK: Commits by number

  func node(of id: ObjectID) -> UInt32 {
    if let known = newcomers.number(of: id) { return graphCount + UInt32(known) }
    if let graph, let position = graph.position(of: id) { return position }
    return graphCount + UInt32(newcomers.add(id))
  }

  func id(of node: UInt32) -> ObjectID {
    if let graph, node < graphCount { return graph.id(at: node) }
    return newcomers.records[Int(node - graphCount)].id
  }

  /// How many commits have a number.
  var knownCount: Int { Int(graphCount) + newcomers.count }

  func isInGraph(_ node: UInt32) -> Bool { node < graphCount }

  /// A newcomer's date as its place in the order of walks: it may be wrong.
  func rank(ofNewcomer node: UInt32) throws(GitError) -> UInt64 {
    let number = Int(node - graphCount)
    try load(number)
    return newcomers.records[number].rank
  }

  /// What the graph says of a commit's generation; nil above the graph.
  func standing(of node: UInt32) -> CommitGraph.Standing? {
    guard let graph, node < graphCount else { return nil }
    return graph.standing(at: node)
  }

  /// Calls with every parent, the last one first.
  @inline(__always)
  func eachParent(
    of node: UInt32, _ visit: (UInt32) throws(GitError) -> Void
  ) throws(GitError) {
    guard let graph, node < graphCount else {
      let number = Int(node - graphCount)
      try load(number)
      for parent in newcomers.parents(of: number).reversed() { try visit(parent) }
      return
    }
    let links = graph.links(at: node)
    var beyond = links.more
    while beyond > 0 {
      beyond -= 1
      try visit(graph.parent(beyond, beyond: links))
    }
    if links.second != GraphLayer.noParent { try visit(links.second) }
    if links.first != GraphLayer.noParent { try visit(links.first) }
  }

  private func load(_ number: Int) throws(GitError) {
    guard newcomers.records[number].isRead == false else { return }
    let (outline, time) = try read(newcomers.records[number].id)
    var nodes: ContiguousArray<UInt32> = []
    for parent in outline.parents { nodes.append(node(of: parent)) }
    newcomers.setParents(nodes, time: time, of: number)
  }

  // MARK: Marks

  func marks(of node: UInt32) -> UInt8 {
    if let graph, node < graphCount { return graph.marks[Int(node)] }
    return newcomers.records[Int(node - graphCount)].marks
  }

  func setMarks(_ marks: UInt8, of node: UInt32, before: UInt8) {
    if before == 0 { touched.append(node) }
    if let graph, node < graphCount {
      graph.marks[Int(node)] = marks
    } else {
      newcomers.setMarks(marks, of: Int(node - graphCount))
    }
  }

  func clearMarks() {
    for node in touched {
      if let graph, node < graphCount {
        graph.marks[Int(node)] = 0
      } else {
        newcomers.setMarks(0, of: Int(node - graphCount))
      }
    }
    touched.removeAll(keepingCapacity: true)
  }
}
