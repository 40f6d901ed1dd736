import Git
import GitModel
import GuardTesting
import Testing
import Wording

@Suite struct ShallowTests {
  /// Inside the cut every answer is the whole repository's, or there is none.
  @Test(arguments: [21, 22] as [UInt64], [2, 3])
  func neverAnswersWrongly(_ seed: UInt64, _ depth: Int) throws {
    let whole = try RandomHistory(seed: seed)
    // Only the newest are tips, so that the cut falls above the others.
    for number in 1...30 {
      let name = "refs/heads/c" + (number < 10 ? "0" : "") + "\(number)"
      try whole.scratch.git("update-ref", "-d", name)
    }
    try whole.scratch.git("symbolic-ref", "HEAD", "refs/heads/c36")
    let clone = try whole.scratch.clone(
      named: "cut", options: ["--bare", "--depth", "\(depth)", "--no-single-branch"])
    let repository = try clone.opened()
    #expect(repository.isShallow)
    var answers = 0
    for (one, other) in whole.pairs(150, seed: seed) {
      let isAncestor = try answer { () throws(GitError) in
        try repository.isAncestor(one, of: other)
      }
      if let isAncestor {
        answers += 1
        #expect(try isAncestor == whole.repository.isAncestor(one, of: other))
      }
      let base = try answer { () throws(GitError) in try repository.mergeBase(one, other) }
      if let base {
        answers += 1
        let bases = try whole.scratch.git(
          "merge-base", "--all", one.hex, other.hex, expecting: nil
        ).lines
        #expect(base.map { bases.contains($0.hex) } ?? bases.isEmpty)
      }
    }
    #expect(answers > 5)
  }

  @Test func saysWhatLiesBeyondTheCut() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("first")
    for number in 1...4 { try scratch.commit("\(number)", files: ["file": "\(number)\n"]) }
    let clone = try scratch.clone(named: "cut", options: ["--depth", "2"])
    let repository = try clone.opened()
    let head = try clone.object("HEAD")
    #expect(try repository.isAncestor(clone.object("HEAD~1"), of: head))
    #expect(try repository.isAncestor(head, of: clone.object("HEAD~1")) == false)
    let error = #expect(throws: GitError.self) {
      try repository.isAncestor(objectID(first), of: head)
    }
    #expect(error?.kind == .shallow)
    #expect(
      #expect(throws: GitError.self) { try repository.commit(objectID(first)) }?.kind == .shallow)
  }

  /// The cut hides that the better base is an ancestor of the one side too.
  @Test func aBaseThatMayNotBeTheBestIsNoAnswer() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("root")
    let best = try scratch.object(scratch.commit("best"))
    try scratch.switchTo("topic")
    let topic = try scratch.object(scratch.commit("topic"))
    try scratch.switchTo("side", from: "main")
    let side = try scratch.commit("side")
    try scratch.switchTo("other", from: "main~1")
    let other = try scratch.object(scratch.merge("side"))
    #expect(try scratch.opened().mergeBase(topic, other) == best)
    try scratch.write(".git/shallow", side + "\n")
    let error = #expect(throws: GitError.self) { try scratch.opened().mergeBase(topic, other) }
    #expect(error?.kind == .shallow)
  }

  @Test func seesTheCutInALinkedWorktree() throws {
    let scratch = try ScratchRepository()
    for number in 1...3 { try scratch.commit("\(number)") }
    let clone = try scratch.clone(named: "cut", options: ["--depth", "1"])
    try clone.git("worktree", "add", "-q", "-b", "other", "../linked")
    let place = scratch.folder.path + "/linked"
    #expect(try Repository.open(at: place, environment: scratch.environment).isShallow)
  }

  @Test func mergesInsideTheCut() throws {
    let scratch = try ScratchRepository()
    for number in 1...3 { try scratch.commit("\(number)", files: ["file": "\(number)\n"]) }
    try scratch.switchTo("topic")
    try scratch.commit("topic", files: ["topic": "one\n"])
    try scratch.switchTo("main")
    try scratch.commit("main", files: ["main": "one\n"])
    let clone = try scratch.clone(named: "cut", options: ["--depth", "2", "--no-single-branch"])
    try clone.git("checkout", "-q", "main")
    let repository = try clone.opened()
    let topic = try clone.object("origin/topic")
    let outcome = try repository.automaticMerge(of: clone.object("main"), and: topic)
    try clone.git("merge", "-q", "--no-ff", "-m", "merge", "origin/topic")
    #expect(try outcome == MergeOutcome(tree: clone.tree("HEAD"), conflicts: []))
  }

  /// nil where the clone says that it can't know.
  private func answer<Value>(_ ask: () throws(GitError) -> Value) throws -> Value? {
    do throws(GitError) {
      return try ask()
    } catch {
      #expect(error.kind == .shallow)
      return nil
    }
  }
}
