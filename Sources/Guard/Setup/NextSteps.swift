import FlowPolicy
import Git
import GitModel
public import Reporting

/// What is to be done once the files are written: how they get onto the protected branches, and
/// what everybody else does.
public struct NextSteps {
  /// The commands that commit the files and hand them over.
  public let commands: [String]
  /// The branch that they go into by a merge request; nil where they are committed directly.
  public let target: String?

  init(_ session: Session, _ policy: Policy, _ written: [TreePath]) throws(Failure) {
    let tops = Set(written.map { $0.bytes.prefix { $0 != UInt8(ascii: "/") } })
      .map { TreePath(bytes: Array($0)) }.sorted()
    let words = tops.compactMap { ShellWord.quote($0) }
    guard words.isEmpty == false else {
      commands = []
      target = nil
      return
    }
    let commit = [
      "git add \(words.joined(separator: " "))", "git commit -m 'Set up gitflow-guard'",
    ]
    let lanes = policy.lanes.filter { policy.isProtected($0) }
    let entry = lanes.first { policy.promotion(into: $0)?.requires.contains(.entry) == true }
    guard let target = (entry ?? lanes.last)?.pattern.literal else {
      commands = commit
      self.target = nil
      return
    }
    let top = lanes.first?.pattern.literal
    let place = try Place(session)
    if let remote = place.remote, place.isRemote(target) {
      let own = Self.ownBranch(session, policy)
      self.target = target
      let enter =
        place.current.map { "\"\($0)\"" == own || "\($0)" == own } == true
        ? [] : ["git switch --no-track -c \(own) \(remote)/\(target)"]
      commands = enter + commit + ["git push -u \(remote) \(own)"]
      return
    }
    self.target = nil
    let push = place.remote.map { ["git push -u \($0) \(target)"] } ?? []
    if place.current == BranchName(target) {
      commands = commit + push
    } else if place.isLocal(target) {
      commands = ["git switch \(target)"] + commit + push
    } else if place.isUnborn {
      // Both protected branches begin at the first commit.
      let all = place.remote.map { ["git push -u \($0) \(place.currentWord) \(target)"] } ?? []
      commands = commit + ["git switch -c \(target)"] + all
    } else {
      let start =
        top.map {
          place.isRemote($0) && place.remote != nil
            ? " \(place.remote ?? "")/\($0)" : place.isLocal($0) ? " \($0)" : ""
        } ?? ""
      commands = ["git switch --no-track -c \(target)\(start)"] + commit + push
    }
  }

  /// One's own branch of the lane through which changes go in.
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

  /// Which branches are here, and where the person stands.
  private struct Place {
    let remote: String?
    let current: BranchName?
    let isUnborn: Bool
    private let branches: [Branch]

    init(_ session: Session) throws(Failure) {
      remote = session.remote
      (branches, current, isUnborn) = try session.reading { () throws(GitError) in
        let all = try session.repository.branches()
        switch try session.repository.head() {
        case .branch(let ref, _): return (all, ref.branch, false)
        case .unborn(let ref): return (all, ref.branch, true)
        case .detached: return (all, nil, false)
        }
      }
    }

    var currentWord: String { current.flatMap { ShellWord.quote($0) } ?? "HEAD" }

    func isRemote(_ name: String) -> Bool {
      branches.contains { $0.remote == remote && $0.remote != nil && $0.name == BranchName(name) }
    }

    func isLocal(_ name: String) -> Bool {
      branches.contains { $0.remote == nil && $0.name == BranchName(name) }
    }
  }
}

extension RepositorySetup {
  /// What was done or would be, and what is next, for people.
  public func lines(isDry: Bool, hooks outcome: [String]) -> [String] {
    let words = texts.words
    var lines = items.map { item in
      let word: String =
        switch item.action {
        case .write: isDry ? words.wouldWrite : words.written
        case .extend: isDry ? words.wouldExtend : words.extended
        case .keep: words.kept
        }
      return "\(item.path): \(word)"
    }
    if isDry, let hooks { lines.append("\(words.hooksPlanned) \(Visible.text(hooks.folder))") }
    lines += outcome
    lines += ["", words.next]
    if next.commands.isEmpty {
      if isDry == false { lines.append("  \(words.nothing)") }
    } else {
      lines.append("  " + (next.target.map { "\(words.request) \($0):" } ?? words.commit))
      lines += next.commands.map { "    \($0)" }
    }
    for (word, command) in [
      (words.everybody, "install"), (words.check, "doctor"), (words.pipeline, "verify"),
    ] {
      lines += ["  \(word)", "    gitflow-guard \(command)"]
    }
    return lines
  }

  public var data: JSONValue {
    .object([
      .init(
        "files",
        .array(
          items.map { item in
            .object([
              .init("path", .string(item.path.description)),
              .init("action", .string(item.action.rawValue)),
            ])
          })),
      .init("hooks", .optional(hooks?.folder)),
      .init("next", .strings(next.commands)), .init("target", .optional(next.target)),
    ])
  }
}
