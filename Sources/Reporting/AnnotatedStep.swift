public import FlowPolicy
public import GitModel

/// A step of an audited chain as `audit --annotate` prints it.
public struct AnnotatedStep: Hashable, Sendable {
  /// How the step came onto the branch.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    case commit, merge, octopus, squash
    case fastForward = "fast-forward"
    /// A commit without parents.
    case root
  }

  /// Where one head came from.
  public struct Source: Hashable, Sendable {
    /// The branch's name or the head's id; nil where the branch had it before.
    public let name: String?
    public let lane: String?
    public let head: ObjectID
    public let evidence: EvidenceKind

    public init(name: String?, lane: String?, head: ObjectID, evidence: EvidenceKind) {
      self.name = name
      self.lane = lane
      self.head = head
      self.evidence = evidence
    }
  }

  public let ref: RefName
  public let commit: ObjectID
  public let method: Method
  public let sources: [Source]
  /// The committer's time in seconds since 1970.
  public let time: Int64
  public let author: [UInt8]
  public let subject: [UInt8]
  /// Paths that `merge-content` can't judge: in conflict, or touched by a rename.
  public let leftOut: [TreePath]

  public init(
    ref: RefName, commit: ObjectID, method: Method, sources: [Source], time: Int64,
    author: [UInt8], subject: [UInt8], leftOut: [TreePath]
  ) {
    self.ref = ref
    self.commit = commit
    self.method = method
    self.sources = sources
    self.time = time
    self.author = author
    self.subject = subject
    self.leftOut = leftOut
  }

  /// nil for a step that is not committed.
  public init?(_ audited: AuditedStep) {
    let step = audited.step
    guard let commit = step.commit else { return nil }
    let method: Method =
      switch step.kind {
      case .commit where commit.parents.isEmpty: .root
      case .commit: step.squashOf == nil ? .commit : .squash
      case .merge: step.incoming.count > 1 ? .octopus : .merge
      case .fastForward: .fastForward
      }
    let sources = step.incoming.map { incoming in
      switch incoming.standing {
      case .arrives(let found), .sameBranch(let found):
        Source(
          name: found.spelled, lane: found.lane?.lane.name, head: incoming.head,
          evidence: found.kind)
      case .unattributed(let claim):
        Source(
          name: claim?.description ?? incoming.head.short, lane: nil, head: incoming.head,
          evidence: .none)
      case .alreadyThere:
        Source(name: nil, lane: nil, head: incoming.head, evidence: .ref)
      }
    }
    let squashed = step.squashOf.map {
      Source(name: $0.spelled, lane: $0.lane?.lane.name, head: $0.head, evidence: $0.kind)
    }
    self.init(
      ref: step.ref, commit: commit.id, method: method,
      sources: sources + [squashed].compactMap { $0 },
      time: commit.time, author: commit.author.name, subject: commit.subject,
      leftOut: audited.leftOut)
  }
}
