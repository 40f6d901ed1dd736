public import GitModel

/// A named class of branches, such as `intermediate`.
/// Every branch and step has one, so it is one object.
public final class Lane: Sendable {
  public let name: String
  public let pattern: PathPattern

  public init(name: String, pattern: PathPattern) {
    self.name = name
    self.pattern = pattern
  }
}

extension Lane: Hashable {
  public static func == (one: Lane, other: Lane) -> Bool {
    one.name == other.name && one.pattern == other.pattern
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A way by which a change may come onto a branch.
public enum Method: String, CaseIterable, Hashable, Sendable {
  case merge
  case fastForward = "fast-forward"
  case squash
  case commit
}

/// Some of the ways by which a change may come.
public struct Methods: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt8 = 0

  public init(_ methods: some Sequence<Method>) {
    for method in methods { bits |= Self.bit(method) }
  }

  public init(arrayLiteral methods: Method...) { self.init(methods) }

  public func contains(_ method: Method) -> Bool { bits & Self.bit(method) != 0 }

  private static func bit(_ method: Method) -> UInt8 {
    switch method {
    case .merge: 1
    case .fastForward: 2
    case .squash: 4
    case .commit: 8
    }
  }
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

/// All that a promotion asks of each step.
public struct Requirements: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt8 = 0

  public init(_ requirements: some Sequence<Requirement>) {
    for requirement in requirements { bits |= Self.bit(requirement) }
  }

  public init(arrayLiteral requirements: Requirement...) { self.init(requirements) }

  public var isEmpty: Bool { bits == 0 }
  public func contains(_ requirement: Requirement) -> Bool { bits & Self.bit(requirement) != 0 }

  private static func bit(_ requirement: Requirement) -> UInt8 {
    switch requirement {
    case .fresh: 1
    case .entry: 2
    case .sameTree: 4
    }
  }
}

/// An allowed way into a lane. Every step has one, so it is one object.
public final class Promotion: Sendable {
  /// The names of the lanes that may come in.
  public let from: [String]
  public let by: Methods
  public let requires: Requirements

  public init(from: [String], by: Methods, requires: Requirements = []) {
    self.from = from
    self.by = by
    self.requires = requires
  }
}

extension Promotion: Hashable {
  public static func == (one: Promotion, other: Promotion) -> Bool {
    one.from == other.from && one.by == other.by && one.requires == other.requires
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(from) }
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
