import GitModel

/// What one side of a merge added and removed, and which of it may be the same file under another
/// name.
final class SideChanges {
  let repository: Repository
  let base: TreeID
  let side: TreeID
  private(set) var added: [TreePath: TreeEntry] = [:]
  private(set) var removed: [TreePath: TreeEntry] = [:]
  /// The paths that were added, by their last part.
  private(set) var addedNames: [[UInt8]: [TreePath]] = [:]
  private var addedIDs: [ObjectID: [TreePath]] = [:]
  private var removedIDs: [ObjectID: [TreePath]] = [:]
  private var addedPieces: SimilarityIndex?
  private var removedPieces: SimilarityIndex?
  private var knownTargets: [TreePath: [TreePath]] = [:]
  private var goneFolders: [TreePath: Bool] = [:]

  init(_ repository: Repository, from base: TreeID, to side: TreeID) throws(GitError) {
    self.repository = repository
    self.base = base
    self.side = side
    for change in try repository.changes(from: base, to: side) {
      if change.before == nil, let entry = change.after {
        added[change.path] = entry
        addedNames[Self.name(of: change.path), default: []].append(change.path)
        addedIDs[entry.id, default: []].append(change.path)
      } else if change.after == nil, let entry = change.before {
        removed[change.path] = entry
        removedIDs[entry.id, default: []].append(change.path)
      }
    }
  }

  static func name(of path: TreePath) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    return Array(path.bytes[((path.bytes.lastIndex(of: slash) ?? -1) + 1)...])
  }

  /// Whether the path may be the new name of a file that this side removed.
  func isNewName(_ path: TreePath) throws(GitError) -> Bool {
    guard let entry = added[path], removed.isEmpty == false else { return false }
    if Self.same(entry, removedIDs, removed).isEmpty == false { return true }
    guard entry.kind.isFile else { return false }
    if removedPieces == nil { removedPieces = try index(removed) }
    guard let index = removedPieces else { return false }
    return try alike(entry, index).isEmpty == false
  }

  /// Whether the path may be the old name of a file that this side added.
  func isOldName(_ path: TreePath) throws(GitError) -> Bool {
    try newNames(of: path).isEmpty == false
  }

  /// Whether this side may have moved a folder that is gone, into another one if that is named.
  func hasMoved(_ folder: TreePath, into other: TreePath? = nil) throws(GitError) -> Bool {
    guard try isGone(folder) else { return false }
    for old in removed.keys where old.isInside(folder) {
      for new in try newNames(of: old) where new.isInside(folder) == false {
        guard let other, other.bytes.isEmpty == false else { return true }
        if new.isInside(other) { return true }
      }
    }
    return false
  }

  private func isGone(_ folder: TreePath) throws(GitError) -> Bool {
    if let known = goneFolders[folder] { return known }
    let (before, after) = (
      try repository.entry(at: folder, in: base), try repository.entry(at: folder, in: side)
    )
    let isGone = before?.kind == .folder && after?.kind != .folder
    goneFolders[folder] = isGone
    return isGone
  }

  private func newNames(of path: TreePath) throws(GitError) -> [TreePath] {
    guard let entry = removed[path], added.isEmpty == false else { return [] }
    if let known = knownTargets[path] { return known }
    var names = Self.same(entry, addedIDs, added)
    if entry.kind.isFile {
      if addedPieces == nil { addedPieces = try index(added) }
      if let index = addedPieces { names += try alike(entry, index) }
    }
    knownTargets[path] = names
    return names
  }

  /// The paths with the same content and kind. An empty file is never a renamed one to git's merge.
  private static func same(
    _ entry: TreeEntry, _ paths: [ObjectID: [TreePath]], _ entries: [TreePath: TreeEntry]
  ) -> [TreePath] {
    guard entry.id != emptyBlob else { return [] }
    return (paths[entry.id] ?? []).filter { path in
      entries[path].map { ThreeWay.isAlike($0.kind, entry.kind) } ?? false
    }
  }

  private func alike(
    _ entry: TreeEntry, _ index: SimilarityIndex
  ) throws(GitError) -> [TreePath] {
    guard entry.id != Self.emptyBlob else { return [] }
    let size = try Int(repository.blobSize(entry.id))
    guard size <= SimilarityIndex.largest else { return index.alike(size: size) }
    return index.alike(Pieces(try repository.blob(entry.id, limit: size)))
  }

  private func index(_ entries: [TreePath: TreeEntry]) throws(GitError) -> SimilarityIndex {
    var index = SimilarityIndex()
    for (path, entry) in entries where entry.kind.isFile && entry.id != Self.emptyBlob {
      let size = try Int(repository.blobSize(entry.id))
      try index.add(path, size: size) { () throws(GitError) in
        try repository.blob(entry.id, limit: size)
      }
    }
    return index
  }

  private static let emptyBlob = ObjectID("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
}
