public import GitModel

/// The policies that judge a proposal: one, and others for refs whose own old tip holds one.
public struct Policies: Sendable {
  public var standard: Policy
  public var byRef: ShortMap<RefName, Policy>

  public init(_ standard: Policy, byRef: ShortMap<RefName, Policy> = [:]) {
    self.standard = standard
    self.byRef = byRef
  }

  public func policy(for ref: RefName) -> Policy { byRef[ref] ?? standard }
}

/// Judges proposals. Total: it never throws; a question without an answer becomes a ``Gap``.
public struct Engine: Sendable {
  public let rules: [any Rule]

  public init(rules: [any Rule] = RuleCatalog.all) { self.rules = rules }

  public func judge(
    _ proposal: Proposal, by policies: Policies, on facts: any Evidence
  ) -> Judgement {
    var judgement = Judgement()
    for move in proposal.moves {
      judgement.append(judge(move, of: proposal, by: policies, on: facts))
    }
    if let pending = proposal.pending {
      let policy = policies.policy(for: pending.ref)
      var trial = Trial(engine: self, policy: policy, proposal: proposal, facts: facts)
      trial.judge(pending)
      judgement.append(trial.outcome)
    }
    return judgement
  }

  /// Judges one of a proposal's moves.
  func judge(
    _ move: RefMove, of proposal: Proposal, by policies: Policies, on facts: any Evidence
  ) -> Judgement {
    let policy = policies.policy(for: move.ref)
    var trial = Trial(engine: self, policy: policy, proposal: proposal, facts: facts)
    trial.judge(move)
    return trial.outcome
  }
}

extension Judgement {
  mutating func append(_ other: Judgement) {
    subjects += other.subjects
    findings += other.findings
    gaps += other.gaps
    for text in other.announcements where announcements.contains(text) == false {
      announcements.append(text)
    }
    for note in other.notes where notes.contains(note) == false { notes.append(note) }
  }
}
