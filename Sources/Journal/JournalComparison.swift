public import FlowPolicy
public import GitModel

/// Tells what a change does to the shared journals by entries and not by lines: moving,
/// re-ordering or reflowing an entry adds none, nor does editing one or putting one's own in the
/// place of another.
public enum JournalComparison {
  /// - Parameters:
  ///   - changes: the files that differ, as ``Evidence/changes(from:to:)`` gives them.
  ///   - template: what `TEMPLATE.md` says; asked for once an entry may have been added.
  ///   - recent: what was read for the steps before.
  ///   - read: gives a blob's content.
  public static func find(
    in changes: [PathChange], experiments: Experiments,
    recent: RecentJournals = RecentJournals(),
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
      // The later version first: it is the longer one, and the other is told by it.
      if let entry = change.after {
        let file = try JournalFile.look(
          entry, at: change.path, isJournal: isJournal, experiments: experiments, recent: recent,
          read: read)
        after.take(file, change.path)
        if case .nothing(let obstacle) = file {
          result.others.append(.init(path: change.path, obstacle: obstacle))
        }
      }
      if let entry = change.before {
        before.take(
          try JournalFile.look(
            entry, at: change.path, isJournal: isJournal, experiments: experiments,
            recent: recent, read: read),
          change.path)
      }
    }
    before.cancel(with: &after, isThorough: recent.isThorough)
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
