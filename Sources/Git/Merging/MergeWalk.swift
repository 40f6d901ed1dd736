import GitModel

/// The trees of a merge, walked side by side: the merge bases, both sides, and the result that is
/// judged. Only ids are compared, and only folders that both sides changed are looked into, so a
/// merge costs what its two sides have in common and not what the trees hold.
struct MergeWalk {
  /// A path that both sides changed, each in its own way.
  struct Contested {
    let path: TreePath
    let bases: [TreeEntry?]
    let ours: TreeEntry?
    let theirs: TreeEntry?
    let result: TreeEntry?
  }

  let repository: Repository
  private(set) var contested: [Contested] = []
  /// The paths where one side alone decides, and the result has something else. `before` is what
  /// must stand there.
  private(set) var differing: [PathChange] = []

  init(_ repository: Repository) { self.repository = repository }

  mutating func walk(
    bases: [TreeID?], ours: TreeID?, theirs: TreeID?, result: TreeID?,
    in folder: TreePath = TreePath(bytes: []), depth: Int = 0
  ) throws(GitError) {
    guard depth < Self.deepest else {
      throw GitError(
        kind: .damaged, asked: "compare the trees of a merge",
        words: "folders are nested too deeply")
    }
    var columns: [Column] = []
    for tree in [ours, theirs, result] + bases {
      var entries: [RawTree.Entry] = []
      if let tree { entries = try repository.rawTree(tree).entries }
      columns.append(Column(entries: entries))
    }
    while let first = Self.first(columns) {
      let row = Self.take(first, from: &columns)
      try judge(row, in: folder, depth: depth)
    }
  }

  private struct Column {
    let entries: [RawTree.Entry]
    var place = 0

    var next: RawTree.Entry? { place < entries.count ? entries[place] : nil }
  }

  /// What stands on each side under one name, in the order of the columns.
  private typealias Row = [RawTree.Entry?]

  private static func first(_ columns: [Column]) -> RawTree.Entry? {
    var first: RawTree.Entry?
    for column in columns {
      guard let next = column.next else { continue }
      guard let known = first else {
        first = next
        continue
      }
      if RawTree.compare(next, known) == .before { first = next }
    }
    return first
  }

  private static func take(_ first: RawTree.Entry, from columns: inout [Column]) -> Row {
    var row: Row = []
    for place in columns.indices {
      guard let next = columns[place].next, RawTree.compare(next, first) == .same else {
        row.append(nil)
        continue
      }
      columns[place].place += 1
      row.append(next)
    }
    return row
  }

  private mutating func judge(_ row: Row, in folder: TreePath, depth: Int) throws(GitError) {
    let (ours, theirs, result) = (row[0], row[1], row[2])
    if Self.same(ours, theirs) {
      if Self.same(ours, result) == false { try compare(ours, result, in: folder) }
      return
    }
    let base = row[3]
    let isOneBase = row[4...].allSatisfy { Self.same($0, base) }
    if isOneBase, Self.same(base, theirs) {
      if Self.same(ours, result) == false { try compare(ours, result, in: folder) }
    } else if isOneBase, Self.same(base, ours) {
      if Self.same(theirs, result) == false { try compare(theirs, result, in: folder) }
    } else {
      try contest(row, in: folder, depth: depth)
    }
  }

  private mutating func contest(_ row: Row, in folder: TreePath, depth: Int) throws(GitError) {
    guard let known = row.lazy.compactMap({ $0 }).first else { return }
    let path = folder.appending(known.name)
    var entries: [TreeEntry?] = []
    for entry in row { entries.append(try entry?.treeEntry()) }
    guard known.isFolder else {
      contested.append(
        Contested(
          path: path, bases: Array(entries[3...]), ours: entries[0], theirs: entries[1],
          result: entries[2]))
      return
    }
    let trees = entries.map { entry in entry.map { TreeID($0.id) } }
    try walk(
      bases: Array(trees[3...]), ours: trees[0], theirs: trees[1], result: trees[2], in: path,
      depth: depth + 1)
  }

  /// Takes apart how the result differs from what must stand there.
  private mutating func compare(
    _ expected: RawTree.Entry?, _ result: RawTree.Entry?, in folder: TreePath
  ) throws(GitError) {
    guard let known = expected ?? result else { return }
    let path = folder.appending(known.name)
    let before = try expected?.treeEntry()
    let after = try result?.treeEntry()
    if known.isFolder {
      differing += try repository.changes(
        from: before.map { TreeID($0.id) }, to: after.map { TreeID($0.id) }, in: path)
    } else {
      differing.append(PathChange(path: path, before: before, after: after))
    }
  }

  private static func same(_ one: RawTree.Entry?, _ other: RawTree.Entry?) -> Bool {
    guard let one else { return other == nil }
    guard let other else { return false }
    return one.kind == other.kind && one.rawID == other.rawID
  }

  private static let deepest = 1024
}
