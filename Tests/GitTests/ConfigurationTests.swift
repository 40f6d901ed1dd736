import Git
import GitModel
import GuardTesting
import Testing
import Wording

@Suite struct ConfigurationTests {
  @Test func followsGitsPrecedence() throws {
    let scratch = try ScratchRepository()
    let home = ScratchRepository(at: scratch.folder.path, in: scratch.folder)
    try home.write("home/system", "[guard] a = system\n b = system\n c = system\n d = system\n e\n")
    try home.write("home/.config/git/config", "[guard] b = xdg\n")
    try home.write("home/.gitconfig", "[guard] b = global\n c = global\n d = global\n")
    try scratch.git("config", "Guard.C", "local")
    try scratch.git("config", "guard.d", "local")
    try scratch.git("config", "extensions.worktreeConfig", "true")
    try scratch.git("config", "--worktree", "guard.d", "worktree")
    let places = ["GIT_CONFIG_SYSTEM": home.path + "/home/system", "GIT_CONFIG_NOSYSTEM": "0"]
    var environment = scratch.folder.environment(adding: places)
    environment["GIT_CONFIG_GLOBAL"] = nil
    let repository = try Repository.open(at: scratch.path, environment: Variables(environment))
    #expect(try repository.value("guard.a") == "system")
    #expect(try repository.values("guard.b") == ["system", "xdg", "global"])
    #expect(try repository.value("GUARD.c") == "local")
    #expect(try repository.value("guard.d") == "worktree")
    #expect(try repository.value("guard.e") == "true")
    #expect(try repository.localValue("guard.d") == "local")
    #expect(try repository.localValue("guard.b") == nil)
    #expect(try repository.value("guard.none") == nil)
  }

  @Test func readsWhatGitHandsDownToHooks() throws {
    let scratch = try ScratchRepository()
    try scratch.git("config", "guard.a", "local")
    try scratch.git("config", "alias.show-it", "!env")
    let printed = try scratch.git("-c", "guard.a=it's\ta 'word'!", "-c", "guard.b", "show-it")
    let start = "GIT_CONFIG_PARAMETERS="
    let line = try #require(printed.lines.first { $0.hasPrefix(start) })
    let repository = try scratch.opened(adding: [
      "GIT_CONFIG_PARAMETERS": String(line.dropFirst(start.count))
    ])
    #expect(try repository.value("guard.a") == "it's\ta 'word'!")
    #expect(try repository.value("guard.b") == "true")
    #expect(try repository.localValue("guard.a") == "local")
    let broken = try scratch.opened(adding: ["GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "a.b"])
    #expect(throws: GitError.self) { try broken.value("guard.a") }
  }

  @Test func saysWhichLevelSetsTheHooksPath() throws {
    let scratch = try ScratchRepository()
    #expect(try scratch.opened().hooksPath() == nil)
    let home = ScratchRepository(at: scratch.folder.path, in: scratch.folder)
    try home.write("home/config", "[core] hooksPath = ~/hooks\n")
    let global = ["GIT_CONFIG_GLOBAL": home.path + "/home/config"]
    let outer = try #require(try scratch.opened(adding: global).hooksPath())
    #expect(outer == (home.path + "/home/hooks", .global))
    try scratch.git("config", "core.hooksPath", ".githooks")
    let inner = try #require(try scratch.opened(adding: global).hooksPath())
    #expect(inner == (".githooks", .local))
  }

  @Test func followsIncludes() throws {
    let scratch = try ScratchRepository()
    try scratch.write(".git/more", "[guard] a = included\n")
    try scratch.git("config", "includeIf.gitdir:\(scratch.path)/.path", "more")
    #expect(try scratch.opened().value("guard.a") == "included")
  }
}
