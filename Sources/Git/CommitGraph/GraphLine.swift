/// What a commit's own line in a graph says beside its tree.
struct GraphLine {
  /// The position of the first parent.
  var first = GraphLayer.noParent
  /// The position of the second parent, or where those beyond the first are listed.
  var second = GraphLayer.noParent
  /// The level's thirty bits above the date's.
  var packed: UInt64 = 0

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
    nearPlace(of: position).map { near[$0].marks } ?? markTable[Int(position)]
  }

  func setMarks(_ marks: UInt8, of position: UInt32) {
    if let place = nearPlace(of: position) {
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
    if let place = nearPlace(of: position) { return near[place].line }
    let place = placeOfLine(of: position) + 20
    return GraphLine(
      first: memory.word(at: place), second: memory.word(at: place + 4),
      packed: memory.long(at: place + 8))
  }

  /// Where a commit stands among the near ones; nil where these are no more.
  @inline(__always)
  func nearPlace(of position: UInt32) -> Int? {
    near.isOpen ? placeAfterReading(position) : nil
  }

  private func placeAfterReading(_ position: UInt32) -> Int? {
    let (place, isTaken) = near.place(of: position)
    if isTaken { return place }
    guard near.hasRoom else {
      near.close { markTable[Int($0)] = $1 }
      return nil
    }
    let layer = layer(of: position)
    let words = memory.read(4, at: placeOfLine(of: position) + 20)
    let line = GraphLine(
      first: words.0, second: words.1, packed: UInt64(words.2) << 32 | UInt64(words.3))
    let date = layer.dates.map { memory.read(1, at: $0 + 4 * (Int(position) - layer.base)).0 }
    near.add(NearCommits.Commit(position, line, date: date ?? 0), at: place)
    return place
  }
}
