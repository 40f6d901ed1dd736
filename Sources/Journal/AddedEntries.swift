public import FlowPolicy
public import GitModel

/// Decides which entries a change adds to the shared journals, by sections and not by lines.
public enum AddedEntries {
  /// The entries that the changed files have more of than before.
  ///
  /// Sections are counted as a multiset over all changed files, so moving, re-ordering or editing
  /// an entry adds none, and replacing somebody's entry by one's own adds none either.
  ///
  /// - Parameters:
  ///   - changes: the files that differ, as ``Evidence/changes(from:to:)`` gives them.
  ///   - read: gives a blob's content.
  public static func find(
    in changes: [PathChange], experiments: Experiments,
    read: (ObjectID) throws(EvidenceGap) -> [UInt8]
  ) throws(EvidenceGap) -> [AddedEntry] {
    var before: [Section] = []
    var after: [Section] = []
    for change in changes where change.path.isInside(experiments.directory) {
      // The folder's own path can only be a file or link in its place.
      guard change.path != experiments.directory else { continue }
      let isJournal = experiments.isJournal(change.path)
      before += try sections(
        change.before, change.path, isJournal, isWhole: change.after == nil, read)
      after += try sections(
        change.after, change.path, isJournal, isWhole: change.before?.kind.isFile != true, read)
    }
    guard after.count > before.count else { return [] }
    var known = Dictionary(grouping: before, by: \.heading).mapValues(\.count)
    var added: [AddedEntry] = []
    for section in after {
      if let count = known[section.heading], count > 0 {
        known[section.heading] = count - 1
      } else {
        added.append(AddedEntry(path: section.path, heading: section.heading))
      }
    }
    return Array(added.prefix(after.count - before.count))
  }

  private struct Section {
    let path: TreePath
    let heading: String?
  }

  /// The sections of one side of a change. A file that was added or removed as a whole counts for
  /// one section even without a heading.
  private static func sections(
    _ entry: TreeEntry?, _ path: TreePath, _ isJournal: Bool, isWhole: Bool,
    _ read: (ObjectID) throws(EvidenceGap) -> [UInt8]
  ) throws(EvidenceGap) -> [Section] {
    guard let entry, entry.kind.isFile, isJournal || isWhole else { return [] }
    let bytes = try read(entry.id)
    guard Blank.isBinary(bytes) == false, Blank.isBlank(bytes) == false else { return [] }
    let headings = isJournal ? Headings.texts(in: bytes) : []
    if headings.isEmpty { return isWhole ? [Section(path: path, heading: nil)] : [] }
    return headings.map { Section(path: path, heading: $0) }
  }
}
