import GitModel
import Wording

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
        kind: .damaged, asked: Phrase("compare the trees of a merge"),
        words: Phrase("folders are nested too deeply"))
    }
    var columns: [Column] = []
    for tree in [ours, theirs, result] + bases {
      columns.append(Column(tree: try tree.map(read) ?? .empty))
    }
    var row = [RawTree.Entry?](repeating: nil, count: columns.count)
    while let name = Self.take(&row, from: &columns) {
      try judge(row, name, in: folder, depth: depth)
    }
  }

  private func read(_ tree: TreeID) throws(GitError) -> RawTree { try repository.rawTree(tree) }

  private struct Column {
    let tree: RawTree
    var place = 0

    var next: RawTree.Entry? { place < tree.entries.count ? tree.entries[place] : nil }
  }

  /// What stands on each side under one name, in the order of the columns.
  private typealias Row = [RawTree.Entry?]

  /// Takes what stands under the name that comes first; nil where nothing is left.
  private static func take(
    _ row: inout Row, from columns: inout [Column]
  ) -> ArraySlice<UInt8>? {
    var first: (entry: RawTree.Entry, column: Int)?
    for place in columns.indices {
      guard let next = columns[place].next else { continue }
      guard let known = first else {
        first = (next, place)
        continue
      }
      if columns[place].tree.order(next, known.entry, of: columns[known.column].tree) == .before {
        first = (next, place)
      }
    }
    guard let first else { return nil }
    let tree = columns[first.column].tree
    for place in columns.indices {
      row[place] = nil
      guard let next = columns[place].next,
        columns[place].tree.order(next, first.entry, of: tree) == .same
      else { continue }
      columns[place].place += 1
      row[place] = next
    }
    return tree.name(of: first.entry)
  }

  private mutating func judge(
    _ row: Row, _ name: ArraySlice<UInt8>, in folder: TreePath, depth: Int
  ) throws(GitError) {
    let (ours, theirs, result) = (row[0], row[1], row[2])
    if Self.same(ours, theirs) {
      if Self.same(ours, result) == false { try compare(ours, result, name, in: folder) }
      return
    }
    let base = row[3]
    let isOneBase = row[4...].allSatisfy { Self.same($0, base) }
    if isOneBase, Self.same(base, theirs) {
      if Self.same(ours, result) == false { try compare(ours, result, name, in: folder) }
    } else if isOneBase, Self.same(base, ours) {
      if Self.same(theirs, result) == false { try compare(theirs, result, name, in: folder) }
    } else {
      try contest(row, name, in: folder, depth: depth)
    }
  }

  private mutating func contest(
    _ row: Row, _ name: ArraySlice<UInt8>, in folder: TreePath, depth: Int
  ) throws(GitError) {
    guard let known = row.lazy.compactMap({ $0 }).first else { return }
    let path = folder.appending(name)
    let entries = row.map { $0?.treeEntry }
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
    _ expected: RawTree.Entry?, _ result: RawTree.Entry?, _ name: ArraySlice<UInt8>,
    in folder: TreePath
  ) throws(GitError) {
    guard let known = expected ?? result else { return }
    let path = folder.appending(name)
    let before = expected?.treeEntry
    let after = result?.treeEntry
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
    return one.isSame(as: other)
  }

  private static let deepest = 1024
}
