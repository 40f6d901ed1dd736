import GitModel

/// Which differences a conflict of names explains: a path in conflict takes along what stands
/// under and above it, and where one side has a file and the other a folder of that name, git moves
/// the file aside and a person puts things right.
struct PathClashes {
  let repository: Repository
  let bases: [TreeID]
  let ours: TreeID
  let theirs: TreeID
  private let conflicts: Set<TreePath>
  private let foldersOfConflicts: Set<TreePath>

  init(
    repository: Repository, bases: [TreeID], ours: TreeID, theirs: TreeID,
    conflicts: Set<TreePath>
  ) {
    self.repository = repository
    self.bases = bases
    self.ours = ours
    self.theirs = theirs
    self.conflicts = conflicts
    foldersOfConflicts = Set(conflicts.flatMap { Self.beginnings(of: $0, before: "/") })
  }

  /// Whether both sides and every base have a file of this name: then neither a rename nor a folder
  /// in its place can have a hand in it.
  func isEverywhere(_ path: TreePath) throws(GitError) -> Bool {
    guard bases.isEmpty == false else { return false }
    for tree in [ours, theirs] + bases {
      guard let entry = try repository.entry(at: path, in: tree), entry.kind != .folder else {
        return false
      }
    }
    return true
  }

  func explain(_ change: PathChange) throws(GitError) -> Bool {
    if foldersOfConflicts.contains(change.path) { return true }
    for name in Self.beginnings(of: change.path, before: "/") + [change.path] {
      if conflicts.contains(name) { return true }
      if try isClash(at: name) { return true }
    }
    // git puts a file that is in the way aside, as NAME~BRANCH.
    for name in Self.beginnings(of: change.path, before: "~") {
      let sides = [
        try repository.entry(at: name, in: ours), try repository.entry(at: name, in: theirs),
      ]
      guard let after = change.after, sides.contains(where: { $0?.id == after.id }) else {
        continue
      }
      if conflicts.contains(name) { return true }
      if try isClash(at: name) { return true }
    }
    return false
  }

  /// Whether one side has a file and the other a folder of that name, and it isn't plain which of
  /// them stays.
  private func isClash(at path: TreePath) throws(GitError) -> Bool {
    guard let our = try repository.entry(at: path, in: ours),
      let their = try repository.entry(at: path, in: theirs),
      (our.kind == .folder) != (their.kind == .folder)
    else { return false }
    // A side that left alone what the base has gives way to the other one.
    for side in [our, their] {
      var isUntouched = bases.isEmpty == false
      for base in bases where try repository.entry(at: path, in: base) != side {
        isUntouched = false
      }
      if isUntouched { return false }
    }
    return true
  }

  private static func beginnings(of path: TreePath, before mark: Unicode.Scalar) -> [TreePath] {
    path.bytes.indices.filter { path.bytes[$0] == UInt8(ascii: mark) && $0 > 0 }
      .map { TreePath(bytes: Array(path.bytes[..<$0])) }
  }
}
