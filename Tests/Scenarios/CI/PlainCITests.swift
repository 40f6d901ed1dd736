import GuardTesting
import Intake
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

  /// What each system's documentation says its variables hold.
  private static let systems: [String: [String: String]] = [
    "Bitbucket Pipelines": [
      "BITBUCKET_BRANCH": "intermediate/anna", "BITBUCKET_COMMIT": "HEAD",
      "BITBUCKET_PR_DESTINATION_BRANCH": "develop",
    ],
    "Azure Pipelines": [
      "SYSTEM_PULLREQUEST_SOURCEBRANCH": "refs/heads/intermediate/anna",
      "SYSTEM_PULLREQUEST_SOURCECOMMITID": "HEAD",
      "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/develop",
    ],
    "Jenkins": [
      "CHANGE_BRANCH": "intermediate/anna", "CHANGE_TARGET": "develop", "CHANGE_FORK": "mallory/x",
    ],
    "CircleCI": [
      "CIRCLE_BRANCH": "intermediate/anna", "CIRCLE_SHA1": "HEAD", "CIRCLE_PR_USERNAME": "mallory",
    ],
    "Buildkite": [
      "BUILDKITE_BRANCH": "intermediate/anna", "BUILDKITE_COMMIT": "HEAD",
      "BUILDKITE_PULL_REQUEST_BASE_BRANCH": "develop",
    ],
    "Woodpecker": [
      "CI_COMMIT_SOURCE_BRANCH": "intermediate/anna", "CI_COMMIT_SHA": "HEAD",
      "CI_COMMIT_TARGET_BRANCH": "develop",
    ],
    "Drone": [
      "DRONE_SOURCE_BRANCH": "intermediate/anna", "DRONE_COMMIT_SHA": "HEAD",
      "DRONE_TARGET_BRANCH": "develop",
    ],
  ]

  /// The commands that docs/ci.md gives are run as they stand there.
  @Test func theCommandsOfEverySystem() throws {
    let (forge, clone, head) = try ready()
    let folder = forge.team.binary.split(separator: "/").dropLast().joined(separator: "/")
    for other in OtherCI.all {
      var variables = try #require(Self.systems[other.name], "\(other.name)")
      for (name, value) in variables where value == "HEAD" { variables[name] = head }
      variables[other.mark] = "1"
      variables["PATH"] = "/\(folder):/usr/bin:/bin"
      func run(_ command: String) throws -> ScratchOutcome {
        // CircleCI puts its pipeline values in before a shell sees them.
        let filled = command.replacing(
          "<< pipeline.event.github.pull_request.base.ref >>", with: "develop")
        return try clone.run("sh", ["-c", filled], environment: variables)
      }
      let own = try run(other.command)
      #expect(own.status == 0, "\(other.name): \(own)")
      guard let command = other.forksCommand else { continue }
      let fork = try run(command)
      #expect(fork.status == 1, "\(other.name): \(fork)")
      #expect(fork.stderr.contains("  branch-flow "), "\(other.name): \(fork)")
    }
  }
}
