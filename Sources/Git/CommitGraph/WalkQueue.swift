/// A commit by its number, and its place in the order of a walk.
struct Ranked {
  let rank: UInt64
  let node: UInt32
}

/// The commits that a walk has still to look at, the highest rank first: a binary heap.
struct WalkQueue {
  private var heap: ContiguousArray<Ranked> = []

  var highest: Ranked? { heap.first }

  /// In no order.
  func eachWaiting(_ visit: (Ranked) -> Void) {
    for entry in heap { visit(entry) }
  }

  mutating func insert(_ node: UInt32, rank: UInt64) {
    heap.append(Ranked(rank: rank, node: node))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].rank < rank else { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = Ranked(rank: rank, node: node)
  }

  mutating func removeHighest() -> Ranked? {
    guard let highest = heap.first else { return nil }
    let last = heap.removeLast()
    guard heap.isEmpty == false else { return highest }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].rank > heap[child].rank { child += 1 }
      guard heap[child].rank > last.rank else { break }
      heap[parent] = heap[child]
      parent = child
    }
    heap[parent] = last
    return highest
  }
}
