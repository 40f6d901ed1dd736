import GitModel

/// Commits that no commit-graph holds, most often because they are younger than it: read one by
/// one from the object database and kept by small numbers.
struct Newcomers {
  struct Record {
    let id: ObjectID
    var marks: UInt8 = 0
    /// Its place in the order of walks, above every commit of a graph. Once it is settled, that is its
    /// corrected commit date, above those of all its ancestors; before, its date, above all that are
    /// settled, and so above none that it descends from.
    fileprivate(set) var rank: UInt64 = 0
    /// Whether its rank and those of all its ancestors are certain.
    fileprivate(set) var isSettled = false
    /// Where its parents begin; negative until it is read.
    fileprivate var parents = -1
    fileprivate var parentCount = 0

    var isRead: Bool { parents >= 0 }
  }

  private(set) var records: ContiguousArray<Record> = []
  private var parents: ContiguousArray<UInt32> = []
  /// A hash table with open addresses of the records' numbers, one too high: zero is an empty
  /// place. Ids are hashes themselves, so their first digits do.
  private var places: ContiguousArray<UInt32> = []

  var count: Int { records.count }

  func number(of id: ObjectID) -> Int? {
    guard places.isEmpty == false else { return nil }
    var place = Int(truncatingIfNeeded: id.high) & (places.count - 1)
    while places[place] > 0 {
      let number = Int(places[place]) - 1
      if records[number].id == id { return number }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// Takes in a commit that has no number yet.
  mutating func add(_ id: ObjectID) -> Int {
    if 2 * (records.count + 1) > places.count { grow() }
    records.append(Record(id: id))
    enter(records.count - 1)
    return records.count - 1
  }

  mutating func setMarks(_ marks: UInt8, of number: Int) { records[number].marks = marks }

  mutating func setParents(_ nodes: ContiguousArray<UInt32>, time: Int64, of number: Int) {
    records[number].parents = parents.count
    records[number].parentCount = nodes.count
    records[number].rank = Self.unsettled + UInt64(max(0, min(time, Self.latest)))
    parents.append(contentsOf: nodes)
  }

  /// - Parameter lowest: one more than the highest rank of its parents.
  mutating func settle(_ number: Int, from lowest: UInt64) {
    let date = CommitGraph.highestRank + (records[number].rank - Self.unsettled)
    records[number].rank = max(date, lowest)
    records[number].isSettled = true
  }

  /// Where its parents stand, once it is read.
  func parents(of number: Int) -> Range<Int> {
    let record = records[number]
    return record.parents..<record.parents + record.parentCount
  }

  func parent(at place: Int) -> UInt32 { parents[place] }

  private mutating func grow() {
    places = ContiguousArray(repeating: 0, count: max(64, 2 * places.count))
    for number in records.indices { enter(number) }
  }

  private mutating func enter(_ number: Int) {
    var place = Int(truncatingIfNeeded: records[number].id.high) & (places.count - 1)
    while places[place] > 0 { place = (place + 1) & (places.count - 1) }
    places[place] = UInt32(number + 1)
  }

  private static let unsettled: UInt64 = 1 << 63
  /// Leaves room for corrected dates below those that are not settled.
  private static let latest: Int64 = 1 << 61
}
