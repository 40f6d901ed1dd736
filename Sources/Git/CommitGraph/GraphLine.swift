/// What a commit's own line in a graph says beside its tree.
struct GraphLine {
  /// The position of the first parent.
  let first: UInt32
  /// The position of the second parent, or where those beyond the first are listed.
  let second: UInt32
  /// The level's thirty bits above the date's.
  let packed: UInt64

  var level: UInt32 { UInt32(truncatingIfNeeded: packed >> 34) }
  /// In seconds since 1970.
  var date: UInt64 { packed & ((1 << 34) - 1) }
}

extension CommitGraph {
  /// For how many commits room is made that are read by themselves. In a small graph what belongs
  /// together lies in a few pages.
  static func room(of count: Int) -> Int { count < 32_768 ? 0 : .max }

  /// What a walk has noted down about a commit.
  func marks(of position: UInt32) -> UInt8 {
    if near.isOpen, let known = nearCommit(position) { return known.marks }
    return markTable[Int(position)]
  }

  func setMarks(_ marks: UInt8, of position: UInt32) {
    if near.isOpen, let place = nearPlace(of: position) {
      near[place].marks = marks
    } else {
      markTable[Int(position)] = marks
    }
  }

  @inline(__always)
  func placeOfLine(of position: UInt32) -> Int {
    let layer = layer(of: position)
    return layer.commits + GraphLayer.recordSize * (Int(position) - layer.base)
  }

  /// What the graph says of a commit in its own line.
  @inline(__always)
  func line(of position: UInt32) -> GraphLine {
    if near.isOpen, let known = nearCommit(position) { return known.line }
    return mappedLine(of: position)
  }

  @inline(__always)
  func mappedLine(of position: UInt32) -> GraphLine { memory.line(at: placeOfLine(of: position)) }

  /// A commit that is read by itself; nil where there are too many.
  // Long walks only look whether these are open, so what follows is kept out of their way.
  @inline(never)
  func nearCommit(_ position: UInt32) -> NearCommits.Commit? {
    nearPlace(of: position).map { near[$0] }
  }

  /// Where a commit stands among these, and is read at first; nil where there are too many.
  @inline(never)
  private func nearPlace(of position: UInt32) -> Int? {
    let (place, isTaken) = near.place(of: position)
    if isTaken { return place }
    guard near.hasRoom else {
      near.close { markTable[Int($0)] = $1 }
      return nil
    }
    let layer = layer(of: position)
    let (tree, line) = memory.readLine(at: placeOfLine(of: position))
    let date = layer.dates.map { memory.readWord(at: $0 + 4 * (Int(position) - layer.base)) }
    near.add(NearCommits.Commit(position, tree, line, date: date ?? 0), at: place)
    return place
  }
}
