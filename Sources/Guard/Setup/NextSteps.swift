import FlowPolicy
import Git
import GitModel

/// What is to be done once the files are written: how they get onto the protected branches.
public struct NextSteps {
  /// The commands that commit the files and hand them over; each goes through with the hooks that
  /// `init` has installed.
  public let commands: [String]
  /// The branch that they go into by a merge request; nil where they are committed directly.
  public let target: String?

  init(_ session: Session, _ policy: Policy, add: [String]) throws(Failure) {
    guard add.isEmpty == false else {
      (commands, target) = ([], nil)
      return
    }
    let commit = add + ["git commit -m 'Set up gitflow-guard'"]
    let lanes = policy.lanes.filter { policy.isProtected($0) }
    let entry = lanes.first { policy.promotion(into: $0)?.requires.contains(.entry) == true }
    guard let name = (entry ?? lanes.last)?.pattern.literal,
      let word = ShellWord.quote(BranchName(name))
    else {
      (commands, target) = (commit, nil)
      return
    }
    let way = Way(
      place: try SetupPlace(session), target: name, targetWord: word,
      top: lanes.first?.pattern.literal, own: Self.ownBranch(session, policy), commit: commit)
    if let commands = way.byRequest {
      (self.commands, target) = (commands, name)
    } else {
      (commands, target) = (way.direct, nil)
    }
  }

  /// One's own branch of the lane through which changes go in, as a shell's word.
  private static func ownBranch(_ session: Session, _ policy: Policy) -> String {
    let lane = policy.lanes.first { $0.pattern.hasOwner }
    // An owner whom a shell or git would take for something else is left to the shell's $USER.
    if let owner = session.actor(policy)?.owner, owner.hasPrefix("-") == false,
      owner.hasPrefix(".") == false, let name = lane?.pattern.filled(owner: owner),
      ShellWord.quote(BranchName(name)) == name
    {
      return name
    }
    return "\"\(lane?.pattern.filled(owner: "$USER") ?? "intermediate/$USER")\""
  }

  private struct Way {
    let place: SetupPlace
    let target: String
    let targetWord: String
    /// The first protected branch; the target itself in a flow that has one alone.
    let top: String?
    let own: String
    let commit: [String]

    /// By a merge request, where the remote has a protected branch already; else nil.
    var byRequest: [String]? {
      guard let remote = place.remote else { return nil }
      if let tip = place.remoteTip(target) { return request(remote, from: tip) }
      guard let top, let tip = place.remoteTip(top), let topWord = ShellWord.quote(BranchName(top))
      else { return nil }
      // A target that began with this commit would not stand on the protected branch above it.
      let begin =
        "git push \(remote) refs/remotes/\(remote)/\(topWord):refs/heads/\(targetWord)"
      return [begin] + request(remote, from: tip)
    }

    private func request(_ remote: String, from tip: ObjectID) -> [String] {
      let push = ["git push -u \(remote) \(own)"]
      guard let ownTip = place.localTip(own) ?? place.remoteTip(own) else {
        let isThere = place.isUnborn && place.current == BranchName(own)
        let enter = "git switch --no-track -c \(own) \(remote)/\(targetWord)"
        return (isThere ? [] : [enter]) + commit + push
      }
      let enter = place.current == BranchName(own) ? [] : ["git switch \(own)"]
      let isFresh = place.isAncestor(tip, of: ownTip)
      let sync = isFresh ? [] : ["git pull --no-rebase \(remote) \(targetWord)"]
      return enter + commit + sync + push
    }

    /// By a commit on the target itself, which is free while nobody else has that branch.
    var direct: [String] {
      let isHere = place.current == BranchName(target)
      let above = top.flatMap { $0 == target ? nil : $0 }.flatMap { name in
        place.localTip(name) == nil ? nil : ShellWord.quote(BranchName(name))
      }
      func push(_ names: [String]) -> [String] {
        place.remote.map { ["git push -u \($0) \(names.joined(separator: " "))"] } ?? []
      }
      let both = ([above].compactMap { $0 }) + [targetWord]
      if isHere { return commit + push(both) }
      if place.localTip(target) != nil { return ["git switch \(targetWord)"] + commit + push(both) }
      if place.isUnborn {
        // Both protected branches begin at the first commit.
        let current = place.current.flatMap { ShellWord.quote($0) } ?? "HEAD"
        return commit + ["git switch -c \(targetWord)"] + push([current, targetWord])
      }
      let start = above.map { " \($0)" } ?? ""
      return ["git switch --no-track -c \(targetWord)\(start)"] + commit + push(both)
    }
  }
}
