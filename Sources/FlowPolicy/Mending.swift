import GitModel
import Wording

/// Composes remedies: the commands that get a person from where they stand back onto the flow's
/// way, in git's own words, ready to paste.
struct Mending {
  let inquiry: Inquiry
  let ref: RefName
  let pending: PendingCommit?
  /// The protected branch whose own step comes along on the way into the subject.
  private let alongside: BranchName?

  init(_ inquiry: Inquiry, _ step: Step) {
    self.inquiry = inquiry
    ref = step.ref
    pending = step.pending
    alongside = step.isOnTheWay && step.isProtected ? step.branch : nil
  }

  init(_ inquiry: Inquiry, _ move: BranchMove) {
    self.inquiry = inquiry
    ref = move.ref
    pending = move.pending
    alongside = nil
  }

  var remote: String? { inquiry.proposal.remote }
  private var branch: BranchName { ref.branch ?? BranchName(bytes: ref.bytes) }
  var route: Route? { Route(inquiry.policy) }

  /// Ends what is under way in the work tree.
  var abort: [Remedy.Step] {
    guard inquiry.proposal.occasion == .commit, let pending else { return [] }
    switch pending.activity {
    case .merge: return [Remedy.Step(.abort, "git merge --abort")]
    case .rebase: return [Remedy.Step(.abort, "git rebase --abort")]
    case .cherryPick: return [Remedy.Step(.abort, "git cherry-pick --abort")]
    case .revert: return [Remedy.Step(.abort, "git revert --abort")]
    case .commit: return []
    }
  }

  /// The move of this ref, where the proposal is a push.
  private var move: RefMove? { inquiry.proposal.moves.first { $0.ref == ref } }

  /// Whether the local branch of this name holds what was to be pushed.
  private var isLocalBranchAhead: Bool {
    guard inquiry.proposal.occasion == .push, let after = move?.after else { return false }
    return inquiry.branches.contains {
      $0.branch.remote == nil && $0.branch.name == branch && $0.branch.tip == after
    }
  }

  /// Keeps commits that a protected branch must not have under an experiment's name.
  func keep(_ commit: ObjectID) -> (steps: [Remedy.Step], name: String) {
    let name = rescueName(commit)
    return ([Remedy.Step(.keep, "git branch \(name) \(commit.short)")], name)
  }

  /// A free name for work that needs a branch.
  func rescueName(_ commit: ObjectID?) -> String {
    let free = inquiry.policy.lanes.first { inquiry.isFree($0) }
    var prefix = String(free?.pattern.source.prefix { $0 != "*" && $0 != "{" } ?? "")
    if prefix.isEmpty { prefix = "experiment/" }
    let short = commit.map { String($0.hex.prefix(7)) } ?? "work"
    let base = prefix + (ownerWord.map { "\($0)-\(short)" } ?? short)
    let taken = Set(inquiry.branches.map(\.branch.name))
    let name =
      ([base] + (2...99).map { "\(base)-\($0)" }).first { !taken.contains(BranchName($0)) } ?? base
    // The lane's pattern is the policy's word, not ours: it is quoted like any other.
    return ShellWord.quote(BranchName(name)) ?? "experiment/\(short)"
  }

  /// Puts the local protected branch back to what the remote has, and one that came along.
  var restore: [Remedy.Step] { restoreSubject + restoreAlongside }

  private var restoreAlongside: [Remedy.Step] {
    let placed = inquiry.branches.map(\.branch).filter { $0.name == alongside }
    guard let local = placed.first(where: { $0.remote == nil }),
      let tracking = placed.first(where: { $0.remote != nil && $0.remote == remote }),
      local.tip != tracking.tip
    else { return [] }
    return reset(local.name, at: local.tip, to: tracking.spelled, tracking.tip)
  }

  private var restoreSubject: [Remedy.Step] {
    if inquiry.proposal.occasion == .receive { return restoreAtHome }
    guard isLocalBranchAhead, let before = move?.before else { return [] }
    let tracking = inquiry.branches.first {
      $0.branch.remote != nil && $0.branch.name == branch && $0.branch.tip == before
    }
    return reset(branch, at: before, to: tracking?.branch.spelled, before)
  }

  /// A server does not see the clone: whether its branch holds what was pushed, the person knows.
  private var restoreAtHome: [Remedy.Step] {
    guard move?.before != nil, let remote, let name = ShellWord.quote(branch) else { return [] }
    return [
      Remedy.Step(
        .restore,
        Phrase(
          """
          # if your own \(name) holds it: git switch \(name) && git reset --keep \(remote)/\(name)
          """))
    ]
  }

  /// Sets a local branch back and keeps what is not committed.
  private func reset(
    _ name: BranchName, at tip: ObjectID, to start: BranchName?, _ commit: ObjectID
  ) -> [Remedy.Step] {
    [
      Remedy.Step(.restore, "git switch \(ShellWord.revision(name, tip))"),
      Remedy.Step(.restore, "git reset --keep \(ShellWord.revision(start, commit))"),
    ]
  }

  private var ownerWord: String? {
    guard let owner = inquiry.proposal.actor?.owner, BranchName(owner).isUnprintable == false,
      owner.isEmpty == false, owner.first != "-", owner.first != ".",
      // Words of a stranger never reach a shell: letters, digits and what names are joined with.
      owner.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0)
      })
    else { return nil }
    return owner
  }

  /// The person's own branch of the lane through which changes go in.
  var ownBranch: String? {
    guard let lane = route?.entrance, lane.pattern.hasOwner else { return nil }
    if let current = pending?.ref.branch, let match = inquiry.policy.match(current),
      match.lane == lane
    {
      return ShellWord.quote(current)
    }
    guard let owner = ownerWord else {
      return lane.pattern.filled(owner: "$USER").map { "\"\($0)\"" }
    }
    return lane.pattern.filled(owner: owner).flatMap { ShellWord.quote(BranchName($0)) }
  }

  /// Whether a branch of this name, as it is written in a command, is here already.
  private func stands(_ name: String) -> Bool {
    inquiry.branches.contains { $0.branch.name == BranchName(name) }
  }

  /// Goes to a branch, which is made from the newest target where it does not stand yet.
  func enter(_ name: String) -> [Remedy.Step] {
    if stands(name) || name.contains("'") { return [Remedy.Step(.enter, "git switch \(name)")] }
    let start = route.map { target in
      let name = target.targetWord ?? "HEAD"
      return remote.map { "\($0)/\(name)" } ?? name
    }
    let making = "git switch --no-track -c \(name) \(start ?? "HEAD")"
    // It may stand in the clone and never have been pushed.
    let isUnseen = inquiry.proposal.occasion == .receive
    return [Remedy.Step(.enter, isUnseen ? "git switch \(name) || \(making)" : making)]
  }

  /// Pulls the newest target lane's branch into the current one.
  var sync: [Remedy.Step] {
    guard let target = route?.targetWord else { return [] }
    let line =
      remote.map { "git pull --no-rebase \($0) \(target)" } ?? "git merge \(target)"
    return [Remedy.Step(.sync, line)]
  }

  func bring(_ revision: String) -> [Remedy.Step] {
    [Remedy.Step(.bring, "git merge --no-ff \(revision)")]
  }

  /// Hands a branch over: the push before the merge request.
  func deliver(_ name: String) -> [Remedy.Step] {
    guard let target = route?.target, let remote else { return [] }
    let into = target.pattern.literal ?? target.name
    return [
      Remedy.Step(
        .deliver,
        Phrase("git push -u \(remote) \(name)   # then open the merge request into \(into)"))
    ]
  }

  /// The whole way for work that stands on a branch of a free lane.
  ///
  /// - Parameter restoring: whether the work takes earlier descriptions away. They are kept then:
  ///   what was tried stays written down, and only so the new description counts as one more.
  func wholeWay(_ revision: String, restoring: Bool = false) -> [Remedy.Step] {
    guard let own = ownBranch else { return deliver(revision) }
    let kept = restoring ? keptDescriptions(of: "HEAD^") : []
    return enter(own) + sync + bring(revision) + kept
      + describe(revision, isPerhapsDescribed: stands(own)) + deliver(own)
  }

  /// Puts the descriptions back to what a revision holds.
  private func keptDescriptions(of revision: String) -> [Remedy.Step] {
    guard let folder = ShellWord.quote(inquiry.policy.experiments.directory) else { return [] }
    return [Remedy.Step(.bring, "git checkout \(revision) -- \(folder)")]
  }
}

extension Mending {
  /// Another branch than the protected one that already holds the work.
  func branchHolding(_ commit: ObjectID) -> Attribution? {
    inquiry.branches.first {
      $0.branch.tip == commit && RefName.branch($0.branch.name) != ref
        && inquiry.policy.isProtected($0.lane.lane) == false
    }.map {
      Attribution(branch: $0.branch.name, lane: $0.lane, head: commit, kind: .ref)
    }
  }

  /// What its branch owes on the way: a free one goes through the person's own branch, one of the
  /// entrance lane is pulled up to date, described and handed over.
  func delivery(of source: Attribution, describing: Bool = false) -> [Remedy.Step] {
    let name = ShellWord.revision(source.branch, source.head)
    guard let lane = source.lane?.lane, inquiry.isFree(lane) == false else { return wholeWay(name) }
    guard lane == route?.entrance else { return [] }
    return enter(name) + sync + (describing ? describe(nil) : []) + deliver(name)
  }

  /// Takes commits back that a protected branch has got: by reverts that go the way, newest first.
  /// The descriptions stay, since later ones stand around them, and the roll-back gets its own.
  func revert(_ commits: [Commit]) -> [Remedy.Step] {
    guard let own = ownBranch else { return [] }
    let reverts = runs(of: commits).map { Remedy.Step(.bring, reverting($0)) }
    let names = commits.prefix(3).map(\.id.short).joined(separator: ", ")
    let more = commits.count > 3 ? " and \(commits.count - 3) more" : ""
    let title = "Taking back \(names)\(more)"
    return enter(own) + sync + reverts + describe(nil, title: title) + deliver(own)
  }

  /// The commits in their order, taken together as long as one form of the command fits them.
  private func runs(of commits: [Commit]) -> [[Commit]] {
    var runs: [[Commit]] = []
    for commit in commits {
      if let last = runs.last, last.count < 20, last[0].isMerge == commit.isMerge {
        runs[runs.count - 1].append(commit)
      } else {
        runs.append([commit])
      }
    }
    return runs
  }

  private func reverting(_ commits: [Commit]) -> String {
    let mainline = commits[0].isMerge ? "-m 1 " : ""
    let names = commits.map(\.id.short).joined(separator: " ")
    let folder = ShellWord.quote(inquiry.policy.experiments.directory)
    guard let folder, describe(nil).isEmpty == false else {
      return "git revert --no-edit \(mainline)\(names)"
    }
    func one(_ name: String) -> String {
      "git revert --no-commit \(mainline)\(name); git checkout -q HEAD -- \(folder)"
    }
    return commits.count == 1 ? one(names) : "for c in \(names); do \(one("$c")); done"
  }

  /// Builds an intermediate branch anew without the step that must not be on it: the old state is
  /// kept under an experiment's name, and its description is taken over.
  func rebuild(_ step: Step) -> Remedy {
    guard let own = ShellWord.quote(step.branch), let before = step.before else { return Remedy() }
    let name = rescueName(before)
    let start = route?.targetWord.map { target in
      remote.map { "\($0)/\(target)" } ?? target
    }
    guard let start else { return Remedy() }
    let folder = ShellWord.quote(inquiry.policy.experiments.directory) ?? "experiments"
    var steps = abort + restore
    steps += [
      Remedy.Step(.enter, "git switch \(own)"),
      Remedy.Step(.enter, Phrase("git branch \(name)   # keeps what the branch holds now")),
      Remedy.Step(.sync, "git reset --keep \(start)"),
      Remedy.Step(
        .bring, Phrase("# merge your experiment again: git merge --no-ff EXPERIMENT")),
      Remedy.Step(.describe, "git checkout \(name) -- \(folder)"),
      Remedy.Step(.describe, "git commit -m 'Describe the results'"),
    ]
    if let remote {
      steps.append(Remedy.Step(.deliver, "git push --force-with-lease \(remote) \(own)"))
    }
    return Remedy(steps)
  }
}
