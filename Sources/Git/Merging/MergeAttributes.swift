import GitModel

/// What the attributes of a merge's trees say about merging a file.
///
/// Who made the merge had the first parent's attributes in the work tree, or those that the merge
/// brings; a forge may read others. So an attribute counts that any of the trees has.
struct MergeAttributes {
  struct Rules {
    /// Lines are merged as git does by itself.
    var isText = false
    /// `merge=union`: both sides of a conflict are kept.
    var isUnion = false
    /// `merge=binary` or `-merge`: both sides changed means a conflict.
    var isBinary = false
    /// Another program merges the file, or changes its content on the way in.
    var isForeign = false
    /// Line ends may be made alike before the sides are compared.
    var hasLineEnds = false
  }

  let repository: Repository
  /// The first parent's tree first, then the second's, then the result's.
  let trees: [TreeID]

  func rules(for path: TreePath) throws(GitError) -> Rules {
    var rules = Rules()
    for (place, tree) in trees.enumerated() {
      let states = try states(of: path, in: tree)
      switch states["merge"] {
      case nil, .unspecified: if place == 0 { rules.isText = true }
      case .set, .value("text"): rules.isText = true
      case .unset, .value("binary"): rules.isBinary = true
      case .value("union"): rules.isUnion = true
      case .value: rules.isForeign = true
      }
      for name in ["filter", "ident", "working-tree-encoding"] {
        switch states[name] {
        case nil, .unset, .unspecified: break
        case .set, .value: rules.isForeign = true
        }
      }
      for name in ["text", "eol", "crlf"] {
        switch states[name] {
        case nil, .unset, .unspecified: break
        case .set, .value: rules.hasLineEnds = true
        }
      }
    }
    return rules
  }

  /// The nearest file and the last line win; what stands for several attributes is taken apart at
  /// its place in the line.
  func states(
    of path: TreePath, in tree: TreeID
  ) throws(GitError) -> [String: AttributesFile.State] {
    let files = try files(on: path, in: tree)
    var macros: [String: [(name: String, state: AttributesFile.State)]] = [
      "binary": [("diff", .unset), ("merge", .unset), ("text", .unset)]
    ]
    for file in files where file.start == 0 { macros.merge(file.file.macros) { $1 } }
    var states: [String: AttributesFile.State] = [:]
    func note(_ found: [(name: String, state: AttributesFile.State)]) {
      for (name, state) in found.reversed() where states[name] == nil {
        states[name] = state
        if state == .set, let parts = macros[name] { note(parts) }
      }
    }
    for (file, start) in files.reversed() {
      for line in file.lines.reversed() where line.pattern.matches(path.bytes[start...]) {
        note(line.states)
      }
    }
    return states
  }

  /// The attributes files from the root to the path's folder, each with the place in the path
  /// where its own part begins.
  private func files(
    on path: TreePath, in tree: TreeID
  ) throws(GitError) -> [(file: AttributesFile, start: Int)] {
    var result: [(file: AttributesFile, start: Int)] = []
    var folder = tree
    var start = 0
    while true {
      let entries = try repository.rawTree(folder)
      let entry = entries.entry(named: Self.name[...])
      if let entry, entry.kind.isFile {
        result.append((try repository.attributesFile(entry.id), start))
      }
      guard let end = path.bytes[start...].firstIndex(of: UInt8(ascii: "/")) else { return result }
      let next = entries.entry(named: path.bytes[start..<end])
      guard let next, next.kind == .folder else { return result }
      folder = TreeID(next.id)
      start = end + 1
    }
  }

  private static let name = Array(".gitattributes".utf8)
}

extension Repository {
  /// An attributes file, read once. As in git, one of more than 100 MiB says nothing.
  fileprivate func attributesFile(_ id: ObjectID) throws(GitError) -> AttributesFile {
    if let known = attributesFiles[id] { return known }
    let limit = 100 << 20
    let file = AttributesFile(try blobSize(id) <= limit ? blob(id, limit: limit) : [])
    if attributesFiles.count >= 64 { attributesFiles.removeAll() }
    attributesFiles[id] = file
    return file
  }
}
