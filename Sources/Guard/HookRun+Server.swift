import FlowPolicy
import Git
import GitModel
import Intake
import Reporting
import Wording

/// What the hooks of a repository do that is pushed to.
extension HookRun {
  /// All refs of a push together, before any of them moves.
  func receive() throws(Failure) -> Outcome {
    let bytes = try input()
    let moves: [RefMove]
    do throws(PreReceive.Unreadable) {
      moves = try PreReceive.moves(in: bytes)
    } catch {
      throw Failure.usage(error.sentence)
    }
    return try receive(moves)
  }

  /// One ref of a push.
  func update() throws(Failure) -> Outcome {
    guard let move = Update.move(arguments) else {
      throw Failure.usage(Phrase("the update hook takes a ref's full name and two object ids"))
    }
    return try receive([move], notes: Update.blindSpots)
  }

  private func receive(
    _ pushed: [RefMove], notes: [Phrase] = []
  ) throws(Failure) -> Outcome {
    guard pushed.isEmpty == false else { return Outcome(code: .allowed, report: nil) }
    let session = try Session(at: ".", environment: environment, standpoint: .server)
    let pushed = try session.whatMoves(by: pushed)
    if isVerbose == false, try areFree(pushed, session) {
      return Outcome(code: .allowed, report: nil)
    }
    var moves: [RefMove] = []
    for move in pushed {
      moves.append(
        RefMove(ref: move.ref, before: move.before, after: try session.commit(move.after)))
    }
    // Remedies are for the clone that the push came from, where a server is called so by custom.
    var proposal = Proposal(
      occasion: .receive, moves: moves, today: session.today, remote: "origin")
    let bench = try session.bench(for: proposal)
    proposal.actor = session.actor(bench.origin.policy)
    var judgement = try session.judgement(ofReceived: proposal, bench: bench)
    judgement.notes += notes
    return outcome(proposal, judgement, session, bench)
  }
}
