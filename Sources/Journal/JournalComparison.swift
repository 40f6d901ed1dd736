public import FlowPolicy
public import GitModel

/// Tells what a change does to the shared journals by entries and not by lines: moving,
/// re-ordering or reflowing an entry adds none, nor does editing one or putting one's own in the
/// place of another.
public enum JournalComparison {
  /// - Parameters:
  ///   - changes: the files that differ, as ``Evidence/changes(from:to:)`` gives them.
  ///   - template: what `TEMPLATE.md` says; asked for once an entry may have been added.
  ///   - read: gives a blob's content.
  public static func find(
    in changes: [PathChange], experiments: Experiments,
    template: () throws(EvidenceGap) -> Template, read: JournalReading
  ) throws(EvidenceGap) -> JournalChange {
    var result = JournalChange()
    var before = Side()
    var after = Side()
    for change in changes where change.path.isInside(experiments.directory) {
      // The folder's own path can only be a file or a link in its place.
      guard change.path != experiments.directory else { continue }
      let isJournal = experiments.isJournal(change.path)
      // A file that is no journal is an entry by being new; its edits are none.
      let isEdited = change.before?.kind.isFile == true && change.after?.kind.isFile == true
      if isEdited, isJournal == false { continue }
      if let entry = change.before {
        before.take(
          try JournalFile.look(entry, at: change.path, experiments: experiments, read: read),
          change.path)
      }
      if let entry = change.after {
        let file = try JournalFile.look(
          entry, at: change.path, experiments: experiments, read: read)
        after.take(file, change.path)
        if case .nothing(let obstacle) = file {
          result.others.append(.init(path: change.path, obstacle: obstacle))
        }
      }
    }
    before.cancel(with: &after)
    guard before.isEmpty == false || after.isEmpty == false else { return result }
    result.others += after.partly
    let template = try template()
    let old = before.candidates(template)
    var new = after.candidates(template)
    new.filled.removeAll { $0.isGroup && $0.isIdle }
    for entry in new.unfilled {
      result.others.append(
        .init(
          path: entry.path, obstacle: .placeholders(heading: entry.heading, line: entry.line)))
    }
    var match = EntryMatch(old: old.filled, new: new.filled)
    match.pair(oldElsewhere: old.elsewhere, newElsewhere: new.elsewhere)
    result.added = match.added
    result.rewritten = match.rewritten
    return result
  }
}

/// A section's bytes as a key. They go to the hasher by eight: one by one they cost most of what
/// telling two journals apart does.
private struct SectionBytes: Hashable {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

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
private struct Side {
  private struct Piece {
    let section: Section
    /// The text that it stands in; nil for a text file that is no journal.
    let text: Int?
    let path: TreePath
    /// What such a file says.
    var file: [UInt8] = []
  }

  private var texts: [JournalText] = []
  private var pieces: [Piece] = []
  /// Files of which something can't be read.
  private(set) var partly: [JournalChange.NoEntry] = []
  private(set) var isEmpty = true

  mutating func take(_ file: JournalFile, _ path: TreePath) {
    switch file {
    case .nothing: break
    case .text(let bytes, let line):
      if let line { partly.append(.init(path: path, obstacle: .notUTF8(line: line))) }
      pieces.append(Piece(section: .whole, text: nil, path: path, file: bytes))
    case .journal(let text):
      if let obstacle = text.obstacle { partly.append(.init(path: path, obstacle: obstacle)) }
      texts.append(text)
      pieces += text.sections.map {
        Piece(section: $0, text: texts.count - 1, path: path)
      }
    }
    isEmpty = pieces.isEmpty
  }

  /// Takes out of both sides what stands in both, byte for byte but for blank lines around it.
  mutating func cancel(with other: inout Side) {
    var known: [SectionBytes: Int] = [:]
    for piece in pieces {
      if let bytes = bytes(of: piece) { known[bytes, default: 0] += 1 }
    }
    var same: [SectionBytes: Int] = [:]
    other.pieces = other.pieces.filter { piece in
      guard let bytes = other.bytes(of: piece), let count = known[bytes], count > 0 else {
        return true
      }
      known[bytes] = count - 1
      same[bytes, default: 0] += 1
      return false
    }
    pieces = pieces.filter { piece in
      guard let bytes = bytes(of: piece), let count = same[bytes], count > 0 else { return true }
      same[bytes] = count - 1
      return false
    }
    isEmpty = pieces.isEmpty
    other.isEmpty = other.pieces.isEmpty
  }

  private func bytes(of piece: Piece) -> SectionBytes? {
    guard let text = piece.text else { return nil }
    var bytes = texts[text].bytes(of: piece.section)
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
    for piece in pieces {
      guard let text = piece.text else {
        let words = String(decoding: piece.file, as: UTF8.self)
        filled.append(
          .init(
            entry: JournalEntry(path: piece.path, heading: nil, line: 1, text: words),
            isShared: false))
        continue
      }
      let read = texts[text].read(piece.section, template: template)
      if piece.section.role == .group {
        let isIdle = texts[text].isIdle(piece.section, template: template)
        filled.append(.init(entry: read.entry, isGroup: true, isIdle: isIdle))
      } else if template.isFilledIn(read) {
        filled.append(.init(entry: read.entry))
      } else {
        unfilled.append(read.entry)
      }
    }
    return (filled, unfilled, texts.flatMap(\.parts))
  }
}
