import GitModel
import Wording

/// Finds out which branch an incoming head belongs to, as flow.md's "Attribution, exactly" has
/// it: strongest evidence first, names only where the history confirms them.
struct Attributor {
  let inquiry: Inquiry
  /// The branch that receives the head.
  let target: BranchName
  let lane: LaneMatch
  let promotion: Promotion
  let isProtected: Bool

  /// How a head stands to the target.
  ///
  /// - Parameters:
  ///   - held: tips whose commits do not come in again (the target's old tip, the step's P1).
  ///   - hints: names that a hook's environment gives.
  ///   - subject: the merge commit's subject line.
  ///   - place: which of the heads that come in this is, from 0.
  func standing(
    of head: ObjectID, held: [ObjectID], hints: [BranchName], subject: [UInt8]?, place: Int = 0
  ) throws(EvidenceGap) -> Incoming.Standing {
    if let declared = declared(head) { return .arrives(declared) }
    if try inquiry.isHeld(head, by: held) { return .alreadyThere }
    // A protected branch's other tips are asked last: where the head fits an allowed branch as
    // well, that one wins. Only the remote's own tip can be nothing but a pull.
    if isProtected == false || isUpstream(head), let own = try sameBranch(head) {
      return .sameBranch(own)
    }

    let known = inquiry.candidates(for: target, promotion)
    if let found = try first(of: known.vouching, at: head, hints: hints) {
      return .arrives(found)
    }
    if let found = try first(of: known.free, at: head, hints: hints),
      try isBarred(head, by: known.refused) == false
    {
      return .arrives(found)
    }
    if isProtected, let own = try sameBranch(head) { return .sameBranch(own) }
    if let found = try reflog(head, besides: known.refused) { return .arrives(found) }
    if let found = try landed(head) { return .arrives(found) }
    let claim = subject.flatMap { self.claim($0, place, head) }
    if let culprit = try first(of: known.refused, at: head, hints: hints) {
      if try inquiry.isCertainlyHeld(head, by: held) { return .alreadyThere }
      if let claim, try excuses(claim, culprit, known.refused) { return .arrives(claim) }
      try doubt(culprit, among: known)
      return .arrives(culprit)
    }
    if isProtected == false {
      if let claim, inquiry.isAudit { return .arrives(claim) }
      let lane = inquiry.policy.lanes.first { inquiry.isFree($0) }
      if let lane {
        return .arrives(
          Attribution(
            branch: nil, lane: LaneMatch(lane: lane, owner: nil), head: head, kind: .none))
      }
    }
    // Merging every branch again is dear, and in an audit worth it only where squashes are allowed.
    if inquiry.isAudit == false || promotion.by.contains(.squash),
      let found = try squash(head, among: known.vouching)
    {
      return .arrives(found)
    }
    if let claim, acceptsMessages { return .arrives(claim) }
    if try inquiry.isCertainlyHeld(head, by: held) { return .alreadyThere }
    return .unattributed(claim: claim?.branch)
  }

  /// Whether merge subjects count as evidence here.
  private var acceptsMessages: Bool {
    inquiry.policy.trustsMessages || inquiry.proposal.occasion == .moved || inquiry.isAudit
  }

  /// What a merge's subject says of one of its heads. Nothing is proved by it.
  private func claim(_ subject: [UInt8], _ place: Int, _ head: ObjectID) -> Attribution? {
    guard let sources = MergeSubject(subject)?.sources, place < sources.count else { return nil }
    let source = sources[place]
    let here = inquiry.proposal.repositoryOwner
    let isForeign = source.owner != nil && here != nil && source.owner != here
    if let fork = source.fork ?? (isForeign ? source.owner : nil) {
      return attribution(fork: fork, source.branch, head, .message)
    }
    // git names remote-tracking branches as `origin/x`; the lane is that of the branch itself.
    var name = inquiry.withoutRemote(source.branch)
    if source.isTracking, name == source.branch { name = source.withoutRemote }
    guard let lane = inquiry.policy.match(name) else { return nil }
    return Attribution(branch: name, lane: lane, head: head, kind: .message)
  }

  /// Whether a message's word for an allowed branch outweighs the chain of another one: the branch
  /// that was merged is gone, and one that was made from it later still has its commits. Where
  /// the head is another branch's very tip, it is that branch's.
  private func excuses(
    _ claim: Attribution, _ culprit: Attribution, _ refused: Candidates.Group
  ) throws(EvidenceGap) -> Bool {
    guard inquiry.isAudit, let lane = claim.lane?.lane, promotion.from.contains(lane.name)
    else { return false }
    return try inquiry.isTip(culprit.head, in: refused) == false
  }

  private func declared(_ head: ObjectID) -> Attribution? {
    guard let source = inquiry.proposal.source, source.head == head else { return nil }
    guard let fork = source.fork else {
      return Attribution(
        branch: source.branch, lane: inquiry.policy.match(source.branch), head: head,
        kind: .declared)
    }
    return attribution(fork: fork, source.branch, head, .declared)
  }

  /// A fork's branch never takes a lane that has a promotion, whatever it is called.
  private func attribution(
    fork: String, _ branch: BranchName, _ head: ObjectID, _ kind: EvidenceKind
  ) -> Attribution {
    let name = BranchName(bytes: Array(fork.utf8) + [UInt8(ascii: ":")] + branch.bytes)
    let lane = inquiry.policy.match(name).flatMap { inquiry.isFree($0.lane) ? $0 : nil }
    return Attribution(branch: name, lane: lane, head: head, kind: kind)
  }

  /// Whether the head is where the remote's branch of this name stands.
  private func isUpstream(_ head: ObjectID) -> Bool {
    inquiry.branches.contains {
      $0.branch.name == target && $0.branch.remote != nil && $0.branch.tip == head
        && $0.branch.remote == inquiry.proposal.remote
    }
  }

  private func sameBranch(_ head: ObjectID) throws(EvidenceGap) -> Attribution? {
    let own = inquiry.candidates(for: target, promotion).own
    return try inquiry.holder(of: head, in: own).map { attribution($0, head, .ref) }
  }

  /// The first branch that has the head as its tip, else on its chain; a hinted one goes before.
  private func first(
    of group: Candidates.Group, at head: ObjectID, hints: [BranchName]
  ) throws(EvidenceGap) -> Attribution? {
    if inquiry.isAudit == false {
      let tips = group.branches.filter { $0.branch.tip == head }
      if let hinted = tips.first(where: { isHinted($0.branch, hints) }) {
        return attribution(hinted, head, .declared)
      }
      if let tip = tips.first { return attribution(tip, head, .ref) }
    }
    return try inquiry.holder(of: head, in: group).map { attribution($0, head, .ref) }
  }

  private func isHinted(_ branch: Branch, _ hints: [BranchName]) -> Bool {
    hints.contains { $0 == branch.name || $0 == branch.spelled || $0.bytes == branch.ref.bytes }
  }

  /// Whether an experiment branch may not vouch for this head: it stands on a protected branch's
  /// chain, or on another owner's branch at or above a merge made there.
  func isBarred(
    _ head: ObjectID, by refused: Candidates.Group
  ) throws(EvidenceGap) -> Bool {
    // Where no refused branch has it at all, none can bar it.
    if inquiry.isAudit {
      if try inquiry.holder(of: head, in: refused) == nil { return false }
    } else {
      // One walk for all of them, which ends where the receiving branch has what the head stands on.
      let tips = refused.branches.map(\.branch.tip) + inquiry.protectedTips.map(\.branch.tip)
      guard try inquiry.isHeld(head, by: tips) else { return false }
    }
    for placed in refused.branches {
      let tip = placed.branch.tip
      if inquiry.policy.isProtected(placed.lane.lane) {
        if try inquiry.stands(head, onChainOf: tip) { return true }
      } else if placed.lane.owner != nil, placed.lane.hasOwner(of: lane) == false {
        guard try inquiry.stands(head, onChainOf: tip) else { continue }
        let below = try inquiry.chain(
          from: head, notIn: inquiry.protectedTips.map(\.branch.tip))
        for commit in below.commits where commit.isMerge {
          if try isSync(commit) == false { return true }
        }
      }
    }
    return false
  }

  /// Whether a merge only brought in what a protected branch of an allowed lane has: pulling develop
  /// into an experiment makes no intermediate branch of it.
  private func isSync(_ merge: Commit) throws(EvidenceGap) -> Bool {
    let tips = inquiry.protectedTips.filter { promotion.from.contains($0.lane.lane.name) }
      .map(\.branch.tip)
    for parent in merge.parents.dropFirst() {
      guard try inquiry.isHeld(parent, by: tips) else { return false }
    }
    return true
  }

  /// The first branch of an allowed lane that once stood at the head; what an experiment branch
  /// could not vouch for while it stood there, its reflog can't either.
  private func reflog(
    _ head: ObjectID, besides refused: Candidates.Group
  ) throws(EvidenceGap) -> Attribution? {
    // An audit says the same everywhere, and reflogs stand in one clone alone.
    guard inquiry.isAudit == false else { return nil }
    var free: Attribution?
    for name in try inquiry.facts.branchesOnceAt(head) where name != target {
      guard let lane = inquiry.policy.match(name), promotion.from.contains(lane.lane.name)
      else { continue }
      let found = Attribution(branch: name, lane: lane, head: head, kind: .reflog)
      if inquiry.isFree(lane.lane) == false { return found }
      free = free ?? found
    }
    guard let free, try isBarred(head, by: refused) == false else { return nil }
    return free
  }

  /// What a protected branch of an allowed lane has as a whole comes in as that branch's content,
  /// by whichever way it went there. Not so into a protected branch, which takes its chain alone.
  private func landed(_ head: ObjectID) throws(EvidenceGap) -> Attribution? {
    guard isProtected == false else { return nil }
    for placed in inquiry.protectedTips where promotion.from.contains(placed.lane.lane.name) {
      if try inquiry.isHeld(head, by: [placed.branch.tip]) {
        return attribution(placed, head, .ref)
      }
    }
    return nil
  }

  /// A commit of `main` may be develop's own (a fast-forward promotion): where no branch of an
  /// allowed lane with a fixed name is here at all, that can't be told, and is not accused.
  private func doubt(
    _ culprit: Attribution, among known: Candidates
  ) throws(EvidenceGap) {
    guard let lane = culprit.lane?.lane, inquiry.policy.isProtected(lane),
      let promotion = inquiry.policy.promotion(into: lane), promotion.by.contains(.fastForward)
    else { return }
    for name in self.promotion.from where promotion.from.contains(name) {
      guard let literal = inquiry.policy.lane(named: name)?.pattern.literal,
        [known.vouching, known.free].contains(where: { group in
          group.branches.contains { $0.lane.lane.name == name }
        }) == false
      else { continue }
      let remote = inquiry.proposal.remote ?? "origin"
      let refspec = TreePath("\(literal):refs/remotes/\(remote)/\(literal)")
      throw EvidenceGap(
        question: Phrase("whether \(culprit.spelled) is a commit of \(literal), which is not here"),
        reason: .missing,
        remedy: [Phrase(verbatim: "git fetch \(remote) \(ShellWord.quote(refspec) ?? "")")])
    }
  }

  /// A commit with one parent whose tree is what merging an allowed branch into that parent gives.
  func squash(
    _ head: ObjectID, among allowed: Candidates.Group
  ) throws(EvidenceGap) -> Attribution? {
    let commit = try inquiry.facts.commit(head)
    guard commit.parents.count == 1, let parent = commit.firstParent else { return nil }
    return try squash(tree: commit.tree, onto: parent, head: head, among: allowed)
  }

  func squash(
    tree: TreeID, onto parent: ObjectID, head: ObjectID, among allowed: Candidates.Group
  ) throws(EvidenceGap) -> Attribution? {
    for placed in allowed.branches {
      let tip = placed.branch.tip
      guard try inquiry.facts.isAncestor(tip, of: parent) == false,
        try inquiry.facts.mergeBase(parent, tip) != nil
      else { continue }
      let merge = try inquiry.facts.automaticMerge(of: parent, and: tip)
      if merge.conflicts.isEmpty, merge.tree == tree { return attribution(placed, head, .tree) }
    }
    return nil
  }

  private func attribution(
    _ placed: Inquiry.PlacedBranch, _ head: ObjectID, _ kind: EvidenceKind
  ) -> Attribution {
    Attribution(branch: placed.branch.spelled, lane: placed.lane, head: head, kind: kind)
  }
}
