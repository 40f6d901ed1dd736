import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// Every answer about descent, with and without a commit-graph, against git's.
@Suite struct CommitGraphTests {
  @Test(arguments: GraphShape.allCases)
  func everyAnswerIsGits(_ shape: GraphShape) throws {
    for seed in [31, 32] as [UInt64] {
      let history = try RandomHistory(seed: seed, commits: 40, wild: seed == 32)
      try shape.write(history)
      try expectGitsAnswers(
        history.scratch.opened(), history.scratch, seed: seed, exactly: shape.hasAll)
    }
  }

  @Test func aBareRepositoryHasOneToo() throws {
    let history = try RandomHistory(seed: 33, bare: true)
    try GraphShape.whole.write(history)
    try expectGitsAnswers(history.scratch.opened(), history.scratch, seed: 33)
  }

  @Test func aLinkedWorktreeReadsTheCommonOne() throws {
    let history = try RandomHistory(seed: 34)
    try GraphShape.older.write(history)
    try history.scratch.git("worktree", "add", "-q", "../linked", "c30")
    let place = history.scratch.folder.path + "/linked"
    let repository = try Repository.open(at: place, environment: history.scratch.environment)
    try expectGitsAnswers(repository, history.scratch, seed: 34)
  }

  /// A CI runner's clone stands on a mirror that has a graph, and has a few commits of its own.
  @Test(arguments: [GraphShape.older, .chain])
  func aCloneReadsItsAlternates(_ shape: GraphShape) throws {
    let history = try RandomHistory(seed: 35)
    try shape.write(history)
    let clone = try history.scratch.clone(
      named: "clone", options: ["--bare", "--mirror", "--reference", history.scratch.path])
    try clone.git("fetch", "-q", "origin", "refs/*:refs/*")
    try expectGitsAnswers(clone.opened(), history.scratch, seed: 35)
  }

  /// A chain whose lower files lie in the alternate's folder.
  @Test func aChainMayStandOnAnAlternates() throws {
    let history = try RandomHistory(seed: 36)
    try history.scratch.git(
      ["commit-graph", "write", "--split=no-merge", "--stdin-commits"],
      input: Array(history.commits.prefix(20).map { $0.hex + "\n" }.joined().utf8))
    let clone = try history.scratch.clone(
      named: "clone", options: ["--bare", "--mirror", "--reference", history.scratch.path])
    try clone.git(
      ["commit-graph", "write", "--split=no-merge", "--stdin-commits"],
      input: Array(history.commits.prefix(30).map { $0.hex + "\n" }.joined().utf8))
    #expect(clone.read("objects/info/commit-graphs/commit-graph-chain")?.utf8.count == 82)
    try expectGitsAnswers(clone.opened(), history.scratch, seed: 36)
  }

  private func expectGitsAnswers(
    _ repository: Repository, _ scratch: ScratchRepository, seed: UInt64, exactly: Bool = false
  ) throws {
    let descent = try Descent(scratch)
    var dice = Dice(seed: seed)
    // It has read no commit, so outlines come from the graph.
    let fresh = try scratch.opened()
    for one in descent.commits {
      for other in descent.commits {
        #expect(try repository.isAncestor(one, of: other) == descent.has(one, other))
        guard one <= other else { continue }
        #expect(try repository.mergeBases(one, other) == descent.mergeBases(one, other))
      }
      let chain = try repository.firstParentChain(from: one)
      #expect(chain.map(\.id) == descent.chain(from: one))
      #expect(chain.map(\.parentCount) == chain.map { descent.parents[$0.id]?.count })
      #expect(try chain.map(\.tree) == chain.map { try repository.commit($0.id).tree })
      let outline = try fresh.outline(of: one)
      #expect(outline.parents == descent.parents[one])
      #expect(outline.tree == chain.first?.tree)
      let bases = (0..<2).compactMap { _ in descent.commits.randomElement(using: &dice) }
      for tip in [one, descent.commits.randomElement(using: &dice) ?? one] {
        let listed = try repository.firstParents(from: [tip], notIn: bases)[0]
        let trueChain = descent.chain(from: tip, notIn: bases)
        #expect(exactly ? listed == trueChain : listed.starts(with: trueChain))
      }
    }
    try expectSamples(repository, scratch, descent, &dice)
    #expect(repository.isCommitGraphFalse == false)
  }

  /// A few of the answers by git itself, so that nothing hangs on our own reckoning.
  private func expectSamples(
    _ repository: Repository, _ scratch: ScratchRepository, _ descent: Descent, _ dice: inout Dice
  ) throws {
    for _ in 0..<12 {
      let one = try #require(descent.commits.randomElement(using: &dice))
      let other = try #require(descent.commits.randomElement(using: &dice))
      let isAncestor = try scratch.git(
        "merge-base", "--is-ancestor", one.hex, other.hex, expecting: nil)
      #expect(try repository.isAncestor(one, of: other) == (isAncestor.status == 0))
      let bases = try scratch.git("merge-base", "--all", one.hex, other.hex, expecting: nil).lines
      #expect(try repository.mergeBases(one, other).map(\.hex) == bases.sorted())
      #expect(try repository.mergeBase(one, other)?.hex == bases.min())
      let chain = try scratch.git("rev-list", "--first-parent", one.hex, "^\(other.hex)").lines
      let listed = try repository.firstParents(from: [one], notIn: [other])[0]
      #expect(listed.map(\.hex).starts(with: chain))
    }
  }
}
