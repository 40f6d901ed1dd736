import Foundation
import GuardTesting
import Testing

/// What docs/adopting.md says, done in a repository that has a history.
@Suite struct AdoptingTests {
  private static func page() throws -> DocumentPage { try DocumentPage("docs/adopting.md") }

  /// A remote whose branches know nothing of the flow: commits on develop, a merge into main.
  private func history() throws -> ScratchRepository {
    let origin = try ScratchRepository(named: "origin.git", bare: true)
    let seed = ScratchRepository(at: origin.folder.path + "/seed", in: origin.folder)
    try origin.git("clone", "-q", origin.path, seed.path)
    try seed.git("checkout", "-q", "-b", "main")
    try seed.commit("Begin", files: ["README.md": "A project\n"])
    try seed.git("checkout", "-q", "-b", "develop")
    try seed.commit("Straight onto develop", files: ["src/model.py": "model = 1\n"])
    try seed.git("checkout", "-q", "main")
    try seed.git("merge", "-q", "--no-ff", "--no-edit", "develop")
    try seed.git("push", "-q", "origin", "main", "develop")
    return origin
  }

  private func member(_ name: String, of origin: ScratchRepository) throws -> ScratchRepository {
    let clone = try origin.clone(named: name)
    try clone.git("config", "user.name", name)
    try clone.git("config", "user.email", "\(name)@example.org")
    try clone.git("checkout", "-q", "develop")
    return clone
  }

  /// Runs a block line by line as somebody pastes it, and merges at the forge where it says so.
  private func follow(
    _ block: String, in clone: ScratchRepository, of origin: ScratchRepository
  ) throws -> String {
    var transcript = ""
    for line in block.split(separator: "\n") {
      let outcome = try clone.run(
        "sh", ["-c", String(line)], environment: PersonsShell.variables())
      transcript += "$ \(line)\n\(outcome)\n"
      // An audit of what is there already may find something.
      let mayFind = line.hasPrefix("gitflow-guard audit")
      #expect(outcome.status == 0 || (mayFind && outcome.status == 1), "\(transcript)")
      if line.contains("open the merge request into develop") { try land(clone, origin) }
    }
    return transcript
  }

  private func land(_ clone: ScratchRepository, _ origin: ScratchRepository) throws {
    let words = ["verify", "--source", "intermediate/anna", "--target", "develop"]
    let request = try clone.run(try GuardBinary.path(), words)
    #expect(request.status == 0, "\(request)")
    let forge = ScratchRepository(at: origin.folder.path + "/seed", in: origin.folder)
    try forge.git("fetch", "-q", "origin")
    try forge.git("checkout", "-q", "-B", "develop", "origin/develop")
    try forge.git("merge", "-q", "--no-ff", "--no-edit", "origin/intermediate/anna")
    try forge.git("push", "-q", "origin", "develop")
  }

  private func commitOnDevelop(_ name: String, in clone: ScratchRepository) throws -> ScratchOutcome
  {
    try clone.git("pull", "-q", "--ff-only", "origin", "develop")
    try clone.write("src/\(name).py", "\(name)\n")
    try clone.git("add", "src")
    return try clone.git("commit", "-q", "-m", name, expecting: nil)
  }

  @Test func stepByStep() throws {
    let page = try Self.page()
    let origin = try history()
    let anna = try member("anna", of: origin)
    let bert = try member("bert", of: origin)
    func step(_ heading: String, in clone: ScratchRepository) throws -> String {
      let blocks = page.blocks(below: heading)
      #expect(blocks.isEmpty == false, "\(heading)")
      return try blocks.map { try follow($0, in: clone, of: origin) }.joined()
    }
    #expect(try step("1.", in: anna).contains("direct-commit"))
    _ = try step("2.", in: anna)
    _ = try step("3.", in: bert)
    _ = try step("4.", in: anna)
    #expect(
      try origin.git("ls-tree", "-r", "--name-only", "develop").text.contains(".gitlab-ci.yml"))
    let warned = try commitOnDevelop("hurry", in: bert)
    #expect(warned.status == 0 && warned.stderr.contains("! direct-commit"), "\(warned)")
    try bert.git("push", "-q", "origin", "develop")
    let watched = try step("5.", in: anna)
    #expect(watched.contains("direct-commit"), "\(watched)")
    _ = try step("6.", in: anna)
    let refused = try commitOnDevelop("again", in: bert)
    #expect(refused.status != 0 && refused.stderr.contains("direct-commit"), "\(refused)")
    try anna.git("fetch", "-q", "origin")
    let audit = try anna.run(try GuardBinary.path(), ["audit"])
    #expect(audit.status == 0, "\(audit)")
  }

  @Test(arguments: [true, false]) func theLineOfTheSetUpScript(_ hasProgram: Bool) throws {
    let block = try #require(Self.page().blocks(below: "The hooks in every clone").first)
    let clone = try member("bert", of: try history())
    let outcome = try clone.run(
      "sh", ["-e", "-c", block],
      environment: hasProgram ? PersonsShell.variables() : ["PATH": "/usr/bin:/bin"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect((clone.read(".git/hooks/pre-push") != nil) == hasProgram, "\(outcome)")
    #expect(outcome.stderr.contains("CI will judge") == (hasProgram == false), "\(outcome)")
  }

  @Test func theTemplateFolder() throws {
    let origin = try history()
    let block = try #require(Self.page().blocks(below: "The hooks in every clone").last)
    let settings = ["GIT_CONFIG_GLOBAL": origin.folder.path + "/home/.gitconfig"]
    let shell = try PersonsShell.variables(settings)
    let made = try origin.run("sh", ["-e", "-c", block], environment: shell)
    #expect(made.status == 0, "\(made)")
    try origin.git(
      ["clone", "-q", "-b", "develop", origin.path, "../carl"], environment: settings)
    let carl = ScratchRepository(at: origin.folder.path + "/carl", in: origin.folder)
    let doctor = try carl.run(try GuardBinary.path(), ["doctor"], environment: shell)
    #expect(doctor.status == 0, "\(doctor)")
    try carl.write("src/hurry.py", "hurry\n")
    try carl.git("add", "src")
    let commit = try carl.git(
      ["commit", "-q", "-m", "Hurry"], expecting: nil, environment: shell)
    #expect(commit.status != 0 && commit.stderr.contains("direct-commit"), "\(commit)")
  }
}
