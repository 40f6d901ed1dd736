public import GitModel
public import Wording

/// What a proposal comes to.
public enum Verdict: String, Hashable, Sendable {
  case allowed, refused, undecided
}

/// All that was found out about a proposal. ``verdict`` follows from it and is stored nowhere.
public struct Judgement: Hashable, Sendable {
  /// A ref that was judged.
  public struct Judged: Hashable, Sendable {
    public let ref: RefName
    /// The lane's name; nil for what is no branch or matches no lane.
    public let lane: String?
    public let before: ObjectID?
    /// nil where the ref is deleted or the commit is not made yet.
    public let after: ObjectID?
    /// How many steps were judged, the way of incoming branches not counted.
    public var steps: Int
    /// The merge request's source.
    public let source: Attribution?

    public init(
      ref: RefName, lane: String?, before: ObjectID?, after: ObjectID?, steps: Int,
      source: Attribution? = nil
    ) {
      self.ref = ref
      self.lane = lane
      self.before = before
      self.after = after
      self.steps = steps
      self.source = source
    }
  }

  public var subjects: [Judged]
  public var findings: [Finding]
  public var gaps: [Gap]
  /// What else a person should know: what was left out, skipped or free, and why.
  public var notes: [Phrase]
  /// Notes that hooks tell as well, though nothing is wrong: that commits are free while a
  /// repository is set up.
  public var announcements: [Phrase] = []

  public init(
    subjects: [Judged] = [], findings: [Finding] = [], gaps: [Gap] = [], notes: [Phrase] = []
  ) {
    self.subjects = subjects
    self.findings = findings
    self.gaps = gaps
    self.notes = notes
  }

  public var errors: [Finding] { findings.filter { $0.severity == .error && $0.waivedBy == nil } }
  public var warnings: [Finding] {
    findings.filter { $0.severity == .warning && $0.waivedBy == nil }
  }
  public var waived: [Finding] { findings.filter { $0.waivedBy != nil } }

  public var verdict: Verdict {
    if errors.isEmpty == false { return .refused }
    return gaps.contains(where: \.blocks) ? .undecided : .allowed
  }
}
