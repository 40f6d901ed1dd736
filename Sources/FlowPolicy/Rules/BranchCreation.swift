import GitModel
import Wording

/// A protected branch begins on the branch that it belongs to.
struct BranchCreation: Rule {
  static let id = RuleID.branchCreation
  static let card = RuleCard(
    id: id,
    summary: Phrase(
      "A protected branch was to be made from a commit that never went the flow's way."),
    why: Phrase(
      """
      A branch that is made anew would bring in everything below its tip at once, past every \
      promotion. So develop begins on main, and main on develop.
      """),
    mending: Phrase("Make develop from main, and main from develop."),
    refused: RuleExample(
      setting: [
        .delete("develop"), .branch("experiment/resnet", at: "main"),
        .commit("experiment/resnet", writing: "src/model.py"),
      ],
      attempt: [.branch("develop", at: "experiment/resnet")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: [.delete("develop")], attempt: [.branch("develop", at: "main")],
      pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .move(let move) = subject, move.isProtected, move.isCreation,
      let after = move.after
    else { return [] }
    let (origins, isPromoted) = startingLanes(of: move, inquiry.policy)
    let tips = inquiry.startingTips.filter { origins.contains($0.lane.lane.name) }
    for tip in tips {
      // What went through the whole flow is good anywhere, so develop may begin at all that main
      // has; its steps are still judged down to a protected branch's chain.
      let isThere =
        isPromoted
        ? try inquiry.stands(after, onChainOf: tip.branch.tip, certainly: true)
        : try inquiry.facts.isAncestor(after, of: tip.branch.tip)
      if isThere { return [] }
    }
    let names = origins.map { inquiry.policy.lane(named: $0)?.pattern.literal ?? $0 }
    let lanes = Phrase.any(names.map { Phrase(verbatim: $0) })
    return [
      finding(
        move, inquiry,
        message: Phrase("\(move.branch) would begin at \(after.short), which is not on \(lanes)"),
        remedy: remedy(move, names.first, inquiry))
    ]
  }

  /// The protected lanes that a lane is promoted from; where there are none, those that it is
  /// promoted into (then `isPromoted` is false).
  private func startingLanes(
    of move: BranchMove, _ policy: Policy
  ) -> (names: [String], isPromoted: Bool) {
    func isProtected(_ name: String) -> Bool {
      policy.lane(named: name).map(policy.isProtected) ?? false
    }
    let below = move.promotion.from.filter(isProtected)
    guard below.isEmpty else { return (below, true) }
    let above = policy.lanes.filter { lane in
      policy.isProtected(lane)
        && policy.promotion(into: lane)?.from.contains(move.lane.lane.name) == true
    }
    return (above.map(\.name), false)
  }

  private func remedy(_ move: BranchMove, _ start: String?, _ inquiry: Inquiry) -> Remedy {
    guard let start, let remote = inquiry.proposal.remote, let name = ShellWord.quote(move.branch)
    else { return Remedy() }
    return Remedy([
      // First of all, since the rest of the way begins at that branch.
      Remedy.Step(.restore, "git push \(remote) refs/remotes/\(remote)/\(start):refs/heads/\(name)")
    ])
  }
}
