import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// When a commit-graph is read, and when not. Its second commit is gone from the objects, so that
/// only a graph can lead from the last to the first.
@Suite struct CommitGraphUseTests {
  private struct Line {
    let scratch: ScratchRepository
    let commits: [ObjectID]

    init() throws {
      let scratch = try ScratchRepository()
      commits = try (1...6).map { try objectID(scratch.commit("\($0)")) }
      self.scratch = scratch
    }

    func writeGraph(_ options: String..., upTo last: Int = 6) throws {
      let input = commits.prefix(last).map { $0.hex + "\n" }.joined()
      try scratch.git(
        ["commit-graph", "write", "--stdin-commits"] + options, input: Array(input.utf8))
    }

    func remove(_ id: ObjectID) throws {
      let file = "/.git/objects/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))"
      #expect(try scratch.folder.run("rm", [scratch.path + file]).status == 0)
    }

    /// Whether walks go by the graph.
    func isRead() throws -> Bool {
      do throws(GitError) {
        let repository = try opened()
        guard try repository.isAncestor(commits[0], of: commits[5]) else {
          Issue.record("a wrong answer")
          return false
        }
        #expect(try repository.mergeBases(commits[0], commits[5]) == [commits[0]])
        #expect(
          try repository.firstParents(from: [commits[5]], notIn: [commits[0]])
            == [commits.dropFirst().reversed()])
        #expect(try repository.firstParentChain(from: commits[5]).count == 6)
        #expect(try repository.outline(of: commits[2]).parents == [commits[1]])
        #expect(try repository.outline(of: commits[1]).parents == [commits[0]])
        return true
      } catch {
        #expect(error.kind == .notFound)
        return false
      }
    }

    private func opened() throws(GitError) -> Repository {
      try Repository.open(at: scratch.path, environment: scratch.environment)
    }
  }

  @Test func walksReadNothingThatTheGraphHas() throws {
    let line = try Line()
    try line.writeGraph()
    try line.remove(line.commits[1])
    #expect(try line.isRead())
    try line.scratch.git("config", "core.commitGraph", "true")
    #expect(try line.isRead())
    // What the graph does not have is asked of the objects as ever.
    let gone = try objectID("1234567812345678123456781234567812345678")
    let repository = try line.scratch.opened()
    for ask in [
      { try repository.isAncestor(gone, of: line.commits[5]) },
      { try repository.isAncestor(line.commits[5], of: gone) },
      { try repository.mergeBases(gone, line.commits[5]).isEmpty },
      { try repository.outline(of: gone).parents.isEmpty },
      { try repository.firstParentChain(from: gone).isEmpty },
      { try repository.firstParents(from: [gone], notIn: []).isEmpty },
    ] as [() throws -> Bool] {
      #expect(#expect(throws: GitError.self) { _ = try ask() }?.kind == .notFound)
    }
  }

  @Test func chainsAndOlderGraphsAreRead() throws {
    let line = try Line()
    try line.writeGraph("--split=no-merge", upTo: 2)
    try line.writeGraph("--split=no-merge", upTo: 4)
    try line.remove(line.commits[1])
    #expect(try line.isRead())
  }

  /// git takes a chain up to the first file that is missing.
  @Test func aChainIsReadAsFarAsItGoes() throws {
    let line = try Line()
    try line.writeGraph(upTo: 4)
    let single = ".git/objects/info/commit-graph"
    #expect(try line.scratch.run("mv", [single, "other.graph"]).status == 0)
    try line.writeGraph("--split=no-merge", upTo: 3)
    try line.writeGraph("--split=no-merge", upTo: 5)
    let folder = ".git/objects/info/commit-graphs/"
    let names = try #require(line.scratch.read(folder + "commit-graph-chain")).split(
      separator: "\n")
    try line.remove(line.commits[1])
    try line.scratch.write(folder + "graph-\(names[1]).graph", "nonsense")
    #expect(try line.isRead())
    // A file that is in order, but not the one of this name.
    let base = folder + "graph-\(names[0]).graph"
    #expect(try line.scratch.run("mv", ["-f", "other.graph", base]).status == 0)
    #expect(try line.isRead() == false)
    try line.scratch.write(base, "nonsense")
    #expect(try line.isRead() == false)
  }

  @Test(arguments: [
    ["config", "core.commitGraph", "false"], ["config", "core.commitGraph", "nonsense"],
    ["update-ref", "refs/replace/1234567812345678123456781234567812345678", "HEAD"],
  ])
  func whereGitDoesNotReadItNorDoWe(_ arguments: [String]) throws {
    let line = try Line()
    try line.writeGraph()
    try line.scratch.git(arguments)
    try line.remove(line.commits[1])
    #expect(try line.isRead() == false)
  }

  @Test(arguments: [false, true]) func aPackedReplacementKeepsItAway(_ isSorted: Bool) throws {
    let line = try Line()
    try line.writeGraph()
    let names = (100...400).map { "heads/a\($0)" } + (100...300).map { "tags/t\($0)" }
    try line.scratch.git(
      "update-ref", "--stdin", input: names.map { "create refs/\($0) HEAD\n" }.joined())
    try line.scratch.git("tag", "-a", "-m", "annotated", "aa")
    try line.scratch.git("pack-refs", "--all")
    func rewrite() throws {
      guard isSorted == false else { return }
      let text = try #require(line.scratch.read(".git/packed-refs"))
      let lines = text.split(separator: "\n").dropFirst()
      let shuffled = [lines.last, lines.first].compactMap(\.self) + lines.dropFirst().dropLast()
      try line.scratch.write(".git/packed-refs", shuffled.joined(separator: "\n") + "\n")
    }
    try rewrite()
    try line.remove(line.commits[1])
    #expect(try line.isRead())
    let name = "refs/replace/1234567812345678123456781234567812345678"
    try line.scratch.git("update-ref", name, "HEAD")
    try line.scratch.git("pack-refs", "--all", expecting: nil)
    #expect(line.scratch.read(".git/" + name) == nil)
    try rewrite()
    #expect(try line.isRead() == false)
  }

  @Test func graftsKeepItAway() throws {
    let line = try Line()
    try line.writeGraph()
    try line.remove(line.commits[1])
    try line.scratch.write(".git/info/grafts", "")
    #expect(try line.isRead())
    try line.scratch.write(".git/info/grafts", "# none\n")
    #expect(try line.isRead() == false)
  }

  @Test func aShallowCloneDoesWithout() throws {
    let line = try Line()
    try line.writeGraph()
    try line.scratch.write(".git/shallow", line.commits[3].hex + "\n")
    try line.remove(line.commits[1])
    let repository = try line.scratch.opened()
    for ask in [
      { try repository.isAncestor(line.commits[0], of: line.commits[5]) },
      { try repository.firstParentChain(from: line.commits[5]).isEmpty },
      { try repository.outline(of: line.commits[1]).parents.isEmpty },
    ] as [() throws -> Bool] {
      #expect(#expect(throws: GitError.self) { _ = try ask() }?.kind == .shallow)
    }
  }

  /// An alternate's objects bring its graph along, and those of its alternates do.
  @Test(arguments: [1, 2, 6, 7]) func alternatesAreFollowed(_ depth: Int) throws {
    let line = try Line()
    try line.writeGraph()
    try line.remove(line.commits[1])
    let folder = line.scratch.folder
    var objects = line.scratch.path + "/.git/objects"
    var last = line.scratch
    for number in 1...depth {
      let made = try folder.run("git", ["init", "-q", "--bare", "clone \(number)"])
      #expect(made.status == 0)
      last = ScratchRepository(at: folder.path + "/clone \(number)", in: folder)
      let text = number == 1 ? "# a comment\n\"\(objects)\"\n" : "\(objects)\n"
      try last.write("objects/info/alternates", text)
      objects = last.path + "/objects"
    }
    let repository = try last.opened()
    // git, too, follows alternates of alternates only so far.
    let isSeen = try last.git("cat-file", "-e", line.commits[0].hex, expecting: nil).status == 0
    #expect(isSeen == (depth < 7))
    if isSeen {
      #expect(try repository.firstParentChain(from: line.commits[5]).count == 6)
    } else {
      #expect(throws: GitError.self) { try repository.firstParentChain(from: line.commits[5]) }
    }
  }

  @Test func aChainEndsWhereItIsToldTo() throws {
    let line = try Line()
    try line.writeGraph(upTo: 4)
    let repository = try line.scratch.opened()
    let newest = Array(line.commits.reversed())
    for limit in 0...7 {
      let chain = try repository.firstParentChain(from: newest[0], limit: limit)
      #expect(chain.map(\.id) == Array(newest.prefix(limit)))
      guard limit > 0 else { continue }
      let stopped = try repository.firstParentChain(from: newest[0]) {
        $0.id != newest[min(limit, 6) - 1]
      }
      #expect(stopped.map(\.id) == Array(newest.prefix(limit)))
    }
  }
}
