import GitModel

/// The branches that may say where a head comes from, as one receiving branch sees them.
final class Candidates {
  let target: BranchName
  /// Of an allowed lane that is judged itself: their word counts first.
  let vouching: Group
  /// Of an allowed lane that is free.
  let free: Group
  /// Of any other lane: they name the culprit.
  let refused: Group
  /// Other tips of the receiving branch itself.
  let own: Group

  /// Branches that are asked together, in their order.
  final class Group {
    let branches: [Inquiry.PlacedBranch]
    fileprivate var index: ChainIndex?

    fileprivate init(_ branches: [Inquiry.PlacedBranch]) { self.branches = branches }
  }

  init(_ inquiry: Inquiry, target: BranchName, promotion: Promotion) {
    self.target = target
    var vouching: [Inquiry.PlacedBranch] = []
    var free: [Inquiry.PlacedBranch] = []
    var refused: [Inquiry.PlacedBranch] = []
    var own: [Inquiry.PlacedBranch] = []
    for placed in inquiry.branches {
      if placed.branch.name == target {
        own.append(placed)
      } else if promotion.from.contains(placed.lane.lane.name) == false {
        refused.append(placed)
      } else if inquiry.isFree(placed.lane.lane) {
        free.append(placed)
      } else {
        vouching.append(placed)
      }
    }
    self.vouching = Group(vouching)
    self.free = Group(free)
    self.refused = Group(refused)
    self.own = Group(own)
  }
}

extension Inquiry {
  /// The candidates for what comes into a branch, found once: the policy gives a branch one lane,
  /// and a lane one promotion.
  func candidates(for target: BranchName, _ promotion: Promotion) -> Candidates {
    if let found = known.candidates.first(where: { $0.target == target }) { return found }
    let found = Candidates(self, target: target, promotion: promotion)
    // The ways of an audit lead into many branches, one after the other.
    if known.candidates.count == 8 { known.candidates.removeFirst() }
    known.candidates.append(found)
    return found
  }

  /// The first branch of a group that has a commit on its first-parent chain.
  func holder(
    of head: ObjectID, in group: Candidates.Group
  ) throws(EvidenceGap) -> PlacedBranch? {
    guard let audited else {
      for placed in group.branches where try stands(head, onChainOf: placed.branch.tip) {
        return placed
      }
      return nil
    }
    return try index(group, audited).place(of: head).map { group.branches[$0] }
  }

  /// Whether a commit is the tip of one of a group's branches.
  func isTip(_ head: ObjectID, in group: Candidates.Group) throws(EvidenceGap) -> Bool {
    guard let audited else { return group.branches.contains { $0.branch.tip == head } }
    return try index(group, audited).isTip(head)
  }

  /// Whether a commit without a second parent may have come by an allowed squash or fast-forward
  /// of a branch that is gone: then nothing shows it, and nobody is accused.
  func mayHaveComeUnseen(_ step: Step) -> Bool {
    guard step.promotion.by.contains(.squash) || step.promotion.by.contains(.fastForward)
    else { return false }
    return step.promotion.from.contains { name in
      policy.lane(named: name).map { policy.isProtected($0) == false } ?? false
    }
  }

  private func index(
    _ group: Candidates.Group, _ audited: AuditedChain
  ) throws(EvidenceGap) -> ChainIndex {
    if let index = group.index { return index }
    // A head that comes into the audited branch stands beside its chain, never on it.
    let index = try ChainIndex(group.branches, above: audited.commits, facts)
    group.index = index
    return index
  }
}
