import Git
import GitModel
import GuardTesting
import Testing
import Wording

@Suite struct OpeningTests {
  @Test func findsTheRepositoryFromAFolderBelow() throws {
    let scratch = try ScratchRepository(named: "with space: ünïcode")
    let first = try scratch.commit("first", files: ["a/b.txt": "one\n"])
    let repository = try Repository.open(at: scratch.path + "/a", environment: scratch.environment)
    #expect(repository.gitDirectory == scratch.path + "/.git")
    #expect(repository.commonDirectory == repository.gitDirectory)
    #expect(repository.workTree == scratch.path)
    #expect(repository.isBare == false)
    #expect(repository.isShallow == false)
    #expect(try repository.isPartialClone == false)
    #expect(try repository.head() == .branch("refs/heads/main", objectID(first)))
  }

  @Test func saysThatThereIsNoRepository() throws {
    let folder = try ScratchFolder()
    let error = #expect(throws: GitError.self) {
      try Repository.open(at: folder.path, environment: folder.variables())
    }
    #expect(error?.kind == .notFound)
  }

  @Test func opensABareRepositoryByItsGitDir() throws {
    let scratch = try ScratchRepository(named: "bare.git", bare: true)
    let environment = scratch.folder.variables(adding: ["GIT_DIR": "."])
    let repository = try Repository.open(at: scratch.path, environment: environment)
    #expect(repository.isBare)
    #expect(repository.gitDirectory == scratch.path)
    #expect(try repository.head() == .unborn("refs/heads/main"))
    #expect(try repository.isEmptyOfCommits)
  }

  @Test func opensARelativeGitDirWithAWorkTreeElsewhere() throws {
    let scratch = try ScratchRepository()
    try scratch.commit()
    let environment = scratch.folder.variables(adding: [
      "GIT_DIR": "repository/.git", "GIT_WORK_TREE": "home",
    ])
    let repository = try Repository.open(at: scratch.folder.path, environment: environment)
    #expect(repository.gitDirectory == scratch.path + "/.git")
    #expect(repository.workTree == scratch.folder.path + "/home")
    #expect(try repository.isEmptyOfCommits == false)
  }

  @Test func aLinkedWorktreeHasItsOwnHead() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit()
    try scratch.git("worktree", "add", "-q", "-b", "other", "../linked")
    let place = scratch.folder.path + "/linked"
    let repository = try Repository.open(at: place, environment: scratch.environment)
    #expect(repository.workTree == place)
    #expect(repository.commonDirectory == scratch.path + "/.git")
    #expect(repository.gitDirectory == scratch.path + "/.git/worktrees/linked")
    #expect(try repository.head() == .branch("refs/heads/other", objectID(first)))
    let named = try Repository.open(
      at: place,
      environment: scratch.folder.variables(adding: ["GIT_DIR": repository.gitDirectory]))
    #expect(named.workTree == place)
  }

  @Test func refusesACommonDirThatIsAnother() throws {
    let scratch = try ScratchRepository()
    let environment = scratch.folder.variables(adding: ["GIT_COMMON_DIR": scratch.folder.path])
    let error = #expect(throws: GitError.self) {
      try Repository.open(at: scratch.path, environment: environment)
    }
    #expect(error?.kind == .unsupported("GIT_COMMON_DIR"))
  }

  @Test(arguments: ["worktreeConfig", "preciousObjects", "relativeWorktrees"])
  func allowsHarmlessExtensions(_ name: String) throws {
    let scratch = try ScratchRepository()
    try scratch.commit()
    try scratch.git("config", "core.repositoryformatversion", "1")
    try scratch.git("config", "extensions." + name, "true")
    let repository = try Repository.open(at: scratch.path, environment: scratch.environment)
    #expect(try repository.isEmptyOfCommits == false)
  }

  @Test(arguments: [
    ("objectFormat", "sha256", "SHA-256 object ids"),
    ("refStorage", "reftable", "reftable references"),
    ("compatObjectFormat", "sha256", "extensions.compatobjectformat"),
  ])
  func namesAFeatureThatItCannotRead(_ name: String, _ value: String, _ feature: String) throws {
    let scratch = try ScratchRepository()
    try scratch.git("config", "core.repositoryformatversion", "1")
    try scratch.git("config", "extensions." + name, value)
    let error = #expect(throws: GitError.self) {
      try Repository.open(at: scratch.path, environment: scratch.environment)
    }
    guard case .unsupported(let found)? = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == feature)
  }

  @Test func saysThatARealSHA256RepositoryIsUnsupported() throws {
    let scratch = try ScratchRepository(options: ["--object-format=sha256"])
    try scratch.commit()
    let error = #expect(throws: GitError.self) {
      try Repository.open(at: scratch.path, environment: scratch.environment)
    }
    #expect(error?.kind == .unsupported(Phrase("SHA-256 object ids" as Phrase.Template)))
  }
}
