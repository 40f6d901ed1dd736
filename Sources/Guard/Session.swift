public import FlowPolicy
public import Git
public import GitModel
public import Reporting
public import Wording

/// One run of the guard in one repository: the composition root that puts the policy, the
/// evidence and the engine together.
public struct Session {
  public let repository: Repository
  /// Where the person stands.
  let directory: String
  public let environment: Variables
  /// The remote in whose view branches are judged; nil where there is none.
  public let remote: String?
  /// The remote that this clone belongs to: whatever a push names, its branches are the trusted
  /// side. nil where no remote is configured.
  let home: String?
  let standpoint: Standpoint
  /// The language that was asked for on the command line.
  public var language: Language?
  let shelf: PolicyShelf
  private let kept = Kept()
  private let started = Clock.monotonic()

  /// Whose eyes a run looks through.
  public enum Standpoint: Hashable, Sendable {
    /// A clone or a CI job: what counts is what the remote holds.
    case client
    /// The repository that is pushed to: its own branches count, and no others.
    case server
  }

  /// - Parameter preferred: the remote that a push names, or its URL.
  public init(
    at directory: String, environment: Variables, preferred: String? = nil,
    standpoint: Standpoint = .client
  ) throws(Failure) {
    self.environment = environment
    self.directory = directory
    self.standpoint = standpoint
    do throws(GitError) {
      repository = try Repository.open(at: directory, environment: environment)
      guard standpoint == .client else {
        (home, remote, shelf) = (nil, nil, PolicyShelf(repository))
        return
      }
      home = try Self.remote(of: repository, preferred: nil)
      remote = preferred == nil ? home : try Self.remote(of: repository, preferred: preferred)
    } catch {
      throw Failure.repository(error)
    }
    shelf = PolicyShelf(repository)
  }

  /// What is found out once in a run.
  private final class Kept {
    var source: PolicySource?
  }

  /// The remote that counts: the one that is pushed to (by name, or by its URL), else that of the
  /// current branch, else `origin`, else the first.
  private static func remote(
    of repository: Repository, preferred: String?
  ) throws(GitError) -> String? {
    let remotes = try repository.remotes()
    if let preferred {
      if let named = remotes.first(where: { $0.name == preferred }) { return named.name }
      let wanted = address(preferred)
      return remotes.first { $0.urls.contains { address($0) == wanted } }?.name
    }
    if case .branch(let ref, _) = try repository.head(), let branch = ref.branch,
      branch.isUnprintable == false,
      let own = try repository.value("branch.\(branch).remote"),
      remotes.contains(where: { $0.name == own })
    {
      return own
    }
    return remotes.first { $0.name == "origin" }?.name ?? remotes.first?.name
  }

  /// A URL without what can be spelled in several ways.
  private static func address(_ url: String) -> String {
    var text = url.hasPrefix("file://") ? String(url.dropFirst("file://".count)) : url
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return text.hasSuffix(".git") ? String(text.dropLast(4)) : text
  }

  /// Whose repository the remote's address says it is: what stands before the last part of its
  /// path, as in `git@example.org:OWNER/model.git`. nil where it is a path or has no such part.
  func repositoryOwner() throws(Failure) -> String? {
    guard let remote else { return nil }
    let url = try reading { () throws(GitError) in
      try repository.remotes().first { $0.name == remote }?.urls.first
    }
    guard var text = url.map(Self.address), text.hasPrefix("/") == false, text.contains(":")
    else { return nil }
    if let scheme = text.firstRange(of: "://") { text = String(text[scheme.upperBound...]) }
    let parts = text.split { $0 == "/" || $0 == ":" }
    return parts.count > 2 ? String(parts[parts.count - 2]) : nil
  }

  /// Whether every branch that the remote has would be seen here after a fetch, so that one which
  /// is not seen is not there.
  func seesAllBranches() throws(Failure) -> Bool {
    guard let remote else { return home == nil }
    return try reading { () throws(GitError) in
      try repository.values("remote.\(remote).fetch").contains { Self.fetchesAllBranches($0) }
    }
  }

  /// Whether a fetch's refspec brings every branch.
  private static func fetchesAllBranches(_ refspec: String) -> Bool {
    var rest = refspec.utf8[...]
    while rest.isEmpty == false {
      if rest.starts(with: "refs/heads/*:".utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  public var evidence: RepositoryEvidence {
    RepositoryEvidence(
      repository, remote: remote, shelf: shelf, standpoint: standpoint, environment: environment)
  }

  /// Where the trusted policy is looked for. A remote of which no branch is here holds none that
  /// is known; local branches count only where no remote is configured at all.
  public func source() throws(Failure) -> PolicySource {
    if let known = kept.source { return known }
    let side: PolicySource.Side = try reading { () throws(GitError) in
      guard let trusted = remote ?? home else { return .local }
      return try repository.hasBranches(of: trusted) ? .remote(trusted) : .nowhere
    }
    let source = PolicySource(
      repository, side: side, shelf: shelf,
      administrators: standpoint == .server ? try administratorsPolicy() : nil,
      isServer: standpoint == .server)
    kept.source = source
    return source
  }

  public func actor(_ policy: Policy) -> Actor? {
    switch standpoint {
    case .client:
      ActorSource(repository: repository, environment: environment).actor(owners: policy.owners)
    case .server: ForgeActor(environment: environment).actor(owners: policy.owners)
    }
  }

  public var today: Day { Day(secondsSince1970: Clock.now()) }

  /// The policies that judge a proposal, and where the one that counts most comes from.
  public struct Bench {
    public var policies: Policies
    public var origin: PolicySource.Sourced
    public var notes: [Phrase] = []
  }

  /// Finds the policies for the refs that a proposal moves.
  ///
  /// A trusted policy that is broken judges nothing, and everything ends here, except a proposal
  /// whose every result holds a valid file: the defaults judge it, so that it can be mended.
  public func bench(for proposal: Proposal) throws(Failure) -> Bench {
    let source = try source()
    do throws(Failure) {
      var first: PolicySource.Sourced?
      var byRef = ShortMap<RefName, Policy>()
      var isWhole = proposal.moves.isEmpty == false || proposal.pending != nil
      func add(_ ref: RefName, before: ObjectID?) throws(Failure) {
        guard let own = try source.own(of: ref, before: before) else {
          isWhole = false
          return
        }
        byRef[ref] = own.policy
        if first == nil { first = own }
      }
      for move in proposal.moves { try add(move.ref, before: move.before) }
      if let pending = proposal.pending { try add(pending.ref, before: pending.parents.first) }
      // Where every branch has a policy of its own, nobody else is asked.
      let standard = isWhole ? PolicySource.builtIn : try source.standard()
      return Bench(
        policies: Policies(standard.policy, byRef: byRef), origin: first ?? standard)
    } catch {
      guard case .policy(_, let origin) = error, try mends(proposal, source) else { throw error }
      return Bench(
        policies: Policies(Policy()), origin: PolicySource.builtIn,
        notes: [
          Phrase("\(origin) is broken; the built-in defaults judge the change that mends it")
        ])
    }
  }

  /// Whether every result of a proposal holds a policy file that can be read.
  private func mends(_ proposal: Proposal, _ source: PolicySource) throws(Failure) -> Bool {
    var found: [PolicyShelf.Found?] = []
    for move in proposal.moves {
      guard let after = move.after else { return false }
      found.append(try source.found(at: after))
    }
    if let pending = proposal.pending {
      do throws(GitError) {
        found.append(try shelf.find(in: pending.tree))
      } catch {
        throw Failure.repository(error)
      }
    }
    return found.isEmpty == false
      && found.allSatisfy { found in
        guard let found else { return false }
        return (try? shelf.policy(found)) != nil
      }
  }

  /// Judges a proposal and puts the report together.
  public func report(
    _ proposal: Proposal, bench: Bench, command: String, title: Phrase? = nil,
    notes: [Phrase] = []
  ) -> Report {
    report(
      of: judgement(proposal, bench: bench, notes: notes), proposal, origin: bench.origin,
      command: command, title: title)
  }

  /// What comes of a proposal.
  public func judgement(_ proposal: Proposal, bench: Bench, notes: [Phrase] = []) -> Judgement {
    var judgement = Engine().judge(proposal, by: bench.policies, on: evidence)
    if repository.isCommitGraphFalse {
      // What was answered before the lie was met is worth nothing; from now on the file is out.
      judgement = Engine().judge(proposal, by: bench.policies, on: evidence)
    }
    judgement.notes = bench.notes + notes + judgement.notes
    return judgement
  }

  /// Puts together what is told of a judgement.
  func report(
    of judgement: Judgement, _ proposal: Proposal, origin: PolicySource.Sourced, command: String,
    title: Phrase? = nil
  ) -> Report {
    var report = Report(
      tool: Tool(version: Version.text), command: command, occasion: Occasion(of: proposal),
      title: title,
      policy: PolicyOrigin(
        text: origin.place, isTrusted: origin.isTrusted,
        sha256: origin.bytes.map { SHA256.hex($0) }),
      judgement: judgement, seconds: Clock.monotonic() - started)
    report.language = language(option: language, messages: origin.policy.messages)
    // A hook tells what it found as text alone.
    if command.hasPrefix("hook ") == false {
      report.context = context(of: judgement, proposal, policy: origin.policy)
    }
    return report
  }
}

/// The tool's version.
public enum Version {
  public static let text = "0.1.0"
}
