internal import GitModel

/// Parents and dates of the commits that were asked for, kept by small numbers, so that many
/// questions about one history read each commit once.
///
/// The walk is git's "paint down to common" (commit-reach.c): two colours flow from children to
/// parents in the order of dates. Dates only order the walk; what they could get wrong is said at
/// each question.
final class Ancestry {
  private let load: (ObjectID) throws(GitError) -> (parents: [ObjectID], time: Int64)
  private var numbers: [ObjectID: Int] = [:]
  private var nodes: [Node] = []
  private var touched: [Int] = []
  private var queue = DateQueue()

  private struct Node {
    let id: ObjectID
    /// nil until the commit is read.
    var parents: [Int]?
    var time: Int64 = 0
    var colours: Colours = []
  }

  private struct Colours: OptionSet {
    let rawValue: UInt8
    static let above = Colours(rawValue: 1)
    static let below = Colours(rawValue: 2)
    static let waiting = Colours(rawValue: 4)

    var paint: Colours { subtracting(.waiting) }
  }

  init(load: @escaping (ObjectID) throws(GitError) -> (parents: [ObjectID], time: Int64)) {
    self.load = load
  }

  /// Whether `old` is `new` itself or one of its ancestors. Exact whatever the dates are: every
  /// path from `new` to `old` is followed as long as one may be left.
  func isAncestor(_ old: ObjectID, of new: ObjectID) throws(GitError) -> Bool {
    let goal = number(old)
    return try painting(above: [new], below: [old]) { () throws(GitError) in
      // A commit on a path down to `old` descends from it, so it never gets the lower colour.
      while nodes[goal].colours.contains(.above) == false, queue.interesting > 0 {
        try step(interesting: .above)
      }
      return nodes[goal].colours.contains(.above)
    }
  }

  /// For each tip its first-parent chain down to the first commit that a base has, newest first.
  ///
  /// A commit that is left out is certainly one that a base has. With dates out of order a commit
  /// may be listed although a base has it: who accuses one asks ``isAncestor(_:of:)`` first.
  func firstParents(
    from tips: [ObjectID], notIn bases: [ObjectID]
  ) throws(GitError) -> [[ObjectID]] {
    try painting(above: tips, below: bases) { () throws(GitError) in
      while queue.interesting > 0 { try step(interesting: .above) }
      var chains: [[ObjectID]] = []
      for tip in tips {
        var chain: [ObjectID] = []
        var current: Int? = number(tip)
        while let place = current, nodes[place].colours.contains(.below) == false {
          chain.append(nodes[place].id)
          current = try parents(of: place).first
        }
        chains.append(chain)
      }
      return chains
    }
  }

  /// Runs a walk from two sets of commits and clears the colours afterwards.
  private func painting<Answer>(
    above: [ObjectID], below: [ObjectID], _ walk: () throws(GitError) -> Answer
  ) throws(GitError) -> Answer {
    defer {
      for place in touched { nodes[place].colours = [] }
      touched.removeAll(keepingCapacity: true)
      queue.removeAll()
    }
    for id in below { try paint(number(id), .below) }
    for id in above { try paint(number(id), .above) }
    return try walk()
  }

  private func step(interesting: Colours) throws(GitError) {
    guard let place = queue.removeNewest() else { return }
    let paint = nodes[place].colours.paint
    nodes[place].colours.remove(.waiting)
    if paint == interesting { queue.interesting -= 1 }
    for parent in try parents(of: place) { try self.paint(parent, paint) }
  }

  private func paint(_ place: Int, _ colours: Colours) throws(GitError) {
    let old = nodes[place].colours
    guard old.isSuperset(of: colours) == false else { return }
    if old.isEmpty { touched.append(place) }
    let new = old.paint.union(colours)
    nodes[place].colours = new.union(.waiting)
    if old.contains(.waiting) {
      if old.paint == .above, new != .above { queue.interesting -= 1 }
      return
    }
    _ = try parents(of: place)
    if new == .above { queue.interesting += 1 }
    queue.insert(place, time: nodes[place].time)
  }

  private func number(_ id: ObjectID) -> Int {
    if let known = numbers[id] { return known }
    numbers[id] = nodes.count
    nodes.append(Node(id: id))
    return nodes.count - 1
  }

  private func parents(of place: Int) throws(GitError) -> [Int] {
    if let known = nodes[place].parents { return known }
    let (ids, time) = try load(nodes[place].id)
    let parents = ids.map(number)
    nodes[place].parents = parents
    nodes[place].time = time
    return parents
  }
}

/// Commits by date, newest first: a binary heap.
private struct DateQueue {
  private var heap: [(time: Int64, place: Int)] = []
  /// How many of the waiting commits have the upper colour alone.
  var interesting = 0

  mutating func removeAll() {
    heap.removeAll(keepingCapacity: true)
    interesting = 0
  }

  mutating func insert(_ place: Int, time: Int64) {
    heap.append((time, place))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].time < heap[child].time else { break }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  mutating func removeNewest() -> Int? {
    guard let newest = heap.first else { return nil }
    let last = heap.removeLast()
    guard heap.isEmpty == false else { return newest.place }
    heap[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { break }
      let right = left + 1
      let child = right < heap.count && heap[right].time > heap[left].time ? right : left
      guard heap[child].time > heap[parent].time else { break }
      heap.swapAt(parent, child)
      parent = child
    }
    return newest.place
  }
}
