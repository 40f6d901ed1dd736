import GitModel

/// Which paths a rename on either side of a merge touches: the file's own, or that of a folder
/// into which the other side put something new.
///
/// It is asked only of paths that are about to be called changed by hand. So it looks for any
/// rename that git may see there (gitdiffcore(7), directory-rename-detection.txt), not for the
/// ones that git chooses among several.
struct RenameTouch {
  private let pairs: [(base: TreeID, ours: SideChanges, theirs: SideChanges)]

  /// - Parameter scenes: A base with the two sides that come from it; several where several bases
  ///   were merged.
  init(
    _ repository: Repository, _ scenes: [(base: TreeID, ours: TreeID, theirs: TreeID)]
  ) throws(GitError) {
    var pairs: [(base: TreeID, ours: SideChanges, theirs: SideChanges)] = []
    for (base, ours, theirs) in scenes {
      pairs.append(
        (
          base, try SideChanges(repository, from: base, to: ours),
          try SideChanges(repository, from: base, to: theirs)
        ))
    }
    self.pairs = pairs
  }

  func touches(_ path: TreePath) throws(GitError) -> Bool {
    for (_, ours, theirs) in pairs {
      for (side, other) in [(ours, theirs), (theirs, ours)] {
        if try side.isNewName(path) { return true }
        if try side.isOldName(path) { return true }
        if side.added[path] != nil, try isInMovedFolder(path, of: other) { return true }
        if try isMovedAlong(path, from: side, by: other) { return true }
      }
    }
    return false
  }

  /// Whether a path lies in a folder that a side moved away.
  private func isInMovedFolder(_ path: TreePath, of side: SideChanges) throws(GitError) -> Bool {
    for folder in Self.folders(above: path) where try side.hasMoved(folder) { return true }
    return false
  }

  /// Whether the path is where something that one side added would go, since the other side moved
  /// a folder above it.
  private func isMovedAlong(
    _ path: TreePath, from side: SideChanges, by other: SideChanges
  ) throws(GitError) -> Bool {
    let slash = [UInt8(ascii: "/")]
    for new in side.addedNames[SideChanges.name(of: path)] ?? [] where new != path {
      for folder in Self.folders(above: new) {
        guard let rest = new.relative(to: folder), path.bytes.count >= rest.bytes.count else {
          continue
        }
        let target: TreePath
        if path == rest {
          target = TreePath(bytes: [])
        } else if path.bytes.suffix(rest.bytes.count + 1).elementsEqual(slash + rest.bytes) {
          target = TreePath(bytes: Array(path.bytes.dropLast(rest.bytes.count + 1)))
        } else {
          continue
        }
        if try other.hasMoved(folder, into: target) { return true }
      }
    }
    return false
  }

  /// The folders that a path lies in, the nearest first.
  private static func folders(above path: TreePath) -> [TreePath] {
    path.bytes.indices.reversed().filter { path.bytes[$0] == UInt8(ascii: "/") }
      .map { TreePath(bytes: Array(path.bytes[..<$0])) }
  }
}
