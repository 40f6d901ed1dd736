import FlowPolicy
import Git
import GitModel
import Intake
public import Reporting
import Wording

/// A CI job, and what its provider's variables say is to be judged.
public struct Pipeline {
  private let job: CIJob

  /// nil where this is no CI job.
  ///
  /// - Throws: where it is one and nothing, or several things, say what is to be judged. That is
  ///   never taken for "nothing to judge".
  public init?(_ session: Session) throws(Failure) {
    let environment = session.environment
    let surroundings = CISurroundings(environment) { path in
      try? FileSystem.read(path, limit: Self.eventLimit)
    }
    do throws(CIUnclear) {
      guard let provider = try CIProviders.provider(of: environment) else {
        if CIProviders.isCI(environment) { throw CIProviders.unknown(environment) }
        return nil
      }
      do throws(CIUnclear) {
        job = try provider.job(surroundings)
      } catch {
        throw CIUnclear(Phrase("\(provider.name): \(error.problem)"), remedy: error.remedy)
      }
    } catch {
      throw Failure.unclear(error)
    }
  }

  // GitHub sends no event of more than 25 MB.
  private static let eventLimit = 64 << 20

  /// What the job is about, as a proposal.
  ///
  /// - Parameter base: the target's commit to judge against, where somebody named one.
  public func draft(base: String? = nil, in session: Session) throws(Failure)
    -> MergeRequest.Drafted
  {
    var drafted: MergeRequest.Drafted
    switch job.task {
    case .queue where base != nil, .landed where base != nil:
      throw Failure.usage(Phrase("--base goes with a merge request, and this job is about a push"))
    case .request(let request):
      var merge = MergeRequest(base: base, options: ("--source", "--target"))
      merge.given = request
      drafted = try merge.draft(in: session)
    case .queue(let move):
      drafted = try draft(of: move, .mergeRequest, in: session)
      drafted.proposal.isQueued = true
    case .landed(let landing): drafted = try draft(landing, in: session)
    }
    let owner = try session.repositoryOwner()
    drafted.proposal.repositoryOwner = job.repositoryOwner ?? owner
    drafted.person = job.person
    return drafted
  }

  private func draft(
    of move: RefMove, _ occasion: Proposal.Occasion, in session: Session, notes: [Phrase] = []
  ) throws(Failure) -> MergeRequest.Drafted {
    var proposal = Proposal(
      occasion: occasion,
      moves: [
        RefMove(ref: move.ref, before: move.before, after: try session.commit(of: move.after))
      ],
      today: session.today, remote: session.remote)
    proposal.seesDestination = try seesDestination(besides: move.ref, in: session)
    return MergeRequest.Drafted(
      proposal: proposal,
      title: Phrase(verbatim: move.ref.branch?.description ?? move.ref.description),
      notes: notes)
  }

  private func draft(
    _ landing: CIJob.Landing, in session: Session
  ) throws(Failure) -> MergeRequest.Drafted {
    var move = landing.move
    let isProtected = try move.ref.branch.map { branch throws(Failure) in
      try session.isProtected(branch, at: move.after ?? move.before)
    }
    guard isProtected == true else {
      // Nothing of a branch of one's own is lost by judging all of it.
      if let before = move.before, move.after != nil, try session.isLost(before) {
        move = RefMove(ref: move.ref, before: nil, after: move.after)
        return try draft(
          of: move, .moved, in: session,
          notes: [
            Phrase("\(before.short), where it stood before, is gone: the whole branch is judged")
          ])
      }
      return try draft(of: move, .moved, in: session)
    }
    guard landing.knowsBefore, let branch = move.ref.branch else {
      throw Failure.unclear(
        CIUnclear(
          move.ref.branch.map {
            Phrase("no push started this pipeline, and nothing says where \($0) stood before")
          } ?? Phrase("no push started this pipeline, and nothing says where it stood before"),
          remedy: [
            Phrase("gitflow-guard audit   # judges all that stands on the protected branches")
          ]))
    }
    var notes: [Phrase] = []
    if let before = move.before, try session.isLost(before) {
      let remote = session.remote ?? "origin"
      notes.append(
        Phrase("the old tip of \(branch) is lost: git fetch \(remote) \(before.hex)"))
    }
    return try draft(of: move, .moved, in: session, notes: notes)
  }

  /// Whether a protected branch that is not here is certainly not there: a job's clone may hold
  /// one branch alone.
  private func seesDestination(
    besides ref: RefName, in session: Session
  ) throws(Failure) -> Bool {
    guard session.repository.isShallow == false, try session.seesAllBranches() else { return false }
    guard let name = job.defaultBranch, RefName.branch(name) != ref else { return true }
    return try session.reading { () throws(GitError) in
      try session.repository.branches().contains { $0.name == name && $0.remote != nil }
    }
  }
}

extension Failure {
  fileprivate static func unclear(_ unclear: CIUnclear) -> Failure {
    .notFound(Phrase("can't tell what is to be judged: \(unclear.problem)"), remedy: unclear.remedy)
  }
}

extension Session {
  /// The commit that an object stands for, also where it is not here: then the rules say what that
  /// leaves open.
  fileprivate func commit(of object: ObjectID?) throws(Failure) -> ObjectID? {
    guard let object, try isLost(object) == false else { return object }
    do throws(GitError) {
      return try repository.peelToCommit(object) ?? object
    } catch {
      if error.kind == .shallow || error.kind == .partial || error.kind == .notFound {
        return object
      }
      throw Failure.repository(error)
    }
  }

  /// Whether an object is missing from a clone that left nothing out.
  fileprivate func isLost(_ object: ObjectID) throws(Failure) -> Bool {
    do throws(GitError) {
      _ = try repository.commit(object)
      return false
    } catch {
      return error.kind == .notFound
    }
  }

  /// Whether the trusted policy protects a branch, or the one that stands on it.
  fileprivate func isProtected(
    _ branch: BranchName, at tip: ObjectID?
  ) throws(Failure) -> Bool {
    do throws(Failure) {
      if try source().standard().policy.isProtected(branch) { return true }
      return try source().own(of: .branch(branch), before: tip) != nil
    } catch {
      guard case .policy = error else { throw error }
      return true
    }
  }

  /// Judges what `verify` was asked for, or what the job is about. Nothing in the environment
  /// loosens what CI judges, and the report says so where somebody tried.
  public func verify(
    _ drafted: MergeRequest.Drafted, command: String
  ) throws(Failure) -> Report {
    var drafted = drafted
    if CIProviders.isCI(environment) { drafted.notes += Switches(environment).notes }
    return try report(drafted, command: command)
  }
}
