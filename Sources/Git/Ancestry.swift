package import GitModel

/// Who descends from whom. Commits have small numbers, so that many questions about one history
/// read each commit once: those of the commit-graph their position in it, and the others, read
/// from the object database, the numbers behind.
///
/// The graph holds all ancestors of its commits, so a walk that has stepped onto it never leaves.
/// What the walk finds out to be false there ends its use: see ``answering(_:)``.
package final class Ancestry {
  package typealias Read = (ObjectID) throws(GitError) -> (outline: CommitOutline, time: Int64)

  private(set) var graph: CommitGraph?
  /// Whether a graph was found to say what is not so, and is out of use.
  package var isGraphFalse: Bool { hasLeftGraph || graph?.fault == .lying }
  private var hasLeftGraph = false
  let read: Read
  var newcomers = Newcomers()
  /// How many commits walks had to look at whose order is not settled, and from how many on it is to be.
  var unsettledSteps = 0
  var patience: Int
  /// What ``mergeBases(_:_:)`` found last: a merge request asks the same several times.
  var lastBases: (one: ObjectID, other: ObjectID, found: [ObjectID])?
  /// The first number that the graph does not have.
  private(set) var graphCount: UInt32

  /// - Parameter patience: how many commits of uncertain order walks may look at before it is reckoned.
  package init(graph: CommitGraph?, patience: Int = 4096, read: @escaping Read) {
    self.patience = patience
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
        guard graph?.fault != nil else { return answer }
      } catch {
        guard graph?.fault != nil else { throw error }
      }
      graph?.forgetGenerations()
      leaveFalseGraph()
    }
  }

  /// Compares what the graph says of a commit with the commit itself.
  package func check(_ commit: Commit) { graph?.compare(with: commit) }

  func leaveFalseGraph() {
    guard graph?.fault == .lying else { return }
    graph = nil
    lastBases = nil
    hasLeftGraph = true
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

  func isSettled(newcomer node: UInt32) -> Bool {
    newcomers.records[Int(node - graphCount)].isSettled
  }

  /// A newcomer's place in the order of walks: wrong where its date is, unless it is settled.
  func rank(ofNewcomer node: UInt32) throws(GitError) -> UInt64 {
    let number = Int(node - graphCount)
    try load(number)
    return newcomers.records[number].rank
  }

  /// Where a newcomer's parents stand, for ``parent(at:)``. A list of them that is held while walking
  /// on would have all lists copied at the next commit that is read.
  func parents(ofNewcomer node: UInt32) throws(GitError) -> Range<Int> {
    let number = Int(node - graphCount)
    try load(number)
    return newcomers.parents(of: number)
  }

  func parent(at place: Int) -> UInt32 { newcomers.parent(at: place) }

  func marks(ofNewcomer node: UInt32) -> UInt8 {
    newcomers.records[Int(node - graphCount)].marks
  }

  func setMarks(_ marks: UInt8, ofNewcomer node: UInt32) {
    newcomers.setMarks(marks, of: Int(node - graphCount))
  }

  func load(_ number: Int) throws(GitError) {
    guard newcomers.records[number].isRead == false else { return }
    let (outline, time) = try read(newcomers.records[number].id)
    var nodes: ContiguousArray<UInt32> = []
    for parent in outline.parents { nodes.append(node(of: parent)) }
    newcomers.setParents(nodes, time: time, of: number)
  }
}
