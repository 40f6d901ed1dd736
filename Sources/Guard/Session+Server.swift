import FlowPolicy
import Git
import GitModel
import PolicyFile

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
        "the policy that gitflow-guard.policy names can't be read: \(Visible.text(error.description))",
        remedy: ["# on the server: git config gitflow-guard.policy FILE"])
    }
    do throws(PolicyFileError) {
      return PolicySource.Sourced(
        policy: try PolicyFile.read(bytes, file: named), origin: named, isTrusted: true,
        bytes: bytes)
    } catch {
      throw Failure.policy(error, origin: named)
    }
  }

  /// Judges a push that arrives, all its refs together.
  func judgement(ofReceived proposal: Proposal, bench: Bench) -> Judgement {
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
