import FlowPolicy
import Git
import GitModel
import Wording

extension Session {
  /// A branch that a command line names.
  struct Named {
    let branch: BranchName
    let tip: ObjectID
    /// The name as it was found, such as `origin/develop`.
    let spelled: String
  }

  /// Finds a branch by the name that a person or a CI job typed: `x`, `origin/x`,
  /// `refs/heads/x`.
  ///
  /// - Parameter remoteFirst: whether the remote-tracking branch goes before the local one.
  func branch(_ text: String, remoteFirst: Bool) throws(Failure) -> Named? {
    let all = try reading { () throws(GitError) in try repository.branches() }
    let bytes = Array(text.utf8)
    if let exact = all.first(where: { $0.ref.bytes == bytes }) { return named(exact) }
    let matching = all.filter { $0.name.bytes == bytes }
    // What another remote has comes last: it may be of one that is no longer configured.
    let found = matching.counting(for: remote, remoteFirst: remoteFirst)
    if let found = found ?? matching.first { return named(found) }
    return all.first { $0.remote != nil && $0.spelled.bytes == bytes }.map(named)
  }

  private func named(_ branch: Branch) -> Named {
    Named(branch: branch.name, tip: branch.tip, spelled: branch.spelled.description)
  }

  /// The same, where a missing branch ends the command.
  func requireBranch(
    _ text: String, option: String, remoteFirst: Bool
  ) throws(Failure) -> Named {
    if let found = try branch(text, remoteFirst: remoteFirst) { return found }
    let shown = Visible.text(text)
    let fetch = fetching(text)
    throw Failure.notFound(
      Phrase("there is no branch \"\(shown)\" here, neither local nor remote-tracking (\(option))"),
      remedy: fetch)
  }

  /// The remote's state of a branch; a local branch only where no remote is configured.
  func remoteBranch(_ name: BranchName) throws(Failure) -> Named {
    let all = try reading { () throws(GitError) in try repository.branches() }
    if let found = all.first(where: { $0.name == name && $0.remote == remote }) {
      return named(found)
    }
    throw Failure.notFound(
      remote == nil
        ? Phrase("there is no branch \(name) here")
        : Phrase("\(name) of \(remote ?? "") is not in this clone"),
      remedy: fetching(String(decoding: name.bytes, as: UTF8.self)))
  }

  /// The fetch that brings a branch here even in a clone of a single branch.
  func fetching(_ branch: String) -> [Phrase] {
    guard let remote else { return [] }
    let isPlain = branch.utf8.allSatisfy { byte in
      byte >= 0x80 || "-_./".utf8.contains(byte) || (0x30...0x39).contains(byte)
        || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
    guard isPlain, branch.hasPrefix("-") == false, branch.hasPrefix("refs/") == false else {
      return ["git fetch \(remote)"].verbatim
    }
    return ["git fetch \(remote) \(branch):refs/remotes/\(remote)/\(branch)"].verbatim
  }

  /// The branch that HEAD stands on.
  func currentBranch(option: String) throws(Failure) -> Named {
    switch try reading({ () throws(GitError) in try repository.head() }) {
    case .branch(let ref, let tip):
      guard let name = ref.branch else { break }
      return Named(branch: name, tip: tip, spelled: name.description)
    case .unborn(let ref):
      throw Failure.notFound(
        Phrase("\(ref.branch ?? BranchName(bytes: ref.bytes)) has no commit yet"), remedy: [])
    case .detached:
      break
    }
    throw Failure.notFound(Phrase("HEAD is detached: name the branch with \(option)"), remedy: [])
  }
}

extension [Branch] {
  /// Of branches of one name the one that counts: the remote's or the local one.
  func counting(for remote: String?, remoteFirst: Bool) -> Branch? {
    let local = first { $0.remote == nil }
    let tracking = first { $0.remote != nil && $0.remote == remote }
    return remoteFirst ? tracking ?? local : local ?? tracking
  }
}
