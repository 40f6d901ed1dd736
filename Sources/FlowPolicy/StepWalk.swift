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
  /// What the receiving branch had before: its old tip, and on the way also that of the protected
  /// branch which the whole goes into. Their commits do not come in again.
  let received: [ObjectID]

  var isProtected: Bool { inquiry.policy.isProtected(lane.lane) }

  private var attributor: Attributor {
    Attributor(
      inquiry: inquiry, target: branch, lane: lane, promotion: promotion, isProtected: isProtected)
  }

  /// The steps from a tip down to what the bases have, newest first.
  func steps(from tip: ObjectID, notIn bases: [ObjectID]) throws(EvidenceGap) -> [Step] {
    let chain = try inquiry.chain(from: tip, notIn: bases)
    return try steps(of: chain.commits, above: chain.boundary, held: bases)
  }

  /// The steps of a branch that is new at its destination: down to a protected branch's chain. A
  /// branch that is not protected also ends where a protected branch has the commit at all, since
  /// what is below was judged when it landed.
  func stepsOfNewBranch(from tip: ObjectID) throws(EvidenceGap) -> [Step] {
    guard isProtected else {
      let tips = inquiry.protectedTips.map(\.branch.tip)
      return tips.isEmpty ? [] : try steps(from: tip, notIn: tips)
    }
    let tips = inquiry.startingTips.map(\.branch.tip)
    guard tips.isEmpty == false else { return [] }
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
    return try steps(of: commits, above: current, held: current.map { [$0] } ?? [])
  }

  private func steps(
    of commits: [Commit], above boundary: ObjectID?, held: [ObjectID]
  ) throws(EvidenceGap) -> [Step] {
    guard commits.isEmpty == false else { return [] }
    let mayForward = promotion.by.contains(.fastForward)
    var steady: ObjectTable<ObjectID, Attribution>?
    var free: ObjectTable<ObjectID, Attribution>?
    var steps: [Step] = []
    var namedForward = false
    for (index, commit) in commits.enumerated() {
      var source =
        mayForward ? try forwarded(commit.id, free: false, &steady, held: held) : nil
      let step = try self.step(
        commit, held: held, nameForward: namedForward == false,
        seekSquash: promotion.by.contains(.squash) || index < Self.squashesSought)
      if source == nil, mayForward, try asksForItsBranch(step) {
        source = try forwarded(commit.id, free: true, &free, held: held)
      }
      if let source, try isBarred(source) == false {
        steps.append(forward(commit, from: source, onto: boundary, held: held))
        break
      }
      if step.forwardedFrom != nil { namedForward = true }
      steps.append(step)
    }
    return steps
  }

  /// Whether it matters that a step may be a fast-forward onto an experiment branch. There can be
  /// thousands of those, and a step that only describes, or only brings in what it may, breaches
  /// nothing either way.
  private func asksForItsBranch(_ step: Step) throws(EvidenceGap) -> Bool {
    if step.kind == .merge {
      return step.incoming.contains { incoming in
        switch incoming.standing {
        case .arrives(let source):
          source.lane.map { promotion.from.contains($0.lane.name) == false } ?? true
        case .unattributed: true
        case .alreadyThere, .sameBranch: false
        }
      }
    }
    let folder = inquiry.policy.experiments.directory
    let before: TreeID? =
      if let id = step.before { try inquiry.facts.commit(id).tree } else { nil }
    return try inquiry.facts.changes(from: before, to: step.tree)
      .contains { $0.path.isInside(folder) == false }
  }

  /// An experiment branch vouches for a fast-forward under the same conditions as for a merge.
  private func isBarred(_ source: Attribution) throws(EvidenceGap) -> Bool {
    guard let lane = source.lane?.lane, inquiry.isFree(lane) else { return false }
    let refused = inquiry.candidates(for: branch, promotion).refused
    return try attributor.isBarred(source.head, by: refused)
  }

  /// The branch of an allowed lane, a free one or not, on whose chain a commit stands.
  private func forwarded(
    _ commit: ObjectID, free: Bool, _ chains: inout ObjectTable<ObjectID, Attribution>?,
    held: [ObjectID]
  ) throws(EvidenceGap) -> Attribution? {
    // Branches have long moved on: to walk down from their tips for each step would take the
    // square of the history's length.
    if inquiry.isAudit {
      let known = inquiry.candidates(for: branch, promotion)
      return try inquiry.holder(of: commit, in: free ? known.free : known.vouching).map {
        Attribution(branch: $0.branch.spelled, lane: $0.lane, head: commit, kind: .ref)
      }
    }
    if chains == nil { chains = try forwardable(free: free, held: held) }
    return chains?[commit]
  }

  /// Every commit that stands on the chain of another branch of an allowed lane, above the bases.
  private func forwardable(
    free: Bool, held: [ObjectID]
  ) throws(EvidenceGap) -> ObjectTable<ObjectID, Attribution> {
    let known = inquiry.candidates(for: branch, promotion)
    let placed = free ? known.free.branches : known.vouching.branches
    // Below a protected branch's commits a free branch is not itself any more.
    let bases = free ? held + inquiry.protectedTips.map(\.branch.tip) : held
    let chains = try inquiry.facts.firstParents(from: placed.map(\.branch.tip), notIn: bases)
    var result = ObjectTable<ObjectID, Attribution>()
    for (place, chain) in chains.enumerated() {
      for commit in chain where result.contains(commit) == false {
        result[commit] = Attribution(
          branch: placed[place].branch.spelled, lane: placed[place].lane, head: commit,
          kind: .ref)
      }
    }
    return result
  }

  private func forward(
    _ commit: Commit, from source: Attribution, onto boundary: ObjectID?, held: [ObjectID]
  ) -> Step {
    Step(
      ref: ref, branch: branch, lane: lane, promotion: promotion, isProtected: isProtected,
      kind: .fastForward, before: boundary, commit: commit, tree: commit.tree,
      incoming: [Incoming(head: commit.id, standing: .arrives(source))], squashOf: nil,
      forwardedFrom: nil, pending: nil, isOnTheWay: isOnTheWay, bases: held,
      received: received)
  }

  /// The step that a commit of an audited chain was. What was fast-forwarded looks like the
  /// target's own commits afterwards; only where another protected branch goes on is it known.
  func step(standing commit: Commit, forwardedFrom source: Attribution?) throws(EvidenceGap) -> Step
  {
    if let source { return forward(commit, from: source, onto: commit.firstParent, held: []) }
    return try step(
      commit, held: [], nameForward: false, seekSquash: promotion.by.contains(.squash))
  }

  private func step(
    _ commit: Commit, held: [ObjectID], nameForward: Bool, seekSquash: Bool
  ) throws(EvidenceGap) -> Step {
    var incoming: [Incoming] = []
    for (place, head) in commit.parents.dropFirst().enumerated() {
      let standing = try attributor.standing(
        of: head, held: received + commit.parents.prefix(1), hints: [], subject: commit.subject,
        place: place)
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
      pending: nil, isOnTheWay: isOnTheWay, bases: held,
      received: received)
  }

  /// Merging each branch is dear: where squashes are refused anyway, only the newest few steps
  /// are told which branch they squash.
  private static let squashesSought = 5

  private func squash(
    tree: TreeID, onto parent: ObjectID?, head: ObjectID
  ) throws(EvidenceGap) -> Attribution? {
    guard let parent else { return nil }
    return try attributor.squash(
      tree: tree, onto: parent, head: head,
      among: inquiry.candidates(for: branch, promotion).vouching)
  }

  /// The branch that a commit was pushed from without a merge, allowed lanes first.
  private func otherBranch(at commit: ObjectID) throws(EvidenceGap) -> Attribution? {
    let known = inquiry.candidates(for: branch, promotion)
    let sorted =
      (known.vouching.branches + known.free.branches).sorted { $0.isAsked(before: $1) }
      + known.refused.branches
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
      isOnTheWay: isOnTheWay, bases: held,
      received: received)
  }
}
