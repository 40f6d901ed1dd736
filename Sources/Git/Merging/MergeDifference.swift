public import GitModel

extension Repository {
  /// What a merge's result holds beside what merging its two parents gives, told without making
  /// the merge: docs/decisions/0010.
  ///
  /// - Throws: ``GitError``, of kind `shallow` where a merge base lies beyond the cut.
  public func mergeDifference(
    of result: TreeID, ours: ObjectID, theirs: ObjectID
  ) throws(GitError) -> MergeDifference {
    let bases = try mergeBases(ours, theirs)
    var baseTrees: [TreeID] = []
    for base in bases { baseTrees.append(try outline(of: base).tree) }
    let judge = MergeJudge(
      repository: self, bases: bases, baseTrees: baseTrees, ours: try outline(of: ours).tree,
      theirs: try outline(of: theirs).tree, result: result)
    return try judge.judge()
  }
}
