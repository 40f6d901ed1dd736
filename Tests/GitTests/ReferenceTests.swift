import Foundation
import Git
import GitModel
import GuardTesting
import Testing
import Wording

@Suite struct ReferenceTests {
  @Test func listsBranchesWithTheirRemotes() throws {
    let scratch = try ScratchRepository()
    let tip = try scratch.object(scratch.commit())
    let names = [
      "refs/heads/intermediate/änna", "refs/heads/refs/heads/develop",
      "refs/remotes/origin/develop",
      "refs/remotes/team/eu/main", "refs/remotes/team/other", "refs/remotes/nobody/a/b",
      "refs/tags/v1",
    ]
    for name in names { try scratch.git("update-ref", name, "HEAD") }
    try scratch.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop")
    for name in ["origin", "team", "team/eu"] {
      try scratch.git("config", "remote.\(name).url", "https://example.org/\(name)")
    }
    let repository = try scratch.opened()
    let branches = try repository.branches()
    #expect(branches.allSatisfy { $0.tip == tip })
    #expect(
      branches.map { "\($0.ref) \($0.remote ?? "-") \($0.name)" } == [
        "refs/heads/intermediate/änna - intermediate/änna", "refs/heads/main - main",
        "refs/heads/refs/heads/develop - refs/heads/develop",
        "refs/remotes/nobody/a/b nobody a/b", "refs/remotes/origin/develop origin develop",
        "refs/remotes/team/eu/main team/eu main", "refs/remotes/team/other team other",
      ])
    #expect(try repository.remotes().map(\.name) == ["origin", "team", "team/eu"])
    #expect(try repository.remoteHead(of: "origin") == "refs/remotes/origin/develop")
    #expect(try repository.remoteHead(of: "team") == nil)
    try scratch.git("pack-refs", "--all")
    #expect(try scratch.opened().branches() == branches)
  }

  /// git writes them sorted and says so; other programs need not.
  @Test func packedReferencesInAnyOrder() throws {
    let scratch = try ScratchRepository()
    let (first, second) = (try scratch.commit(), try scratch.commit())
    try scratch.git("update-ref", "refs/heads/c", second)
    let packed = ["d", "b", "c", "a"].map { "\(first) refs/heads/\($0)\n" }.joined()
    try Data(packed.utf8).write(to: URL(filePath: scratch.path + "/.git/packed-refs"))
    let found = try scratch.opened().branches().map { "\($0.name) \($0.tip.hex)" }
    #expect(
      found == ["a \(first)", "b \(first)", "c \(second)", "d \(first)", "main \(second)"])
  }

  @Test func namesAreBytes() throws {
    let scratch = try ScratchRepository()
    let tip = try scratch.commit()
    let name: [UInt8] = Array("refs/heads/x".utf8) + [0x9b, 0xff]
    try scratch.git(
      ["update-ref", "--stdin", "-z"],
      input: Array("create ".utf8) + name + [0] + Array(tip.utf8) + [0])
    #expect(try scratch.opened().branches().map(\.ref.bytes).contains(name))
    #expect(try scratch.opened().tip(of: RefName(bytes: name)) == objectID(tip))
  }

  @Test func knowsWhereHEADIs() throws {
    let scratch = try ScratchRepository()
    #expect(try scratch.opened().head() == .unborn("refs/heads/main"))
    let first = try scratch.object(scratch.commit())
    #expect(try scratch.opened().head() == .branch("refs/heads/main", first))
    try scratch.git("checkout", "-q", "--detach")
    #expect(try scratch.opened().head() == .detached(first))
  }

  @Test func peelsTagsAndRevisions() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.object(scratch.commit())
    let second = try scratch.object(scratch.commit("second", files: ["file": "one\n"]))
    try scratch.git("tag", "-a", "-m", "tag", "v1", "HEAD~1")
    try scratch.git("tag", "-a", "-m", "tag of a tag", "v2", "v1")
    try scratch.git("tag", "content", "HEAD:file")
    let repository = try scratch.opened()
    #expect(try repository.tip(of: "refs/tags/v2") == first)
    #expect(try repository.peelToCommit(scratch.object("v2")) == first)
    #expect(try repository.peelToCommit(scratch.object("content")) == nil)
    #expect(throws: GitError.self) { try repository.tip(of: "refs/tags/content") }
    #expect(try repository.resolve(revision: "v2") == first)
    #expect(try repository.resolve(revision: "HEAD~1") == first)
    #expect(try repository.resolve(revision: String(second.hex.prefix(8))) == second)
    #expect(try repository.resolve(revision: "nothing") == nil)
    #expect(try repository.resolve(revision: "a b:c^^{") == nil)
  }

  @Test func readsWhereABranchOnceStood() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.object(scratch.commit("first"))
    let second = try scratch.object(scratch.commit("second"))
    try scratch.git("reset", "-q", "--hard", "HEAD~1")
    let repository = try scratch.opened()
    #expect(try repository.reflogOldAndNew(of: "refs/heads/main") == [first, second, first])
    #expect(try repository.reflogOldAndNew(of: "refs/heads/none").isEmpty)
    #expect(throws: GitError.self) { try repository.reflogOldAndNew(of: "refs/../../config") }
  }

  @Test func knowsTheBranchBeingRebased() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["file": "one\n"])
    try scratch.switchTo("topic/ü")
    try scratch.commit("topic", files: ["file": "two\n"])
    try scratch.switchTo("main")
    try scratch.commit("main", files: ["file": "three\n"])
    #expect(try scratch.opened().operationInProgress() == .none)
    try scratch.git("cherry-pick", "topic/ü", expecting: 1)
    #expect(try scratch.opened().operationInProgress() == .cherryPick)
    try scratch.git("cherry-pick", "--abort")
    for backend in ["--merge", "--apply"] {
      try scratch.git("rebase", backend, "main", "topic/ü", expecting: 1)
      let expected = OperationInProgress.rebase(headName: "refs/heads/topic/ü")
      #expect(try scratch.opened().operationInProgress() == expected)
      try scratch.git("rebase", "--abort")
    }
  }
}
