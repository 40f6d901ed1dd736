import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// A push under way: its objects lie apart until the server accepts them.
@Suite struct QuarantineTests {
  @Test(arguments: ["plain", "with space", "with:colon", "with \"quote\" and ü"])
  func seesTheObjectsOfAPush(_ name: String) throws {
    let server = try ScratchRepository(named: name + ".git", bare: true)
    let place = server.folder.path + "/clone"
    try server.git("config", "receive.unpackLimit", "1")
    _ = try server.folder.run("git", ["init", "-q", "-b", "main", place])
    let clone = ScratchRepository(at: place, in: server.folder)
    try clone.commit("first", files: ["file": "one\n"])
    // The hook writes down what git tells it and keeps a copy of the quarantine.
    let hook = """
      #!/bin/sh
      env -0 | grep -z -e ^GIT_ > "$PWD/../environment"
      cp -r "$GIT_QUARANTINE_PATH" "$PWD/../kept"
      """
    try server.write("hooks/pre-receive", hook + "\n", executable: true)
    try clone.git("push", "-q", server.path, "main")
    let tip = try clone.object("HEAD")
    var told: [String: String] = [:]
    let all = ScratchRepository(at: server.folder.path, in: server.folder)
    for line in try #require(all.read("environment")).split(separator: "\0") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      told[String(parts[0])] = String(parts[1])
    }
    #expect(told["GIT_DIR"] == ".")
    #expect(told["GIT_QUARANTINE_PATH"] != nil)
    // Put the server back to where it stood while the hook ran.
    try server.git("update-ref", "-d", "refs/heads/main")
    _ = try server.run("sh", ["-c", "rm -rf objects/?? objects/pack/*"])
    for variable in ["GIT_QUARANTINE_PATH", "GIT_OBJECT_DIRECTORY"] {
      told[variable] = server.folder.path + "/kept"
    }
    let before = try server.fingerprint()
    let repository = try server.opened(adding: told)
    #expect(try repository.commit(tip).id == tip)
    let changes = try repository.changes(from: nil, to: repository.commit(tip).tree)
    #expect(changes.map(\.path) == ["file"])
    #expect(try server.fingerprint() == before)
    #expect(throws: GitError.self) { try server.opened().commit(tip) }
  }

  @Test func readsAlternatesThatGitQuotes() throws {
    let scratch = try ScratchRepository()
    let other = try ScratchRepository(named: "odd:\"name\" ü")
    let tip = try other.object(other.commit())
    let quoted =
      "\""
      + (other.path + "/.git/objects").replacing("\"", with: "\\\"")
      .replacing("ü", with: "\\303\\274") + "\""
    let repository = try scratch.opened(adding: [
      "GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nowhere:\(quoted)"
    ])
    #expect(try repository.commit(tip).id == tip)
  }
}
