import GitModel

/// Takes a move apart into steps, as flow.md's "How a move comes apart into steps" has it.
struct StepWalk {
  let inquiry: Inquiry
  /// The subject's reference, for the report.
  let ref: RefName
  /// The branch whose chain is walked and whose lane judges.
  let branch: BranchName
  let lane: LaneMatch
  let promotion: Promotion
  let isOnTheWay: Bool

  var isProtected: Bool { inquiry.policy.isProtected(lane.lane) }

  private var attributor: Attributor {
    Attributor(
      inquiry: inquiry, target: branch, lane: lane, promotion: promotion, isProtected: isProtected)
  }

  /// The steps from a tip down to what the branch's old tip has, newest first.
  func steps(from tip: ObjectID, notIn old: [ObjectID]) throws(EvidenceGap) -> [Step] {
    let chain = try inquiry.chain(from: tip, notIn: old)
    return try steps(of: chain.commits, above: chain.boundary, ends: old, held: old)
  }

  /// The steps from a tip down to what other branches have. What those hold is not therefore the
  /// branch's own: a merge of main into it still brings main in.
  func steps(from tip: ObjectID, downTo others: [ObjectID]) throws(EvidenceGap) -> [Step] {
    let chain = try inquiry.chain(from: tip, notIn: others)
    return try steps(of: chain.commits, above: chain.boundary, ends: others, held: [])
  }

  /// The steps of a branch that is new at its destination: down to a protected branch's chain. A
  /// branch that is not protected also ends where a protected branch has the commit at all, since
  /// what is below was judged when it landed.
  func stepsOfNewBranch(from tip: ObjectID) throws(EvidenceGap) -> [Step] {
    let tips = inquiry.protectedTips.map(\.branch.tip)
    guard tips.isEmpty == false else { return [] }
    guard isProtected else { return try steps(from: tip, downTo: tips) }
    var commits: [Commit] = []
    var current: ObjectID? = tip
    while let id = current {
      var reached = false
      for base in tips where try inquiry.stands(id, onChainOf: base) { reached = true }
      if reached { break }
      let commit = try inquiry.facts.commit(id)
      commits.append(commit)
      current = commit.firstParent
    }
    return try steps(of: commits, above: current, ends: current.map { [$0] } ?? [], held: [])
  }

  private func steps(
    of commits: [Commit], above boundary: ObjectID?, ends: [ObjectID], held: [ObjectID]
  ) throws(EvidenceGap) -> [Step] {
    guard commits.isEmpty == false else { return [] }
    let forwards = promotion.by.contains(.fastForward) ? try forwardable(above: ends) : [:]
    var steps: [Step] = []
    var namedForward = false
    for (index, commit) in commits.enumerated() {
      if let source = forwards[commit.id], try isBarred(source) == false {
        steps.append(forward(commit, from: source, onto: boundary))
        break
      }
      let step = try self.step(
        commit, held: held, nameForward: namedForward == false,
        seekSquash: promotion.by.contains(.squash) || index < Self.squashesSought)
      if step.forwardedFrom != nil { namedForward = true }
      steps.append(step)
    }
    return steps
  }

  /// An experiment branch vouches for a fast-forward under the same conditions as for a merge.
  private func isBarred(_ source: Attribution) throws(EvidenceGap) -> Bool {
    guard let lane = source.lane?.lane, inquiry.isFree(lane) else { return false }
    let refused = inquiry.branches.filter {
      $0.branch.name != branch && promotion.from.contains($0.lane.lane.name) == false
    }
    return try attributor.isBarred(source.head, by: refused)
  }

  /// Every commit that stands on the chain of another branch of an allowed lane, above the ends.
  private func forwardable(above ends: [ObjectID]) throws(EvidenceGap) -> [ObjectID: Attribution] {
    var result: [ObjectID: Attribution] = [:]
    for free in [false, true] {
      for placed in inquiry.branches
      where placed.branch.name != branch && promotion.from.contains(placed.lane.lane.name)
        && inquiry.isFree(placed.lane.lane) == free
      {
        let bases = free ? ends + inquiry.protectedTips.map(\.branch.tip) : ends
        for commit in try inquiry.chain(from: placed.branch.tip, notIn: bases).commits
        where result[commit.id] == nil {
          result[commit.id] = Attribution(
            branch: placed.branch.spelled, lane: placed.lane, head: commit.id, kind: .ref)
        }
      }
    }
    return result
  }

  private func forward(_ commit: Commit, from source: Attribution, onto boundary: ObjectID?) -> Step
  {
    Step(
      ref: ref, branch: branch, lane: lane, promotion: promotion, isProtected: isProtected,
      kind: .fastForward, before: boundary, commit: commit, tree: commit.tree,
      incoming: [Incoming(head: commit.id, standing: .arrives(source))], squashOf: nil,
      forwardedFrom: nil, pending: nil, isOnTheWay: isOnTheWay)
  }

  private func step(
    _ commit: Commit, held: [ObjectID], nameForward: Bool, seekSquash: Bool
  ) throws(EvidenceGap) -> Step {
    var incoming: [Incoming] = []
    for head in commit.parents.dropFirst() {
      let standing = try attributor.standing(
        of: head, held: held + commit.parents.prefix(1), hints: [], subject: commit.subject)
      incoming.append(Incoming(head: head, standing: standing))
    }
    let isSingle = commit.parents.count <= 1
    var squashOf: Attribution?
    var forwardedFrom: Attribution?
    if isSingle, isProtected {
      if nameForward { forwardedFrom = try otherBranch(at: commit.id) }
      if forwardedFrom == nil, seekSquash {
        squashOf = try squash(tree: commit.tree, onto: commit.firstParent, head: commit.id)
      }
    }
    return Step(
      ref: ref, branch: branch, lane: lane, promotion: promotion, isProtected: isProtected,
      kind: isSingle ? .commit : .merge, before: commit.firstParent, commit: commit,
      tree: commit.tree, incoming: incoming, squashOf: squashOf, forwardedFrom: forwardedFrom,
      pending: nil, isOnTheWay: isOnTheWay)
  }

  /// Merging each branch is dear: where squashes are refused anyway, only the newest few steps
  /// are told which branch they squash.
  private static let squashesSought = 5

  private func squash(
    tree: TreeID, onto parent: ObjectID?, head: ObjectID
  ) throws(EvidenceGap) -> Attribution? {
    guard let parent else { return nil }
    let allowed = inquiry.branches.filter {
      $0.branch.name != branch && promotion.from.contains($0.lane.lane.name)
    }
    return try attributor.squash(tree: tree, onto: parent, head: head, among: allowed)
  }

  /// The branch that a commit was pushed from without a merge, allowed lanes first.
  private func otherBranch(at commit: ObjectID) throws(EvidenceGap) -> Attribution? {
    let others = inquiry.branches.filter { $0.branch.name != branch }
    let sorted =
      others.filter { promotion.from.contains($0.lane.lane.name) }
      + others.filter { promotion.from.contains($0.lane.lane.name) == false }
    for placed in sorted where try inquiry.stands(commit, onChainOf: placed.branch.tip) {
      return Attribution(
        branch: placed.branch.spelled, lane: placed.lane, head: commit, kind: .ref)
    }
    return nil
  }

  /// The step that is about to be made.
  func pending(_ pending: PendingCommit) throws(EvidenceGap) -> Step {
    let heads = Array(pending.parents.dropFirst())
    let held = Array(pending.parents.prefix(1))
    var incoming: [Incoming] = []
    for head in heads {
      let standing = try attributor.standing(
        of: head, held: held, hints: pending.hints[head] ?? [], subject: nil)
      incoming.append(Incoming(head: head, standing: standing))
    }
    var squashOf: Attribution?
    if heads.isEmpty, isProtected, let parent = pending.parents.first {
      squashOf = try squash(tree: pending.tree, onto: parent, head: parent)
    }
    return Step(
      ref: ref, branch: branch, lane: lane, promotion: promotion, isProtected: isProtected,
      kind: heads.isEmpty ? .commit : .merge, before: pending.parents.first, commit: nil,
      tree: pending.tree, incoming: incoming, squashOf: squashOf, forwardedFrom: nil,
      pending: pending,
      isOnTheWay: isOnTheWay)
  }
}
