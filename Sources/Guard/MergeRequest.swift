public import FlowPolicy
import Git
import GitModel
import Intake
public import Reporting
public import Wording

/// A merge request, there already or only imagined: `verify` and `dry-run` judge it by making its
/// merge in memory.
public struct MergeRequest {
  /// The source as it was named, a fork's as `owner:branch`; nil for the current branch.
  public var source: String?
  /// The source's commit as it was named, where its branch need not be here.
  public var head: String?
  /// The target as it was named; nil for the branch that the source's lane is promoted to.
  public var target: String?
  /// The target's commit to judge against, where it is not the branch's tip.
  public var base: String?
  /// What the options are called, for error messages.
  public var options: (source: String, target: String)
  /// What a CI provider says, in place of names.
  var given: CIJob.Request?

  public init(
    source: String? = nil, head: String? = nil, target: String? = nil, base: String? = nil,
    options: (source: String, target: String)
  ) {
    self.source = source
    self.head = head
    self.target = target
    self.base = base
    self.options = options
  }

  /// What a merge request comes to before it is judged.
  public struct Drafted {
    public internal(set) var proposal: Proposal
    public let title: Phrase
    public internal(set) var notes: [Phrase]
    /// Who a CI provider says is at work.
    var person: CIJob.Person?
  }

  public func draft(in session: Session) throws(Failure) -> Drafted {
    let ends = RequestEnds(request: self, session: session)
    let source = try ends.source()
    let policy: Policy
    do throws(Failure) {
      policy = try session.source().standard().policy
    } catch {
      // A broken policy may be what this request mends; the defaults find the target then.
      guard case .policy = error else { throw error }
      policy = Policy()
    }
    let target = try ends.target(policy, source.declared)
    var tip = target.tip
    if let base {
      guard
        let found = try session.reading({ () throws(GitError) in
          try session.repository.resolve(revision: base)
        })
      else {
        throw Failure.notFound(
          Phrase("there is no commit \"\(Visible.text(base))\" (--base)"), remedy: [])
      }
      tip = found
    }
    let ref = RefName.branch(target.branch)
    let head = source.head
    var proposal = Proposal(
      occasion: .mergeRequest, source: source.declared, actor: session.actor(policy),
      today: session.today, remote: session.remote)
    proposal.isQueued = given?.isQueued ?? false
    let title = Phrase("\(source.spelled) into \(target.branch)")

    if try holds(tip, head, session) {
      return Drafted(
        proposal: proposal, title: title,
        notes: [
          Phrase("\(target.branch) holds \(source.spelled) already: there is nothing to merge")
        ])
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
    let paths = conflicts.map(\.description).joined(separator: ", ")
    let notes = conflicts.isEmpty ? [] : [Phrase("the merge would conflict in \(paths)")]
    return Drafted(proposal: proposal, title: title, notes: notes)
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
    let policy = bench.origin.policy
    if let person = drafted.person {
      proposal.actor = ActorSource.actor(person, owners: policy.owners)
    } else if proposal.actor == nil {
      proposal.actor = actor(policy)
    }
    return report(
      proposal, bench: bench, command: command, title: drafted.title, notes: drafted.notes)
  }
}
