import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// Steps and chains on histories thrown by dice, against plain definitions.
@Suite struct StepPropertyTests {
  struct Random {
    let history = FakeHistory()
    var commits: [ObjectID] = []

    init(seed: UInt64, count: Int = 40) {
      var dice = FakeDice(seed: seed)
      for number in 0..<count {
        var parents: [ObjectID] = []
        if commits.isEmpty == false, dice.once(in: 25) == false {
          for _ in 0..<dice.pick([1, 1, 1, 2, 2, 3]) {
            let parent = commits[max(0, commits.count - 1 - dice.below(6))]
            if parents.contains(parent) == false { parents.append(parent) }
          }
        }
        commits.append(history.commit([TreePath("f\(number % 5)"): "\(number)"], parents: parents))
      }
    }

    func ancestors(_ tip: ObjectID) -> Set<ObjectID> {
      var seen: Set<ObjectID> = []
      var open = [tip]
      while let next = open.popLast() {
        if seen.insert(next).inserted { open += history.commits[next]?.parents ?? [] }
      }
      return seen
    }

    func firstParents(_ tip: ObjectID) -> [ObjectID] {
      var chain = [tip]
      while let last = chain.last, let parent = history.commits[last]?.firstParent {
        chain.append(parent)
      }
      return chain
    }

    func inquiry(_ policy: Policy = Policy()) throws -> Inquiry {
      try Inquiry(
        policy: policy, proposal: Proposal(occasion: .push, today: Tale.day), facts: history)
    }
  }

  /// The steps of OLD..NEW are the first-parent commits of NEW that OLD does not have.
  @Test(arguments: 1...40 as ClosedRange<UInt64>) func stepsAreWhatTheOldTipLacks(_ seed: UInt64)
    throws
  {
    let random = Random(seed: seed)
    var dice = FakeDice(seed: seed + 1_000)
    let inquiry = try random.inquiry()
    let develop = try #require(inquiry.policy.match("develop"))
    let promotion = try #require(inquiry.policy.promotion(into: develop.lane))
    let walk = StepWalk(
      inquiry: inquiry, ref: "refs/heads/develop", branch: "develop", lane: develop,
      promotion: promotion, isOnTheWay: false, received: [])
    for _ in 0..<12 {
      let (old, new) = (dice.pick(random.commits), dice.pick(random.commits))
      let held = random.ancestors(old)
      let expected = random.firstParents(new).filter { held.contains($0) == false }
      let steps = try walk.steps(from: new, notIn: [old])
      #expect(steps.map(\.commit?.id) == expected)
      for step in steps {
        let commit = try #require(step.commit)
        #expect(step.before == commit.parents.first)
        #expect(step.incoming.map(\.head) == Array(commit.parents.dropFirst()))
        #expect((step.kind == .merge) == (commit.parents.count > 1))
      }
    }
  }

  /// The same for several old tips, with the commit below the steps.
  @Test(arguments: 1...40 as ClosedRange<UInt64>) func chainsEndWhereABaseBegins(_ seed: UInt64)
    throws
  {
    let random = Random(seed: seed)
    var dice = FakeDice(seed: seed + 2_000)
    let inquiry = try random.inquiry()
    for _ in 0..<12 {
      let tip = dice.pick(random.commits)
      let bases = (0..<dice.below(4)).map { _ in dice.pick(random.commits) }
      let held = bases.reduce(into: Set<ObjectID>()) { $0.formUnion(random.ancestors($1)) }
      let all = random.firstParents(tip)
      let expected = all.prefix { held.contains($0) == false }
      let chain = try inquiry.chain(from: tip, notIn: bases)
      #expect(chain.commits.map(\.id) == Array(expected))
      #expect(chain.boundary == all.dropFirst(expected.count).first)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func standingOnAChainIsBeingOneOfIt(
    _ seed: UInt64
  ) throws {
    let random = Random(seed: seed)
    let inquiry = try random.inquiry()
    for tip in random.commits.suffix(6) {
      let chain = Set(random.firstParents(tip))
      for head in random.commits {
        #expect(try inquiry.stands(head, onChainOf: tip) == chain.contains(head))
      }
    }
  }
}
