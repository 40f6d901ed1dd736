import Foundation
import GuardTesting
import Testing

/// What the repository offers to others: the composite action, the GitLab component, and the hooks
/// for pre-commit and lefthook, each run by the real thing or held against its schema.
@Suite struct ReadyMadeTests {
  private func path(_ binary: String, and others: String...) -> String {
    let folder = URL(fileURLWithPath: binary).deletingLastPathComponent().path
    let own = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return ([folder] + others + [own]).joined(separator: ":")
  }

  @Test func theActionIsValidAndJudges() throws {
    let forge = try Forge()
    try forge.brought()
    let folder = forge.team.origin.folder
    let tools = try CITools.folder(folder)
    let action = CITools.root + "action.yml"
    let valid = try folder.run(
      "\(tools)/check-jsonschema", ["--builtin-schema", "vendor.github-actions", action])
    #expect(valid.status == 0, "\(valid)")
    let safe = try folder.run("\(tools)/zizmor", ["--offline", "--no-config", action])
    #expect(safe.status == 0 && safe.stdout.contains("No findings to report"), "\(safe)")

    let lines = try CITools.file("action.yml").split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix("run: |") })
    let script = lines[(start + 1)...].joined(separator: "\n")
    let job = try forge.pullRequest("experiment/resnet", into: "develop")
    let clone = try forge.checkout(pull: "refs/pull/1/merge")
    var variables = try job.variables(beside: clone)
    variables["GITHUB_WORKSPACE"] = clone.path
    variables["GIT_CONFIG_GLOBAL"] = folder.path + "/home/.gitconfig"
    variables["PATH"] = path(forge.team.binary)
    for (words, status) in [("", Int32(1)), ("--source intermediate/anna --target develop", 0)] {
      variables["ARGUMENTS"] = words
      let outcome = try clone.run("bash", ["-e", "-c", script], environment: variables)
      #expect(outcome.status == status, "\(outcome)")
    }
  }

  @Test func theComponentIsValid() throws {
    let folder = try ScratchFolder()
    let tools = try CITools.folder(folder)
    let text = try CITools.file("templates/verify.yml")
    let parts = text.components(separatedBy: "\n---\n")
    #expect(parts.count == 2)
    var job = parts[1]
    for (input, value) in [
      ("job-name", "gitflow-guard"), ("stage", "test"), ("image", "registry.example.org/guard"),
      ("branches", "/^main$/"), ("arguments", ""),
    ] { job = job.replacing("$[[ inputs.\(input) ]]", with: value) }
    #expect(job.contains("$[[") == false)
    try Data(parts[0].utf8).write(to: URL(fileURLWithPath: folder.path + "/spec.yml"))
    try Data(job.utf8).write(to: URL(fileURLWithPath: folder.path + "/job.yml"))
    let valid = try folder.run(
      "\(tools)/check-jsonschema",
      [
        "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", "spec.yml",
        "job.yml",
      ])
    #expect(valid.status == 0, "\(valid)")
    // The component runs what init writes.
    let clone = try ScratchRepository(named: "project")
    try clone.git("config", "user.email", "anna@example.org")
    _ = try InitRun.run(["init", "--ci", "gitlab"], in: clone)
    let file = try #require(clone.read(".gitlab/gitflow-guard.yml"))
    for line in file.split(separator: "\n") where line.hasPrefix("    - ") {
      let words = line.trimmingCharacters(in: .whitespaces)
      if words.contains("CI_COMMIT_BRANCH") {
        let filter = words.drop { $0 != "/" }.dropLast()
        #expect(parts[0].contains("default: \(filter)"), "\(filter)")
      } else {
        #expect(parts[1].contains(words), "\(words)")
      }
    }
  }

  /// Both managers' hooks in a clone: a person's merge, commit and push are judged.
  private func judged(_ anna: ScratchRepository, _ variables: [String: String]) throws {
    func git(_ words: String..., expecting status: Int32? = 0) throws -> ScratchOutcome {
      let outcome = try anna.run("git", words, environment: variables)
      if let status { #expect(outcome.status == status, "\(words): \(outcome)") }
      return outcome
    }
    let merge = try git("merge", "--no-ff", "--no-edit", "experiment/resnet", expecting: nil)
    #expect(merge.status != 0, "\(merge)")
    #expect((merge.stderr + merge.stdout).contains("branch-flow"), "\(merge)")
    _ = try git("merge", "--abort", expecting: nil)
    _ = try git("reset", "-q", "--hard")

    try anna.write("src/direct.py", "1\n")
    _ = try git("add", "src/direct.py")
    let commit = try git("commit", "-m", "Direct", expecting: nil)
    #expect(commit.status != 0, "\(commit)")
    #expect((commit.stderr + commit.stdout).contains("direct-commit"), "\(commit)")
    let secret = try git("commit", "-n", "-m", "Direct", expecting: nil)
    #expect(secret.status != 0, "\(secret)")

    _ = try git("-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", "Direct")
    let push = try git("push", "origin", "develop", expecting: nil)
    #expect(push.status != 0, "\(push)")
    #expect((push.stderr + push.stdout).contains("direct-commit"), "\(push)")
    let good = try git("push", "origin", "experiment/resnet")
    #expect(good.status == 0, "\(good)")
  }

  private func clone(_ team: Team) throws -> ScratchRepository {
    let anna = try team.member("anna", installing: false)
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    return anna
  }

  @Test func theHooksForPreCommit() throws {
    let team = try Team()
    let anna = try clone(team)
    let tools = try CITools.folder(team.origin.folder)
    let manifest = try CITools.file(".pre-commit-hooks.yaml")
    let valid = try anna.run(
      "\(tools)/pre-commit", ["validate-manifest", CITools.root + ".pre-commit-hooks.yaml"])
    #expect(valid.status == 0, "\(valid)")
    // The same hooks, with the engine that is tested in place of one that the tool builds.
    let hooks = manifest.split(separator: "\n").filter { $0.hasPrefix("#") == false }
      .map { "  " + $0.replacing("language: swift", with: "language: system") }
    try anna.write(
      ".pre-commit-config.yaml",
      "repos:\n- repo: local\n  hooks:\n" + hooks.joined(separator: "\n") + "\n")
    try anna.git("add", ".pre-commit-config.yaml")
    try anna.git("-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", "Hooks")
    try anna.git("push", "-q", "origin", "HEAD:develop")
    let variables = ["PATH": path(team.binary, and: tools), "PRE_COMMIT_COLOR": "never"]
    let types = ["pre-merge-commit", "pre-commit", "prepare-commit-msg", "pre-push"]
    let installed = try anna.run(
      "\(tools)/pre-commit", ["install"] + types.flatMap { ["--hook-type", $0] },
      environment: variables)
    #expect(installed.status == 0, "\(installed)")
    try judged(anna, variables)
    // Run by hand there is no push to judge.
    let byHand = try anna.run(
      "\(tools)/pre-commit", ["run", "--hook-stage", "pre-push", "--all-files"],
      environment: variables)
    #expect(byHand.status == 0, "\(byHand)")
  }

  @Test func theHooksForLefthook() throws {
    let team = try Team()
    let anna = try clone(team)
    let tools = try CITools.folder(team.origin.folder)
    try anna.write("lefthook.yml", CITools.file("examples/lefthook.yml"))
    let variables = ["PATH": path(team.binary, and: tools), "NO_COLOR": "1"]
    let valid = try anna.run("\(tools)/lefthook", ["validate"], environment: variables)
    #expect(valid.status == 0, "\(valid)")
    let installed = try anna.run("\(tools)/lefthook", ["install"], environment: variables)
    #expect(installed.status == 0, "\(installed)")
    try judged(anna, variables)
  }
}
