import GitModel

/// What one side of a merge added, removed and renamed since the merge base.
final class SideChanges {
  private let repository: Repository
  private let base: TreeID
  private let side: TreeID
  private(set) var added: [TreePath: TreeEntry] = [:]
  private(set) var removed: [TreePath: TreeEntry] = [:]
  /// The paths that were added, by their last part.
  private(set) var addedNames: [[UInt8]: [TreePath]] = [:]
  private var removedIDs: [ObjectID: [TreePath]] = [:]
  private var knownIndex: SimilarityIndex?
  private var knownRenames: (newNames: [TreePath: TreePath], oldNames: [TreePath: TreePath])?
  private var knownMoves: [TreePath: Set<TreePath>] = [:]

  init(_ repository: Repository, from base: TreeID, to side: TreeID) throws(GitError) {
    self.repository = repository
    self.base = base
    self.side = side
    for change in try repository.changes(from: base, to: side) {
      if change.before == nil, let entry = change.after {
        added[change.path] = entry
        addedNames[change.path.name, default: []].append(change.path)
      } else if change.after == nil, let entry = change.before {
        removed[change.path] = entry
        removedIDs[entry.id, default: []].append(change.path)
      }
    }
  }

  /// The paths whose new name git may see in one that was added: any that are alike, not only the
  /// one that it chooses.
  func possibleOldNames(of path: TreePath) throws(GitError) -> [TreePath] {
    guard let entry = added[path] else { return [] }
    return try identical(entry) + alike(entry).map(\.path)
  }

  /// Whether this path is the old or the new name of a renamed file.
  func isRenamed(_ path: TreePath) throws(GitError) -> Bool {
    guard added[path] != nil || removed[path] != nil else { return false }
    let renames = try renames()
    return renames.newNames[path] != nil || renames.oldNames[path] != nil
  }

  /// The folders to which this side moved a folder that is gone: git goes by the place to which
  /// most of its files were renamed. One that got half as many counts as well.
  func moves(of folder: TreePath) throws(GitError) -> Set<TreePath> {
    if let known = knownMoves[folder] { return known }
    var counts: [TreePath: Int] = [:]
    if try isGone(folder) {
      for (old, new) in try renames().newNames {
        guard let rest = old.relative(to: folder), new.isInside(folder) == false else { continue }
        if let target = new.folder.without(rest.folder) { counts[target, default: 0] += 1 }
      }
    }
    let most = counts.values.max() ?? 0
    let moves = Set(counts.filter { $0.value * 2 >= most }.keys)
    knownMoves[folder] = moves
    return moves
  }

  private func isGone(_ folder: TreePath) throws(GitError) -> Bool {
    guard try repository.entry(at: folder, in: base)?.kind == .folder else { return false }
    return try repository.entry(at: folder, in: side)?.kind != .folder
  }

  /// Pairs what was removed with what was added, as git does: first those with the same content, in
  /// the order of their paths and preferring one of the same name, then the most alike.
  private func renames() throws(GitError) -> (
    newNames: [TreePath: TreePath], oldNames: [TreePath: TreePath]
  ) {
    if let knownRenames { return knownRenames }
    var newNames: [TreePath: TreePath] = [:]
    var oldNames: [TreePath: TreePath] = [:]
    func pair(_ old: TreePath, _ new: TreePath) {
      guard newNames[old] == nil, oldNames[new] == nil else { return }
      newNames[old] = new
      oldNames[new] = old
    }
    let new = removed.isEmpty ? [] : added.keys.sorted()
    for path in new {
      guard let entry = added[path] else { continue }
      let free = identical(entry).filter { newNames[$0] == nil }
      if let old = free.first(where: { $0.name == path.name }) ?? free.first { pair(old, path) }
    }
    var pairs: [(old: TreePath, new: TreePath, score: Int)] = []
    for path in new where oldNames[path] == nil {
      guard let entry = added[path] else { continue }
      for found in try alike(entry) where newNames[found.path] == nil {
        pairs.append((found.path, path, found.score * 2 + (found.path.name == path.name ? 1 : 0)))
      }
    }
    pairs.sort { ($1.score, $0.new, $0.old) < ($0.score, $1.new, $1.old) }
    for (old, new, _) in pairs { pair(old, new) }
    knownRenames = (newNames, oldNames)
    return (newNames, oldNames)
  }

  /// The removed paths with this content. An empty file is never a renamed one to git's merge.
  private func identical(_ entry: TreeEntry) -> [TreePath] {
    guard entry.id != Self.emptyBlob else { return [] }
    return (removedIDs[entry.id] ?? []).filter { path in
      removed[path].map { ThreeWay.isAlike($0.kind, entry.kind) } ?? false
    }
  }

  /// The removed files that are like this one.
  private func alike(_ entry: TreeEntry) throws(GitError) -> [SimilarityIndex.Likeness] {
    guard entry.kind.isFile, entry.id != Self.emptyBlob else { return [] }
    let index = try index()
    let size = try Int(repository.blobSize(entry.id))
    guard size <= SimilarityIndex.largest else { return index.alike(size: size) }
    return index.alike(Pieces(try repository.blob(entry.id, limit: size)))
  }

  private func index() throws(GitError) -> SimilarityIndex {
    if let knownIndex { return knownIndex }
    var index = SimilarityIndex()
    for (path, entry) in removed where entry.kind.isFile && entry.id != Self.emptyBlob {
      let size = try Int(repository.blobSize(entry.id))
      try index.add(path, size: size) { () throws(GitError) in
        try repository.blob(entry.id, limit: size)
      }
    }
    knownIndex = index
    return index
  }

  private static let emptyBlob = ObjectID("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
}

extension TreePath {
  /// The last part.
  var name: [UInt8] {
    Array(bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...])
  }

  /// The folder that the path lies in; empty for the root.
  var folder: TreePath {
    TreePath(bytes: Array(bytes[..<(bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0)]))
  }

  /// The folders above the path, the nearest first, without the root.
  var folders: [TreePath] {
    bytes.indices.reversed().filter { bytes[$0] == UInt8(ascii: "/") }
      .map { TreePath(bytes: Array(bytes[..<$0])) }
  }

  /// The path without an ending of whole parts; nil where it ends otherwise.
  func without(_ ending: TreePath) -> TreePath? {
    if ending.bytes.isEmpty { return self }
    if self == ending { return TreePath(bytes: []) }
    let tail = [UInt8(ascii: "/")] + ending.bytes
    guard bytes.count > tail.count, bytes.suffix(tail.count).elementsEqual(tail) else { return nil }
    return TreePath(bytes: Array(bytes.dropLast(tail.count)))
  }
}
