import FlowPolicy
import Git
import GitModel
public import Reporting
import Wording

/// What an audit is asked for.
public struct AuditRequest {
  /// The branches as they were named; none: every protected branch.
  public var branches: [String] = []
  /// A date (`2026-11-24`, also with a time) or a commit.
  public var since: String?
  /// A policy file that judges in place of the trusted one.
  public var policyFile: String?
  /// Whether the incoming branches are judged too.
  public var isDeep = false
  /// Whether every step is kept for printing.
  public var isAnnotated = false
  /// How many processes work at once; nil: as many as there are processors, where it pays.
  public var jobs: Int?
  /// Told now and then how many steps are judged, and of how many.
  public var progress: ((_ done: Int, _ all: Int) -> Void)?

  public init() {}

  /// Audits one repository.
  ///
  /// - Parameter name: how the person named the repository.
  public func report(in session: Session, named name: String) throws(Failure) -> Report {
    let standard = try standardPolicy(in: session)
    let branches = try audited(in: session, standard.policy)
    var proposal = Proposal(occasion: .audit, today: session.today, remote: session.remote)
    proposal.isDeep = isDeep
    proposal.repositoryOwner = try session.repositoryOwner()
    var whole = AuditPart(judgement: Judgement(), tally: AuditTally(), chain: [])
    var origin = standard
    for branch in branches {
      var policy = standard.policy
      if policyFile == nil,
        let own = try session.source().own(of: branch.ref, before: branch.tip)
      {
        policy = own.policy
        if branch == branches.first { origin = own }
      }
      let run = AuditRun(request: self, session: session, proposal: proposal, policy: policy)
      whole.append(branch: try run.part(of: branch))
    }
    whole.judgement.notes =
      try places(of: branches, in: session) + notes(on: whole.tally) + whole.judgement.notes
    var report = session.report(
      of: whole.judgement, proposal, origin: origin, command: "audit")
    report.repository = name
    report.tally = whole.tally
    report.chain = whole.chain
    return report
  }

  /// Says where a branch was found, if a local one of its name stands elsewhere or there is none
  /// and it is not the remote's that this clone belongs to.
  private func places(
    of branches: [AuditedBranch], in session: Session
  ) throws(Failure) -> [Phrase] {
    let all = try session.reading { () throws(GitError) in try session.repository.branches() }
    return branches.compactMap { audited in
      let same = all.filter { $0.name == audited.ref.branch }
      guard let taken = same.first(where: { $0.remote != nil && $0.tip == audited.tip }),
        same.contains(where: { $0.remote == nil && $0.tip == audited.tip }) == false
      else { return nil }
      if same.contains(where: { $0.remote == nil }) {
        return Phrase("\(taken.spelled) was judged; the local \(taken.name) stands elsewhere")
      }
      return taken.remote == session.remote ? nil : Phrase("\(taken.spelled) was judged")
    }
  }

  private func notes(on tally: AuditTally) -> [Phrase] {
    guard tally.leftOutMerges > 0 else { return [] }
    let (paths, merges) = (tally.leftOutPaths, tally.leftOutMerges)
    let places = Phrase(counting: paths, one: "\(paths) path", other: "\(paths) paths")
    return [
      Phrase(
        counting: merges,
        one: """
          merge-content can't judge \(places) in \(merges) merge: in conflict or renamed (--annotate \
          lists them)
          """,
        other: """
          merge-content can't judge \(places) in \(merges) merges: in conflict or renamed \
          (--annotate lists them)
          """)
    ]
  }

  /// The policy that says which branches are protected: a file that was named, else the trusted one.
  private func standardPolicy(in session: Session) throws(Failure) -> PolicySource.Sourced {
    guard let policyFile else { return try session.source().standard() }
    let inspection = PolicyInspection(path: policyFile, name: policyFile)
    let (policy, bytes) = try inspection.read()
    return PolicySource.Sourced(
      policy: policy, origin: policyFile, isTrusted: false, bytes: bytes)
  }

  /// The branches to audit with their tips, as the remote has them where there is one.
  private func audited(
    in session: Session, _ policy: Policy
  ) throws(Failure) -> [AuditedBranch] {
    let start = try AuditStart(since, in: session)
    func audited(_ name: BranchName, _ tip: ObjectID) -> AuditedBranch {
      AuditedBranch(
        ref: .branch(name), tip: tip, since: start.commit, sinceTime: start.time)
    }
    var result: [AuditedBranch] = []
    for text in branches {
      let found = try session.requireBranch(text, option: "BRANCH", remoteFirst: true)
      guard let lane = policy.match(found.branch)?.lane, policy.promotion(into: lane) != nil else {
        throw Failure.usage(
          Phrase(
            """
            \(found.branch) is of no lane that the policy asks anything of: there is nothing to \
            audit. A policy that names your branches can be given with --policy
            """))
      }
      let branch = audited(found.branch, found.tip)
      if result.contains(where: { $0.ref == branch.ref }) == false { result.append(branch) }
    }
    guard branches.isEmpty else { return result }
    let all = try session.reading { () throws(GitError) in try session.repository.branches() }
    for lane in policy.lanes where policy.isProtected(lane) {
      let placed = all.filter { policy.match($0.name)?.lane == lane }
      let ours = placed.filter { $0.remote == nil || $0.remote == session.remote }
      for name in Set(ours.map(\.name)).sorted() {
        let same = ours.filter { $0.name == name }
        guard let found = same.counting(for: session.remote, remoteFirst: true) else { continue }
        result.append(audited(name, found.tip))
      }
    }
    guard result.isEmpty == false else {
      let names = policy.lanes.filter(policy.isProtected).map { Visible.text($0.pattern.source) }
      throw Failure.notFound(
        Phrase("no branch here is of a protected lane (\(names.joined(separator: ", ")))"),
        remedy: [
          Phrase("gitflow-guard audit --policy FILE   # a policy whose lanes name your branches")
        ])
    }
    return result
  }
}

/// Where an audit begins.
struct AuditStart {
  var commit: ObjectID?
  /// Seconds since 1970.
  var time: Int64?

  init(_ since: String?, in session: Session) throws(Failure) {
    guard let since else { return }
    if let moment = Moment(since) {
      time = moment.seconds
      return
    }
    let found = try session.reading { () throws(GitError) in
      try session.repository.resolve(revision: since)
    }
    guard let found else {
      throw Failure.notFound(
        Phrase(
          """
          --since names neither a commit here nor a date such as 2026-11-24: \
          "\(Visible.text(since))"
          """), remedy: [])
    }
    commit = found
  }
}
