import GitModel

/// git's commit-graph file, or a chain of them, as one list of commits with positions from zero
/// on: ids, parents, root trees, dates and generations, read where they lie in the files.
///
/// What could be looked at when the files were opened is in order; what stands in a commit's own
/// record is looked at when that is read. There a false record is reported by ``fault`` and read
/// as if it had no parents, so a walk ends early; whoever asks looks at the fault afterwards and
/// takes the answer for none.
package final class CommitGraph {
  /// What was found out about a graph while it was read.
  enum Fault {
    /// A generation is missing: answers must not rely on any.
    case unordered
    /// A record contradicts another one or the object itself: the graph is worth nothing.
    case lying
  }

  /// How a commit stands to others: what it descends from has both numbers smaller.
  struct Standing {
    let level: UInt32
    /// The corrected commit date, the level where the graph has no such dates, or the date where
    /// ``isOrdered`` is false: then it proves nothing.
    let rank: UInt64
  }

  /// A commit's parents by their positions; `more` counts those beyond the first two.
  struct Links {
    var first = GraphLayer.noParent
    var second = GraphLayer.noParent
    /// Where the parents beyond the first stand, if there are more than two.
    fileprivate(set) var edges = 0
    fileprivate(set) var more = 0

    var count: Int {
      (first == GraphLayer.noParent ? 0 : 1) + (second == GraphLayer.noParent ? 0 : 1) + more
    }
  }

  let count: Int
  /// A byte for each commit, for whoever walks.
  let marks: LazyTable
  private let memory: MappedFiles
  private let layers: [GraphLayer]
  private let top: GraphLayer
  private let hasCorrectedDates: Bool
  /// Whether generations may be relied on.
  private(set) var isOrdered = true
  private(set) var fault: Fault?

  /// Reads files that stand on each other, the lowest first, up to the first that is not in order;
  /// `nil` where that is the first.
  init?(_ memory: consuming MappedFiles, names: [ObjectID?]) {
    var layers: [GraphLayer] = []
    for (place, file) in memory.files.enumerated() {
      guard let layer = GraphLayer(in: memory, at: file, on: layers),
        names[place] == nil || names[place] == layer.name
      else { break }
      layers.append(layer)
    }
    guard let top = layers.last, let marks = LazyTable(count: top.base + top.count) else {
      return nil
    }
    self.memory = memory
    self.layers = layers
    self.top = top
    self.marks = marks
    count = top.base + top.count
    // Where one file has none, git falls back to levels for all: the two don't compare.
    hasCorrectedDates = layers.allSatisfy { $0.dates != nil }
  }

  func report(_ fault: Fault) {
    if self.fault != .lying { self.fault = fault }
  }

  /// Goes on without generations.
  func forgetGenerations() {
    isOrdered = false
    if fault == .unordered { fault = nil }
  }

  /// A commit's position; nil where the graph does not have it.
  func position(of id: ObjectID) -> UInt32? {
    let byte = Int(id.high >> 56)
    for layer in layers.reversed() {
      var low = byte == 0 ? 0 : Int(memory.word(at: layer.fanOut + 4 * byte - 4))
      var high = Int(memory.word(at: layer.fanOut + 4 * byte))
      while low < high {
        let middle = (low + high) / 2
        let found = memory.id(at: layer.ids + 20 * middle)
        if found == id { return UInt32(layer.base + middle) }
        if found < id { low = middle + 1 } else { high = middle }
      }
    }
    return nil
  }

  func id(at position: UInt32) -> ObjectID {
    let layer = layer(of: position)
    return memory.id(at: layer.ids + 20 * (Int(position) - layer.base))
  }

  func tree(at position: UInt32) -> TreeID { TreeID(memory.id(at: record(of: position))) }

  /// The commit's own parents, every position of them in order and below the commit.
  func links(at position: UInt32) -> Links {
    let layer = layer(of: position)
    let record = layer.commits + GraphLayer.recordSize * (Int(position) - layer.base)
    let limit = UInt32(layer.base + layer.count)
    var links = Links()
    let first = memory.word(at: record + 20)
    let second = memory.word(at: record + 24)
    if first == GraphLayer.noParent {
      if second != GraphLayer.noParent { report(.lying) }
      return links
    }
    guard first < limit, first != position else { return lie() }
    links.first = first
    if second == GraphLayer.noParent { return links }
    if second & Self.flag == 0 {
      guard second < limit, second != position else { return lie() }
      links.second = second
      return links
    }
    return further(links, Int(second & ~Self.flag), position, layer, limit)
  }

  /// A parent beyond the second.
  func parent(_ number: Int, beyond links: Links) -> UInt32 {
    memory.word(at: links.edges + 4 * number) & ~Self.flag
  }

  func standing(at position: UInt32) -> Standing {
    let layer = layer(of: position)
    let index = Int(position) - layer.base
    let packed = memory.long(at: layer.commits + GraphLayer.recordSize * index + 28)
    let level = UInt32(truncatingIfNeeded: packed >> 34)
    let date = packed & (1 << 34 - 1)
    guard isOrdered else { return Standing(level: level, rank: date) }
    if level == 0 || level >= Self.highestLevel { report(.unordered) }
    guard hasCorrectedDates, let dates = layer.dates else {
      return Standing(level: level, rank: UInt64(level))
    }
    let offset = memory.word(at: dates + 4 * index)
    if offset & Self.flag == 0 { return Standing(level: level, rank: date + UInt64(offset)) }
    let place = layer.longDates.lowerBound + 8 * Int(offset & ~Self.flag)
    guard place < layer.longDates.upperBound else {
      report(.lying)
      return Standing(level: level, rank: date)
    }
    let long = memory.long(at: place)
    guard long < Self.highestRank - (1 << 34) else {
      report(.lying)
      return Standing(level: level, rank: date)
    }
    return Standing(level: level, rank: date + long)
  }

  /// Looks whether a commit may be an ancestor by its generation, and reports the graph if not.
  @inline(__always)
  func checkOrder(_ parent: Standing, below child: Standing) {
    guard isOrdered, fault == nil else { return }
    if parent.level >= child.level || parent.rank >= child.rank { report(.lying) }
  }

  /// Looks whether the graph says of a commit what the object itself says.
  func compare(with commit: Commit) {
    guard let position = position(of: commit.id) else { return }
    let links = links(at: position)
    let outline = CommitOutline(parents: parents(in: links), tree: tree(at: position))
    if outline != CommitOutline(parents: commit.parents, tree: commit.tree) { report(.lying) }
  }

  /// The ids of parents, in their order.
  func parents(in links: Links) -> [ObjectID] {
    var parents: [ObjectID] = []
    if links.first != GraphLayer.noParent { parents.append(id(at: links.first)) }
    if links.second != GraphLayer.noParent { parents.append(id(at: links.second)) }
    for number in 0..<links.more { parents.append(id(at: parent(number, beyond: links))) }
    return parents
  }

  private func layer(of position: UInt32) -> GraphLayer {
    if Int(position) >= top.base { return top }
    return layers.last { $0.base <= Int(position) } ?? top
  }

  private func record(of position: UInt32) -> Int {
    let layer = layer(of: position)
    return layer.commits + GraphLayer.recordSize * (Int(position) - layer.base)
  }

  private func further(
    _ links: Links, _ start: Int, _ position: UInt32, _ layer: GraphLayer, _ limit: UInt32
  ) -> Links {
    var links = links
    links.edges = layer.edges.lowerBound + 4 * start
    while links.more < Self.mostParents {
      let place = links.edges + 4 * links.more
      guard place < layer.edges.upperBound else { break }
      let edge = memory.word(at: place)
      let parent = edge & ~Self.flag
      guard parent < limit, parent != position else { break }
      links.more += 1
      if edge & Self.flag != 0 { return links }
    }
    return lie()
  }

  private func lie() -> Links {
    report(.lying)
    return Links()
  }

  /// Far more than anybody merges at once. Forged commits could share one endless list.
  private static let mostParents = 1024
  private static let flag: UInt32 = 0x8000_0000
  /// git's GENERATION_NUMBER_V1_MAX: the level of this commit and of all above it.
  private static let highestLevel: UInt32 = 0x3fff_ffff
  /// Far above any date, and low enough to add one to it.
  static let highestRank: UInt64 = 1 << 62
}
