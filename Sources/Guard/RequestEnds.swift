import FlowPolicy
import Git
import GitModel
import Intake
import Wording

/// Finds the two ends of a merge request in the repository.
struct RequestEnds {
  let request: MergeRequest
  let session: Session

  /// Where a request comes from.
  struct Source {
    /// Whose branch it is, where somebody said so.
    let declared: DeclaredSource?
    let head: ObjectID
    let spelled: String
  }

  func source() throws(Failure) -> Source {
    if let given = request.given { return try source(given) }
    guard let name = request.source else {
      if let head = request.head {
        throw Failure.usage(
          Phrase("--head \(Visible.text(head)) goes with \(request.options.source)"))
      }
      let current = try session.currentBranch(option: request.options.source)
      return source(current)
    }
    if let head = request.head { return try source(name, at: head) }
    if let found = try session.branch(name, remoteFirst: false) { return source(found) }
    // A commit is a source as well; which branch it belongs to, the history has to say.
    if ObjectID(name) != nil, let head = try commit(name) {
      return Source(declared: nil, head: head, spelled: head.short)
    }
    return source(
      try session.requireBranch(name, option: request.options.source, remoteFirst: false))
  }

  private func source(_ found: Session.Named) -> Source {
    Source(
      declared: DeclaredSource(branch: found.branch, head: found.tip), head: found.tip,
      spelled: found.spelled)
  }

  /// A branch that is named beside its commit. No branch's name holds a colon: what stands before
  /// it is the fork's owner.
  private func source(_ name: String, at head: String) throws(Failure) -> Source {
    guard let commit = try commit(head) else {
      throw Failure.notFound(
        Phrase("there is no commit \"\(Visible.text(head))\" here (--head)"),
        remedy: session.remote.map { ["git fetch \($0)"].verbatim } ?? [])
    }
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.isEmpty == false }) else {
      throw Failure.usage(
        Phrase(
          "\(request.options.source) takes BRANCH or OWNER:BRANCH, not \"\(Visible.text(name))\""))
    }
    let branch = BranchName(parts[parts.count - 1])
    return Source(
      declared: DeclaredSource(
        branch: branch, head: commit, fork: parts.count > 1 ? String(parts[0]) : nil),
      head: commit, spelled: Visible.text(name))
  }

  private func source(_ given: CIJob.Request) throws(Failure) -> Source {
    let spelled = (given.fork.map { "\(Visible.text($0)):" } ?? "") + given.source.description
    guard try isHere(given.head) else {
      let fetch: String? =
        if let remote = session.remote,
          let ref = given.headRef.flatMap({
            ShellWord.quote(RefName($0))
          })
        { "git fetch \(remote) \(ref)" } else { nil }
      throw Failure.notFound(
        Phrase("the head of \(spelled), \(given.head.short), is not in this clone"),
        remedy: [fetch].compactMap { $0 }.verbatim)
    }
    return Source(
      declared: DeclaredSource(branch: given.source, head: given.head, fork: given.fork),
      head: given.head, spelled: spelled)
  }

  private func isHere(_ commit: ObjectID) throws(Failure) -> Bool {
    do throws(GitError) {
      _ = try session.repository.commit(commit)
      return true
    } catch {
      if error.kind == .notFound || error.kind == .shallow || error.kind == .partial {
        return false
      }
      throw Failure.repository(error)
    }
  }

  private func commit(_ revision: String) throws(Failure) -> ObjectID? {
    try session.reading { () throws(GitError) in
      try session.repository.resolve(revision: revision)
    }
  }

  /// The target's branch: what a CI job is asked about is the remote's state of it.
  func target(_ policy: Policy, _ source: DeclaredSource?) throws(Failure) -> Session.Named {
    if let given = request.given { return try session.remoteBranch(given.target) }
    if let target = request.target {
      return try session.requireBranch(target, option: request.options.target, remoteFirst: true)
    }
    guard let source = source?.branch, let lane = policy.match(source)?.lane else {
      throw Failure.usage(
        Phrase("name the branch that it goes into with \(request.options.target)"))
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
          Phrase(
            """
            \(source) goes into \(Visible.text(name)), which is not here \
            (\(request.options.target))
            """
          ),
          remedy: session.fetching(name))
      }
      return found
    }
    throw Failure.usage(
      Phrase(
        "\(source) is promoted to no other branch: name the target with \(request.options.target)"))
  }
}
