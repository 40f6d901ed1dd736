import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// A graph in which everything fits and not everything is true: it is found out by the commits
/// that are read from the objects.
@Suite struct CommitGraphTruthTests {
  /// `left` and `right` on `root`, then `tip` on `left`, then `above`.
  private struct Fork {
    let scratch: ScratchRepository
    let left, right, tip, above: ObjectID
    let ids: [ObjectID]

    /// - Parameter forge: Makes the graph say something else; it gets the positions of `tip` and
    ///   `right`.
    init(_ forge: (inout GraphFile, _ tip: Int, _ right: Int) -> Void) throws {
      let scratch = try ScratchRepository()
      try scratch.commit("root", files: ["file": "root\n"])
      try scratch.switchTo("other")
      right = try objectID(scratch.commit("right", files: ["file": "right\n"]))
      try scratch.switchTo("main")
      left = try objectID(scratch.commit("left", files: ["file": "left\n"]))
      tip = try objectID(scratch.commit("tip", files: ["file": "tip\n"]))
      above = try objectID(scratch.commit("above"))
      try scratch.git("commit-graph", "write", "--reachable")
      var file = try GraphFile.all(of: scratch)[0]
      ids = file.ids
      let places = try (#require(ids.firstIndex(of: tip)), #require(ids.firstIndex(of: right)))
      forge(&file, places.0, places.1)
      try file.write(to: scratch)
      self.scratch = scratch
    }

    static func withAnotherParent() throws -> Fork {
      try Fork { file, tip, right in file.set(file.parent(0, of: tip), UInt32(right)) }
    }
  }

  @Test func whoAsksAboutACommitHasReadIt() throws {
    let fork = try Fork.withAnotherParent()
    let repository = try fork.scratch.opened()
    #expect(try repository.isAncestor(fork.right, of: fork.tip) == false)
    #expect(repository.isCommitGraphFalse)
  }

  @Test func answersStartAnewWhenItIsFoundOut() throws {
    let fork = try Fork.withAnotherParent()
    let repository = try fork.scratch.opened()
    // Nobody has looked at the tip itself: this is what a forger gains.
    #expect(try repository.isAncestor(fork.right, of: fork.above))
    #expect(try repository.mergeBases(fork.left, fork.above) != [fork.left])
    #expect(repository.isCommitGraphFalse == false)
    _ = try repository.commit(fork.tip)
    #expect(repository.isCommitGraphFalse)
    #expect(try repository.isAncestor(fork.right, of: fork.above) == false)
    #expect(try repository.isAncestor(fork.left, of: fork.above))
    #expect(try repository.mergeBases(fork.left, fork.above) == [fork.left])
    #expect(try repository.outline(of: fork.tip).parents == [fork.left])
  }

  @Test func aFalseTreeIsFoundOut() throws {
    let fork = try Fork { file, tip, right in
      for place in 0..<20 {
        file.bytes[file.start("CDAT", tip, 36) + place] =
          file.bytes[file.start("CDAT", right, 36) + place]
      }
    }
    let repository = try fork.scratch.opened()
    let tree = try fork.scratch.tree(fork.tip.hex)
    #expect(try repository.outline(of: fork.tip).tree != tree)
    #expect(try repository.commit(fork.tip).tree == tree)
    #expect(repository.isCommitGraphFalse)
    #expect(try repository.outline(of: fork.tip).tree == tree)
    #expect(try repository.firstParentChain(from: fork.above)[1].tree == tree)
  }

  @Test func evenInTheMiddleOfAQuestion() throws {
    let fork = try Fork.withAnotherParent()
    let repository = try fork.scratch.opened()
    _ = try repository.outline(of: fork.above)
    let chain = try repository.firstParentChain(from: fork.above) { link in
      (try? repository.commit(link.id)) != nil
    }
    #expect(chain.prefix(3).map(\.id) == [fork.above, fork.tip, fork.left])
    #expect(repository.isCommitGraphFalse)
  }

  @Test func branchesThatStayApartAreNotWalkedToTheirBeginning() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("root", files: ["file": "0\n"])
    try scratch.switchTo("develop")
    var promoted: [String] = []
    var promotions: [String] = []
    for number in 1...8 {
      promoted.append(try scratch.commit("work \(number)", files: ["file": "\(number)\n"]))
      try scratch.switchTo("main")
      promotions.append(try scratch.merge("develop"))
      try scratch.switchTo("develop")
    }
    let newest = try objectID(scratch.commit("work", files: ["file": "newest\n"]))
    try scratch.git("commit-graph", "write", "--reachable")
    var file = try GraphFile.all(of: scratch)[0]
    let first = try #require(file.ids.firstIndex(of: objectID(promotions[0])))
    let other = try #require(file.ids.firstIndex(of: objectID(promoted[3])))
    file.set(file.parent(0, of: first), UInt32(other))
    try file.write(to: scratch)
    let repository = try scratch.opened()
    let last = try objectID(promotions[7])
    #expect(try repository.mergeBases(last, newest) == [objectID(promoted[7])])
    #expect(try repository.mergeBases(newest, last) == [objectID(promoted[7])])
    #expect(repository.isCommitGraphFalse == false, "nobody has come to the first promotion")
    _ = try repository.firstParents(from: [last], notIn: [])
    #expect(repository.isCommitGraphFalse)
  }
}
