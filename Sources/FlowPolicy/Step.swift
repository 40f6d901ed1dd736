public import GitModel
public import Wording

/// One commit on a branch's first-parent chain that is new to that branch, one that is about to
/// be made, or one fast-forward onto a branch of an allowed lane.
public struct Step: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// At most one parent.
    case commit
    /// Two parents or more.
    case merge
    /// The branch was set to a commit of another branch.
    case fastForward
  }

  /// The reference of the subject, for the report.
  public let ref: RefName
  /// The branch by whose lane the step is judged: the subject's own, or, on the way into a
  /// protected branch, the incoming one.
  public let branch: BranchName
  public let lane: LaneMatch
  public let promotion: Promotion
  public let isProtected: Bool
  public let kind: Kind
  /// The branch before this step (P1); nil for a root commit or a new branch.
  public let before: ObjectID?
  /// The step's commit; nil where it is about to be made.
  public let commit: Commit?
  /// The tree of the step's result.
  public let tree: TreeID
  public let incoming: [Incoming]
  /// For a one-parent commit: the branch whose merge would give exactly this tree (a squash).
  public let squashOf: Attribution?
  /// For the newest of several commits that were pushed onto a protected branch without a merge:
  /// the branch on whose first-parent chain it stands (a fast-forward that is not allowed).
  public let forwardedFrom: Attribution?
  /// The commit that is about to be made.
  public let pending: PendingCommit?
  /// Whether this is a step of a branch that comes in, not of the subject itself.
  public let isOnTheWay: Bool
  /// The tips whose commits are no steps: the branch's old tip, the protected branches.
  public let bases: [ObjectID]
  /// What the receiving branches had before, beside P1: their commits do not come in again.
  public let received: [ObjectID]

  /// Conflicts of an imagined merge, whose content is not settled.
  public var conflicts: [TreePath] { pending?.conflicts ?? [] }

  /// How messages call the step: its short id, or what is about to happen.
  public var name: Phrase {
    if let commit { return Phrase(verbatim: commit.id.short) }
    return pending?.activity == .merge ? Phrase("this merge") : Phrase("this commit")
  }

  /// The id and subject line, for the evidence.
  public var citation: Phrase {
    guard let commit else { return name }
    return Phrase(verbatim: "\(commit.id.short) \(Visible.text(commit.subject))")
  }
}

/// The move of a branch as a whole, seen beside its steps.
public struct BranchMove: Hashable, Sendable {
  public let ref: RefName
  public let branch: BranchName
  public let lane: LaneMatch
  public let promotion: Promotion
  public let isProtected: Bool
  public let before: ObjectID?
  /// nil for a deletion, and where the commit is about to be made.
  public let after: ObjectID?
  public let pending: PendingCommit?

  public var isDeletion: Bool { after == nil && pending == nil }
  public var isCreation: Bool { before == nil && after != nil }
}

/// What a rule may look at.
public enum Subject: Hashable, Sendable {
  case step(Step)
  case move(BranchMove)
  /// Any reference that moves, tags and branches of free lanes included.
  case ref(RefMove)
}
