import GitModel

/// The first-parent chain of a branch whose history is judged, and what only the whole of it tells.
final class AuditedChain {
  /// The commits that are judged, newest first.
  let ids: [ObjectID]
  private let facts: any Evidence
  /// The place in ``ids`` of the step that is being judged.
  var place = 0
  /// The place of the oldest commit with each tree; behind the end of ``ids`` for older commits.
  private var oldest: [TreeID: Int]?
  private(set) lazy var commits = Set(ids)

  init(_ ids: [ObjectID], _ facts: any Evidence) {
    self.ids = ids
    self.facts = facts
  }

  /// Whether a commit of the chain below the present step has a tree. The trees are gathered once:
  /// a walk for each step would cost the square of the history's length.
  func hadTree(_ tree: TreeID) throws(EvidenceGap) -> Bool {
    if oldest == nil { oldest = try placesOfTrees() }
    return oldest?[tree].map { $0 > place } ?? false
  }

  private func placesOfTrees() throws(EvidenceGap) -> [TreeID: Int] {
    var places: [TreeID: Int] = [:]
    for (place, id) in ids.enumerated() { places[try facts.tree(of: id)] = place }
    guard let last = ids.last else { return places }
    var current = try facts.parents(of: last).first
    var place = ids.count
    while let id = current {
      places[try facts.tree(of: id)] = place
      place += 1
      current = try facts.parents(of: id).first
    }
    return places
  }
}

/// Which of several branches has a commit on its first-parent chain, for many commits: each chain
/// is walked once, down to where another was before it.
final class ChainIndex {
  /// The place of the first branch that has the commit, in the order given.
  private var places: [ObjectID: Int] = [:]
  private var tips: [ObjectID: Int] = [:]

  /// - Parameter stop: commits that nobody will ask for, nor for what is below them.
  init(
    _ branches: [Inquiry.PlacedBranch], above stop: Set<ObjectID>, _ facts: any Evidence
  ) throws(EvidenceGap) {
    for (place, placed) in branches.enumerated() {
      if tips[placed.branch.tip] == nil { tips[placed.branch.tip] = place }
      var current: ObjectID? = placed.branch.tip
      while let id = current, places[id] == nil, stop.contains(id) == false {
        places[id] = place
        do throws(EvidenceGap) {
          current = try facts.parents(of: id).first
        } catch {
          // What is below the cut of a shallow clone came in there as well.
          guard error.reason == .shallow else { throw error }
          break
        }
      }
    }
  }

  /// The first branch whose tip the commit is, else the first that has it on its chain.
  func place(of commit: ObjectID) -> Int? { tips[commit] ?? places[commit] }

  func isTip(_ commit: ObjectID) -> Bool { tips[commit] != nil }
}
