public import FlowPolicy
import Git
public import GitModel
import Intake
public import Reporting
public import Wording

/// What a hook does from start to exit: the engine's side of the thin scripts in `hooks/`.
public struct HookRun {
  public let name: HookName
  public let arguments: [String]
  public let environment: Variables
  /// What git writes to the hook's standard input; read only by the hooks that get some.
  public let input: () throws(Failure) -> [UInt8]
  /// Whether there is to be a report even where nothing was found.
  public let isVerbose: Bool

  public init(
    name: HookName, arguments: [String], environment: Variables, isVerbose: Bool = false,
    input: @escaping () throws(Failure) -> [UInt8]
  ) {
    self.isVerbose = isVerbose
    self.name = name
    self.arguments = arguments
    self.environment = environment
    self.input = input
  }

  /// What came out of a hook.
  public struct Outcome {
    public var code: ExitCode
    /// nil where there is nothing to tell.
    public var report: Report?
    /// Lines for standard error besides the report.
    public var remarks: [Phrase] = []
    /// What the policy that judged says of the language; nil where none was asked for.
    public var messages: Policy.Messages?
  }

  public func run() throws(Failure) -> Outcome {
    let switches = Switches(environment, onServer: name.isOnServer)
    if switches.isOff { return Outcome(code: .allowed, report: nil, remarks: switches.remarks) }
    var outcome =
      switch name {
      case .prePush: try push(switches)
      case .preReceive: try receive()
      case .update: try update()
      case .referenceTransaction: try transaction(switches)
      case .preMergeCommit, .preCommit, .prepareCommitMessage: try commit(switches)
      }
    outcome.remarks = switches.remarks + outcome.remarks
    return outcome
  }

  private func push(_ switches: Switches) throws(Failure) -> Outcome {
    let bytes = try input()
    var pushed: [RefMove]
    do throws(PrePush.Unreadable) {
      pushed = try PrePush.moves(in: bytes)
    } catch {
      throw Failure.usage(error.sentence)
    }
    if pushed.isEmpty { pushed = try movesOfPreCommitTool() }
    guard pushed.isEmpty == false else { return Outcome(code: .allowed, report: nil) }
    let session = try Session(at: ".", environment: environment, preferred: pushedRemote)
    session.repository.keepUntilExit()
    if try areFree(pushed, session) { return Outcome(code: .allowed, report: nil) }
    var moves: [RefMove] = []
    for move in pushed {
      moves.append(
        RefMove(ref: move.ref, before: move.before, after: try session.commit(move.after)))
    }
    var proposal = Proposal(
      occasion: .push, moves: moves, today: session.today, remote: session.remote)
    proposal.seesDestination = try session.seesAllBranches()
    return try judge(&proposal, session, switches)
  }

  private func commit(_ switches: Switches) throws(Failure) -> Outcome {
    let session = try Session(at: ".", environment: environment)
    session.repository.keepUntilExit()
    let workTree = try session.workTree()
    guard let ref = workTree.branch, ref.branch != nil else {
      return Outcome(code: .allowed, report: nil)
    }
    // Free lanes end here, before anything is asked of the index.
    let source = try session.source()
    if try isFree(ref, workTree.tip, source) { return Outcome(code: .allowed, report: nil) }
    let tree = try session.indexTree()
    var pending: PendingCommit? =
      switch name {
      case .preMergeCommit:
        PreMergeCommit.pending(workTree, environment: environment, tree: tree)
      case .preCommit: PreCommit.pending(workTree, tree: tree)
      case .prepareCommitMessage:
        PrepareCommitMsg.pending(workTree, environment: environment, tree: tree)
      default: nil
      }
    let index = environment["GIT_INDEX_FILE"] ?? "index"
    pending?.isStaged = index.split(separator: "/").last == "index"
    guard let pending else { return Outcome(code: .allowed, report: nil) }
    var proposal = Proposal(
      occasion: .commit, pending: pending, today: session.today, remote: session.remote)
    return try judge(&proposal, session, switches)
  }

  /// Whether nothing is asked of any of the refs. Most pushes are of such branches, and leave here.
  func areFree(_ moves: [RefMove], _ session: Session) throws(Failure) -> Bool {
    let source = try session.source()
    for move in moves {
      guard try isFree(move.ref, move.before, source) else { return false }
    }
    return true
  }

  /// Whether a branch is of a lane that nothing is asked of. A broken policy is no answer.
  private func isFree(
    _ ref: RefName, _ tip: ObjectID?, _ source: PolicySource
  ) throws(Failure) -> Bool {
    do throws(Failure) {
      let own = try source.own(of: ref, before: tip)
      let sourced = if let own { own } else { try source.standard() }
      return sourced.policy.judges(ref) == false
    } catch {
      // The full judgement decides whether this commit mends it.
      if case .policy = error { return false }
      throw error
    }
  }

  private func judge(
    _ proposal: inout Proposal, _ session: Session, _ switches: Switches
  ) throws(Failure) -> Outcome {
    var bench = try session.bench(for: proposal)
    bench.policies = switches.applied(to: bench.policies)
    proposal.actor = session.actor(bench.origin.policy)
    return outcome(proposal, session.judgement(proposal, bench: bench), session, bench)
  }

  /// What is told of a judgement, and how git is told.
  func outcome(
    _ proposal: Proposal, _ judgement: Judgement, _ session: Session, _ bench: Session.Bench
  ) -> Outcome {
    let announced =
      tellsWarnings ? judgement.announcements.map { Phrase("gitflow-guard: \($0)") } : []
    // A hook says no word of success, so where nothing was found there is nothing to put together.
    let isSilent = judgement.findings.isEmpty && judgement.gaps.isEmpty && isVerbose == false
    return Outcome(
      code: ExitCode(judgement),
      report: isSilent
        ? nil
        : session.report(
          of: judgement, proposal, origin: bench.origin, command: "hook \(name.rawValue)"),
      remarks: announced, messages: bench.origin.policy.messages)
  }

  /// Whether this hook tells warnings. prepare-commit-msg runs last in every operation on a work
  /// tree, so it alone does, and each warning comes once.
  public var tellsWarnings: Bool {
    name == .prepareCommitMessage || name == .prePush || name.isOnServer
  }
}
