public import GitModel

/// What a rule may ask: the policy, the proposal, and the repository's evidence, together with
/// what follows from them for every subject.
public struct Inquiry {
  public let policy: Policy
  public let proposal: Proposal
  public let facts: any Evidence
  /// Every branch that may vouch, with its lane, in the order in which they are asked: local
  /// before remote-tracking ones, then by name.
  public let branches: [PlacedBranch]
  /// The tips of the protected branches as they were before the proposal.
  public private(set) var protectedTips: [PlacedBranch]
  /// The ways that were walked already: more than one rule asks, and a walk is dear.
  private(set) var ways = KnownWays()
  let known = KnownCandidates()
  /// The chain that an audit judges; nil for every other proposal.
  var audited: AuditedChain?

  /// A branch and the lane that the policy gives it.
  /// It is passed on to list after list, so it is one object.
  public final class PlacedBranch: Sendable {
    public let branch: Branch
    public let lane: LaneMatch

    init(branch: Branch, lane: LaneMatch) {
      self.branch = branch
      self.lane = lane
    }

    func isAsked(before other: PlacedBranch) -> Bool {
      let (first, second) = (branch.remote == nil ? 0 : 1, other.branch.remote == nil ? 0 : 1)
      return first != second ? first < second : branch.ref < other.branch.ref
    }
  }

  public init(
    policy: Policy, proposal: Proposal, facts: any Evidence
  ) throws(EvidenceGap) {
    self.policy = policy
    self.proposal = proposal
    self.facts = facts
    let placed: [PlacedBranch] = try facts.branches().compactMap { branch in
      policy.match(branch.name).map { PlacedBranch(branch: branch, lane: $0) }
    }
    // Most often they come in this order, and looking is cheaper than sorting.
    let isSorted = placed.indices.dropFirst().allSatisfy {
      placed[$0].isAsked(before: placed[$0 - 1]) == false
    }
    branches = isSorted ? placed : placed.sorted { $0.isAsked(before: $1) }
    let seen = branches.filter { policy.isProtected($0.lane.lane) }
    protectedTips = try Self.before(proposal, among: seen, policy: policy, facts: facts)
  }

  /// Which protected tips count as "before the proposal".
  ///
  /// A push, a merge request and a moved branch are judged in the remote's view: a local branch
  /// may hold what was never let through. A commit is judged in the local view as well.
  private static func before(
    _ proposal: Proposal, among seen: [PlacedBranch], policy: Policy, facts: any Evidence
  ) throws(EvidenceGap) -> [PlacedBranch] {
    let moved = proposal.moves.compactMap(\.ref.branch)
    // A set is worth its price only where many branches move.
    let many = moved.count > 16 ? Set(moved) : []
    var result: [PlacedBranch]
    switch proposal.occasion {
    case .commit, .receive:
      result = seen
    // What a branch had before each step is told step by step.
    case .audit:
      return []
    case .push:
      result = seen.filter { $0.branch.remote != nil && $0.branch.remote == proposal.remote }
    case .mergeRequest, .moved:
      let remote = seen.filter { $0.branch.remote != nil && $0.branch.remote == proposal.remote }
      result = remote.isEmpty ? seen : remote
    }
    // What a remote has of a branch was let through, whatever the local one is about to do.
    let isLocal = proposal.occasion == .commit
    result.removeAll { placed in
      if isLocal, placed.branch.remote != nil { return false }
      return many.isEmpty ? moved.contains(placed.branch.name) : many.contains(placed.branch.name)
    }
    if proposal.occasion == .moved {
      // What others may have got by this move since. A new branch or a tag begins at what they had.
      let after = proposal.moves.filter { $0.ref.branch != nil && $0.before != nil }
        .compactMap(\.after)
      var kept: [PlacedBranch] = []
      for placed in result {
        var holds = false
        for tip in after where try facts.isAncestor(tip, of: placed.branch.tip) { holds = true }
        if holds == false { kept.append(placed) }
      }
      result = kept
    }
    for move in proposal.moves {
      guard let before = move.before, let name = move.ref.branch, let lane = policy.match(name),
        policy.isProtected(lane.lane)
      else { continue }
      let branch = Branch(ref: move.ref, name: name, remote: nil, tip: before)
      result.append(PlacedBranch(branch: branch, lane: lane))
    }
    return result
  }

  /// Where a new protected branch may begin: at what the others have, and at what the same
  /// proposal gives to those that were there before, since that is judged as theirs and lands with
  /// it or not at all. Two new branches do not vouch for each other.
  var startingTips: [PlacedBranch] {
    protectedTips
      + proposal.moves.compactMap { move in
        guard move.before != nil, let tip = move.after, let name = move.ref.branch,
          let lane = policy.match(name), policy.isProtected(lane.lane)
        else { return nil }
        return PlacedBranch(
          branch: Branch(ref: move.ref, name: name, remote: nil, tip: tip), lane: lane)
      }
  }

  /// Whether branches have long moved, so that merge subjects count and others have moved on.
  var isAudit: Bool { proposal.occasion == .audit }

  /// The inquiry for one step of an audit: of the protected branches only what the audited one had
  /// before that step.
  func before(_ step: Step) -> Inquiry {
    var inquiry = self
    inquiry.ways = KnownWays()
    inquiry.protectedTips =
      step.before.map { tip in
        let branch = Branch(ref: step.ref, name: step.branch, remote: nil, tip: tip)
        return [PlacedBranch(branch: branch, lane: step.lane)]
      } ?? []
    return inquiry
  }

  public func isFree(_ lane: Lane) -> Bool { policy.promotions[lane.name] == nil }

  /// A branch's own name where it is spelled with a remote's, as `origin/develop`.
  func withoutRemote(_ spelled: BranchName) -> BranchName {
    if let known = branches.first(where: { $0.branch.isSpelled(spelled) }) {
      return known.branch.name
    }
    guard let remote = proposal.remote, spelled.hasPrefix(remote + "/") else { return spelled }
    return BranchName(bytes: Array(spelled.bytes.dropFirst(remote.utf8.count + 1)))
  }

  /// The tree that a step starts from; nil for a root commit or a new branch.
  func treeBefore(_ step: Step) throws(EvidenceGap) -> TreeID? {
    try step.before.map { id throws(EvidenceGap) in try facts.tree(of: id) }
  }

  /// What stands at a path before a step and after it.
  func entries(
    at path: TreePath, of step: Step
  ) throws(EvidenceGap) -> (before: TreeEntry?, after: TreeEntry?) {
    let after = try facts.entry(at: path, in: step.tree)
    guard let before = try treeBefore(step) else { return (nil, after) }
    return (try facts.entry(at: path, in: before), after)
  }

  /// The candidates that were found already, by the branch that receives.
  final class KnownCandidates {
    var candidates: [Candidates] = []
  }

  /// Whether any tip has the commit. A yes is certain; a no may be wrong where commit dates are
  /// out of order, so it accuses nobody.
  func isHeld(_ commit: ObjectID, by tips: [ObjectID]) throws(EvidenceGap) -> Bool {
    if tips.contains(commit) { return true }
    guard tips.isEmpty == false else { return false }
    if isAudit {
      // History has no circles. That the head holds P1 is the usual case, and asked again later.
      for tip in tips where try facts.isAncestor(tip, of: commit) == false {
        if try facts.isAncestor(commit, of: tip) { return true }
      }
      return false
    }
    return try facts.chain(from: commit, notIn: tips).isEmpty
  }

  /// The same for certain, at the price of a longer walk.
  func isCertainlyHeld(_ commit: ObjectID, by tips: [ObjectID]) throws(EvidenceGap) -> Bool {
    for tip in tips where try facts.isAncestor(commit, of: tip) { return true }
    return false
  }
}
