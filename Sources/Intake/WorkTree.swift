public import FlowPolicy
public import GitModel

/// What a commit hook finds in the work tree, as far as a proposal needs it.
public struct WorkTree: Hashable, Sendable {
  /// The branch that will get the commit: HEAD's, or while a rebase runs the one being rebased.
  /// nil where HEAD is detached and nothing is under way: then no branch moves.
  public let branch: RefName?
  /// HEAD's commit; nil on an unborn branch.
  public let tip: ObjectID?
  /// The commits in MERGE_HEAD.
  public let mergeHeads: [ObjectID]
  public let activity: PendingCommit.Activity
  /// The commit that a cherry-pick or revert works on.
  public let picked: ObjectID?

  public init(
    branch: RefName?, tip: ObjectID?, mergeHeads: [ObjectID] = [],
    activity: PendingCommit.Activity = .commit, picked: ObjectID? = nil
  ) {
    self.branch = branch
    self.tip = tip
    self.mergeHeads = mergeHeads
    self.activity = activity
    self.picked = picked
  }

  /// The commit that would be made with the heads that come in beside HEAD.
  func pending(
    heads: [ObjectID], hints: ShortMap<ObjectID, [BranchName]>, tree: TreeID
  ) -> PendingCommit? {
    guard let branch else { return nil }
    let parents = tip.map { [$0] } ?? []
    return PendingCommit(
      ref: branch, parents: parents + heads.filter { $0 != tip }, tree: tree, hints: hints,
      activity: heads.isEmpty ? activity : .merge, picked: picked)
  }
}
