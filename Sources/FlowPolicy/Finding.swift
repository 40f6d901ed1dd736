public import GitModel
public import Wording

/// One breach of one rule.
public struct Finding: Hashable, Sendable {
  public let rule: RuleID
  public var severity: Severity
  /// The reference of the subject in which it was found.
  public let ref: RefName
  /// The step's commit; nil where nothing is committed yet, or where the ref's move is the breach.
  public let commit: ObjectID?
  public let path: TreePath?
  /// The line of ``path`` at which it is, counted from 1; nil where it is about the whole.
  public var line: Int?
  /// The branch that came in, where one did.
  public let source: Attribution?
  /// One sentence, without its full stop, that says what was wrong.
  public let message: Phrase
  /// The evidence, a line each.
  public let details: [Phrase]
  public var remedy: Remedy
  /// Whether it is an error under `mode: advise` as well.
  public var isFirm = false
  /// The waiver that covers it; a waived finding is printed and counted, and stops nothing.
  public var waivedBy: Waiver?

  public init(
    rule: RuleID, severity: Severity, ref: RefName, commit: ObjectID? = nil,
    path: TreePath? = nil, source: Attribution? = nil, message: Phrase, details: [Phrase] = [],
    remedy: Remedy = Remedy(), waivedBy: Waiver? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.ref = ref
    self.commit = commit
    self.path = path
    self.source = source
    self.message = message
    self.details = details
    self.remedy = remedy
    self.waivedBy = waivedBy
  }
}

/// A question of a rule that could not be answered for a subject.
public struct Gap: Hashable, Sendable {
  public let rule: RuleID
  public let ref: RefName
  public let cause: EvidenceGap
  /// Whether it leaves the verdict open: the rule is an error.
  public let blocks: Bool

  public init(rule: RuleID, ref: RefName, cause: EvidenceGap, blocks: Bool) {
    self.rule = rule
    self.ref = ref
    self.cause = cause
    self.blocks = blocks
  }
}

/// The commands that mend a breach, in the order in which they are to be run. Several breaches of
/// one proposal are mended together: their remedies merge into one list without repetition.
public struct Remedy: Hashable, Sendable {
  /// When a command has its turn.
  public enum Phase: Int, Hashable, Sendable, Comparable {
    case abort, keep, restore, enter, sync, bring, describe, conclude, deliver
    public static func < (one: Phase, other: Phase) -> Bool { one.rawValue < other.rawValue }
  }

  public struct Step: Hashable, Sendable {
    public let phase: Phase
    /// A shell command, or a line that begins with `#` and tells what only a person can do.
    public let line: Phrase

    public init(_ phase: Phase, _ line: Phrase) {
      self.phase = phase
      self.line = line
    }

    public init(_ phase: Phase, _ command: String) {
      self.init(phase, Phrase(verbatim: command))
    }
  }

  public private(set) var steps: [Step]

  public init(_ steps: [Step] = []) { self.steps = steps }

  public var lines: [Phrase] { steps.map(\.line) }
  public var isEmpty: Bool { steps.isEmpty }

  /// Both remedies in one, each phase once through, nothing twice. One description is enough.
  public func merged(with other: Remedy) -> Remedy {
    var result = steps
    let isDescribed = steps.contains { $0.phase == .describe }
    for step in other.steps where result.contains(step) == false {
      if isDescribed, step.phase == .describe { continue }
      let place = result.firstIndex { $0.phase > step.phase } ?? result.endIndex
      result.insert(step, at: place)
    }
    return Remedy(result)
  }
}
