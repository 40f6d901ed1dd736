public import FlowPolicy
public import Git
public import GitModel
import PolicyFile
import Reporting
public import Wording

/// Finds the policy that judges: always the trusted side's, never the proposal's own.
public final class PolicySource {
  private let repository: Repository
  private let side: Side
  private let shelf: PolicyShelf
  private var knownStandard: Sourced?
  private let administrators: Sourced?
  private let isServer: Bool

  /// Whose branches may hold the policy for a proposal as a whole.
  public enum Side: Hashable, Sendable {
    case remote(String)
    /// The repository's own: on a server, or where no remote is configured.
    case local
    /// A remote is configured and nothing of it is here: the built-in defaults hold.
    case nowhere
  }

  /// - Parameters:
  ///   - administrators: the policy of the file that a server's configuration names: it judges
  ///     everything, whatever branches hold.
  ///   - isServer: whether HEAD names the repository's first branch and not where somebody works.
  public init(
    _ repository: Repository, side: Side, shelf: PolicyShelf, administrators: Sourced? = nil,
    isServer: Bool = false
  ) {
    self.isServer = isServer
    self.repository = repository
    self.side = side
    self.shelf = shelf
    self.administrators = administrators
  }

  /// A policy and where it comes from.
  public final class Sourced: Sendable {
    public let policy: Policy
    /// Such as `origin/develop:.gitflow-guard.yml` or `built-in defaults`.
    public let origin: String
    public let isTrusted: Bool
    public let bytes: [UInt8]?

    init(policy: Policy, origin: String, isTrusted: Bool, bytes: [UInt8]?) {
      self.policy = policy
      self.origin = origin
      self.isTrusted = isTrusted
      self.bytes = bytes
    }

    /// The origin as people are told it.
    public var place: Phrase {
      self === PolicySource.builtIn ? PolicyOrigin.builtIn.text : Phrase(verbatim: origin)
    }
  }

  public static let builtIn = Sourced(
    policy: Policy(), origin: "built-in defaults", isTrusted: true, bytes: nil)

  /// The policy for a proposal as a whole: the first of the trusted tips that holds one.
  public func standard() throws(Failure) -> Sourced {
    if let known = administrators ?? knownStandard { return known }
    let found = try trusted() ?? Self.builtIn
    knownStandard = found
    return found
  }

  /// The policy at a ref's own old tip, where it makes that branch protected: it judges that ref.
  public func own(of ref: RefName, before: ObjectID?) throws(Failure) -> Sourced? {
    guard administrators == nil, let before, let branch = ref.branch else { return nil }
    guard let found = try found(at: before) else { return nil }
    var origin: String { "\(branch):\(found.name)" }
    do throws(PolicyFileError) {
      let policy = try shelf.policy(found)
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
      if let found = try? found(at: id), let policy = try? shelf.policy(found) {
        return policy.isProtected(branch)
      }
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
      return Sourced(
        policy: try shelf.policy(found), origin: origin, isTrusted: true, bytes: found.bytes)
    } catch {
      throw Failure.policy(error, origin: origin)
    }
  }

  /// The policy file at a commit; nil also where the commit is not here, which the rules that
  /// need it say for themselves. Where only its content is missing, there is no answer.
  func found(at commit: ObjectID) throws(Failure) -> PolicyShelf.Found? {
    let tree: TreeID
    do throws(GitError) {
      tree = try repository.commit(commit).tree
    } catch {
      if error.kind == .notFound || error.kind == .shallow { return nil }
      throw Failure.repository(error)
    }
    return try found { () throws(GitError) in tree }
  }

  private func found(in tree: () throws(GitError) -> TreeID) throws(Failure) -> PolicyShelf.Found? {
    do throws(GitError) {
      return try shelf.find(in: tree())
    } catch {
      throw Failure.repository(error)
    }
  }

  /// What the trusted side says: the remote's `develop`, the branch that its HEAD names, its
  /// `main`, or the local ones where no remote is configured, whichever is the first to hold a
  /// policy. nil where none does.
  private func trusted() throws(Failure) -> Sourced? {
    switch side {
    case .nowhere: return nil
    case .remote(let remote):
      let branches = "refs/remotes/\(remote)/"
      if let found = try read(RefName(branches + "develop"), "\(remote)/develop") { return found }
      if let head = try reading({ () throws(GitError) in try repository.remoteHead(of: remote) }),
        let found = try read(head, String("\(head)".dropFirst("refs/remotes/".count)))
      {
        return found
      }
      return try read(RefName(branches + "main"), "\(remote)/main")
    case .local:
      if let found = try read("refs/heads/develop", "develop") { return found }
      if repository.isBare || isServer,
        case .branch(let ref, _) = try reading({ () throws(GitError) in try repository.head() }),
        let found = try read(ref, "\(ref.branch ?? "HEAD")")
      {
        return found
      }
      return try read("refs/heads/main", "main")
    }
  }

  private func read(_ ref: RefName, _ label: String) throws(Failure) -> Sourced? {
    guard let tip = try reading({ () throws(GitError) in try repository.tip(of: ref) }) else {
      return nil
    }
    return try read(at: tip, label: label)
  }

  private func reading<Value>(_ body: () throws(GitError) -> Value) throws(Failure) -> Value {
    do throws(GitError) {
      return try body()
    } catch {
      throw Failure.repository(error)
    }
  }
}
