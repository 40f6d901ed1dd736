public import GitModel
import Wording

extension Repository {
  /// What git's own merge of two commits gives, made in memory, by the `.gitattributes` at the
  /// root of the first. A path in conflict stands in the tree as the second commit has it.
  ///
  /// - Throws: ``GitError``, of kind `shallow` where the merge base lies beyond the cut.
  public func automaticMerge(
    of ours: ObjectID, and theirs: ObjectID
  ) throws(GitError) -> MergeOutcome {
    let bench = try workbench()
    let ourTree = try outline(of: ours).tree
    let theirTree = try outline(of: theirs).tree
    do throws(GitError) {
      let attributes = try entry(at: ".gitattributes", in: ourTree)
      try bench.setAttributes(attributes?.kind.isFile == true ? attributes?.id : nil)
      // One base is found here: libgit2 looks for it without a commit-graph, which takes seconds
      // where the commits are far apart. Several have to be merged first, and that it does itself.
      let bases = try mergeBases(ours, theirs)
      guard bases.count < 2 || isShallow == false else { throw tooManyBases(ours, theirs) }
      let merged =
        bases.count < 2
        ? try bench.merge(
          ourTree, theirTree,
          over: try bases.first.map { base throws(GitError) in try outline(of: base).tree })
        : try bench.merge(ours, theirs)
      return try outcome(of: merged, theirTree, bench)
    } catch {
      throw explained(error)
    }
  }

  func workbench() throws(GitError) -> Bench {
    if let bench { return bench }
    let bench = try Bench(store)
    self.bench = bench
    return bench
  }

  /// In a shallow clone libgit2 does not find the history that merging the bases takes.
  private func tooManyBases(_ ours: ObjectID, _ theirs: ObjectID) -> GitError {
    GitError(
      kind: .shallow, asked: Phrase("merge \(theirs) into \(ours)"),
      words: Phrase("they have several merge bases in a shallow clone; run: git fetch --unshallow"))
  }

  private func outcome(
    of merged: Staging, _ theirTree: TreeID, _ bench: Bench
  ) throws(GitError) -> MergeOutcome {
    var conflicts = Set(merged.unsettledLines().map(\.path))
    try merged.dropConflicts()
    // What stands under or above the name of a file in conflict is part of the conflict.
    var settled = merged.collisions()
    for path in conflicts {
      settled.formUnion(merged.paths(inside: path) + parents(of: path).filter(merged.holds))
    }
    for path in settled { try merged.remove(path) }
    conflicts.formUnion(settled)
    for path in conflicts.sorted() {
      let entry = try entry(at: path, in: theirTree)
      if let entry, entry.kind != .folder { try merged.add(path, entry) }
    }
    return MergeOutcome(tree: try merged.tree(on: bench), conflicts: conflicts.sorted())
  }

  private func parents(of path: TreePath) -> [TreePath] {
    path.bytes.indices.filter { path.bytes[$0] == UInt8(ascii: "/") }.map {
      TreePath(bytes: Array(path.bytes[..<$0]))
    }
  }
}
