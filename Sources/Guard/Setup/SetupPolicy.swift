import FlowPolicy
import Git
import GitModel
import PolicyFile
import Reporting

/// The policy that `init` proposes for a repository, as a commented file.
struct SetupPolicy {
  let policy: Policy

  init(for session: Session, layout: SetupOptions.Layout?, readme: TreePath) throws(Failure) {
    var policy = Policy()
    let branches = try session.reading { () throws(GitError) in
      try session.repository.branches()
    }
    var names = Set(branches.map(\.name))
    if case .unborn(let ref) = try session.reading({ () throws(GitError) in
      try session.repository.head()
    }), let name = ref.branch {
      names.insert(name)
    }
    policy.lanes = policy.lanes.map { lane in
      let usual = BranchName(lane.name)
      let others = Self.otherNames[lane.name] ?? []
      guard names.contains(usual) == false,
        let other = others.first(where: { names.contains(BranchName($0)) })
      else { return lane }
      return Lane(name: lane.name, pattern: PathPattern(other))
    }
    policy.baseline = try Self.baseline(policy, branches, session)?.hex
    if layout != nil {
      policy.layout.required =
        ["app/app.py", policy.experiments.directory] + SetupPaths.layoutFolders + [readme]
      policy.layout.locks = [.init(source: "requirements.in", lock: "requirements.txt")]
    }
    self.policy = policy
  }

  /// What teams call the two protected branches otherwise.
  private static let otherNames = [
    "main": ["master", "trunk"], "develop": ["dev", "development"],
  ]

  /// The tip that leaves least of the protected branches' history to be judged. Where main was
  /// promoted by merges, that is main's: develop does not hold those.
  private static func baseline(
    _ policy: Policy, _ branches: [Branch], _ session: Session
  ) throws(Failure) -> ObjectID? {
    var tips: [ObjectID] = []
    for lane in policy.lanes where policy.isProtected(lane) {
      let named = branches.filter { lane.pattern.matches(TreePath(bytes: $0.name.bytes)) }
      let found = named.first { $0.remote == session.remote && $0.remote != nil } ?? named.first
      if let tip = found?.tip, tips.contains(tip) == false { tips.append(tip) }
    }
    var best: (tip: ObjectID, open: Int)?
    for tip in tips {
      // A cut history can't be counted: then the first branch is as good as any.
      let chains = try? session.repository.firstParents(from: tips, notIn: [tip])
      let open = chains?.reduce(0) { $0 + $1.count } ?? Int.max
      if best.map({ open < $0.open }) ?? true { best = (tip, open) }
    }
    return best?.tip
  }

  /// The file: each key with what it is for.
  func text(_ texts: SetupTexts) -> String {
    var lines = texts.said(SetupTexts.policyHead).map { "# \($0)" }
    for line in PolicyFile.render(policy).split(separator: "\n") {
      let key = String(line.prefix { $0 != ":" })
      if let comment = SetupTexts.policyKeys[key].map(texts.said) {
        lines.append("")
        lines += comment.map { "# \($0)" }
      }
      lines.append(String(line))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
