import FlowPolicy
import Git
import GitModel
import Reporting
import Wording

/// The audit of one branch, in parts that several processes work on.
struct AuditRun {
  let request: AuditRequest
  let session: Session
  let proposal: Proposal
  let policy: Policy

  func part(of branch: AuditedBranch) throws(Failure) -> AuditPart {
    var part = try part(of: branch, jobs: nil)
    guard part.restsOnFalseGraph else { return part }
    // Alone, so that this process meets the lie itself, and then without the file.
    part = try self.part(of: branch, jobs: 1)
    if part.restsOnFalseGraph { part = try self.part(of: branch, jobs: 1) }
    part.judgement.notes.append(
      Phrase(
        "the commit-graph file says what is not so, and was left aside: git commit-graph verify"))
    return part
  }

  private func part(of branch: AuditedBranch, jobs: Int?) throws(Failure) -> AuditPart {
    let evidence = session.evidence
    let wasFalse = session.repository.isCommitGraphFalse
    var part = try part(of: branch, evidence, jobs: jobs)
    if wasFalse == false, session.repository.isCommitGraphFalse { part.restsOnFalseGraph = true }
    return part
  }

  private func part(
    of branch: AuditedBranch, _ evidence: RepositoryEvidence, jobs: Int?
  ) throws(Failure) -> AuditPart {
    let chain: ChainToJudge
    do throws(EvidenceGap) {
      chain = try Engine().chain(of: branch, in: proposal, by: policy, on: evidence)
    } catch {
      return undecided(branch, error)
    }
    let parts = Self.parts(of: chain.ids.count, jobs: jobs ?? self.jobs(for: chain.ids.count))
    // Each process reads the repository for itself; two threads would wait for one lock of
    // libgit2's.
    guard let first = parts.first, parts.count > 1 else {
      return judged(chain, 0..<chain.ids.count, evidence, all: chain.ids.count)
    }
    do throws(FileError) {
      return try inParallel(chain, first, parts.dropFirst(), evidence)
    } catch {
      throw Failure.file(error.sentence)
    }
  }

  private func inParallel(
    _ chain: ChainToJudge, _ first: Range<Int>, _ rest: ArraySlice<Range<Int>>,
    _ evidence: RepositoryEvidence
  ) throws(FileError) -> AuditPart {
    guard let last = rest.last else {
      return judged(chain, first, evidence, all: chain.ids.count)
    }
    // The last part's worker is the first to start and the last to be asked, so that the parts
    // come back in their order.
    let worker = try Worker {
      var part = judged(chain, last, evidence, all: nil)
      part.restsOnFalseGraph = session.repository.isCommitGraphFalse
      return part.written(policy)
    }
    var whole = try inParallel(chain, first, rest.dropLast(), evidence)
    guard let bytes = try worker.result(),
      let part = try? AuditPart(bytes, subjects: whole.judgement.subjects.map(\.uncounted), policy)
    else { throw FileError(.read, of: .worker, .ended) }
    whole.append(older: part)
    return whole
  }

  private func judged(
    _ chain: ChainToJudge, _ part: Range<Int>, _ evidence: RepositoryEvidence, all: Int?
  ) -> AuditPart {
    var tally = AuditTally()
    var steps: [AnnotatedStep] = []
    var done = 0
    let judgement = Engine().audit(
      chain, part: part, in: proposal, by: policy, on: evidence
    ) { audited in
      tally.add(audited)
      if request.isAnnotated, let step = AnnotatedStep(audited) { steps.append(step) }
      done += 1
      if let all, done.isMultiple(of: 256) {
        // The other processes are about as far.
        request.progress?(min(all, done * all / max(1, part.count)), all)
      }
    }
    return AuditPart(judgement: judgement, tally: tally, chain: steps)
  }

  private func jobs(for steps: Int) -> Int {
    if let jobs = request.jobs { return max(1, min(jobs, steps)) }
    return steps < Self.stepsThatPay ? 1 : min(Processors.online, Self.mostJobs)
  }

  /// Below this a second process costs more than it saves.
  private static let stepsThatPay = 2_000
  private static let mostJobs = 8

  static func parts(of count: Int, jobs: Int) -> [Range<Int>] {
    (0..<jobs).map { (count * $0 / jobs)..<(count * ($0 + 1) / jobs) }.filter { !$0.isEmpty }
  }

  /// A branch whose chain can't be read: no rule was asked.
  private func undecided(_ branch: AuditedBranch, _ cause: EvidenceGap) -> AuditPart {
    let lane = branch.ref.branch.flatMap { policy.match($0) }?.lane.name
    var judgement = Judgement()
    judgement.subjects = [
      Judgement.Judged(
        ref: branch.ref, lane: lane, before: branch.since, after: branch.tip, steps: 0)
    ]
    judgement.gaps = [Gap(rule: .branchFlow, ref: branch.ref, cause: cause, blocks: true)]
    return AuditPart(judgement: judgement, tally: AuditTally(), chain: [])
  }
}

extension Judgement.Judged {
  fileprivate var uncounted: Judgement.Judged {
    var subject = self
    subject.steps = 0
    return subject
  }
}
