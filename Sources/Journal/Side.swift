internal import FlowPolicy
internal import GitModel

/// A section's bytes as a key. They go to the hasher by eight: one by one they cost most of what
/// telling two journals apart does.
private struct SectionBytes: Hashable {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  static func == (one: Self, other: Self) -> Bool { one.bytes == other.bytes }

  func hash(into hasher: inout Hasher) {
    var word: UInt64 = 0
    var filled = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled.isMultiple(of: 8) { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(filled)
  }
}

/// The sections of one side of a change.
struct Side {
  /// A section of a journal, or a text file that is none, by its place in the lists: there may be
  /// thousands, and few are looked at.
  private enum Piece {
    case section(Int, text: Int)
    case file(Int)
  }

  private var texts: [JournalText] = []
  private var files: [(path: TreePath, bytes: [UInt8])] = []
  /// Where the pieces of each text begin.
  private var firstPieces: [Int] = []
  private var pieces: [Piece] = []
  /// Files of which something can't be read.
  private(set) var partly: [JournalChange.NoEntry] = []

  var isEmpty: Bool { pieces.isEmpty }

  mutating func take(_ file: JournalFile, _ path: TreePath) {
    switch file {
    case .nothing: break
    case .text(let bytes, let line):
      if let line { partly.append(.init(path: path, obstacle: .notUTF8(line: line))) }
      pieces.append(.file(files.count))
      files.append((path, bytes))
    case .journal(let text):
      if let obstacle = text.obstacle { partly.append(.init(path: path, obstacle: obstacle)) }
      texts.append(text)
      firstPieces.append(pieces.count)
      let number = texts.count - 1
      pieces += text.sections.indices.map { .section($0, text: number) }
    }
  }

  /// Takes out of both sides what stands in both, byte for byte but for blank lines around it.
  /// Where one side has something more often, the last ones stay.
  ///
  /// - Parameter isThorough: whether nothing is taken out for its place alone.
  mutating func cancel(with other: inout Side, isThorough: Bool) {
    guard isEmpty == false, other.isEmpty == false else { return }
    let kept = isThorough ? Self.nothing(self, other) : Self.atTheirPlace(self, other)
    let (one, two) = (kept.one.positions(of: false), kept.other.positions(of: false))
    var left = Self.different(self, one, other, two)
    if isLast(left.one, kept.one) == false || other.isLast(left.other, kept.other) == false {
      left = Self.different(self, Array(pieces.indices), other, Array(other.pieces.indices))
    }
    pieces = left.one.map { pieces[$0] }
    other.pieces = left.other.map { other.pieces[$0] }
  }

  private static func nothing(_ one: Side, _ other: Side) -> (one: [Bool], other: [Bool]) {
    (
      [Bool](repeating: false, count: one.pieces.count),
      [Bool](repeating: false, count: other.pieces.count)
    )
  }

  /// Which pieces stand in what two versions of a journal begin or end with alike. Each has its
  /// partner at the same place of the other side, which spares telling them by their bytes.
  private static func atTheirPlace(_ one: Side, _ other: Side) -> (one: [Bool], other: [Bool]) {
    var (kept, otherKept) = nothing(one, other)
    for (number, text) in one.texts.enumerated() {
      guard let partner = other.texts.firstIndex(where: { $0.path == text.path }) else { continue }
      let same = text.sectionsAlike(with: other.texts[partner])
      let (first, otherFirst) = (one.firstPieces[number], other.firstPieces[partner])
      for index in 0..<same.first {
        kept[first + index] = true
        otherKept[otherFirst + index] = true
      }
      let end = first + text.sections.count
      let otherEnd = otherFirst + other.texts[partner].sections.count
      for index in 0..<same.last {
        kept[end - 1 - index] = true
        otherKept[otherEnd - 1 - index] = true
      }
    }
    return (kept, otherKept)
  }

  /// Whether none of some pieces stands once more among the kept ones that come later. It would
  /// be that one which stays.
  private func isLast(_ some: [Int], _ kept: [Bool]) -> Bool {
    guard let first = some.first, let last = kept.lastIndex(of: true), first < last else {
      return true
    }
    guard some.count * (last - first) <= Self.patience else { return false }
    for index in some where index < last {
      guard let bytes = bytes(of: pieces[index]) else { continue }
      for later in index...last where kept[later] && self.bytes(of: pieces[later]) == bytes {
        return false
      }
    }
    return true
  }

  /// Beyond this many comparisons all are told by their keys.
  private static let patience = 10_000

  private static func different(
    _ one: Side, _ ones: [Int], _ other: Side, _ others: [Int]
  ) -> (one: [Int], other: [Int]) {
    guard ones.isEmpty == false, others.isEmpty == false else { return (ones, others) }
    // A dictionary costs more to set up than a few hundred comparisons.
    if ones.count * others.count <= 256 { return paired(one, ones, other, others) }
    var known: [SectionBytes: Int] = [:]
    for index in ones {
      if let bytes = one.bytes(of: one.pieces[index]) { known[bytes, default: 0] += 1 }
    }
    var same: [SectionBytes: Int] = [:]
    let otherLeft = others.filter { index in
      guard let bytes = other.bytes(of: other.pieces[index]), let count = known[bytes], count > 0
      else { return true }
      known[bytes] = count - 1
      same[bytes, default: 0] += 1
      return false
    }
    let left = ones.filter { index in
      guard let bytes = one.bytes(of: one.pieces[index]), let count = same[bytes], count > 0
      else { return true }
      same[bytes] = count - 1
      return false
    }
    return (left, otherLeft)
  }

  /// The same by comparing each with each: the earliest that agree go together.
  private static func paired(
    _ one: Side, _ ones: [Int], _ other: Side, _ others: [Int]
  ) -> (one: [Int], other: [Int]) {
    var left = ones
    let otherLeft = others.filter { index in
      guard let bytes = other.bytes(of: other.pieces[index]),
        let partner = left.firstIndex(where: { one.bytes(of: one.pieces[$0]) == bytes })
      else { return true }
      left.remove(at: partner)
      return false
    }
    return (left, otherLeft)
  }

  private func bytes(of piece: Piece) -> SectionBytes? {
    guard case .section(let section, let text) = piece else { return nil }
    var bytes = texts[text].bytes(of: texts[text].sections[section])
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return SectionBytes(bytes.drop { $0 == 0x0a || $0 == 0x0d })
  }

  /// What is left, read: entries that say something, sections that say nothing, and the headings
  /// of this side that are no sections.
  func candidates(
    _ template: Template
  ) -> (filled: [EntryMatch.Candidate], unfilled: [JournalEntry], elsewhere: [String]) {
    var filled: [EntryMatch.Candidate] = []
    var unfilled: [JournalEntry] = []
    // What was read below a group most often comes next.
    var ahead: (text: Int, section: Int, read: ReadEntry)?
    /// Whether a title or group says nothing by itself: the template has it, or the first entry
    /// below is still to be filled in.
    func isIdle(_ group: Section, of place: Int) -> Bool {
      let text = texts[place]
      if let heading = group.heading, template.holds(heading: heading) { return true }
      guard let below = text.firstEntry(below: group) else { return false }
      let read = text.read(text.sections[below], template: template)
      ahead = (place, below, read)
      return template.isFilledIn(read) == false
    }
    for piece in pieces {
      switch piece {
      case .file(let number):
        let words = String(decoding: files[number].bytes, as: UTF8.self)
        filled.append(
          .init(
            entry: JournalEntry(path: files[number].path, heading: nil, line: 1, text: words),
            isShared: false))
      case .section(let number, let place):
        let text = texts[place]
        let section = text.sections[number]
        let known = ahead.flatMap { $0.text == place && $0.section == number ? $0.read : nil }
        let read = known ?? text.read(section, template: template)
        if section.role == .group {
          let isIdle = isIdle(section, of: place)
          filled.append(.init(entry: read.entry, isGroup: true, isIdle: isIdle))
        } else if template.isFilledIn(read) {
          filled.append(.init(entry: read.entry))
        } else {
          unfilled.append(read.entry)
        }
      }
    }
    return (filled, unfilled, texts.flatMap(\.parts))
  }
}

extension [Bool] {
  fileprivate func positions(of value: Bool) -> [Int] { indices.filter { self[$0] == value } }
}
