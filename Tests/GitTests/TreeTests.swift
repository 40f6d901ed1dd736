import Git
import GitModel
import GuardTesting
import Testing
import Wording

@Suite struct TreeTests {
  @Test func findsWhatStandsAtAPath() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a:b/ü c/run", "x\n", executable: true)
    try scratch.commit("first", files: ["plain": "one\n"])
    let repository = try scratch.opened()
    let tree = try scratch.tree("HEAD")
    let run = try repository.entry(at: "a:b/ü c/run", in: tree)
    #expect(try run == TreeEntry(kind: .executable, id: scratch.object("HEAD:a:b/ü c/run")))
    #expect(try repository.entry(at: "a:b", in: tree)?.kind == .folder)
    #expect(try repository.entry(at: "plain/below", in: tree) == nil)
    #expect(try repository.entry(at: "nothing", in: tree) == nil)
  }

  @Test func readsContentOnlyUpToALimit() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["file": "12345"])
    let repository = try scratch.opened()
    let blob = try scratch.object("HEAD:file")
    #expect(try repository.blobSize(blob) == 5)
    #expect(try repository.blob(blob, limit: 5) == Array("12345".utf8))
    #expect(throws: GitError.self) { try repository.blob(blob, limit: 4) }
    #expect(throws: GitError.self) { try repository.blobSize(scratch.object("HEAD")) }
  }

  @Test func mergesByTheFirstSidesAttributes() throws {
    let scratch = try ScratchRepository()
    let union = "*.md merge=union\n"
    try scratch.commit("first", files: ["log.md": "one\n", "log.txt": "one\n"])
    try scratch.switchTo("topic")
    try scratch.commit("topic", files: ["log.md": "one\ntopic\n", "log.txt": "one\ntopic\n"])
    try scratch.switchTo("main")
    try scratch.commit("main", files: ["log.md": "one\nmain\n", "log.txt": "one\nmain\n"])
    let plain = try scratch.object("main")
    let attributed = try scratch.object(
      scratch.commit("attributes", files: [".gitattributes": union]))
    let topic = try scratch.object("topic")
    let repository = try scratch.opened()
    #expect(try repository.automaticMerge(of: attributed, and: topic).conflicts == ["log.txt"])
    #expect(
      try repository.automaticMerge(of: plain, and: topic).conflicts == ["log.md", "log.txt"],
      "the work tree's own attributes do not count")
  }
}
