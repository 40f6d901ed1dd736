public import FlowPolicy
public import GitModel
import Wording

/// A file's content as far as it was read.
public enum JournalContent: Hashable, Sendable {
  case bytes([UInt8])
  /// It is larger than was asked for, and was not read. In bytes.
  case tooLarge(Int64)
}

/// Reads a file's content unless it has more than `limit` bytes.
public typealias JournalReading = (
  _ blob: ObjectID, _ limit: Int
) throws(EvidenceGap) -> JournalContent

/// What one side of a change holds at a path under the experiments' folder.
enum JournalFile {
  /// A journal of this size takes its writers years; a larger one is a gap.
  static let journalLimit = 64 << 20
  /// A description is not larger; what is larger is data, whatever its name.
  static let fileLimit = 1 << 20

  case journal(JournalText)
  /// A text file that is no shared journal: an entry by being new.
  case text([UInt8], firstLineOutsideUTF8: Int?)
  case nothing(JournalChange.Obstacle)

  /// - Parameters:
  ///   - isJournal: whether the path is one of the shared journals'.
  ///   - recent: what was read before, so that it need not be read again.
  static func look(
    _ entry: TreeEntry, at path: TreePath, isJournal: Bool, experiments: Experiments,
    recent: RecentJournals, read: JournalReading
  ) throws(EvidenceGap) -> JournalFile {
    switch entry.kind {
    case .symlink: return .nothing(.symbolicLink)
    case .submodule, .folder: return .nothing(.submodule)
    case .regular, .executable: break
    }
    if Template.isTemplate(path, in: experiments.directory) { return .nothing(.template) }
    if isJournal, let known = recent.find(entry.id, at: path, sections: experiments.sections) {
      return .journal(known)
    }
    switch try read(entry.id, isJournal ? journalLimit : fileLimit) {
    case .bytes(let bytes):
      let like = isJournal ? recent.find(at: path, sections: experiments.sections) : nil
      let file = of(bytes, at: path, isJournal: isJournal, experiments: experiments, like: like)
      if case .journal(let text) = file { recent.keep(text, of: entry.id) }
      return file
    case .tooLarge(let size) where isJournal:
      throw EvidenceGap(
        question: Phrase(
          """
          what \(path) says: it has \(size >> 20) MiB, and journals are read up to \
          \(journalLimit >> 20) MiB; split it into several files
          """), reason: .unsupported,
        remedy: [])
    case .tooLarge(let size): return .nothing(.tooLarge(size))
    }
  }

  /// What a regular file's content is.
  ///
  /// - Parameters:
  ///   - isJournal: whether the path is one of the shared journals'.
  ///   - other: another version of the same journal, by which this one may be told.
  static func of(
    _ bytes: [UInt8], at path: TreePath, isJournal: Bool, experiments: Experiments,
    like other: JournalText? = nil
  ) -> JournalFile {
    if Template.isTemplate(path, in: experiments.directory) { return .nothing(.template) }
    if isPointer(bytes) { return .nothing(.largeFilePointer) }
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      return .nothing(.utf16)
    }
    if Blank.isBinary(bytes) { return .nothing(.binary) }
    guard isJournal else {
      if Blank.isBlank(bytes[...]) { return .nothing(.blank) }
      return .text(bytes, firstLineOutsideUTF8: LineIndex(bytes).firstLineOutsideUTF8)
    }
    let text = other?.version(bytes) ?? JournalText(path, bytes, sections: experiments.sections)
    return text.sections.isEmpty ? .nothing(.blank) : .journal(text)
  }

  /// A Git LFS pointer stands for a text that the history does not hold
  /// (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).
  private static func isPointer(_ bytes: [UInt8]) -> Bool {
    bytes.count < 1024 && bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8)
  }
}
