package import GitModel
import Synchronization

/// git's commit-graph file, or a chain of them, as one list of commits with positions from zero
/// on: ids, parents, root trees, dates and generations, read where they lie in the files.
///
/// What could be looked at when the files were opened is in order; what stands in a commit's own
/// record is looked at when that is read. There a false record is reported by ``fault`` and read
/// as if it had no parents, so a walk ends early; whoever asks looks at the fault afterwards and
/// takes the answer for none.
package final class CommitGraph {
  /// What was found out about a graph while it was read.
  enum Fault: UInt8 {
    /// A generation is missing: answers must not rely on any.
    case unordered = 1
    /// A record contradicts another one or the object itself: the graph is worth nothing.
    case lying
  }

  /// A commit's generation in two measures, each larger than that of every ancestor.
  struct Standing {
    /// One more than the highest parent's.
    var level: UInt32
    /// The corrected commit date: the date, or one more than the highest parent's. It is the level
    /// where the graph has no such dates, and where ``isOrdered`` is false it is the date, which
    /// proves nothing.
    var rank: UInt64

    static let bottom = Standing(level: 0, rank: 0)

    /// Takes the larger of each.
    mutating func rise(to other: Standing) {
      level = max(level, other.level)
      rank = max(rank, other.rank)
    }
  }

  /// A commit's parents by their positions, with its level and date.
  struct Links {
    fileprivate let level: UInt32
    fileprivate let date: UInt64
    var first = GraphLayer.noParent
    var second = GraphLayer.noParent
    /// Where the parents beyond the first stand, if there are more than two, and how many.
    fileprivate var edges = 0
    fileprivate var more = 0

    var count: Int {
      (first == GraphLayer.noParent ? 0 : 1) + (second == GraphLayer.noParent ? 0 : 1) + more
    }
  }

  package let count: Int
  /// A byte for each commit, for whoever walks.
  let markTable: LazyTable
  let near: NearCommits
  let memory: MappedFiles
  private let layers: [GraphLayer]
  private let top: GraphLayer
  private let hasCorrectedDates: Bool
  /// Whether generations may be relied on.
  package var isOrdered: Bool { ordered.load(ordering: .relaxed) }
  var fault: Fault? { Fault(rawValue: noted.load(ordering: .relaxed)) }

  // Every step of a walk reads both. What is atomic is read as it is, where a variable of a class is
  // first held against other uses of it, at the price of a sixth of the walk.
  private let ordered = Atomic(true)
  /// A fault's number; 0 where there is none.
  private let noted = Atomic<UInt8>(0)

  /// Reads files that stand on each other, the lowest first, up to the first that is not in order;
  /// `nil` where that is the first.
  ///
  /// - Parameters:
  ///   - names: what each has to be called; a file without one may be called anything.
  ///   - room: for how many commits that are read by themselves; as many as are worth it where it
  ///     is not said.
  init?(_ memory: consuming MappedFiles, names: [ObjectID], room: Int? = nil) {
    var layers: [GraphLayer] = []
    for (place, file) in memory.files.enumerated() {
      guard let layer = GraphLayer(in: memory, at: file, on: layers),
        place >= names.count || names[place] == layer.name
      else { break }
      layers.append(layer)
    }
    guard let top = layers.last, let markTable = LazyTable(count: top.base + top.count) else {
      return nil
    }
    self.memory = memory
    self.layers = layers
    self.top = top
    self.markTable = markTable
    count = top.base + top.count
    near = NearCommits(room: room ?? Self.room(of: count))
    // Where one file has none, git falls back to levels for all: the two don't compare.
    hasCorrectedDates = layers.allSatisfy { $0.dates != nil }
  }

  /// The same from files that may be called anything.
  package convenience init?(files paths: [String], room: Int? = nil) {
    guard let memory = MappedFiles(paths.count, choices: { [paths[$0]] }) else { return nil }
    self.init(memory, names: [], room: room)
  }

  /// The same from contents in memory, for tests: what a chain is called it says at its end.
  package convenience init?(contents: [[UInt8]], room: Int? = nil) {
    guard let memory = MappedFiles(copying: contents) else { return nil }
    // What is too short for a name is no graph either.
    self.init(memory, names: contents.compactMap { ObjectID(bytes: $0.suffix(20)) }, room: room)
  }

  func report(_ fault: Fault) {
    if self.fault != .lying { noted.store(fault.rawValue, ordering: .relaxed) }
  }

  /// Goes on without generations.
  func forgetGenerations() {
    ordered.store(false, ordering: .relaxed)
    if fault == .unordered { noted.store(0, ordering: .relaxed) }
  }

  /// A commit's position; nil where the graph does not have it.
  func position(of id: ObjectID) -> UInt32? {
    for layer in layers.reversed() {
      let place = layer.place(of: id, in: memory)
      if place < layer.count, layer.id(at: place, in: memory) == id {
        return UInt32(layer.base + place)
      }
      if layer.seemsToLack(id, at: place, in: memory) == false { report(.lying) }
    }
    return nil
  }

  package func id(at position: UInt32) -> ObjectID {
    let layer = layer(of: position)
    let place = layer.ids + 20 * (Int(position) - layer.base)
    return near.isOpen ? memory.readID(at: place) : memory.id(at: place)
  }

  func tree(at position: UInt32) -> TreeID {
    if near.isOpen, let known = nearCommit(position) { return known.tree }
    return TreeID(memory.id(at: placeOfLine(of: position)))
  }

  /// The commit's own parents, every position of them in order and below the commit.
  func links(at position: UInt32) -> Links {
    let layer = layer(of: position)
    let limit = UInt32(layer.base + layer.count)
    let line = line(of: position)
    var links = Links(level: line.level, date: line.date)
    let (first, second) = (line.first, line.second)
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

  /// Calls with every parent, the last one first.
  @inline(__always)
  func eachParent(in links: Links, _ visit: (UInt32) -> Void) {
    var beyond = links.more
    while beyond > 0 {
      beyond -= 1
      visit(parent(beyond, beyond: links))
    }
    if links.second != GraphLayer.noParent { visit(links.second) }
    if links.first != GraphLayer.noParent { visit(links.first) }
  }

  /// A parent beyond the second.
  private func parent(_ number: Int, beyond links: Links) -> UInt32 {
    memory.word(at: links.edges + 4 * number) & ~Self.flag
  }

  func standing(at position: UInt32) -> Standing {
    let layer = layer(of: position)
    let known = near.isOpen ? nearCommit(position) : nil
    let line = known?.line ?? mappedLine(of: position)
    let (level, date) = (line.level, line.date)
    guard isOrdered else { return Standing(level: level, rank: date) }
    if level == 0 || level >= Self.highestLevel { report(.unordered) }
    guard hasCorrectedDates, let dates = layer.dates else {
      return Standing(level: level, rank: UInt64(level))
    }
    let offset = known?.date ?? memory.word(at: dates + 4 * (Int(position) - layer.base))
    if offset & Self.flag == 0 { return Standing(level: level, rank: date + UInt64(offset)) }
    let place = layer.longDates.start + 8 * Int(offset & ~Self.flag)
    guard place < layer.longDates.end else {
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

  /// Reckons a commit's generation anew from its parents', and reports the graph where it says
  /// another: so one false parent, date or generation is nearly always seen where it is used.
  ///
  /// - Parameter parents: The highest that any of its parents has.
  @inline(__always)
  func check(_ links: Links, rank: UInt64, above parents: Standing) {
    guard isOrdered, fault == nil else { return }
    if links.level != parents.level + 1 { report(.lying) }
    if hasCorrectedDates, rank != max(links.date, parents.rank + 1) { report(.lying) }
  }

  /// The same for a commit whose parents are not looked at otherwise.
  func check(_ position: UInt32, rank: UInt64) {
    let links = links(at: position)
    var parents = Standing.bottom
    eachParent(in: links) { parents.rise(to: standing(at: $0)) }
    check(links, rank: rank, above: parents)
  }

  /// The same by levels alone, for who goes by parents and relies on no order.
  func checkLevel(_ links: Links) {
    guard isOrdered, fault == nil else { return }
    var highest: UInt32 = 0
    var isKnown = links.level != 0 && links.level < Self.highestLevel
    eachParent(in: links) { parent in
      let level = line(of: parent).level
      highest = max(highest, level)
      if level == 0 { isKnown = false }
    }
    if isKnown == false {
      report(.unordered)
    } else if links.level != highest + 1 {
      report(.lying)
    }
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
    eachParent(in: links) { parents.append(id(at: $0)) }
    return parents.reversed()
  }

  @inline(__always)
  func layer(of position: UInt32) -> GraphLayer {
    Int(position) >= top.base ? top : lowerLayer(of: position)
  }

  private func lowerLayer(of position: UInt32) -> GraphLayer {
    layers.last { $0.base <= Int(position) } ?? top
  }

  private func further(
    _ links: Links, _ start: Int, _ position: UInt32, _ layer: GraphLayer, _ limit: UInt32
  ) -> Links {
    var links = links
    links.edges = layer.edges.start + 4 * start
    while links.more < Self.mostParents {
      let place = links.edges + 4 * links.more
      guard place < layer.edges.end else { break }
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
    return Links(level: 0, date: 0)
  }

  /// Far more than anybody merges at once. Forged commits could share one endless list.
  private static let mostParents = 1024
  private static let flag: UInt32 = 0x8000_0000
  /// git's GENERATION_NUMBER_V1_MAX: the level of this commit and of all above it.
  private static let highestLevel: UInt32 = 0x3fff_ffff
  /// Far above any date, and low enough to add one to it.
  static let highestRank: UInt64 = 1 << 62
}
