import Git
import GitModel
import GuardTesting
import Testing
import Wording

@Suite struct DamageTests {
  @Test(arguments: [
    "100644 file:BLOB,100644 file:BLOB", "100644 b:BLOB,100644 a:BLOB",
    "100644 a:BLOB,100644 a-b:BLOB,40000 a:TREE", "100600 odd:BLOB", "100644 .git:BLOB",
    "100644 ..:BLOB", "100644 :BLOB", "100644 .:BLOB", "100644 a/b:BLOB",
    "100644 a:BLOB,100644 b:CUT",
    "100644 a:BLOB,100644 b", ":BLOB",
  ])
  func refusesTreesThatGitNeverWrites(_ lines: String) throws {
    let scratch = try ScratchRepository()
    try scratch.commit("first", files: ["x/file": "one\n"])
    let blob = try scratch.object("HEAD:x/file")
    let folder = try scratch.object("HEAD:x")
    var content: [UInt8] = []
    for line in lines.split(separator: ",") {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      content += Array(parts[0].utf8)
      guard parts.count == 2 else { continue }
      let id = (parts[1] == "TREE" ? folder : blob).bytes
      content += [0] + (parts[1] == "CUT" ? id.dropLast() : id[...])
    }
    let made = try scratch.git(
      ["hash-object", "-t", "tree", "-w", "--stdin", "--literally"], input: content)
    let tree = TreeID(try objectID(made.text))
    let repository = try scratch.opened()
    #expect(
      #expect(throws: GitError.self) { try repository.changes(from: nil, to: tree) }?.kind
        == .damaged)
    #expect(
      #expect(throws: GitError.self) { try repository.entry(at: "file", in: tree) }?.kind
        == .damaged)
  }

  @Test func saysThatHEADIsBroken() throws {
    let scratch = try ScratchRepository()
    try scratch.commit()
    try scratch.write(".git/HEAD", "nonsense\n")
    #expect(throws: GitError.self) { try scratch.opened().head() }
  }

  @Test(arguments: ["", "nonsense\n"])
  func aBrokenReferenceIsNotAnAbsentOne(_ content: String) throws {
    let scratch = try ScratchRepository()
    try scratch.commit()
    try scratch.write(".git/refs/heads/develop", content)
    let repository = try scratch.opened()
    #expect(throws: GitError.self) { try repository.tip(of: "refs/heads/develop") }
    #expect(try repository.tip(of: "refs/heads/other") == nil)
  }

  @Test func aDanglingSymbolicReferenceIsNotAnAbsentOne() throws {
    let scratch = try ScratchRepository()
    try scratch.commit()
    try scratch.git("symbolic-ref", "refs/heads/develop", "refs/heads/gone")
    #expect(throws: GitError.self) { try scratch.opened().tip(of: "refs/heads/develop") }
  }

  @Test func aMissingObjectIsNoEmptyAnswer() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.object(scratch.commit("first"))
    let second = try scratch.object(scratch.commit("second"))
    let third = try scratch.object(scratch.commit("third", files: ["file": "one\n"]))
    let tree = try scratch.tree("HEAD")
    for object in [second.hex, tree.id.hex] {
      _ = try scratch.folder.run(
        "rm", [scratch.path + "/.git/objects/\(object.prefix(2))/\(object.dropFirst(2))"])
    }
    let repository = try scratch.opened()
    #expect(#expect(throws: GitError.self) { try repository.commit(second) }?.kind == .notFound)
    #expect(
      #expect(throws: GitError.self) { try repository.changes(from: nil, to: tree) }?.kind
        == .notFound)
    #expect(throws: GitError.self) { try repository.isAncestor(first, of: third) }
    #expect(throws: GitError.self) { try repository.mergeBase(first, third) }
    #expect(throws: GitError.self) { try repository.automaticMerge(of: first, and: third) }
  }

  @Test func unrelatedHistoriesHaveNoMergeBase() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("first")
    try scratch.git("checkout", "-q", "--orphan", "other")
    let second = try scratch.commit("second")
    let repository = try scratch.opened()
    #expect(try repository.mergeBase(objectID(first), objectID(second)) == nil)
    #expect(try repository.isAncestor(objectID(first), of: objectID(second)) == false)
  }

  @Test func aCorruptObjectIsDamage() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("first")
    let file = "objects/\(first.prefix(2))/\(first.dropFirst(2))"
    #expect(try scratch.run("chmod", ["u+w", ".git/" + file]).status == 0)
    try scratch.write(".git/" + file, "not an object at all")
    let error = #expect(throws: GitError.self) {
      try scratch.opened().commit(objectID(first))
    }
    #expect(error?.kind == .damaged)
  }

  @Test func aForgedCommitGraphAndReplacementsFoolNobody() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("first", files: ["file": "one\n"])
    let second = try scratch.commit("second", files: ["file": "two\n"])
    try scratch.git("replace", "--graft", second)
    #expect(try scratch.git("rev-list", second).lines.count == 1)
    let repository = try scratch.opened()
    #expect(try repository.commit(objectID(second)).parents == [objectID(first)])
    #expect(try repository.isAncestor(objectID(first), of: objectID(second)))
  }

  @Test func aPartialClonesMissingContentIsSaid() throws {
    let scratch = try ScratchRepository()
    try scratch.git("config", "uploadpack.allowFilter", "true")
    try scratch.commit("first", files: ["file": "one\n"])
    let blob = try scratch.object("HEAD:file")
    let clone = try scratch.clone(
      named: "partial", options: ["--filter=blob:none", "--no-checkout"])
    let repository = try clone.opened()
    #expect(try repository.isPartialClone)
    #expect(try repository.changes(from: nil, to: clone.tree("HEAD")).map(\.path) == ["file"])
    #expect(
      #expect(throws: GitError.self) { try repository.blob(blob, limit: 100) }?.kind == .partial)
  }
}
