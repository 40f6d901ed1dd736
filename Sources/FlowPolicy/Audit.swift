public import GitModel

/// The part of a branch's first-parent chain that an audit judges.
public struct ChainToJudge: Hashable, Sendable {
  public let branch: AuditedBranch
  /// The commits, newest first.
  public let ids: [ObjectID]
  /// Where the last commit is another protected branch's as well: the branch that this one was
  /// fast-forwarded to. What is below is that branch's own history.
  public let forwardedFrom: Attribution?
}

/// What an audit found out about one step, for who prints the chain or counts by author.
public struct AuditedStep: Hashable, Sendable {
  public let step: Step
  public let findings: [Finding]
  /// The paths that `merge-content` can't judge: in conflict, or touched by a rename.
  public let leftOut: [TreePath]
}

extension Engine {
  /// What an audit judges of a branch: down to the root, to what `--since` names, to the policy's
  /// baseline, or to where another protected branch's chain begins that it may be fast-forwarded to.
  public func chain(
    of branch: AuditedBranch, in proposal: Proposal, by policy: Policy, on facts: any Evidence
  ) throws(EvidenceGap) -> ChainToJudge {
    var bases = [branch.since].compactMap { $0 }
    if let baseline = policy.baseline { bases.append(try facts.baseline(baseline)) }
    let ids = try facts.chain(from: branch.tip, notIn: bases)
    let whole = ChainToJudge(branch: branch, ids: ids, forwardedFrom: nil)
    guard let name = branch.ref.branch, let lane = policy.match(name)?.lane,
      let promotion = policy.promotion(into: lane), promotion.by.contains(.fastForward)
    else { return whole }
    let inquiry = try Inquiry(policy: policy, proposal: proposal, facts: facts)
    var places: [ObjectID: Int] = [:]
    for (place, id) in ids.enumerated() { places[id] = place }
    var end = ids.count
    var source: Attribution?
    for placed in inquiry.candidates(for: name, promotion).vouching.branches
    where policy.isProtected(placed.lane.lane) {
      var current: ObjectID? = placed.branch.tip
      while let id = current {
        if let place = places[id] {
          if place < end {
            end = place
            source = Attribution(
              branch: placed.branch.spelled, lane: placed.lane, head: id, kind: .ref)
          }
          break
        }
        current = try facts.parents(of: id).first
      }
    }
    guard let source else { return whole }
    return ChainToJudge(branch: branch, ids: Array(ids[...end]), forwardedFrom: source)
  }

  /// Judges a part of a branch's chain as history that stands.
  ///
  /// The parts of a chain may be judged apart, by several processes: what is found out about a step
  /// depends on no other.
  ///
  /// - Parameters:
  ///   - part: places in the chain.
  ///   - observe: called for each step, newest first.
  public func audit(
    _ chain: ChainToJudge, part: Range<Int>, in proposal: Proposal, by policy: Policy,
    on facts: any Evidence, observe: (AuditedStep) -> Void
  ) -> Judgement {
    var policy = policy
    // Most branches of an old history are gone: that nothing shows them accuses nobody.
    if policy.severities[.unattributedSource] == nil {
      policy.severities[.unattributedSource] = .warning
    }
    var trial = Trial(engine: self, policy: policy, proposal: proposal, facts: facts)
    trial.audit(chain, part: part, observe: observe)
    return trial.outcome
  }
}

extension Trial {
  fileprivate mutating func audit(
    _ chain: ChainToJudge, part: Range<Int>, observe: (AuditedStep) -> Void
  ) {
    let branch = chain.branch
    guard let move = subject(branch.ref, before: branch.since, after: branch.tip) else { return }
    answering(for: move) { trial throws(EvidenceGap) in
      var inquiry = try Inquiry(policy: trial.policy, proposal: trial.proposal, facts: trial.facts)
      let audited = AuditedChain(chain.ids, trial.facts)
      inquiry.audited = audited
      let walk = StepWalk(
        inquiry: inquiry, ref: move.ref, branch: move.branch, lane: move.lane,
        promotion: move.promotion, isOnTheWay: false, received: [])
      for place in part {
        audited.place = place
        let source = place == chain.ids.count - 1 ? chain.forwardedFrom : nil
        trial.firstOfStep = (trial.outcome.findings.count, trial.outcome.gaps.count)
        trial.answering(for: move) { trial throws(EvidenceGap) in
          let commit = try trial.facts.commit(chain.ids[place])
          if let since = branch.sinceTime, commit.time < since { return }
          let step = try walk.step(standing: commit, forwardedFrom: source)
          try trial.audit(step, walk.inquiry.before(step), observe)
        }
      }
    }
  }

  private mutating func audit(
    _ step: Step, _ inquiry: Inquiry, _ observe: (AuditedStep) -> Void
  ) throws(EvidenceGap) {
    outcome.subjects[outcome.subjects.count - 1].steps += 1
    examine(.step(step), inquiry)
    let own = Array(outcome.findings[firstOfStep.findings...])
    observe(AuditedStep(step: step, findings: own, leftOut: leftOut(of: step)))
    if proposal.isDeep { try judgeWays(of: step, inquiry) }
  }
}
