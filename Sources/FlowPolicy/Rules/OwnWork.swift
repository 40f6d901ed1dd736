import GitModel
import Wording

/// Work is done in experiment branches; an intermediate branch only brings it together.
struct OwnWork: Rule {
  static let id = RuleID.ownWork
  static let card = RuleCard(
    id: id,
    summary: Phrase("A commit on an intermediate branch holds work that no experiment branch has."),
    why: Phrase(
      """
      Work that appears only on the intermediate branch belongs to no experiment, so nobody can \
      repeat it or say what it was for. An experiment renamed to look like one shows here.
      """),
    mending: Phrase("Give the work an experiment branch of its own."),
    refused: RuleExample(
      setting: [.branch("intermediate/anna", at: "develop")],
      attempt: [.commit("intermediate/anna", writing: "src/model.py")],
      pushed: ["intermediate/anna"]),
    accepted: RuleExample(
      setting: [
        .branch("experiment/resnet", at: "develop"),
        .commit("experiment/resnet", writing: "src/model.py"),
        .branch("intermediate/anna", at: "develop"),
      ],
      attempt: [.merge("experiment/resnet", into: "intermediate/anna")],
      pushed: ["intermediate/anna"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected == false,
      step.pending?.isImagined != true,
      // The experiment branches that could vouch are long gone.
      inquiry.isAudit == false
    else { return [] }
    let changes =
      switch step.kind {
      case .commit: try changes(of: step, inquiry.facts)
      case .merge: try MergeWork(step, inquiry.facts).changes
      case .fastForward: [PathChange]()
      }
    let policy = inquiry.policy.experiments
    let outside = changes.filter { change in
      change.path.isInside(policy.directory) == false
        && SetupPaths.covers(change, policy) == false
        && policy.exempt.contains { $0.matches(change.path) } == false
    }
    var own: [PathChange] = []
    for change in outside where try isVouchedFor(change, step, inquiry) == false {
      own.append(change)
    }
    guard own.isEmpty == false else { return [] }
    let shown = Phrase.first(3, of: own.map(\.path))
    return [
      finding(
        step, inquiry, path: own.count == 1 ? own[0].path : nil,
        message: Phrase(
          """
          \(step.name) on \(step.branch) changes \(shown), which stands in no experiment branch
          """),
        details: step.commit == nil ? [] : [step.citation], remedy: remedy(step, inquiry))
    ]
  }

  private func changes(of step: Step, _ facts: any Evidence) throws(EvidenceGap) -> [PathChange] {
    guard let before = step.before else { return try facts.changes(from: nil, to: step.tree) }
    return try facts.changes(from: facts.commit(before).tree, to: step.tree)
  }

  /// Whether the path's new content stands in an experiment branch: in its newest state, or in a
  /// commit of its own on the way there.
  private func isVouchedFor(
    _ change: PathChange, _ step: Step, _ inquiry: Inquiry
  ) throws(EvidenceGap) -> Bool {
    let experiments = inquiry.branches.filter { inquiry.isFree($0.lane.lane) }
    for placed in experiments {
      let tree = try inquiry.facts.commit(placed.branch.tip).tree
      if try inquiry.facts.entry(at: change.path, in: tree) == change.after { return true }
    }
    let held = inquiry.protectedTips.map(\.branch.tip)
    for placed in experiments {
      for commit in try inquiry.chain(from: placed.branch.tip, notIn: held).commits.dropFirst() {
        if try inquiry.facts.entry(at: change.path, in: commit.tree) == change.after {
          return true
        }
      }
    }
    return false
  }

  private func remedy(_ step: Step, _ inquiry: Inquiry) -> Remedy {
    let mending = Mending(inquiry, step)
    if let commit = step.commit {
      let kept = mending.keep(commit.id)
      let push = mending.remote.map { Remedy.Step(.deliver, "git push \($0) \(kept.name)") }
      return Remedy(kept.steps + [push].compactMap { $0 })
    }
    guard step.pending?.activity == .commit else { return Remedy() }
    let name = mending.rescueName(step.before)
    return Remedy([
      Remedy.Step(.keep, "git switch -c \(name)"), Remedy.Step(.keep, "git commit"),
    ])
  }
}
