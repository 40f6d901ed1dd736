public import FlowPolicy
public import Git
public import GitModel
public import PolicyFile

/// Finds the policy that judges: always the trusted side's, never the proposal's own.
public struct PolicySource {
  let repository: Repository
  let side: Side

  /// Whose branches may hold the policy for a proposal as a whole.
  public enum Side: Hashable, Sendable {
    case remote(String)
    /// The repository's own: on a server, or where no remote is configured.
    case local
    /// A remote is configured and nothing of it is here: the built-in defaults hold.
    case nowhere
  }

  public init(_ repository: Repository, side: Side) {
    self.repository = repository
    self.side = side
  }

  /// A policy file that stands in a tree.
  public struct Found: Hashable, Sendable {
    public let id: ObjectID
    public let name: String
    let bytes: [UInt8]
    /// What is wrong with it before its content counts.
    let fault: PolicyFileError?

    public func read() throws(PolicyFileError) -> Policy {
      if let fault { throw fault }
      return try PolicyFile.read(bytes, file: name)
    }
  }

  /// A policy and where it comes from.
  public struct Sourced: Hashable, Sendable {
    public let policy: Policy
    /// Such as `origin/develop:.gitflow-guard.yml` or `built-in defaults`.
    public let origin: String
    public let isTrusted: Bool
    public let bytes: [UInt8]?
  }

  public static let builtIn = Sourced(
    policy: Policy(), origin: "built-in defaults", isTrusted: true, bytes: nil)

  /// The policy file at the root of a tree; nil where there is none.
  static func find(in tree: TreeID, _ repository: Repository) throws(GitError) -> Found? {
    var found: [(name: String, entry: TreeEntry)] = []
    for name in PolicyFile.names {
      if let entry = try repository.entry(at: TreePath(name), in: tree) {
        found.append((name, entry))
      }
    }
    guard let (name, entry) = found.first else { return nil }
    // A link or folder of that name is no policy, and must not stand for "no policy" either.
    let fault: PolicyFileError? =
      found.count > 1 ? .bothNames : entry.kind.isFile ? nil : .noRegularFile(name)
    let isReadable: Bool =
      if fault == nil { try repository.blobSize(entry.id) <= PolicyFile.sizeLimit } else { false }
    let bytes =
      isReadable
      ? try repository.blob(entry.id, limit: PolicyFile.sizeLimit)
      : [UInt8](repeating: UInt8(ascii: "#"), count: PolicyFile.sizeLimit + 1)
    return Found(id: entry.id, name: name, bytes: bytes, fault: fault)
  }

  /// The policy for a proposal as a whole: the first of the trusted tips that holds one.
  public func standard() throws(Failure) -> Sourced {
    for (label, tip) in try trustedTips() {
      if let sourced = try read(at: tip, label: label) { return sourced }
    }
    return Self.builtIn
  }

  /// The policy at a ref's own old tip, where it makes that branch protected: it judges that ref.
  public func own(of ref: RefName, before: ObjectID?) throws(Failure) -> Sourced? {
    guard let before, let branch = ref.branch else { return nil }
    guard let found = try found(at: before) else { return nil }
    let origin = "\(branch):\(found.name)"
    do throws(PolicyFileError) {
      let policy = try found.read()
      guard policy.isProtected(branch), isPromotedBranch(branch) == false else { return nil }
      return Sourced(policy: policy, origin: origin, isTrusted: true, bytes: found.bytes)
    } catch {
      // What is broken says nothing of protection; the defaults' names still do, and so does what
      // stood there before it broke.
      var isProtected = Policy().isProtected(branch)
      if isProtected == false { isProtected = try wasProtected(branch, at: before) }
      guard isProtected else { return nil }
      throw Failure.policy(error, origin: origin)
    }
  }

  /// Whether the trusted side says of a branch that it is promoted and takes plain commits, as an
  /// intermediate branch does: then its own file can't take it out of that judgement.
  private func isPromotedBranch(_ branch: BranchName) -> Bool {
    let policy = (try? standard())?.policy ?? Policy()
    guard let lane = policy.match(branch)?.lane else { return false }
    return policy.promotion(into: lane) != nil && policy.isProtected(lane) == false
  }

  /// Whether the last policy file that can be read on a branch's chain protects it.
  private func wasProtected(_ branch: BranchName, at tip: ObjectID) throws(Failure) -> Bool {
    var current: ObjectID? = tip
    for _ in 0..<Self.searchedForAReadablePolicy {
      guard let id = current else { return false }
      if let policy = try? found(at: id)?.read() { return policy.isProtected(branch) }
      current = (try? repository.commit(id))?.firstParent
    }
    return false
  }

  private static let searchedForAReadablePolicy = 100

  private func read(at tip: ObjectID, label: String) throws(Failure) -> Sourced? {
    // A trusted branch whose commit can't be read is no branch without a policy.
    guard let found = try found(in: { () throws(GitError) in try repository.commit(tip).tree })
    else { return nil }
    let origin = "\(label):\(found.name)"
    do throws(PolicyFileError) {
      return Sourced(policy: try found.read(), origin: origin, isTrusted: true, bytes: found.bytes)
    } catch {
      throw Failure.policy(error, origin: origin)
    }
  }

  /// The policy file at a commit; nil also where the commit is not here, which the rules that
  /// need it say for themselves. Where only its content is missing, there is no answer.
  func found(at commit: ObjectID) throws(Failure) -> Found? {
    let tree: TreeID
    do throws(GitError) {
      tree = try repository.commit(commit).tree
    } catch {
      if error.kind == .notFound || error.kind == .shallow { return nil }
      throw Failure.repository(error)
    }
    return try found { () throws(GitError) in tree }
  }

  private func found(in tree: () throws(GitError) -> TreeID) throws(Failure) -> Found? {
    do throws(GitError) {
      return try Self.find(in: tree(), repository)
    } catch {
      throw Failure.repository(error)
    }
  }

  /// Where the trusted side may keep its policy, in order: the remote's `develop`, the branch
  /// that its HEAD names, its `main`; the local ones where no remote branch is here.
  private func trustedTips() throws(Failure) -> [(label: String, tip: ObjectID)] {
    do throws(GitError) {
      var refs: [(String, RefName)] = []
      switch side {
      case .nowhere: return []
      case .remote(let remote):
        refs.append(("\(remote)/develop", RefName("refs/remotes/\(remote)/develop")))
        if let head = try repository.remoteHead(of: remote) {
          refs.append((String("\(head)".dropFirst("refs/remotes/".count)), head))
        }
        refs.append(("\(remote)/main", RefName("refs/remotes/\(remote)/main")))
      case .local:
        refs.append(("develop", "refs/heads/develop"))
        if case .branch(let ref, _) = try repository.head(), repository.isBare {
          refs.append(("\(ref.branch ?? "HEAD")", ref))
        }
        refs.append(("main", "refs/heads/main"))
      }
      var tips: [(label: String, tip: ObjectID)] = []
      for (label, ref) in refs {
        if let tip = try repository.tip(of: ref) { tips.append((label, tip)) }
      }
      return tips
    } catch {
      throw Failure.repository(error)
    }
  }
}
