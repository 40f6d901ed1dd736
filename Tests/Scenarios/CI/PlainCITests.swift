import GuardTesting
import Testing

/// Any other CI: the ends of the request are passed, and the branch need not be here.
@Suite struct PlainCITests {
  private func ready() throws -> (Forge, ScratchRepository, head: String) {
    let forge = try Forge()
    try forge.brought()
    let head = try forge.id("intermediate/anna")
    try forge.team.origin.git("update-ref", "refs/pull-requests/1/from", head)
    try forge.team.origin.git("branch", "-D", "intermediate/anna")
    let clone = try forge.clone(
      [Forge.branches, "refs/pull-requests/1/from"], at: head)
    return (forge, clone, head)
  }

  private let environment = ["CI": "true", "BUILDKITE": "true"]

  @Test func theCommitStandsForTheBranch() throws {
    let (forge, clone, head) = try ready()
    let outcome = try forge.verify(
      clone, environment, "--source", "intermediate/anna", "--head", head, "--target", "develop")
    #expect(outcome.status == 0, "\(outcome)")
    let byName = try forge.verify(
      clone, environment, "--source", "intermediate/anna", "--head", "HEAD", "--target", "develop")
    #expect(byName.status == 0, "\(byName)")
    let fork = try forge.verify(
      clone, environment, "--source", "mallory:intermediate/anna", "--head", head, "--target",
      "develop")
    #expect(fork.status == 1, "\(fork)")
    #expect(fork.stderr.contains("mallory:intermediate/anna"), "\(fork)")
  }

  @Test(
    arguments: [
      ("--source x --head nowhere --target develop", 3), ("--head HEAD --target develop", 2),
      ("--source :x --head HEAD --target develop", 2),
      ("--source x: --head HEAD --target develop", 2),
      ("--source x --head HEAD --target nowhere", 3),
    ] as [(String, Int32)])
  func whatMakesNoSense(line: String, status: Int32) throws {
    let (forge, clone, _) = try ready()
    let outcome = try clone.run(
      forge.team.binary, ["verify"] + line.split(separator: " ").map(String.init),
      environment: environment)
    #expect(outcome.status == status, "\(outcome)")
  }
}
