import FlowPolicy
import Git
import GitModel
import Intake
import Wording

/// Finds out where the current branch stands: by the history, as the rules do, and by nothing that
/// a name says.
public struct StatusInquiry {
  let session: Session
  let policy: Policy
  let branches: [Branch]
  let facts: RepositoryEvidence

  public init(_ session: Session) throws(Failure) {
    self.session = session
    policy = try session.source().standard().policy
    branches = try session.reading { () throws(GitError) in try session.repository.branches() }
    facts = session.evidence
  }

  public func status() throws(Failure) -> BranchStatus {
    let workTree = try session.workTree()
    guard let ref = workTree.branch, let branch = ref.branch else {
      var status = BranchStatus(
        place: Phrase("HEAD is detached: no branch would get what you commit here"))
      status.next = [
        Phrase("git switch BRANCH   # or git switch -c BRANCH, which keeps this commit")
      ]
      return status
    }
    guard let tip = workTree.tip else {
      var status = BranchStatus(
        place: Phrase("\(branch) has no commit yet"), branch: "\(branch)")
      status.next = [Phrase("gitflow-guard init   # then commit what it wrote")]
      return status
    }
    guard let way = FlowWay(policy: policy, branches: branches, remote: session.remote) else {
      var status = BranchStatus(
        place:
          Phrase(
            """
            \(branch): the policy here has no lane that both is protected and takes changes from \
            others, or its branch is not here yet
            """), branch: "\(branch)",
        lane: policy.match(branch)?.lane.name)
      status.next = ["gitflow-guard doctor"].verbatim
      return status
    }
    let current = Branch(ref: ref, name: branch, remote: nil, tip: tip)
    let lane = policy.match(branch)
    var status: BranchStatus
    if let lane, policy.isProtected(lane.lane) {
      status = onProtected(current, way)
    } else if let lane, lane.lane == way.entrance {
      status = try WayStatus(self, way, own: current, experiment: nil).status(of: current)
      if let owner = lane.owner, let actor = session.actor(policy), actor.owner != owner {
        status.remarks.append(
          Phrase(
            """
            this is \(Visible.text(owner))'s branch, and you are \(Visible.text(actor.owner)) \
            (\(actor.origin))
            """))
      }
    } else {
      status = try WayStatus(self, way, own: own(way), experiment: current).status(of: current)
    }
    status.branch = "\(branch)"
    status.lane = lane?.lane.name
    status.remarks = try underWay() + distance(current) + status.remarks
    return status
  }

  /// On develop or main itself nothing is done by hand.
  private func onProtected(_ current: Branch, _ way: FlowWay) -> BranchStatus {
    var status = BranchStatus(
      place: Phrase(
        "\(current.name) is protected: it takes merge requests, and no work of your own"))
    status.steps = [WayStatus(self, way, own: nil, experiment: nil).promotion]
    let own = self.own(way)
    status.next = [
      own.map { Phrase(verbatim: "git switch \(ShellWord.revision($0.name, $0.tip))") }
        ?? Phrase("git switch -c experiment/NAME   # for a new experiment")
    ]
    return status
  }

  /// The person's own branch of the lane through which changes go in: the local one first.
  private func own(_ way: FlowWay) -> Branch? {
    guard let owner = session.actor(policy)?.owner,
      let name = way.entrance.pattern.filled(owner: owner)
    else { return nil }
    return branches.filter { $0.name == BranchName(name) }
      .counting(for: session.remote, remoteFirst: false)
  }

  /// What git is in the middle of.
  private func underWay() throws(Failure) -> [Phrase] {
    switch try session.reading({ () throws(GitError) in
      try session.repository.operationInProgress()
    }) {
    case .none: []
    case .merge: [Phrase("a merge is under way: git merge --continue, or git merge --abort")]
    case .rebase: [Phrase("a rebase is under way: git rebase --continue, or git rebase --abort")]
    case .cherryPick:
      [Phrase("a cherry-pick is under way: git cherry-pick --continue, or git cherry-pick --abort")]
    case .revert: [Phrase("a revert is under way: git revert --continue, or git revert --abort")]
    case .bisect: [Phrase("a bisection is under way: git bisect reset ends it")]
    }
  }

  /// How the branch stands to the one of its name at the remote.
  private func distance(_ current: Branch) throws(Failure) -> [Phrase] {
    guard
      let theirs = branches.first(where: {
        $0.remote == session.remote && $0.remote != nil
          && $0.name == current.name
      }), theirs.tip != current.tip
    else { return [] }
    if try holds(current.tip, theirs.tip) == true { return [] }
    if try holds(theirs.tip, current.tip) == true {
      return [Phrase("\(theirs.spelled) is ahead of \(current.name) here: git pull --ff-only")]
    }
    return [
      Phrase("\(current.name) and \(theirs.spelled) have parted: git pull --no-rebase joins them")
    ]
  }

  /// Whether a commit has another one; nil where the repository can't say.
  func holds(_ commit: ObjectID, _ other: ObjectID) throws(Failure) -> Bool? {
    do throws(EvidenceGap) {
      return try facts.isAncestor(other, of: commit)
    } catch {
      return nil
    }
  }
}

/// The lanes of the way, and where their branches stand.
struct FlowWay {
  /// Through which changes go in (`intermediate`).
  let entrance: Lane
  /// What takes them (`develop`), as the remote has it.
  let target: Branch
  let promotion: Promotion
  /// What the target is promoted to (`main`), as the remote has it.
  let top: Branch?

  init?(policy: Policy, branches: [Branch], remote: String?) {
    guard let route = Route(policy), let name = route.target.pattern.literal,
      let promotion = policy.promotion(into: route.target)
    else { return nil }
    func standing(_ name: String) -> Branch? {
      branches.filter { $0.name == BranchName(name) }.counting(for: remote, remoteFirst: true)
    }
    guard let target = standing(name) else { return nil }
    entrance = route.entrance
    self.target = target
    self.promotion = promotion
    top = policy.lanes.first { lane in
      policy.isProtected(lane) && lane != route.target
        && policy.promotion(into: lane)?.from.contains(route.target.name) == true
    }?.pattern.literal.flatMap(standing)
  }
}
