import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// What the guard does in memory leaves no trace in the repository.
@Suite struct ReadOnlyTests {
  @Test func mergesAndIndexTreesWriteNothing() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["file": "one\ntwo\nthree\nfour\nfive\n", "d/e": "x\n"])
    try scratch.switchTo("topic")
    try scratch.commit("topic", files: ["file": "1\ntwo\nthree\nfour\nfive\n"])
    try scratch.switchTo("main")
    try scratch.commit("main", files: ["file": "one\ntwo\nthree\nfour\n5\n"])
    try scratch.write("d/new", "staged\n")
    try scratch.git("add", "-A")
    let count = try scratch.git("count-objects", "-v").stdout
    let before = try scratch.fingerprint()
    let repository = try scratch.opened()
    let main = try scratch.object("main")
    let topic = try scratch.object("topic")
    let merged = try repository.automaticMerge(of: main, and: topic)
    let index = try repository.indexTree()
    _ = try repository.mergeDifference(of: merged.tree, ours: main, theirs: topic)
    #expect(try repository.reflogOldAndNew(of: "refs/heads/none").isEmpty)
    _ = try repository.branches()
    #expect(try scratch.fingerprint() == before)
    #expect(try scratch.git("count-objects", "-v").stdout == count)
    #expect(try scratch.git("write-tree").text == index.tree.id.hex)
    try scratch.git("reset", "-q", "--hard")
    try scratch.merge("topic")
    #expect(try scratch.tree("HEAD") == merged.tree)
  }

  @Test func readsTheIndexThatTheEnvironmentNames() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["file": "one\n"])
    let standing = try scratch.tree("HEAD")
    let other = ["GIT_INDEX_FILE": ".git/next-index-1.lock"]
    try scratch.write("file", "two\n")
    try scratch.git("update-index", "--add", "file", environment: other)
    let wanted = try scratch.git("write-tree", environment: other).text
    #expect(try scratch.opened(adding: other).indexTree().tree.id.hex == wanted)
    #expect(try scratch.opened().indexTree().tree == standing)
  }

  @Test func listsTheIndexesConflicts() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["file": "one\n", "other": "one\n"])
    try scratch.switchTo("topic")
    try scratch.commit("topic", files: ["file": "two\n"])
    try scratch.switchTo("main")
    try scratch.commit("main", files: ["file": "three\n"])
    try scratch.git("merge", "topic", expecting: 1)
    let repository = try scratch.opened()
    let index = try repository.indexTree()
    #expect(index.conflicts == ["file"])
    #expect(try repository.changes(from: nil, to: index.tree).map(\.path) == ["other"])
    #expect(try repository.operationInProgress() == .merge)
    #expect(try repository.mergeHeads() == [scratch.object("topic")])
  }

  @Test func pathsOnlyAnnouncedAreNotInTheTree() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["file": "one\n"])
    try scratch.write("announced", "later\n")
    try scratch.git("add", "--intent-to-add", "announced")
    #expect(try scratch.opened().indexTree().tree == scratch.tree("HEAD"))
  }

  @Test func anUnbornBranchHasAnEmptyIndex() throws {
    let scratch = try ScratchRepository()
    let empty = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    #expect(try scratch.opened().indexTree().tree.id.hex == empty)
  }

  @Test func saysWhichIndexItCannotRead() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["file": "one\n", "d/file": "one\n"])
    try scratch.git("update-index", "--split-index")
    let split = #expect(throws: GitError.self) { try scratch.opened().indexTree() }
    #expect(split?.kind == .unsupported(Phrase("a split index" as Phrase.Template)))
    #expect(split?.words.contains("git update-index --no-split-index") == true)
    try scratch.git("update-index", "--no-split-index")
    #expect(try scratch.opened().indexTree().tree == scratch.tree("HEAD"))
    try scratch.git("sparse-checkout", "set", "--cone", "--sparse-index", "other")
    let sparse = #expect(throws: GitError.self) { try scratch.opened().indexTree() }
    #expect(sparse?.kind == .unsupported(Phrase("a sparse index" as Phrase.Template)))
  }

  @Test func saysThatTheIndexHasNoChecksum() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["file": "one\n"])
    _ = try scratch.folder.run(
      "sh", ["-c", "truncate -s -20 index && head -c 20 /dev/zero >> index"],
      in: scratch.path + "/.git")
    let error = #expect(throws: GitError.self) { try scratch.opened().indexTree() }
    #expect(error?.kind == .unsupported(Phrase("an index without a checksum" as Phrase.Template)))
  }
}
