import GitModel

/// What merging gives at one path that is a file, link or submodule on every side that has it.
///
/// The rules are those of git's merge-ort (process_entry and handle_content_merge).
enum ThreeWay {
  enum Outcome: Hashable {
    /// This entry must stand there; nil: nothing.
    case settled(TreeEntry?)
    /// Both sides changed the lines of a file; `kind` is the merged mode.
    case lines(FileKind)
    case conflict
  }

  static func merge(base: TreeEntry?, ours: TreeEntry?, theirs: TreeEntry?) -> Outcome {
    if ours == theirs || base == theirs { return .settled(ours) }
    if base == ours { return .settled(theirs) }
    // One side removed what the other changed, or they made things of different kinds.
    guard let ours, let theirs, isAlike(ours.kind, theirs.kind) else { return .conflict }
    guard let kind = kind(base: base?.kind, ours.kind, theirs.kind) else { return .conflict }
    if ours.id == theirs.id || ours.id == base?.id {
      return .settled(TreeEntry(kind: kind, id: theirs.id))
    }
    if theirs.id == base?.id { return .settled(TreeEntry(kind: kind, id: ours.id)) }
    return ours.kind.isFile ? .lines(kind) : .conflict
  }

  /// Whether two entries are both files, both links or both submodules.
  static func isAlike(_ one: FileKind, _ other: FileKind) -> Bool {
    one == other || one.isFile && other.isFile
  }

  /// Who made a file executable is followed apart from its lines; nil: in conflict.
  private static func kind(base: FileKind?, _ ours: FileKind, _ theirs: FileKind) -> FileKind? {
    if ours == theirs || base == ours { return theirs }
    return base == theirs ? ours : nil
  }
}
