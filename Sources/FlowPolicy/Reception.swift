public import GitModel

extension Engine {
  /// Judges a push as it arrives at a server: all its refs together.
  ///
  /// What comes in is attributed to the branches as they were before the push, and to those of the
  /// same push that are let through themselves. So the refs are judged again and again, each with
  /// the branches that were let through so far, until no further one is. What was let through by
  /// less than all of them is looked at once more at the end: the order in which refs are named
  /// changes nothing.
  ///
  /// - Parameter facts: the evidence with these branches in addition to those that stand already.
  public func receive(
    _ proposal: Proposal, by policies: Policies, on facts: ([Branch]) -> any Evidence
  ) -> Judgement {
    var reception = Reception(proposal: proposal, policies: policies)
    for place in proposal.moves.indices where reception.isOpen(place) == false {
      reception.accept(
        place, judge(proposal.moves[place], of: proposal, by: policies, on: facts([])))
    }
    var isMoving = true
    while isMoving {
      isMoving = false
      for place in reception.waiting {
        let judgement = judge(
          proposal.moves[place], of: proposal, by: policies,
          on: facts(reception.arrivals(besides: place)))
        if judgement.verdict == .allowed {
          reception.accept(place, judgement)
          isMoving = true
        } else {
          reception.refuse(place, judgement)
        }
      }
    }
    for place in reception.toLookAtAgain {
      let judgement = judge(
        proposal.moves[place], of: proposal, by: policies,
        on: facts(reception.arrivals(besides: place)))
      reception.refuse(place, judgement)
    }
    return reception.judgement
  }
}

/// How far the refs of a push have come.
private struct Reception {
  let proposal: Proposal
  let policies: Policies
  private var judgements: [Int: Judgement] = [:]
  /// Those that were let through, with how many had been before.
  private var accepted: [(place: Int, after: Int)] = []
  /// Those that something is asked of and that were not let through yet.
  private var open: Set<Int>
  /// Those that something was asked of and that were let through.
  private var judged: Set<Int> = []

  init(proposal: Proposal, policies: Policies) {
    self.proposal = proposal
    self.policies = policies
    open = []
    for (place, move) in proposal.moves.enumerated()
    where policies.policy(for: move.ref).judges(move.ref) {
      open.insert(place)
    }
  }

  /// Whether anything is asked of a ref at all.
  func isOpen(_ place: Int) -> Bool { open.contains(place) }

  /// The refs that were not let through yet: protected branches last, since the others vouch for
  /// what goes into them.
  var waiting: [Int] {
    let open = self.open.sorted()
    func isProtected(_ place: Int) -> Bool {
      let ref = proposal.moves[place].ref
      return ref.branch.map(policies.policy(for: ref).isProtected) ?? false
    }
    return open.filter { isProtected($0) == false } + open.filter(isProtected)
  }

  /// Those that were let through before another branch was that might speak against them.
  var toLookAtAgain: [Int] {
    guard accepted.count > 1 else { return [] }
    return accepted.filter { judged.contains($0.place) && $0.after < accepted.count - 1 }
      .map(\.place)
  }

  /// The branches of the push that vouch for the others.
  func arrivals(besides own: Int) -> [Branch] {
    accepted.compactMap { place, _ in
      let move = proposal.moves[place]
      guard place != own, let name = move.ref.branch, let tip = move.after else { return nil }
      return Branch(ref: move.ref, name: name, remote: nil, tip: tip)
    }
  }

  mutating func accept(_ place: Int, _ judgement: Judgement) {
    judgements[place] = judgement
    accepted.append((place, accepted.count))
    if open.remove(place) != nil { judged.insert(place) }
  }

  mutating func refuse(_ place: Int, _ judgement: Judgement) { judgements[place] = judgement }

  /// All of it, in the order in which the refs were named.
  var judgement: Judgement {
    var result = Judgement()
    for place in proposal.moves.indices { result.append(judgements[place] ?? Judgement()) }
    return result
  }
}
