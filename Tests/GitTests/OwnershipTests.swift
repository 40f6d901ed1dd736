import Git
import GitModel
import Glibc
import GuardTesting
import Testing
import Wording

/// These need a file of another owner, which only root can make.
@Suite(.enabled(if: geteuid() == 0, "only root can give a file away"))
struct OwnershipTests {
  @Test func refusesAnotherOwnersRepositoryWithTheRemedy() throws {
    let scratch = try foreign()
    let error = #expect(throws: GitError.self) { try scratch.opened() }
    #expect(error?.kind == .ownership)
    let command = "git config --global --add safe.directory '\(scratch.path)'"
    #expect(error?.words.contains(command) == true)
    #expect(try scratch.git("status", expecting: nil).status == 128, "git refuses it too")
  }

  @Test func anotherDirectoryThatIsSafeDoesNotHelp() throws {
    let scratch = try foreign()
    let error = #expect(throws: GitError.self) {
      try scratch.opened(adding: global("[safe] directory = /somewhere/else\n", scratch))
    }
    #expect(error?.kind == .ownership)
  }

  @Test(arguments: ["*", "PATH", "PARENT/*"])
  func opensWhatGitCallsSafe(_ value: String) throws {
    let scratch = try foreign()
    let path = value.replacing("PATH", with: scratch.path)
      .replacing("PARENT", with: scratch.folder.path)
    let environment = try global("[safe]\n\tdirectory = \"\(path)\"\n", scratch)
    let repository = try scratch.opened(adding: environment)
    #expect(repository.workTree == scratch.path)
  }

  @Test func anEmptyValueTakesBackWhatWasSafe() throws {
    let scratch = try foreign()
    let environment = try global("[safe]\n\tdirectory = *\n\tdirectory =\n", scratch)
    #expect(throws: GitError.self) { try scratch.opened(adding: environment) }
  }

  @Test func theEnvironmentMayCallAFolderSafe() throws {
    let scratch = try foreign()
    let counted = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
    ]
    #expect(try scratch.opened(adding: counted).workTree == scratch.path)
    let quoted = ["GIT_CONFIG_PARAMETERS": "'safe.directory'='\(scratch.path)'"]
    #expect(try scratch.opened(adding: quoted).workTree == scratch.path)
  }

  @Test func theRepositoryCannotCallItselfSafe() throws {
    let scratch = try ScratchRepository()
    try scratch.git("config", "safe.directory", "*")
    try giveAway(scratch)
    #expect(#expect(throws: GitError.self) { try scratch.opened() }?.kind == .ownership)
  }

  private func foreign() throws -> ScratchRepository {
    let scratch = try ScratchRepository(named: "foreign repository")
    try scratch.commit()
    try giveAway(scratch)
    return scratch
  }

  private func giveAway(_ scratch: ScratchRepository) throws {
    let outcome = try scratch.folder.run("chown", ["-R", "65534:65534", scratch.path])
    #expect(outcome.status == 0)
  }

  private func global(_ text: String, _ scratch: ScratchRepository) throws -> [String: String] {
    let home = ScratchRepository(at: scratch.folder.path, in: scratch.folder)
    try home.write("home/config", text)
    return ["GIT_CONFIG_GLOBAL": scratch.folder.path + "/home/config"]
  }
}
