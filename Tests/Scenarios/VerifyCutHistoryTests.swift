import GuardTesting
import Testing

/// Clones in which something is missing: an unanswered question is never a yes.
@Suite struct VerifyCutHistoryTests {
  private func ready() throws -> Team {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    try anna.bring("resnet", into: "intermediate/anna")
    try anna.git("push", "-q", "origin", "intermediate/anna")
    return team
  }

  private let request = ["verify", "--source", "intermediate/anna", "--target", "develop"]

  @Test func aShallowClone() throws {
    let team = try ready()
    let clone = try team.origin.clone(
      named: "shallow", options: ["--depth", "1", "--no-single-branch"])
    let outcome = try clone.run(team.binary, request)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("git fetch --unshallow"), "\(outcome)")
    #expect(outcome.stderr.contains("shallow clone"), "\(outcome)")
    let json = try clone.run(team.binary, request + ["--format", "json"])
    #expect(json.status == 3)
    #expect(json.stdout.contains("\"verdict\": \"undecided\""), "\(json)")
    #expect(json.stdout.contains("\"reason\": \"shallow\""), "\(json)")
    try clone.git("fetch", "-q", "--unshallow")
    let whole = try clone.run(team.binary, request)
    #expect(whole.status == 0, "\(whole)")
  }

  /// A clone without contents gives the right answer or none.
  @Test(arguments: ["blob:none", "tree:0"])
  func aPartialClone(filter: String) throws {
    let team = try ready()
    try team.origin.git("config", "uploadpack.allowFilter", "true")
    try team.origin.git("config", "uploadpack.allowAnySHA1InWant", "true")
    let clone = try team.origin.clone(
      named: "partial", options: ["--filter=\(filter)", "--no-checkout"])
    let outcome = try clone.run(team.binary, request)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("git fetch --refetch --no-filter"), "\(outcome)")
    #expect(outcome.stderr.contains("partial clone"), "\(outcome)")
    try clone.git("fetch", "-q", "--refetch", "--no-filter")
    let whole = try clone.run(team.binary, request)
    #expect(whole.status == 0, "\(whole)")
  }

  @Test func aRangeOfAShallowClone() throws {
    let team = try ready()
    let anna = try team.member("anna", folder: "lander")
    let old = try anna.git("rev-parse", "develop").text
    try anna.git("branch", "-q", "intermediate/anna", "origin/intermediate/anna")
    try anna.land("intermediate/anna")
    let new = try anna.git("rev-parse", "develop").text
    let clone = try team.origin.clone(named: "shallow", options: ["--depth", "1", "-b", "develop"])
    let outcome = try team.run("verify", "--range", "\(old)..\(new)", "--ref", "develop", in: clone)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("git fetch --unshallow"), "\(outcome)")
  }
}
