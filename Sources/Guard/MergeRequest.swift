public import FlowPolicy
import Git
import GitModel
public import Reporting

/// A merge request, there already or only imagined: `verify` and `dry-run` judge it by making its
/// merge in memory.
public struct MergeRequest {
  /// The source as it was named; nil for the current branch.
  public var source: String?
  /// The target as it was named; nil for the branch that the source's lane is promoted to.
  public var target: String?
  /// The target's commit to judge against, where it is not the branch's tip.
  public var base: String?
  /// What the options are called, for error messages.
  public var options: (source: String, target: String)

  public init(
    source: String? = nil, target: String? = nil, base: String? = nil,
    options: (source: String, target: String)
  ) {
    self.source = source
    self.target = target
    self.base = base
    self.options = options
  }

  /// What a merge request comes to before it is judged.
  public struct Drafted {
    public let proposal: Proposal
    public let title: String
    public let notes: [String]
  }

  public func draft(in session: Session) throws(Failure) -> Drafted {
    let (declared, head, sourceName) = try resolveSource(session)
    let policy: Policy
    do throws(Failure) {
      policy = try session.source().standard().policy
    } catch {
      // A broken policy may be what this request mends; the defaults find the target then.
      guard case .policy = error else { throw error }
      policy = Policy()
    }
    let target = try resolveTarget(session, policy, declared)
    var tip = target.tip
    if let base {
      guard
        let found = try session.reading({ () throws(GitError) in
          try session.repository.resolve(revision: base)
        })
      else {
        throw Failure.notFound("there is no commit \"\(Visible.text(base))\" (--base)", remedy: [])
      }
      tip = found
    }
    let ref = RefName.branch(target.branch)
    var proposal = Proposal(
      occasion: .mergeRequest,
      source: declared.map { DeclaredSource(branch: $0, head: head) },
      actor: session.actor(policy), today: session.today, remote: session.remote)
    let title = "\(sourceName) into \(target.branch)"

    if try holds(tip, head, session) {
      return Drafted(
        proposal: proposal, title: title,
        notes: ["\(target.branch) holds \(sourceName) already: there is nothing to merge"])
    }
    let lane = policy.match(target.branch)?.lane
    let methods = lane.flatMap { policy.promotion(into: $0) }?.by ?? [.merge]
    let isAhead = try holds(head, tip, session)
    if methods.contains(.merge) == false, methods.contains(.fastForward), isAhead {
      proposal.moves = [RefMove(ref: ref, before: tip, after: head)]
      return Drafted(proposal: proposal, title: title, notes: [])
    }
    let (tree, conflicts) = try merge(tip, head, isAhead: isAhead, session)
    proposal.pending = PendingCommit(
      ref: ref, parents: [tip, head], tree: tree, conflicts: conflicts, isImagined: true,
      activity: .merge)
    let notes =
      conflicts.isEmpty
      ? []
      : ["the merge would conflict in " + conflicts.map(\.description).joined(separator: ", ")]
    return Drafted(proposal: proposal, title: title, notes: notes)
  }

  /// The source's branch name where it has one, its head, and how to call it.
  private func resolveSource(
    _ session: Session
  ) throws(Failure) -> (BranchName?, ObjectID, String) {
    guard let source else {
      let current = try session.currentBranch(option: options.source)
      return (current.branch, current.tip, current.spelled)
    }
    if let found = try session.branch(source, remoteFirst: false) {
      return (found.branch, found.tip, found.spelled)
    }
    // A commit is a source as well; which branch it belongs to, the history has to say.
    if ObjectID(source) != nil,
      let head = try session.reading({ () throws(GitError) in
        try session.repository.resolve(revision: source)
      })
    {
      return (nil, head, head.short)
    }
    let found = try session.requireBranch(source, option: options.source, remoteFirst: false)
    return (found.branch, found.tip, found.spelled)
  }

  private func resolveTarget(
    _ session: Session, _ policy: Policy, _ source: BranchName?
  ) throws(Failure) -> Session.Named {
    if let target {
      return try session.requireBranch(target, option: options.target, remoteFirst: true)
    }
    guard let source, let lane = policy.match(source)?.lane else {
      throw Failure.usage("name the branch that it goes into with \(options.target)")
    }
    // The way's next lane: the last in the list that takes this one.
    for next in policy.lanes.reversed() {
      guard policy.promotion(into: next)?.from.contains(lane.name) == true else { continue }
      let owner = session.actor(policy)?.owner
      guard
        let name = next.pattern.literal ?? owner.flatMap({ next.pattern.filled(owner: $0) })
      else { continue }
      guard let found = try session.branch(name, remoteFirst: next.pattern.hasOwner == false) else {
        throw Failure.notFound(
          "\(source) goes into \(Visible.text(name)), which is not here (\(options.target))",
          remedy: session.fetching(name))
      }
      return found
    }
    throw Failure.usage(
      "\(source) is promoted to no other branch: name the target with \(options.target)")
  }

  private func holds(
    _ tip: ObjectID, _ commit: ObjectID, _ session: Session
  ) throws(Failure) -> Bool {
    do throws(GitError) {
      return try session.repository.isAncestor(commit, of: tip)
    } catch {
      // A cut history leaves it open; the rules that need the answer say so with their remedy.
      if error.kind == .shallow || error.kind == .partial || error.kind == .notFound {
        return false
      }
      throw Failure.repository(error)
    }
  }

  private func merge(
    _ ours: ObjectID, _ theirs: ObjectID, isAhead: Bool, _ session: Session
  ) throws(Failure) -> (TreeID, [TreePath]) {
    let head = try session.reading { () throws(GitError) in try session.repository.commit(theirs) }
    if isAhead { return (head.tree, []) }
    do throws(GitError) {
      guard try session.repository.mergeBase(ours, theirs) != nil else { return (head.tree, []) }
      let outcome = try session.repository.automaticMerge(of: ours, and: theirs)
      return (outcome.tree, outcome.conflicts)
    } catch {
      if error.kind == .shallow || error.kind == .partial || error.kind == .notFound {
        return (head.tree, [])
      }
      throw Failure.repository(error)
    }
  }
}

extension Session {
  /// Judges what a merge request or a pushed range comes to.
  public func report(
    _ drafted: MergeRequest.Drafted, command: String
  ) throws(Failure) -> Report {
    var proposal = drafted.proposal
    let bench = try bench(for: proposal)
    if proposal.actor == nil { proposal.actor = actor(bench.origin.policy) }
    return report(
      proposal, bench: bench, command: command, title: drafted.title, notes: drafted.notes)
  }
}
