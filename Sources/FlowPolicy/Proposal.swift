public import GitModel
public import Wording

/// What somebody wants: ref updates, or one commit or merge that is about to be made.
public struct Proposal: Hashable, Sendable {
  public var occasion: Occasion
  /// The refs that are to move, all of them, in the order given.
  public var moves: [RefMove]
  /// The commit or merge that is about to be made.
  public var pending: PendingCommit?
  /// Whether an audit judges the incoming branches too.
  public var isDeep = false
  /// The source branch that CI variables or a flag name.
  public var source: DeclaredSource?
  public var actor: Actor?
  public var today: Day
  /// The remote in whose view branches are protected; nil where there is none.
  public var remote: String?
  /// Whose repository this is at its forge, as merge subjects name forks; nil where it is unknown.
  public var repositoryOwner: String?
  /// Whether a branch of the destination that is not seen here is certainly not there.
  public var seesDestination = true
  /// Whether others are merged first (a merge train or queue), so that nobody can have pulled them.
  public var isQueued = false

  /// Where the proposal was met. It changes the evidence at hand and the words of a remedy,
  /// never the rules.
  public enum Occasion: String, Hashable, Sendable {
    /// A commit or merge in a work tree.
    case commit
    /// A push that is about to leave.
    case push
    /// A push that arrives on a server.
    case receive
    /// A merge request, there or imagined.
    case mergeRequest
    /// A branch that has already moved (a pipeline after the merge).
    case moved
    /// The whole history of branches, long after it was made.
    case audit
  }

  public init(
    occasion: Occasion, moves: [RefMove] = [], pending: PendingCommit? = nil,
    source: DeclaredSource? = nil, actor: Actor? = nil, today: Day, remote: String? = nil
  ) {
    self.occasion = occasion
    self.moves = moves
    self.pending = pending
    self.source = source
    self.actor = actor
    self.today = today
    self.remote = remote
  }
}

/// A branch whose history is judged as it stands.
public struct AuditedBranch: Hashable, Sendable {
  /// The full name, as the report has it.
  public let ref: RefName
  public let tip: ObjectID
  /// It and its ancestors are not judged.
  public let since: ObjectID?
  /// Steps that were committed before this second since 1970 are not judged.
  public let sinceTime: Int64?

  public init(ref: RefName, tip: ObjectID, since: ObjectID? = nil, sinceTime: Int64? = nil) {
    self.ref = ref
    self.tip = tip
    self.since = since
    self.sinceTime = sinceTime
  }
}

/// A reference that goes from one object to another.
public struct RefMove: Hashable, Sendable {
  /// The full name at the destination.
  public let ref: RefName
  /// nil where the ref is made.
  public let before: ObjectID?
  /// nil where the ref is deleted.
  public let after: ObjectID?

  public init(ref: RefName, before: ObjectID?, after: ObjectID?) {
    self.ref = ref
    self.before = before
    self.after = after
  }
}

/// A commit that does not exist yet: its result is a tree.
public struct PendingCommit: Hashable, Sendable {
  /// The branch that would get it, in full.
  public let ref: RefName
  /// The first is the branch's tip (none on an unborn branch), the others come in.
  public let parents: [ObjectID]
  public let tree: TreeID
  /// Paths whose content in `tree` is not settled: conflicts of an imagined merge.
  public let conflicts: [TreePath]
  /// True where the guard made the merge itself in memory (a merge request that does not exist
  /// yet); its content is the automatic merge's by construction.
  public let isImagined: Bool
  /// Names that a hook's environment gives for incoming heads: hints until they are confirmed.
  public let hints: ShortMap<ObjectID, [BranchName]>
  /// What the person was doing, for the words of the remedy.
  public let activity: Activity
  /// The commit that a cherry-pick or revert works on.
  public let picked: ObjectID?
  /// Whether the person's own index holds all of it: `git commit -a` and `git commit PATH` use
  /// an index of their own, which is gone when the commit is refused.
  public var isStaged = true

  public enum Activity: String, Hashable, Sendable {
    case commit, merge, rebase
    case cherryPick = "cherry-pick"
    case revert
  }

  public init(
    ref: RefName, parents: [ObjectID], tree: TreeID, conflicts: [TreePath] = [],
    isImagined: Bool = false, hints: ShortMap<ObjectID, [BranchName]> = [:], activity: Activity,
    picked: ObjectID? = nil
  ) {
    self.ref = ref
    self.parents = parents
    self.tree = tree
    self.conflicts = conflicts
    self.isImagined = isImagined
    self.hints = hints
    self.activity = activity
    self.picked = picked
  }
}

/// A source that was named by a flag or by CI variables; it counts as it is.
public struct DeclaredSource: Hashable, Sendable {
  public let branch: BranchName
  public let head: ObjectID
  /// The fork's owner where the branch is not the target repository's own.
  public let fork: String?

  public init(branch: BranchName, head: ObjectID, fork: String? = nil) {
    self.branch = branch
    self.head = head
    self.fork = fork
  }
}

/// Who moves a branch.
public struct Actor: Hashable, Sendable {
  /// What stands behind the name.
  public enum Certainty: Hashable, Sendable {
    /// A forge, `gitflow-guard.owner` or `owners:` says so.
    case known
    /// Guessed from an address.
    case guessed
  }

  /// The name that `{owner}` is compared with.
  public let owner: String
  public let certainty: Certainty
  /// Where the name comes from, such as `gitflow-guard.owner`.
  public let origin: Phrase

  public init(owner: String, certainty: Certainty, origin: Phrase) {
    self.owner = owner
    self.certainty = certainty
    self.origin = origin
  }
}
