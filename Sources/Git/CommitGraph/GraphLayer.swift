import GitModel

/// One file of a commit-graph: where its tables lie.
///
/// The format is git's own (gitformat-commit-graph(5), version 1, SHA-1). Reading a layer looks at
/// everything that can be looked at without walking through all commits: the header, the table of
/// contents, the fan-out and that all sizes agree. A file that fails is no layer.
struct GraphLayer {
  /// How many commits the layers below hold: the position of the first one here.
  let base: Int
  /// How many commits this file holds.
  let count: Int
  /// The last twenty bytes, by which a chain knows its files.
  let name: ObjectID
  let fanOut: Int
  let ids: Int
  let commits: Int
  /// Offsets of corrected commit dates; nil where the file has none.
  let dates: Int?
  let longDates: Span
  let edges: Span

  static let noParent: UInt32 = 0x7000_0000
  static let recordSize = 36
  private static let idSize = 20
  private static let headerSize = 8
  private static let signature: UInt32 = 0x4347_5048  // CGPH
  private static let lineSize = 12

  /// - Parameter below: The layers that this one stands on.
  init?(in memory: borrowing MappedFiles, at file: Span, on below: [GraphLayer]) {
    let start = file.start
    guard file.count >= Self.headerSize + Self.lineSize + Self.idSize,
      memory.word(at: start) == Self.signature,
      memory.byte(at: start + 4) == 1, memory.byte(at: start + 5) == 1,
      Int(memory.byte(at: start + 7)) == below.count,
      let chunks = Self.chunks(in: memory, at: file)
    else { return nil }
    let none = Span(start: start, end: start)
    let edges = chunks[.edges] ?? none
    let longDates = chunks[.longDates] ?? none
    guard let fanOut = chunks[.fanOut], fanOut.count == 1024,
      let count = Self.count(in: memory, at: fanOut.start),
      let ids = chunks[.ids], ids.count == count * Self.idSize,
      let commits = chunks[.commits], commits.count == count * Self.recordSize,
      edges.count % 4 == 0, longDates.count % 8 == 0
    else { return nil }
    let dates = chunks[.dates]
    if let dates, dates.count != count * 4 { return nil }
    let bases = chunks[.bases] ?? none
    guard bases.count == below.count * Self.idSize else { return nil }
    for (place, layer) in below.enumerated() {
      guard memory.id(at: bases.start + place * Self.idSize) == layer.name else { return nil }
    }
    base = below.last.map { $0.base + $0.count } ?? 0
    guard base + count < Int(Self.noParent) else { return nil }
    self.count = count
    name = memory.id(at: file.end - Self.idSize)
    self.fanOut = fanOut.start
    self.ids = ids.start
    self.commits = commits.start
    self.dates = dates?.start
    self.longDates = longDates
    self.edges = edges
  }

  /// The table of contents, if its places rise, fill the file and name no chunk twice.
  private static func chunks(
    in memory: borrowing MappedFiles, at file: Span
  ) -> Chunks? {
    let start = file.start
    let count = Int(memory.byte(at: start + 6))
    let first = headerSize + (count + 1) * lineSize
    let end = file.count - idSize
    guard first <= end else { return nil }
    var chunks = Chunks()
    var before = first
    for number in 0...count {
      let line = start + headerSize + number * lineSize
      let label = memory.word(at: line)
      guard let place = Int(exactly: memory.long(at: line + 4)), place >= before, place <= end
      else { return nil }
      if number > 0 { chunks.close(at: start + place) }
      guard (label == 0) == (number == count) else { return nil }
      if label == 0 { return place == end ? chunks : nil }
      guard chunks.open(label, at: start + place) else { return nil }
      before = place
    }
    return nil
  }

  /// The number of commits, if the fan-out rises.
  private static func count(in memory: borrowing MappedFiles, at fanOut: Int) -> Int? {
    var before: UInt32 = 0
    for byte in 0..<256 {
      let next = memory.word(at: fanOut + 4 * byte)
      guard next >= before else { return nil }
      before = next
    }
    return before > 0 ? Int(before) : nil
  }
}

extension GraphLayer {
  func id(at place: Int, in memory: borrowing MappedFiles) -> ObjectID {
    memory.id(at: ids + Self.idSize * place)
  }

  /// How many ids stand before this one.
  func place(of id: ObjectID, in memory: borrowing MappedFiles) -> Int {
    let byte = Int(id.high >> 56)
    var low = byte == 0 ? 0 : Int(memory.word(at: fanOut + 4 * byte - 4))
    var high = Int(memory.word(at: fanOut + 4 * byte))
    while low < high {
      let middle = (low + high) / 2
      if self.id(at: middle, in: memory) < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an id that was not found at its place really seems not to be here: its neighbours
  /// rise and are no more like it than chance has it. A table in which a few bytes are false is
  /// caught by that.
  func seemsToLack(_ id: ObjectID, at place: Int, in memory: borrowing MappedFiles) -> Bool {
    var before: ObjectID?
    for neighbour in max(0, place - 2)..<min(count, place + 2) {
      let next = self.id(at: neighbour, in: memory)
      if let before, before >= next { return false }
      guard (neighbour < place) == (next < id), next.difference(from: id) > Self.likeness else {
        return false
      }
      before = next
    }
    return true
  }

  /// Two ids differ in eighty bits of a hundred and sixty, give or take a dozen.
  private static let likeness = 32
}

extension ObjectID {
  /// How many bits of two ids differ.
  fileprivate func difference(from other: ObjectID) -> Int {
    (high ^ other.high).nonzeroBitCount + (middle ^ other.middle).nonzeroBitCount
      + (low ^ other.low).nonzeroBitCount
  }
}

/// The chunks that we read, by their labels in the table of contents.
private enum Chunk: UInt32 {
  case fanOut = 0x4f49_4446  // OIDF
  case ids = 0x4f49_444c  // OIDL
  case commits = 0x4344_4154  // CDAT
  case edges = 0x4544_4745  // EDGE
  case dates = 0x4744_4132  // GDA2
  case longDates = 0x4744_4f32  // GDO2
  case bases = 0x4241_5345  // BASE
}

/// Where each chunk lies.
private struct Chunks {
  /// The label, the start and the end of one after another. A list of a kind of its own would cost
  /// a hook more than all that is done with it.
  private var numbers: [Int] = []

  subscript(_ chunk: Chunk) -> Span? {
    guard let place = place(of: chunk.rawValue) else { return nil }
    return Span(start: numbers[place + 1], end: numbers[place + 2])
  }

  private func place(of label: UInt32) -> Int? {
    var place = 0
    while place < numbers.count {
      if numbers[place] == Int(label) { return place }
      place += 3
    }
    return nil
  }

  /// Begins a chunk; false where it has begun before.
  mutating func open(_ label: UInt32, at start: Int) -> Bool {
    guard place(of: label) == nil else { return false }
    numbers.append(Int(label))
    numbers.append(start)
    numbers.append(start)
    return true
  }

  mutating func close(at end: Int) { numbers[numbers.count - 1] = end }
}
