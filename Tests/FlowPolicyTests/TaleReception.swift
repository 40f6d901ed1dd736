import GitModel
import GuardTesting
import Wording

@testable import FlowPolicy

/// What a server says of a push, and with which branches of that push it judged one ref after the
/// other.
struct Received {
  let judgement: Judgement
  let asked: [[String]]

  var verdict: Verdict { judgement.verdict }
  var rules: [RuleID] { judgement.rules }

  /// The refs of each finding's rule, as `develop: branch-flow`, each once, sorted.
  var breaches: [String] {
    Set(
      judgement.findings.map { "\($0.ref.branch?.description ?? "\($0.ref)"): \($0.rule.rawValue)" }
    )
    .sorted()
  }
}

extension Tale {
  /// Pushes to a server that has what was published last, and nothing else.
  ///
  /// - Parameters:
  ///   - branches: those that are pushed as they stand here; one that is gone here is deleted there.
  ///   - others: further refs that come with them, after them.
  func receive(
    _ branches: String..., and others: [RefMove] = [], by policy: Policy = Policy()
  ) -> Received {
    receive(branches.map(move) + others, by: Policies(policy))
  }

  func receive(_ moves: [RefMove], by policies: Policies = Policies(Policy())) -> Received {
    let mine = history.refs
    let prefix = "refs/remotes/origin/"
    history.refs = [:]
    for (ref, tip) in mine where ref.hasPrefix(prefix) {
      history.refs[.branch(BranchName(bytes: Array(ref.bytes.dropFirst(prefix.utf8.count))))] = tip
    }
    defer {
      history.refs = mine
      history.arrivals = []
    }
    var asked: [[String]] = []
    let proposal = Proposal(occasion: .receive, moves: moves, today: Self.day, remote: "origin")
    let judgement = Engine().receive(proposal, by: policies) { arrivals in
      asked.append(arrivals.map(\.name.description))
      history.arrivals = arrivals
      return history
    }
    return Received(judgement: judgement, asked: asked)
  }
}
