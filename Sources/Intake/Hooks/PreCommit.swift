public import FlowPolicy
public import GitModel

/// The hook that `git commit` runs first, also when it concludes a merge that had a conflict or
/// was refused by pre-merge-commit: then MERGE_HEAD names the heads.
public enum PreCommit {
  public static func pending(_ workTree: WorkTree, tree: TreeID) -> PendingCommit? {
    workTree.pending(heads: workTree.mergeHeads, hints: [:], tree: tree)
  }
}
