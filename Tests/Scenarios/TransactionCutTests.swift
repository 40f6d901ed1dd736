import GuardTesting
import Testing

/// reference-transaction in clones that lack something. The hook comes from git's template folder, so
/// that it is there while the clone is made.
@Suite struct TransactionCutTests {
  let team: Team
  let templates: String
  private var url: String { "file://" + team.origin.path }

  init() throws {
    team = try Team()
    try team.origin.git("config", "uploadpack.allowFilter", "true")
    let script = try team.run(
      "hook-script", "reference-transaction", "--engine", team.binary, in: team.origin)
    templates = team.origin.folder.path + "/templates"
    let folder = ScratchRepository(at: templates, in: team.origin.folder)
    try folder.write("hooks/reference-transaction", script.stdout, executable: true)
  }

  private func clone(_ options: String...) throws -> ScratchRepository {
    let clone = ScratchRepository(at: team.origin.folder.path + "/cut", in: team.origin.folder)
    let outcome = try team.origin.git(
      ["clone", "-q", "--template", templates] + options + [url, clone.path], expecting: nil)
    #expect(outcome.status == 0 && outcome.told == "", "\(outcome)")
    return clone
  }

  /// Moves develop by a commit that the flow forbids.
  private func moving(_ clone: ScratchRepository, from start: String) throws -> ScratchOutcome {
    let tree = try clone.git("mktree").text
    let made = try clone.git("commit-tree", "-m", "By hand", "-p", start, tree).text
    return try clone.git("update-ref", "refs/heads/develop", made, expecting: nil)
  }

  /// The trees are not here, nor is the policy in them. What the remote has comes in, and nothing else.
  @Test(arguments: ["tree:0", "blob:none"]) func aPartialCloneCanBeMade(_ filter: String) throws {
    let clone = try clone("--no-checkout", "--branch", "develop", "--filter", filter)
    #expect(try clone.id("develop") == team.tip("develop"))
    let made = try moving(clone, from: "develop")
    #expect(made.status != 0, "\(made)")
    #expect(try clone.id("develop") == team.tip("develop"))
    try clone.git("update-ref", "refs/heads/main", "origin/main")
    try team.moveOn()
    try clone.git("fetch", "-q", "origin")
    try clone.git("update-ref", "refs/heads/develop", "origin/develop")
  }

  /// Whether the remote has a commit can't be known behind the cut: then the rules are asked.
  @Test func behindACutTheRulesAreAsked() throws {
    let clone = try clone("--depth", "1", "--no-single-branch", "--branch", "develop")
    let old = try clone.id("develop")
    for person in ["boris", "clara"] { try team.moveOn(person) }
    try clone.git("fetch", "-q", "--depth", "1", "origin")
    let made = try moving(clone, from: old)
    #expect(made.status != 0 && made.refusals.contains("branch-flow"), "\(made)")
    #expect(try clone.id("develop") == old)
  }
}
