import GitModel

/// Which paths a rename on either side of a merge touches: the file's own, or that of a folder
/// into which the other side put something new (gitdiffcore(7), directory-rename-detection.txt).
///
/// It is asked only of paths that are about to be called changed by hand. Where a rename could
/// change what merging gives, any that git may see counts; else the ones that git chooses.
struct RenameTouch {
  private let scenes: [Scene]

  fileprivate struct Scene {
    let repository: Repository
    let base: TreeID
    let ours: TreeID
    let theirs: TreeID
    let ourChanges: SideChanges
    let theirChanges: SideChanges
  }

  /// - Parameter scenes: A base with the two sides that come from it; several where several bases
  ///   were merged.
  init(
    _ repository: Repository, _ scenes: [(base: TreeID, ours: TreeID, theirs: TreeID)]
  ) throws(GitError) {
    var found: [Scene] = []
    for (base, ours, theirs) in scenes {
      found.append(
        Scene(
          repository: repository, base: base, ours: ours, theirs: theirs,
          ourChanges: try SideChanges(repository, from: base, to: ours),
          theirChanges: try SideChanges(repository, from: base, to: theirs)))
    }
    self.scenes = found
  }

  func touches(_ path: TreePath) throws(GitError) -> Bool {
    for scene in scenes where try scene.touches(path) { return true }
    return false
  }
}

extension RenameTouch.Scene {
  func touches(_ path: TreePath) throws(GitError) -> Bool {
    for (side, other, tree) in [
      (ourChanges, theirChanges, theirs), (theirChanges, ourChanges, ours),
    ] {
      if try side.isRenamed(path) { return true }
      // What the other side did to the file under its old name goes into the new one.
      for old in try side.possibleOldNames(of: path)
      where try repository.entry(at: old, in: tree) != repository.entry(at: old, in: base) {
        return true
      }
      if side.added[path] != nil {
        for folder in path.folders where try other.moves(of: folder).isEmpty == false {
          return true
        }
      }
      if try isMovedAlong(path, from: side, by: other) { return true }
    }
    return false
  }

  /// Whether the path is where something that one side added would go, since the other side moved
  /// a folder above it.
  private func isMovedAlong(
    _ path: TreePath, from side: SideChanges, by other: SideChanges
  ) throws(GitError) -> Bool {
    for new in side.addedNames[path.name] ?? [] where new != path {
      for folder in new.folders {
        guard let rest = new.relative(to: folder), let target = path.without(rest) else {
          continue
        }
        if try other.moves(of: folder).contains(target) { return true }
      }
    }
    return false
  }
}
