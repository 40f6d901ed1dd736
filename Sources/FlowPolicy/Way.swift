import GitModel

/// The ways that one judgement has walked, by the head that came in.
final class KnownWays {
  var steps = ObjectTable<ObjectID, [Step]>()
}

extension Inquiry {
  /// The steps of an incoming branch that no protected branch had before the proposal, newest
  /// first, by the rules of that branch's own lane. nil where what comes in has no way to judge: a
  /// free branch, or what was there already.
  func way(of incoming: Incoming, into step: Step) throws(EvidenceGap) -> [Step]? {
    switch incoming.standing {
    case .arrives(let source):
      // A local develop that was never let through is judged as well where it comes along.
      guard let name = source.branch, let lane = source.lane,
        let promotion = policy.promotion(into: lane.lane),
        step.isProtected || (step.isOnTheWay && policy.isProtected(lane.lane))
      else { return nil }
      return try way(of: incoming.head, branch: name, lane: lane, promotion: promotion, step)
    case .sameBranch(let source):
      return try way(
        of: incoming.head, branch: source.branch ?? step.branch, lane: step.lane,
        promotion: step.promotion, step)
    case .alreadyThere, .unattributed:
      return nil
    }
  }

  private func way(
    of head: ObjectID, branch: BranchName, lane: LaneMatch, promotion: Promotion, _ step: Step
  ) throws(EvidenceGap) -> [Step] {
    if let known = ways.steps[head] { return known }
    var received = step.received
    if let before = step.before { received.insert(before, at: 0) }
    let walk = StepWalk(
      inquiry: self, ref: step.ref, branch: withoutRemote(branch), lane: lane,
      promotion: promotion, isOnTheWay: true, received: received)
    let way = try walk.steps(from: head, notIn: protectedTips.map(\.branch.tip) + received)
    ways.steps[head] = way
    return way
  }

  /// The heads of free branches that a step into a protected branch brings along, as far as it is
  /// known which branches they are.
  func experiments(in step: Step) throws(EvidenceGap) -> [Attribution] {
    var found: [Attribution] = []
    var asked: [ObjectID] = []
    try collectExperiments(in: step, &found, &asked)
    return found
  }

  private func collectExperiments(
    in step: Step, _ found: inout [Attribution], _ asked: inout [ObjectID]
  ) throws(EvidenceGap) {
    for incoming in step.incoming where asked.contains(incoming.head) == false {
      asked.append(incoming.head)
      if let source = incoming.attribution, let lane = source.lane {
        if isFree(lane.lane), source.branch != nil { found.append(source) }
        // What another protected branch has is not brought by this step.
        if step.isProtected == false, policy.isProtected(lane.lane) { continue }
      }
      for step in try way(of: incoming, into: step) ?? [] {
        try collectExperiments(in: step, &found, &asked)
      }
    }
  }

  /// The names under which an experiment's head is known: its branch's, and those of other free
  /// branches that stand at the same commit.
  func names(of experiment: Attribution) -> [BranchName] {
    var names: [BranchName] = []
    if let own = experiment.branch { names.append(withoutRemote(own)) }
    for placed in branches where placed.branch.tip == experiment.head && isFree(placed.lane.lane) {
      names.append(placed.branch.name)
    }
    return names
  }
}
