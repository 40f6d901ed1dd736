public import FlowPolicy
public import GitModel

/// The hook that every commit in a work tree runs, even under `--no-verify`, and for cherry-pick,
/// revert and rebase: the strongest gate that git has on a client.
public enum PrepareCommitMsg {
  public static func pending(
    _ workTree: WorkTree, environment: Variables, tree: TreeID
  ) -> PendingCommit? {
    let hints = MergeHints(environment: environment)
    // Only MERGE_HEAD says that a merge is concluded: the environment of an outer merge may leak
    // into commits that a hook makes.
    return workTree.pending(heads: workTree.mergeHeads, hints: hints.names, tree: tree)
  }
}
