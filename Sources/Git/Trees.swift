public import GitModel
import Wording

extension Repository {
  /// What stands at a path of a tree; nil where nothing does.
  public func entry(at path: TreePath, in tree: TreeID) throws(GitError) -> TreeEntry? {
    var folder = tree
    var start = 0
    while true {
      let end = path.bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.bytes.count
      guard let entry = try rawTree(folder).entry(named: path.bytes[start..<end]) else {
        return nil
      }
      if end == path.bytes.count { return entry }
      guard entry.kind == .folder else { return nil }
      folder = TreeID(entry.id)
      start = end + 1
    }
  }

  /// The first entry of a folder, in git's order, of which something is true.
  public func firstEntry(
    of folder: TreeID, where isWanted: (_ name: ArraySlice<UInt8>, TreeEntry) -> Bool
  ) throws(GitError) -> TreeEntry? {
    let tree = try rawTree(folder)
    return tree.entries.first { isWanted(tree.name(of: $0), $0.treeEntry) }?.treeEntry
  }

  /// The files, links and submodules that differ between two trees, sorted by path; `nil` stands
  /// for the empty tree. Folders of one id are not looked into.
  public func changes(from before: TreeID?, to after: TreeID) throws(GitError) -> [PathChange] {
    try changes(from: before, to: after, in: TreePath(bytes: []))
  }

  /// The same for two states of a folder, whose path is put before what is found.
  func changes(
    from before: TreeID?, to after: TreeID?, in folder: TreePath
  ) throws(GitError) -> [PathChange] {
    guard before != after else { return [] }
    var comparison = TreeComparison(repository: self)
    try comparison.compare(before, after, in: folder, depth: 0)
    return comparison.changes
  }

  /// A blob's size in bytes, from its header.
  public func blobSize(_ id: ObjectID) throws(GitError) -> Int64 {
    let (type, size) = try header(id)
    guard type == .blob else { throw noBlob(id) }
    return size
  }

  /// A blob's content.
  ///
  /// - Throws: ``GitError`` of kind `unsupported` where it has more than `limit` bytes: its
  ///   content is not read then.
  public func blob(_ id: ObjectID, limit: Int) throws(GitError) -> [UInt8] {
    guard let bytes = try blob(id, upTo: limit) else {
      throw GitError(
        kind: .unsupported(Phrase("files above \(limit) bytes")),
        asked: Phrase("read the file content \(id)"),
        words: Phrase("it has \(try blobSize(id)) bytes, and no more than \(limit) are read"))
    }
    return bytes
  }

  /// A blob's content; nil where it has more than `limit` bytes.
  public func blob(_ id: ObjectID, upTo limit: Int) throws(GitError) -> [UInt8]? {
    guard try blobSize(id) <= Int64(limit) else { return nil }
    return try object(id).bytes
  }

  private func noBlob(_ id: ObjectID) -> GitError {
    GitError(
      kind: .other, asked: Phrase("read the file content \(id)"),
      words: Phrase("it is no file content"))
  }

  func rawTree(_ id: TreeID) throws(GitError) -> RawTree {
    if let known = trees[id.id] { return known }
    let object = try object(id.id)
    guard object.type == .tree else {
      throw GitError(
        kind: .damaged, asked: Phrase("read the tree \(id.id)"), words: Phrase("it is no tree"))
    }
    let tree = try RawTree(object.bytes, of: id)
    if treeBytes + tree.size > Self.keptTreeBytes {
      trees.removeAll()
      treeBytes = 0
    }
    trees[id.id] = tree
    treeBytes += tree.size
    return tree
  }

  private static let keptTreeBytes = 1 << 20
}

/// Two trees walked side by side.
private struct TreeComparison {
  let repository: Repository
  var changes: [PathChange] = []

  mutating func compare(
    _ before: TreeID?, _ after: TreeID?, in folder: TreePath, depth: Int
  ) throws(GitError) {
    guard depth < Self.deepest else {
      throw GitError(
        kind: .damaged, asked: Phrase("compare two trees"),
        words: Phrase("folders are nested too deeply"))
    }
    let left = try before.map { (id) throws(GitError) in try repository.rawTree(id) } ?? .empty
    let right = try after.map { (id) throws(GitError) in try repository.rawTree(id) } ?? .empty
    // Two states of a folder have most in common.
    let same = left.entriesAlike(with: right)
    var (place, otherPlace) = (same.first, same.first)
    let (end, otherEnd) = (left.entries.count - same.last, right.entries.count - same.last)
    while true {
      let old = place < end ? left.entries[place] : nil
      let new = otherPlace < otherEnd ? right.entries[otherPlace] : nil
      switch (old, new) {
      case (let old?, let new?):
        switch left.order(old, new, of: right) {
        case .same:
          if old.isSame(as: new) == false {
            try note(old, new, right.name(of: new), in: folder, depth: depth)
          }
          place += 1
          otherPlace += 1
        case .before:
          try note(old, nil, left.name(of: old), in: folder, depth: depth)
          place += 1
        case .after:
          try note(nil, new, right.name(of: new), in: folder, depth: depth)
          otherPlace += 1
        }
      case (let old?, nil):
        try note(old, nil, left.name(of: old), in: folder, depth: depth)
        place += 1
      case (nil, let new?):
        try note(nil, new, right.name(of: new), in: folder, depth: depth)
        otherPlace += 1
      case (nil, nil): return
      }
    }
  }

  /// What differs under one name. git sorts files and folders apart, so both are of one sort.
  private mutating func note(
    _ old: RawTree.Entry?, _ new: RawTree.Entry?, _ name: ArraySlice<UInt8>, in folder: TreePath,
    depth: Int
  ) throws(GitError) {
    let path = folder.appending(name)
    if (old ?? new)?.isFolder == true {
      try compare(old.map { TreeID($0.id) }, new.map { TreeID($0.id) }, in: path, depth: depth + 1)
    } else {
      changes.append(PathChange(path: path, before: old?.treeEntry, after: new?.treeEntry))
    }
  }

  private static let deepest = 1024
}
