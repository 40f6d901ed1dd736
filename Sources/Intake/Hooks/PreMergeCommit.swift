public import FlowPolicy
public import GitModel

/// The hook that a merge without conflicts runs before its commit. There is no MERGE_HEAD yet:
/// the heads are in the environment alone.
public enum PreMergeCommit {
  public static func pending(
    _ workTree: WorkTree, environment: Variables, tree: TreeID
  ) -> PendingCommit? {
    let hints = MergeHints(environment: environment)
    let heads = workTree.mergeHeads + hints.heads.filter { !workTree.mergeHeads.contains($0) }
    return workTree.pending(heads: heads, hints: hints.names, tree: tree)
  }
}
