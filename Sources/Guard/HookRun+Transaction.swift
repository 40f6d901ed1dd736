import FlowPolicy
import Git
import GitModel
import Intake
import Reporting
import Wording

/// reference-transaction: the one hook that sees protected branches move without a commit, such as by
/// `merge --ff`, `branch -f`, `reset`, `fetch . a:b` and `update-ref`.
extension HookRun {
  func transaction(_ switches: Switches) throws(Failure) -> Outcome {
    let nothing = Outcome(code: .allowed, report: nil)
    guard arguments.first == ReferenceTransaction.phase else { return nothing }
    let bytes = try input()
    let told: [RefMove]
    do throws(PreReceive.Unreadable) {
      told = try ReferenceTransaction.moves(in: bytes)
    } catch {
      throw Failure.usage(error.sentence)
    }
    guard told.isEmpty == false else { return nothing }
    let session = try Session(at: ".", environment: environment)
    let moves = try LocalMoves(session).judged(among: told)
    guard moves.isEmpty == false else { return nothing }
    var proposal = Proposal(
      occasion: .commit, moves: moves, today: session.today, remote: session.remote)
    var bench = try session.bench(for: proposal)
    bench.policies = switches.applied(to: bench.policies)
    proposal.actor = session.actor(bench.origin.policy)
    var judgement = session.judgement(proposal, bench: bench)
    for place in judgement.findings.indices {
      let finding = judgement.findings[place]
      guard finding.severity == .error, let move = moves.first(where: { $0.ref == finding.ref })
      else { continue }
      judgement.findings[place].remedy =
        try LocalMoves(session).restoring(move).merged(with: finding.remedy)
    }
    return outcome(proposal, judgement, session, bench)
  }
}

/// Changes of local branches, as the repository shows them.
struct LocalMoves {
  let session: Session
  private var repository: Repository { session.repository }

  init(_ session: Session) { self.session = session }

  /// What is to be judged of a transaction: protected branches that really move, and not to where
  /// the remote's branch already is.
  func judged(among told: [RefMove]) throws(Failure) -> [RefMove] {
    var moves: [RefMove] = []
    for move in told {
      let before = try session.reading { () throws(GitError) in try repository.object(of: move.ref)
      }
      // pack-refs tells of every branch that it moves nothing.
      guard before != move.after else { continue }
      let real = RefMove(ref: move.ref, before: before, after: move.after)
      let isJudged: Bool
      do throws(Failure) {
        isJudged = try isProtected(real)
      } catch {
        // While a partial clone is made the policy is not here yet, but what the remote has may come.
        if try isFetched(real) { continue }
        throw error
      }
      guard isJudged, isPruned(real) == false, isMaybeRenamed(real) == false else { continue }
      if try isFetched(real) { continue }
      if try isSettingUp(real) { continue }
      moves.append(real)
    }
    return moves
  }

  private func isProtected(_ move: RefMove) throws(Failure) -> Bool {
    guard let branch = move.ref.branch else { return false }
    let source = try session.source()
    let own = try source.own(of: move.ref, before: move.before)
    let policy = if let own { own.policy } else { try source.standard().policy }
    return policy.isProtected(branch)
  }

  /// Whether only the loose file of a branch goes, since `packed-refs` holds it by now: this is how
  /// git tells of `pack-refs` and `gc`. Who really deletes a branch holds that file's lock.
  private func isPruned(_ move: RefMove) -> Bool {
    guard move.after == nil, let before = move.before else { return false }
    let place = repository.commonDirectory + "/packed-refs"
    guard (try? FileSystem.status(place + ".lock", followingLinks: false)) == .some(nil),
      let packed = try? FileSystem.read(place, limit: 1 << 30)
    else { return false }
    let line = Array("\(before.hex) ".utf8) + move.ref.bytes
    return packed.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual(line) }
  }

  /// Whether a deletion may be half of `git branch -m`, which puts the reflog aside meanwhile. git
  /// dies of a refusal in the middle of that, and the other branch would be lost. Where there is no
  /// reflog it can't be told.
  private func isMaybeRenamed(_ move: RefMove) -> Bool {
    guard move.after == nil else { return false }
    let logs = repository.commonDirectory + "/logs/"
    func isThere(_ path: [UInt8]) -> Bool {
      guard let path = String(validating: path, as: UTF8.self) else { return false }
      return ((try? FileSystem.status(logs + path)) ?? nil) != nil
    }
    return isThere(Array("refs/.tmp-renamed-log".utf8)) || isThere(move.ref.bytes) == false
  }

  private func isFetched(_ move: RefMove) throws(Failure) -> Bool {
    if try isMirrored(move) { return true }
    return try isTheRemotes(move)
  }

  /// Whether a remote's branches are fetched onto the local ones, as in a mirror.
  private func isMirrored(_ move: RefMove) throws(Failure) -> Bool {
    let remotes = try session.reading { () throws(GitError) in try repository.remotes() }
    for remote in remotes where remote.name.isEmpty == false {
      let specs = try session.reading { () throws(GitError) in
        try repository.values("remote.\(remote.name).fetch")
      }
      for spec in specs {
        guard let colon = spec.lastIndex(of: ":") else { continue }
        // git's star in a refspec matches slashes as well.
        let target = spec[spec.index(after: colon)...].split(
          separator: "*", omittingEmptySubsequences: false
        ).joined(separator: "**")
        if PathPattern(target).matches(move.ref) { return true }
      }
    }
    return false
  }

  /// Whether the remote's branch already holds what the local one would get; and a local copy of a
  /// branch that a remote has may go.
  private func isTheRemotes(_ move: RefMove) throws(Failure) -> Bool {
    try session.reading { () throws(GitError) in
      for branch in try repository.branches()
      where branch.remote != nil && branch.name == move.ref.branch {
        guard let after = move.after else { return true }
        do throws(GitError) {
          if try repository.isAncestor(after, of: branch.tip) { return true }
        } catch {
          // Beyond the cut nobody knows: then it is judged, by rules that may be off.
          guard error.kind == .shallow else { throw error }
        }
      }
      return false
    }
  }

  /// While a protected branch holds no policy file and no remote has it, it is free, as commits to
  /// it are.
  private func isSettingUp(_ move: RefMove) throws(Failure) -> Bool {
    guard let before = move.before else { return false }
    let isShared = try session.reading { () throws(GitError) in
      try repository.branches().contains { $0.remote != nil && $0.name == move.ref.branch }
    }
    guard isShared == false else { return false }
    return try session.source().found(at: before) == nil
  }

  /// How the work tree gets back in order after a refusal. merge, reset and rebase change it before
  /// they move the branch.
  func restoring(_ move: RefMove) throws(Failure) -> Remedy {
    guard let after = move.after, let before = move.before, repository.isBare == false
    else { return Remedy() }
    func steps(_ line: Phrase) -> Remedy { Remedy([Remedy.Step(.abort, line)]) }
    func steps(_ command: String) -> Remedy { steps(Phrase(verbatim: command)) }
    let operation = try session.reading { () throws(GitError) in
      try repository.operationInProgress()
    }
    if case .rebase(move.ref) = operation { return steps("git rebase --abort") }
    guard case .branch(move.ref, _)? = try? repository.head() else {
      // Where it comes from by `git fetch REMOTE x:x` can't be seen before that has ended.
      guard let remote = session.remote else { return Remedy() }
      return steps(
        Phrase("# if it comes from \(remote): git fetch \(remote), then try again"))
    }
    switch operation {
    case .merge: return steps("git merge --abort")
    case .cherryPick: return steps("git cherry-pick --abort")
    case .revert: return steps("git revert --abort")
    case .none, .bisect, .rebase: break
    }
    // Only where the index can be read can it be told that it was left alone.
    let index = try? repository.indexTree().tree
    if let index, let own = try? repository.commit(before).tree, index == own { return Remedy() }
    return steps(
      Phrase("git read-tree -m -u \(after.short) HEAD   # undoes what was checked out"))
  }
}
