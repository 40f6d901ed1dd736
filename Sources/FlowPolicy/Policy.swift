public import GitModel

/// The team's rules, as the policy file states them. ``init()`` gives the defaults.
public struct Policy: Hashable, Sendable {
  /// Whether a breach stops anything.
  public enum Mode: String, CaseIterable, Hashable, Sendable { case enforce, advise }
  /// The language that messages are written in.
  public enum Messages: String, CaseIterable, Hashable, Sendable {
    case auto
    case english = "en"
    case russian = "ru"
  }

  public var mode: Mode = .enforce
  /// In order: the first pattern that matches a branch decides.
  public var lanes = Self.teamLanes
  /// What each lane may receive, by the lane's name. A lane without one is free.
  public var promotions = Self.teamPromotions
  public var experiments = Experiments()
  /// Severities that differ from ``RuleID/defaultSeverity``.
  public var severities: ShortMap<RuleID, Severity> = [:]
  /// Whether merge subjects count as attribution everywhere (`trust: [messages]`).
  public var trustsMessages = false
  /// Tag patterns and the lane on whose chain such tags must stand, in the order written.
  public var tags: [TagRule] = []
  /// Who each `{owner}` is: addresses, and names at the forge (with a leading `@`).
  public var owners: [String: [String]] = [:]
  public var waivers: [Waiver] = []
  /// A commit id of at least seven digits; it and its ancestors are never judged.
  public var baseline: String?
  public var messages: Messages = .auto
  public var layout = Layout()
  /// The largest new blob for a path, first match wins.
  public var fileSizes: [FileSizeRule] = []

  public init() {}

  // Made once: a run makes many policies, and most of them are this one.
  private static let teamLanes = [
    Lane(name: "main", pattern: PathPattern("main")),
    Lane(name: "develop", pattern: PathPattern("develop")),
    Lane(name: "intermediate", pattern: PathPattern("intermediate/{owner}")),
    Lane(name: "experiment", pattern: PathPattern("**")),
  ]

  private static let teamPromotions: ShortMap<String, Promotion> = {
    var promotions = ShortMap<String, Promotion>()
    promotions["intermediate"] = Promotion(
      from: ["experiment", "develop"], by: [.merge, .fastForward, .commit])
    promotions["develop"] = Promotion(
      from: ["intermediate"], by: [.merge], requires: [.fresh, .entry])
    promotions["main"] = Promotion(
      from: ["develop"], by: [.merge, .fastForward], requires: [.sameTree])
    return promotions
  }()

  /// The severity of a rule under this policy, before ``mode``.
  public func severity(of rule: RuleID) -> Severity { severities[rule] ?? rule.defaultSeverity }

  /// The first lane whose pattern the branch matches; nil where the lanes leave it out.
  public func match(_ branch: BranchName) -> LaneMatch? {
    for lane in lanes {
      guard let match = lane.pattern.match(branch.bytes) else { continue }
      let owner = lane.pattern.hasOwner ? String(decoding: match.owner, as: UTF8.self) : nil
      return LaneMatch(lane: lane, owner: owner)
    }
    return nil
  }

  /// Whether the policy asks anything at all of a ref: it is a branch of a lane with a promotion,
  /// a tag of a known pattern, or its name is one to wonder at.
  public func judges(_ ref: RefName) -> Bool {
    if let branch = ref.branch, let match = match(branch), promotion(into: match.lane) != nil {
      return true
    }
    return asksByName(of: ref)
  }

  /// Whether a rule asks something of the reference itself, whatever its lane.
  func asksByName(of ref: RefName) -> Bool {
    if severity(of: .tagSource) != .off, TagSource.rule(for: ref, self) != nil { return true }
    return severity(of: .lookAlike) != .off && LookAlike.concerns(ref, self)
  }

  public func lane(named name: String) -> Lane? { lanes.first { $0.name == name } }

  public func promotion(into lane: Lane) -> Promotion? { promotions[lane.name] }

  /// A lane is protected when its promotion does not allow plain commits.
  public func isProtected(_ lane: Lane) -> Bool {
    guard let promotion = promotions[lane.name] else { return false }
    return promotion.by.contains(.commit) == false
  }

  public func isProtected(_ branch: BranchName) -> Bool {
    match(branch).map { isProtected($0.lane) } ?? false
  }
}

/// The `experiments:` section: where results are described, and what an entry must hold.
public struct Experiments: Hashable, Sendable {
  public var directory: TreePath = "experiments"
  /// Which files below the directory are the shared journals.
  public var files = Self.markdown
  /// Headings or bold fields that an entry fills in.
  public var sections: [String] = []
  /// Whether an entry names an experiment branch that comes in.
  public var namesBranch = true
  /// A step that touches only these paths owes no entry.
  public var exempt: [PathPattern] = []
  /// Metrics and which direction is better.
  public var metrics: [Metric] = []

  public struct Metric: Hashable, Sendable {
    public enum Direction: String, CaseIterable, Hashable, Sendable { case higher, lower }
    public let name: String
    public let better: Direction

    public init(name: String, better: Direction) {
      self.name = name
      self.better = better
    }
  }

  public init() {}

  private static let markdown = [PathPattern("**/*.md")]

  /// Whether a path is one of the shared journals.
  public func isJournal(_ path: TreePath) -> Bool {
    guard let relative = path.relative(to: directory) else { return false }
    return files.contains { $0.matches(relative) }
  }
}

/// A tag pattern and the lane on whose first-parent chain such tags must stand.
public struct TagRule: Hashable, Sendable {
  public let pattern: PathPattern
  public let lane: String

  public init(pattern: PathPattern, lane: String) {
    self.pattern = pattern
    self.lane = lane
  }
}

/// The `layout:` section.
public struct Layout: Hashable, Sendable {
  public var required: [TreePath] = []
  /// A file and the lock that must change with it, in the order written.
  public var locks: [Lock] = []

  public struct Lock: Hashable, Sendable {
    public let source: TreePath
    public let lock: TreePath

    public init(source: TreePath, lock: TreePath) {
      self.source = source
      self.lock = lock
    }
  }

  public init() {}
}

/// The largest new blob that a path may get.
public struct FileSizeRule: Hashable, Sendable {
  public let pattern: PathPattern
  /// In bytes.
  public let limit: Int64

  public init(pattern: PathPattern, limit: Int64) {
    self.pattern = pattern
    self.limit = limit
  }
}
