import Foundation
import GuardTesting
import Testing

/// `init --ci`: the files are valid for who reads them, and what they run judges.
@Suite struct InitPipelineTests {
  private static let files = [
    "gitlab": [".gitlab/gitflow-guard.yml", ".gitlab-ci.yml"],
    "github": [".github/workflows/gitflow-guard.yml"],
    "gitea": [".gitea/workflows/gitflow-guard.yml"],
  ]

  private func project(_ kind: String, _ words: String...) throws -> ScratchRepository {
    let clone = try ScratchRepository(named: "project")
    try clone.git("config", "user.name", "Anna")
    try clone.git("config", "user.email", "anna@example.org")
    _ = try InitRun.run(["init", "--ci", kind] + words, in: clone)
    return clone
  }

  @Test(arguments: ["gitlab", "github", "gitea"], ["en", "ru"])
  func theFilesAreValid(kind: String, language: String) throws {
    let clone = try project(kind, "--language", language)
    let tools = try CITools.folder(clone.folder)
    let files = try #require(Self.files[kind])
    let schema =
      kind == "gitlab"
      ? ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"] : ["vendor.github-workflows"]
    let valid = try clone.run(
      "\(tools)/check-jsonschema", ["--builtin-schema"] + schema + files)
    #expect(valid.status == 0, "\(valid)")
    guard kind != "gitlab" else { return }
    let safe = try clone.run("\(tools)/zizmor", ["--offline", "--no-config"] + files)
    #expect(safe.status == 0 && safe.stdout.contains("No findings to report"), "\(safe)")
  }

  @Test func theValidatorsFindWhatIsWrong() throws {
    let clone = try project("github")
    let tools = try CITools.folder(clone.folder)
    let path = Self.files["github"]?[0] ?? ""
    let text = try #require(clone.read(path))
    try clone.write(path, text.replacing("runs-on:", with: "runs-off:"))
    let valid = try clone.run(
      "\(tools)/check-jsonschema", ["--builtin-schema", "vendor.github-workflows", path])
    #expect(valid.status == 1, "\(valid)")
    try clone.write(path, text.replacing("persist-credentials: false", with: "ref: main"))
    let safe = try clone.run("\(tools)/zizmor", ["--offline", "--no-config", path])
    #expect(safe.status != 0, "\(safe)")
  }

  /// What stands there stays, and the line that is missing is told.
  @Test func aGitLabFileThatStandsThere() throws {
    let clone = try ScratchRepository(named: "project")
    try clone.git("config", "user.email", "anna@example.org")
    try clone.write(".gitlab-ci.yml", "test: { script: [make] }\n")
    let outcome = try InitRun.run(["init", "--ci", "gitlab"], in: clone)
    #expect(clone.read(".gitlab-ci.yml") == "test: { script: [make] }\n")
    let line = "include: [{ local: .gitlab/gitflow-guard.yml }]"
    #expect(outcome.stderr.contains("    \(line)"), "\(outcome)")
    try clone.write(".gitlab-ci.yml", "\(line)\ntest: { script: [make] }\n")
    let again = try InitRun.run(["init", "--ci", "gitlab"], in: clone)
    #expect(again.stderr.contains("add this to") == false, "\(again)")
    let dry = try InitRun.run(["init", "--ci", "github", "--dry-run"], in: clone)
    #expect(dry.stderr.contains(".github/workflows/gitflow-guard.yml: would be"), "\(dry)")
    #expect(clone.read(".github/workflows/gitflow-guard.yml") == nil)
    _ = try InitRun.run(["init", "--ci", "travis"], in: clone, expecting: 2)
  }

  @Test func noneIsTheDefault() throws {
    let clone = try project("none")
    for path in Self.files.values.joined() { #expect(clone.read(path) == nil) }
    let hint = "    gitflow-guard init --ci gitlab   # or github, gitea"
    #expect(try InitRun.run(["init"], in: clone).stderr.contains(hint))
    #expect(try InitRun.run(["init", "--ci", "gitea"], in: clone).stderr.contains(hint) == false)
    #expect(try InitRun.run(["init"], in: clone).stderr.contains(hint) == false)
    try clone.git("clean", "-q", "-fd", ".gitea")
    let names = try clone.git("ls-files", "--others").lines
    #expect(names.contains { $0.hasPrefix(".git") && $0.hasSuffix("ml") } == true)
    #expect(names.contains { $0.contains("workflow") || $0.contains("gitlab") } == false)
  }

  /// The commands that init prints go through, and the CI file owes no entry.
  @Test func theFileGoesInWithTheOthers() throws {
    let clone = try project("gitlab")
    let outcome = try InitRun.run(["init", "--ci", "gitlab"], in: clone)
    try InitRun.follow(outcome, in: clone)
    #expect(try clone.git("status", "--porcelain").text.isEmpty)
    #expect(
      try clone.git("ls-tree", "-r", "--name-only", "develop").lines
        .contains(".gitlab/gitflow-guard.yml"))
  }

  /// What stands in the files under `script:` and `run:` is run as a runner would.
  @Test(arguments: ["gitlab", "github", "gitea"])
  func whatTheFilesRunJudges(kind: String) throws {
    let text = try #require(
      project(kind).read(Self.files[kind]?[0] ?? ""))
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let start = try #require(lines.firstIndex { $0 == "script:" || $0 == "- run: |" })
    let script = lines[(start + 1)...].map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0 }
      .joined(separator: "\n")
    #expect(script.contains("verify"))
    let forge = try Forge()
    try forge.brought()
    for (source, status) in [("intermediate/anna", Int32(0)), ("experiment/resnet", 1)] {
      let clone: ScratchRepository
      var variables: [String: String]
      if kind == "gitlab" {
        let head = try forge.id(source)
        clone = try forge.runner(at: head)
        variables = GitLabJob.request(source, head, into: "develop")
        variables["CI_PROJECT_DIR"] = clone.path
      } else {
        let job = try forge.pullRequest(source, into: "develop")
        clone = try forge.checkout(pull: "refs/pull/1/\(kind == "github" ? "merge" : "head")")
        variables = try (kind == "github" ? job : job.gitea()).variables(beside: clone)
        variables["GITHUB_WORKSPACE"] = clone.path
      }
      // A person's own settings: that is where the runner's home lets git write them.
      variables["GIT_CONFIG_GLOBAL"] = clone.folder.path + "/home/.gitconfig"
      variables["PATH"] = binaryFirst(forge.team.binary)
      let summary = clone.folder.path + "/summary-\(status).md"
      if kind == "github" { variables["GITHUB_STEP_SUMMARY"] = summary }
      let outcome = try clone.run("sh", ["-e", "-c", script], environment: variables)
      #expect(outcome.status == status, "\(outcome)")
      // What the job hands on is there, whatever came of it.
      switch kind {
      case "gitlab":
        let quality = try #require(clone.read("gl-code-quality-report.json"))
        #expect(quality.contains("branch-flow") == (status == 1))
        #expect(clone.read("gitflow-guard.xml")?.contains("<testsuite") == true)
      case "github":
        #expect(outcome.stdout.contains("::error") == (status == 1), "\(outcome)")
        #expect(FileManager.default.fileExists(atPath: summary))
      default: break
      }
    }
  }

  private func binaryFirst(_ binary: String) -> String {
    let folder = URL(fileURLWithPath: binary).deletingLastPathComponent().path
    return folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
  }
}
