import GitModel
import Wording

/// The judgement of one ref: its move, its steps, and the way of what comes in.
struct Trial {
  let engine: Engine
  let policy: Policy
  let proposal: Proposal
  let facts: any Evidence
  /// Those that are asked under this policy.
  private let rules: [any Rule]
  var outcome = Judgement()
  /// Where the findings and gaps of the present step begin: nothing is told twice of one step.
  var firstOfStep = (findings: 0, gaps: 0)

  /// Heads whose way was judged already.
  private var walked = ObjectTable<ObjectID, Bool>()

  init(engine: Engine, policy: Policy, proposal: Proposal, facts: any Evidence) {
    self.engine = engine
    self.policy = policy
    self.proposal = proposal
    self.facts = facts
    // An invalid policy file is an error whatever the severities say.
    rules = engine.rules.filter { policy.severity(of: $0.id) != .off || $0.id == .policyChange }
  }

  /// Whether the policy asks anything: where it does not, nobody needs to hear that something is free.
  private var asksAnything: Bool { rules.contains { policy.severity(of: $0.id) != .off } }

  /// Judges a ref that is to move.
  mutating func judge(_ move: RefMove) {
    let subject = subject(move.ref, before: move.before, after: move.after)
    examineName(of: move)
    guard let subject else { return }
    answering(for: subject) { trial throws(EvidenceGap) in
      let inquiry = try Inquiry(policy: trial.policy, proposal: trial.proposal, facts: trial.facts)
      try trial.judge(subject, inquiry)
    }
  }

  /// Asks what does not hang on a lane: what a name looks like, and where a tag points.
  private mutating func examineName(of move: RefMove) {
    guard policy.asksByName(of: move.ref) else { return }
    let rule = TagSource.rule(for: move.ref, policy) == nil ? RuleID.lookAlike : .tagSource
    answering(rule, ref: move.ref) { trial throws(EvidenceGap) in
      let inquiry = try Inquiry(policy: trial.policy, proposal: trial.proposal, facts: trial.facts)
      trial.examine(.ref(move), inquiry)
    }
  }

  /// Puts a ref down as judged; nil where it is of no lane that anything is asked of.
  mutating func subject(
    _ ref: RefName, before: ObjectID?, after: ObjectID?, pending: PendingCommit? = nil
  ) -> BranchMove? {
    let match = ref.branch.flatMap { policy.match($0) }
    outcome.subjects.append(
      Judgement.Judged(ref: ref, lane: match?.lane.name, before: before, after: after, steps: 0))
    guard let branch = ref.branch, let match, let promotion = policy.promotion(into: match.lane)
    else { return nil }
    return BranchMove(
      ref: ref, branch: branch, lane: match, promotion: promotion,
      isProtected: policy.isProtected(match.lane), before: before, after: after, pending: pending)
  }

  private mutating func judge(_ move: BranchMove, _ inquiry: Inquiry) throws(EvidenceGap) {
    if move.isProtected, move.isCreation, inquiry.protectedTips.isEmpty, asksAnything {
      guard proposal.seesDestination else { throw unseenDestination(move) }
      outcome.announcements.append(
        Phrase("\(move.branch) is the first protected branch here: it is free to begin anywhere"))
      examine(.move(move), inquiry, only: [.policyChange])
      return
    }
    noteUnknownActor(move)
    examine(.move(move), inquiry)
    guard let after = move.after else { return }
    let walk = StepWalk(
      inquiry: inquiry, ref: move.ref, branch: move.branch, lane: move.lane,
      promotion: move.promotion, isOnTheWay: false, received: move.before.map { [$0] } ?? [])
    let steps =
      if let before = move.before {
        try walk.steps(from: after, notIn: [before])
      } else {
        try walk.stepsOfNewBranch(from: after)
      }
    outcome.subjects[outcome.subjects.count - 1].steps = steps.count
    for step in steps { try judge(step, inquiry) }
  }

  /// The destination may have protected branches of which nothing is here.
  private func unseenDestination(_ move: BranchMove) -> EvidenceGap {
    let remedy =
      proposal.remote.map {
        Phrase(verbatim: "git fetch \($0) '+refs/heads/*:refs/remotes/\($0)/*'")
      }
      ?? Phrase("# name that repository with git remote add, fetch it, and push to it by its name")
    return EvidenceGap(
      question: Phrase("whether \(move.branch) is the first protected branch there"),
      reason: .missing,
      remedy: [remedy])
  }

  /// Judges a commit or merge that is about to be made.
  mutating func judge(_ pending: PendingCommit) {
    guard
      let subject = subject(
        pending.ref, before: pending.parents.first, after: nil, pending: pending)
    else { return }
    answering(for: subject) { trial throws(EvidenceGap) in
      let inquiry = try Inquiry(policy: trial.policy, proposal: trial.proposal, facts: trial.facts)
      if try trial.isSettingUp(subject, inquiry) {
        trial.outcome.announcements.append(
          Phrase(
            "\(subject.branch) holds no policy file yet and no remote has it: commits to it are free"
          ))
        trial.examine(.move(subject), inquiry, only: [.policyChange])
        return
      }
      trial.noteUnknownActor(subject)
      trial.examine(.move(subject), inquiry)
      let step = try StepWalk(
        inquiry: inquiry, ref: subject.ref, branch: subject.branch, lane: subject.lane,
        promotion: subject.promotion, isOnTheWay: false, received: []
      ).pending(pending)
      let last = trial.outcome.subjects.count - 1
      trial.outcome.subjects[last].steps = 1
      if pending.isImagined {
        trial.outcome.subjects[last] = trial.outcome.subjects[last].with(
          source: step.incoming.first?.attribution)
      }
      try trial.judge(step, inquiry)
    }
  }

  /// Where nobody is known who moves a person's branch, `branch-owner` is not asked.
  private mutating func noteUnknownActor(_ move: BranchMove) {
    guard proposal.actor == nil, move.isProtected == false, move.lane.owner != nil,
      policy.severity(of: .branchOwner) != .off
    else { return }
    outcome.notes.append(
      Phrase("nobody is known who moves \(move.branch): branch-owner was not asked"))
  }

  /// While a protected branch holds no policy file and no remote has that branch, commits to it
  /// are free: the repository is being set up.
  private func isSettingUp(
    _ move: BranchMove, _ inquiry: Inquiry
  ) throws(EvidenceGap) -> Bool {
    guard proposal.occasion == .commit, move.isProtected, asksAnything,
      inquiry.branches.contains(where: {
        $0.branch.name == move.branch && $0.branch.remote != nil
      }) == false
    else { return false }
    guard let before = move.before else { return true }
    return try facts.policyFile(in: facts.commit(before).tree) == .absent
  }

  private mutating func judge(_ step: Step, _ inquiry: Inquiry) throws(EvidenceGap) {
    if let commit = step.commit, try isBelowBaseline(commit.id) { return }
    examine(.step(step), inquiry)
    noteLeftOut(step)
    try judgeWays(of: step, inquiry)
  }

  /// Judges the ways of what comes in with a step.
  mutating func judgeWays(of step: Step, _ inquiry: Inquiry) throws(EvidenceGap) {
    for incoming in step.incoming {
      guard walked.contains(incoming.head) == false,
        let way = try inquiry.way(of: incoming, into: step)
      else { continue }
      walked[incoming.head] = true
      for step in way { try judge(step, inquiry) }
    }
  }

  /// What `merge-content` can't judge is said: somebody should look at it.
  private mutating func noteLeftOut(_ step: Step) {
    let leftOut = leftOut(of: step)
    guard leftOut.isEmpty == false else { return }
    let paths = Phrase.first(5, of: leftOut)
    outcome.notes.append(
      Phrase("merge-content can't judge \(paths) in \(step.name): in conflict or renamed"))
  }

  func leftOut(of step: Step) -> [TreePath] {
    guard step.isProtected, step.kind == .merge, step.pending?.isImagined != true,
      policy.severity(of: .mergeContent) != .off
    else { return [] }
    return (try? MergeWork(step, facts).leftOut) ?? []
  }

  private func isBelowBaseline(_ commit: ObjectID) throws(EvidenceGap) -> Bool {
    guard let baseline = policy.baseline else { return false }
    return try facts.isAncestor(commit, of: facts.baseline(baseline))
  }

  mutating func examine(_ subject: Subject, _ inquiry: Inquiry, only: [RuleID]? = nil) {
    let ref =
      switch subject {
      case .step(let step): step.ref
      case .move(let move): move.ref
      case .ref(let move): move.ref
      }
    for rule in rules where only?.contains(rule.id) ?? true {
      answering(rule.id, ref: ref) { trial throws(EvidenceGap) in
        let findings = try rule.examine(subject, inquiry)
        guard findings.isEmpty == false, try trial.isReallyNew(subject, inquiry) else { return }
        for finding in findings { trial.record(finding) }
      }
    }
  }

  /// Whether a step is one for certain. Walks go by dates, which may lie, and nobody is accused of
  /// a commit that the branch had before.
  private func isReallyNew(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> Bool {
    guard case .step(let step) = subject, let commit = step.commit else { return true }
    return try inquiry.isCertainlyHeld(commit.id, by: step.bases) == false
  }

  /// Runs a question; where it has no answer, the gap is recorded for the rule that asked.
  private mutating func answering(
    _ rule: RuleID, ref: RefName, _ body: (inout Trial) throws(EvidenceGap) -> Void
  ) {
    do {
      try body(&self)
    } catch {
      guard policy.severity(of: rule) != .off else { return }
      let blocks = policy.severity(of: rule) == .error && policy.mode == .enforce
      let gap = Gap(rule: rule, ref: ref, cause: error, blocks: blocks)
      if outcome.gaps[firstOfStep.gaps...].contains(gap) == false { outcome.gaps.append(gap) }
    }
  }

  /// Asks what every rule's answer rests on: the branches, the steps and who came in. Where that
  /// stays open no rule was asked, so the gap is that of the gravest rule that judges the branch.
  mutating func answering(
    for move: BranchMove, _ body: (inout Trial) throws(EvidenceGap) -> Void
  ) {
    do {
      try body(&self)
    } catch {
      let gap = error
      answering(gravestRule(for: move), ref: move.ref) { _ throws(EvidenceGap) in throw gap }
    }
  }

  private func gravestRule(for move: BranchMove) -> RuleID {
    let judging = engine.rules.map(\.id).filter { rule in
      move.isProtected || Self.judgesOpenBranches(rule, move.promotion)
    }
    let gravest = judging.map(policy.severity).max() ?? .off
    return policy.severity(of: .branchFlow) == gravest
      ? .branchFlow : judging.first { policy.severity(of: $0) == gravest } ?? .branchFlow
  }

  /// Whether a rule looks at branches that are not protected.
  private static func judgesOpenBranches(_ rule: RuleID, _ promotion: Promotion) -> Bool {
    switch rule {
    case .branchFlow, .branchOwner, .ownWork, .policyChange: true
    case .staleSource: promotion.requires.contains(.fresh)
    case .experimentEntry, .entryFormat, .entryRewrite: promotion.requires.contains(.entry)
    case .promotionDrift: promotion.requires.contains(.sameTree)
    default: false
    }
  }

  /// Gives a finding its severity under the policy and its waiver, and keeps it once.
  private mutating func record(_ found: Finding) {
    guard found.severity != .off else { return }
    var finding = found
    if policy.mode == .advise, finding.severity == .error, finding.isFirm == false {
      finding.severity = .warning
    }
    finding.waivedBy = policy.waivers.first { $0.covers(finding, on: proposal.today) }
    let isKnown = outcome.findings[firstOfStep.findings...].contains {
      $0.rule == finding.rule && $0.ref == finding.ref && $0.commit == finding.commit
        && $0.path == finding.path && $0.source == finding.source
    }
    if isKnown == false { outcome.findings.append(finding) }
  }
}

extension Judgement.Judged {
  fileprivate func with(source: Attribution?) -> Judgement.Judged {
    Judgement.Judged(
      ref: ref, lane: lane, before: before, after: after, steps: steps, source: source)
  }
}
