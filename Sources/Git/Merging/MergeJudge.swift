import GitModel

/// The judgement of one merge's result.
struct MergeJudge {
  let repository: Repository
  /// All best common ancestors; none where the histories are unrelated.
  let bases: [ObjectID]
  let baseTrees: [TreeID]
  let ours: TreeID
  let theirs: TreeID
  let result: TreeID

  func judge() throws(GitError) -> MergeDifference {
    var walk = MergeWalk(repository)
    try walk.walk(
      bases: baseTrees.isEmpty ? [nil] : baseTrees, ours: ours, theirs: theirs, result: result)
    var differing = walk.differing
    var conflicts: [TreePath: MergeDifference.LeftOut.Reason] = [:]
    for contested in walk.contested {
      switch try judge(contested) {
      case .agrees: continue
      case .differs(let expected):
        differing.append(
          PathChange(path: contested.path, before: expected, after: contested.result))
      case .leftOut(let reason): conflicts[contested.path] = reason
      }
    }
    return try sorted(differing, beside: conflicts)
  }

  // MARK: Paths that both sides changed

  private func judge(_ contested: MergeWalk.Contested) throws(GitError) -> LinesJudge.Verdict {
    let base = contested.bases[0]
    guard contested.bases.contains(where: { $0 != base }) else {
      return try verdict(on: contested, over: .entry(base))
    }
    // git merges the bases first. That counts only where it can give but one thing; a merge that
    // took one base alone (`-s resolve`) is one as well.
    guard let merged = try mergedBase(of: contested) else { return .leftOut(.severalBases) }
    let verdict = try verdict(on: contested, over: merged)
    guard case .differs = verdict else { return verdict }
    for base in contested.bases {
      if try self.verdict(on: contested, over: .entry(base)) == .agrees { return .agrees }
    }
    return verdict
  }

  /// What stands in a merge base, or in the merge of several.
  private enum Base {
    case entry(TreeEntry?)
    case lines([UInt8], FileKind)
  }

  private func verdict(
    on contested: MergeWalk.Contested, over base: Base
  ) throws(GitError) -> LinesJudge.Verdict {
    let outcome =
      switch base {
      case .entry(let entry):
        ThreeWay.merge(base: entry, ours: contested.ours, theirs: contested.theirs)
      case .lines(let content, let kind):
        ThreeWay.merge(
          base: TreeEntry(kind: kind, id: try ObjectID(ofBlob: content)), ours: contested.ours,
          theirs: contested.theirs)
      }
    switch outcome {
    case .conflict: return .leftOut(.conflict)
    case .settled(let entry):
      return entry == contested.result ? .agrees : .differs(expected: entry)
    case .lines(let kind):
      let old =
        switch base {
        case .entry(let entry): try lines.content(entry)
        case .lines(let content, _): content
        }
      let versions = try versions(
        old, contested.ours, contested.theirs, kind, at: contested.path)
      return try lines.judge(versions, result: contested.result)
    }
  }

  /// What merging the bases gives at a path; nil where that is open.
  private func mergedBase(of contested: MergeWalk.Contested) throws(GitError) -> Base? {
    let roots = try rootsOfBases()
    guard bases.count == 2, roots.count < 2 else { return nil }
    var root: TreeEntry?
    if let tree = roots.first { root = try repository.entry(at: contested.path, in: tree) }
    if root?.kind == .folder { root = nil }
    let (one, other) = (contested.bases[0], contested.bases[1])
    switch ThreeWay.merge(base: root, ours: one, theirs: other) {
    case .settled(let entry): return .entry(entry)
    case .conflict: return nil
    case .lines(let kind):
      let versions = try versions(try lines.content(root), one, other, kind, at: contested.path)
      return try lines.agreedMerge(versions).map { .lines($0, kind) }
    }
  }

  /// The trees of the merge bases of the two merge bases; none where there are not two.
  private func rootsOfBases() throws(GitError) -> [TreeID] {
    guard bases.count == 2 else { return [] }
    var roots: [TreeID] = []
    for root in try repository.mergeBases(bases[0], bases[1]) {
      roots.append(try repository.outline(of: root).tree)
    }
    return roots
  }

  private func versions(
    _ base: [UInt8]?, _ ours: TreeEntry?, _ theirs: TreeEntry?, _ kind: FileKind,
    at path: TreePath
  ) throws(GitError) -> LinesJudge.Versions {
    var contents: (base: [UInt8], ours: [UInt8], theirs: [UInt8])?
    if let base, let ours = try lines.content(ours), let theirs = try lines.content(theirs) {
      contents = (base, ours, theirs)
    }
    return LinesJudge.Versions(contents: contents, kind: kind, path: path)
  }

  private var lines: LinesJudge {
    LinesJudge(
      repository: repository,
      attributes: MergeAttributes(repository: repository, trees: [ours, theirs, result]))
  }

  // MARK: What explains a difference

  /// Takes out of the differing paths what a conflict or a rename may explain.
  private func sorted(
    _ differing: [PathChange], beside conflicts: [TreePath: MergeDifference.LeftOut.Reason]
  ) throws(GitError) -> MergeDifference {
    var difference = MergeDifference()
    var leftOut = conflicts
    let clashes = PathClashes(
      repository: repository, bases: baseTrees, ours: ours, theirs: theirs,
      conflicts: Set(conflicts.keys))
    var renames: RenameTouch?
    var areBasesClashing: Bool?
    for change in differing {
      if try clashes.isEverywhere(change.path) {
        difference.changes.append(change)
        continue
      }
      if try clashes.explain(change) {
        leftOut[change.path] = .conflict
        continue
      }
      // Both are dear, and the same for every path.
      if areBasesClashing == nil { areBasesClashing = try basesClash() }
      if areBasesClashing == true {
        leftOut[change.path] = .severalBases
      } else {
        if renames == nil { renames = try RenameTouch(repository, scenes()) }
        if try renames?.touches(change.path) == true {
          leftOut[change.path] = .renamed
        } else {
          difference.changes.append(change)
        }
      }
    }
    difference.changes.sort { $0.path < $1.path }
    difference.leftOut = leftOut.map { .init(path: $0, reason: $1) }
      .sorted { $0.path < $1.path }
    return difference
  }

  /// Whether merging the bases ends in a conflict. git then goes on with files of names and contents
  /// that stand in no commit, and may see renames from and to them.
  private func basesClash() throws(GitError) -> Bool {
    guard bases.count > 1 else { return false }
    let roots = try rootsOfBases()
    guard bases.count == 2, roots.count < 2 else { return true }
    var walk = MergeWalk(repository)
    let (one, other) = (baseTrees[0], baseTrees[1])
    try walk.walk(
      bases: roots.isEmpty ? [nil] : roots, ours: one, theirs: other, result: one)
    for contested in walk.contested {
      let outcome = ThreeWay.merge(
        base: contested.bases[0], ours: contested.ours, theirs: contested.theirs)
      if outcome == .conflict { return true }
    }
    let clashes = PathClashes(
      repository: repository, bases: roots, ours: one, theirs: other, conflicts: [])
    for change in walk.differing where try clashes.explain(change) { return true }
    return false
  }

  private func scenes() throws(GitError) -> [(base: TreeID, ours: TreeID, theirs: TreeID)] {
    var scenes = baseTrees.map { (base: $0, ours: ours, theirs: theirs) }
    // Several bases are merged first, with renames of their own.
    for root in try rootsOfBases() {
      scenes.append((base: root, ours: baseTrees[0], theirs: baseTrees[1]))
    }
    return scenes
  }
}
