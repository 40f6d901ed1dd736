public import GitModel

/// A named class of branches, such as `intermediate`.
public struct Lane: Hashable, Sendable {
  public let name: String
  public let pattern: PathPattern

  public init(name: String, pattern: PathPattern) {
    self.name = name
    self.pattern = pattern
  }
}

/// A way by which a change may come onto a branch.
public enum Method: String, CaseIterable, Hashable, Sendable {
  case merge
  case fastForward = "fast-forward"
  case squash
  case commit
}

/// What a promotion asks of each step.
public enum Requirement: String, CaseIterable, Hashable, Sendable {
  /// The newest state of the target was pulled into the source first.
  case fresh
  /// The step adds an entry to the shared journals.
  case entry
  /// The result has the tree of the promoted commit.
  case sameTree = "same-tree"
}

/// An allowed way into a lane.
public struct Promotion: Hashable, Sendable {
  /// The names of the lanes that may come in.
  public let from: [String]
  public let by: Set<Method>
  public let requires: Set<Requirement>

  public init(from: [String], by: Set<Method>, requires: Set<Requirement> = []) {
    self.from = from
    self.by = by
    self.requires = requires
  }
}

/// A branch's lane and, where the lane's pattern has `{owner}`, whose branch it is.
public struct LaneMatch: Hashable, Sendable {
  public let lane: Lane
  /// nil where the lane's branches belong to nobody in particular.
  public let owner: String?

  public init(lane: Lane, owner: String?) {
    self.lane = lane
    self.owner = owner
  }

  /// Whether two branches belong to one person. Names are bytes, as git has them.
  func hasOwner(of other: LaneMatch) -> Bool {
    guard let owner, let theirs = other.owner else { return false }
    return owner.utf8.elementsEqual(theirs.utf8)
  }
}
