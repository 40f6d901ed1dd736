public import GitModel

/// The kinds of evidence for which branch a head belongs to, strongest first.
public enum EvidenceKind: String, Hashable, Sendable {
  /// CI variables or a flag said so, or a hook's environment whose hint was confirmed.
  case declared
  /// A branch has the head as its tip or on its first-parent chain.
  case ref
  /// The head was once the tip of a local branch.
  case reflog
  /// The head's tree is what merging such a branch gives.
  case tree
  /// A merge subject names the branch.
  case message
  /// Nothing says which branch it was.
  case none
}

/// Which branch an incoming head belongs to, and by which evidence.
/// Steps, findings and reports pass it on, so it is one object.
public final class Attribution: Sendable {
  /// The branch as a person would type it; nil where its lane is known and its name is not.
  public let branch: BranchName?
  /// The lane and owner of that branch; nil where no lane takes it (a fork's branch that has the
  /// name of a protected one).
  public let lane: LaneMatch?
  public let head: ObjectID
  public let kind: EvidenceKind

  public init(branch: BranchName?, lane: LaneMatch?, head: ObjectID, kind: EvidenceKind) {
    self.branch = branch
    self.lane = lane
    self.head = head
    self.kind = kind
  }

  /// The branch's name, or its short object id where it has none.
  public var spelled: String { branch?.description ?? head.short }
}

extension Attribution: Hashable {
  public static func == (one: Attribution, other: Attribution) -> Bool {
    one.head == other.head && one.kind == other.kind && one.branch == other.branch
      && one.lane == other.lane
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(head)
    hasher.combine(branch)
  }
}

/// A head that a step brings in, and how it stands to the branch that receives it.
public struct Incoming: Hashable, Sendable {
  public enum Standing: Hashable, Sendable {
    /// It brings something, from this branch.
    case arrives(Attribution)
    /// It brings something, and nothing says from where. A merge subject's claim, if any, is
    /// kept to help the person: it proves nothing.
    case unattributed(claim: BranchName?)
    /// The branch had it before: nothing comes in.
    case alreadyThere
    /// Another tip of the same branch, such as one's own branch pulled from another machine.
    case sameBranch(Attribution)
  }

  public let head: ObjectID
  public let standing: Standing

  public init(head: ObjectID, standing: Standing) {
    self.head = head
    self.standing = standing
  }

  /// The attribution of a head that really comes in.
  public var attribution: Attribution? {
    if case .arrives(let attribution) = standing { attribution } else { nil }
  }
}
