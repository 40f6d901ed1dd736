import GitModel
import GuardTesting
import Wording

@testable import FlowPolicy

extension Tale {
  /// Judges a push of local branches as they stand over what the remote has.
  func push(
    _ branches: String..., by policy: Policy = Policy(), actor: Actor? = nil,
    occasion: Proposal.Occasion = .push
  ) -> Judgement {
    judge(
      Proposal(
        occasion: occasion, moves: branches.map(move), actor: actor, today: Tale.day,
        remote: "origin"),
      by: policy)
  }

  func move(_ branch: String) -> RefMove {
    RefMove(
      ref: .branch(BranchName(branch)), before: published(branch),
      after: history.refs[.branch(BranchName(branch))])
  }

  func judge(_ proposal: Proposal, by policy: Policy = Policy()) -> Judgement {
    Engine().judge(proposal, by: Policies(policy), on: history)
  }

  /// A merge request whose merge is made in memory.
  func request(
    _ source: String, into target: String, fork: String? = nil, declared: Bool = true,
    by policy: Policy = Policy()
  ) throws -> Judgement {
    let head = tip(source)
    let merge = try history.automaticMerge(of: tip(target), and: head)
    var proposal = Proposal(occasion: .mergeRequest, today: Tale.day, remote: "origin")
    if declared {
      proposal.source = DeclaredSource(branch: BranchName(source), head: head, fork: fork)
    }
    proposal.pending = PendingCommit(
      ref: .branch(BranchName(target)), parents: [tip(target), head], tree: merge.tree,
      conflicts: merge.conflicts, isImagined: true, activity: .merge)
    return judge(proposal, by: policy)
  }

  /// A merge that is about to be committed in a work tree.
  func merging(
    _ head: ObjectID, into target: String, hints: [BranchName] = [], by policy: Policy = Policy()
  ) -> Judgement {
    let tree = history.tree(merged(tip(target), head))
    let pending = PendingCommit(
      ref: .branch(BranchName(target)), parents: [tip(target), head], tree: tree,
      hints: [head: hints], activity: .merge)
    return judge(
      Proposal(occasion: .commit, pending: pending, today: Tale.day, remote: "origin"), by: policy)
  }

  /// How a head stands to a branch, as the merge onto that branch's tip would have it.
  func standing(
    of head: ObjectID, on target: String, hints: [BranchName] = [], subject: String? = nil,
    by policy: Policy = Policy(), proposal: Proposal? = nil
  ) throws -> Incoming.Standing {
    let inquiry = try inquiry(proposal, policy)
    let walk = try Self.walk(of: target, inquiry)
    return try Attributor(
      inquiry: inquiry, target: walk.branch, lane: walk.lane, promotion: walk.promotion,
      isProtected: walk.isProtected
    ).standing(
      of: head, held: [tip(target)], hints: hints, subject: subject.map { Array($0.utf8) })
  }

  /// The steps of a push of a branch, newest first.
  func steps(of branch: String, by policy: Policy = Policy()) throws -> [Step] {
    let move = move(branch)
    let inquiry = try inquiry(
      Proposal(occasion: .push, moves: [move], today: Tale.day, remote: "origin"), policy)
    let walk = try Self.walk(of: branch, inquiry)
    guard let before = move.before else { return try walk.stepsOfNewBranch(from: tip(branch)) }
    return try walk.steps(from: tip(branch), notIn: [before])
  }

  private func inquiry(_ proposal: Proposal?, _ policy: Policy) throws -> Inquiry {
    try Inquiry(
      policy: policy,
      proposal: proposal ?? Proposal(occasion: .push, today: Tale.day, remote: "origin"),
      facts: history)
  }

  private static func walk(of branch: String, _ inquiry: Inquiry) throws -> StepWalk {
    let name = BranchName(branch)
    guard let lane = inquiry.policy.match(name),
      let promotion = inquiry.policy.promotion(into: lane.lane)
    else {
      throw EvidenceGap(question: "no promotion into \(branch)", reason: .missing, remedy: [])
    }
    return StepWalk(
      inquiry: inquiry, ref: .branch(name), branch: name, lane: lane, promotion: promotion,
      isOnTheWay: false, received: [])
  }
}

extension Policy {
  /// The defaults with something changed.
  static func with(_ change: (inout Policy) -> Void) -> Policy {
    var policy = Policy()
    change(&policy)
    return policy
  }

  /// The defaults with other methods for a lane.
  static func allowing(_ methods: Methods, into lane: String) -> Policy {
    with { policy in
      guard let old = policy.promotions[lane] else { return }
      policy.promotions[lane] = Promotion(from: old.from, by: methods, requires: old.requires)
    }
  }
}

extension Judgement {
  /// The rules that were breached, each once, sorted.
  var rules: [RuleID] { Set(findings.map(\.rule)).sorted() }
  func found(_ rule: RuleID) -> [Finding] { findings.filter { $0.rule == rule } }
}

extension Incoming.Standing {
  var attribution: Attribution? {
    switch self {
    case .arrives(let found), .sameBranch(let found): found
    case .alreadyThere, .unattributed: nil
    }
  }
  var laneName: String? { attribution?.lane?.lane.name }
  var isUnattributed: Bool { if case .unattributed = self { true } else { false } }
}
