import FlowPolicy
import Git
import GitModel
import PolicyFile
import Wording

extension Session {
  /// The administrator's last word: the policy of the file that `gitflow-guard.policy` names in the
  /// repository's own configuration. No other level counts, since a hook's environment can hold
  /// settings. nil where nothing is named.
  ///
  /// - Throws: where the file can't be read or is no policy. Then nothing is judged by another one.
  func administratorsPolicy() throws(Failure) -> PolicySource.Sourced? {
    let named = try reading { () throws(GitError) in
      try repository.localValue("gitflow-guard.policy")
    }
    guard let named, named.isEmpty == false else { return nil }
    // As git has it for paths in its configuration, but for `~`: the server's user is nobody's home.
    let path = named.hasPrefix("/") ? named : "\(repository.commonDirectory)/\(named)"
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: PolicyFile.sizeLimit + 1)
    } catch {
      throw Failure.notFound(
        Phrase("the policy that gitflow-guard.policy names can't be read: \(error.sentence)"),
        remedy: [Phrase("# on the server: git config gitflow-guard.policy FILE")])
    }
    do throws(PolicyFileError) {
      return PolicySource.Sourced(
        policy: try PolicyFile.read(bytes, file: named), origin: named, isTrusted: true,
        bytes: bytes)
    } catch {
      throw Failure.policy(error, origin: named)
    }
  }

  /// The refs that a push really moves: an old name that is a symbolic ref, as is left behind where
  /// a branch was renamed, stands for the branch that it leads to.
  func whatMoves(by pushed: [RefMove]) throws(Failure) -> [RefMove] {
    var moves: [RefMove] = []
    for move in pushed {
      let ref = try reading { () throws(GitError) in try repository.referent(of: move.ref) }
      let real = RefMove(ref: ref, before: move.before, after: move.after)
      // Both names of one branch may be pushed.
      if ref == move.ref || moves.contains(real) == false { moves.append(real) }
    }
    return moves
  }

  /// A branch whose file is broken may be missing from a list without an error, and must not count as
  /// one that was never there. Looked up by its name it is an error.
  private func requireWholeBranches(_ policy: Policy) throws(Failure) {
    for lane in policy.lanes where policy.isProtected(lane) {
      guard let name = lane.pattern.literal else { continue }
      _ = try reading { () throws(GitError) in
        try repository.object(of: .branch(BranchName(name)))
      }
    }
  }

  /// Judges a push that arrives, all its refs together.
  func judgement(
    ofReceived proposal: Proposal, bench: Bench
  ) throws(Failure) -> Judgement {
    try requireWholeBranches(bench.policies.standard)
    func judge() -> Judgement {
      let facts = evidence
      return Engine().receive(proposal, by: bench.policies) { arrivals in
        facts.arrivals = arrivals
        return facts
      }
    }
    var judgement = judge()
    // What was answered before a lie in the commit-graph was met is worth nothing.
    if repository.isCommitGraphFalse { judgement = judge() }
    judgement.notes = bench.notes + judgement.notes
    return judgement
  }
}
