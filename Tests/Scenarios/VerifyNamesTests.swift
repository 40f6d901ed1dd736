import GuardTesting
import Testing

/// How `verify` and `dry-run` are told what to judge, and what they say where it is not there.
@Suite struct VerifyNamesTests {
  private func ready() throws -> (Team, ScratchRepository) {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    try anna.bring("resnet", into: "intermediate/anna")
    try anna.git("push", "-q", "origin", "intermediate/anna")
    return (team, anna)
  }

  @Test(arguments: [
    "verify", "dry-run", "verify --source intermediate/anna",
    "verify --source origin/intermediate/anna --target develop",
    "verify --source refs/heads/intermediate/anna --target refs/heads/develop",
    "verify --source refs/remotes/origin/intermediate/anna --target origin/develop",
    "verify --source OID --target refs/remotes/origin/develop",
    "verify --target develop --base develop", "dry-run --from intermediate/anna --into develop",
    "-C .. -C anna verify", "-C .. verify -C anna", "verify -C src/..", "-C src verify --quiet",
    "verify --strict",
  ])
  func everyFormOfAName(line: String) throws {
    let (team, anna) = try ready()
    let id = try anna.git("rev-parse", "HEAD").text
    let words = line.split(separator: " ").map { $0 == "OID" ? id : String($0) }
    let outcome = try anna.run(team.binary, words)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.stderr.contains("allowed") != line.contains("--quiet"), "\(outcome)")
  }

  @Test(arguments: [
    ("verify --source nowhere --target develop", "nowhere"),
    ("verify --source intermediate/anna --target nowhere", "nowhere"),
    ("dry-run --from nowhere", "--from"), ("dry-run --into nowhere", "--into"),
    ("verify --base nowhere", "--base"), ("verify --range a..b --ref develop", "--range"),
    ("verify --source 0123456789012345678901234567890123456789 --target develop", "0123"),
    ("-C nowhere verify", "nowhere"),
  ])
  func whatIsNotThere(line: String, named: String) throws {
    let (team, anna) = try ready()
    let outcome = try anna.run(team.binary, line.split(separator: " ").map(String.init))
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains(named), "\(outcome)")
  }

  @Test(arguments: [
    "verify --nonsense", "nonsense", "verify --ref develop", "verify --range HEAD~1..HEAD",
    "verify --range HEAD --ref develop", "verify --format yaml", "verify --color blue",
    "verify --range a..b --ref develop --source x", "hook", "hook nonsense", "verify --source",
    "explain nonsense", "verify extra",
  ])
  func wrongUsage(line: String) throws {
    let (team, anna) = try ready()
    let outcome = try anna.run(team.binary, line.split(separator: " ").map(String.init))
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty == false, "\(outcome)")
  }

  @Test func aDetachedHead() throws {
    let (team, anna) = try ready()
    try anna.git("checkout", "-q", "--detach")
    let outcome = try team.run("verify", in: anna)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("HEAD is detached: name the branch with --source"))
    let named = try team.run("verify", "--source", "intermediate/anna", in: anna)
    #expect(named.status == 0, "\(named)")
  }

  @Test func noDevelopHere() throws {
    let (team, _) = try ready()
    let clone = try team.origin.clone(
      named: "single", options: ["--single-branch", "-b", "intermediate/anna"])
    let outcome = try team.run("verify", in: clone)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("git fetch origin"), "\(outcome)")
  }

  @Test func conflictsAreNamed() throws {
    let (team, anna) = try ready()
    let boris = try team.member("boris")
    try boris.experiment("lstm")
    try boris.bring("lstm", into: "intermediate/boris")
    try boris.land("intermediate/boris")
    try anna.git("fetch", "-q")
    let status = try anna.git("status", "--porcelain").stdout
    let outcome = try team.run("dry-run", in: anna)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("stale-source"))
    #expect(
      outcome.stderr.contains("the merge would conflict in experiments/journal.md"), "\(outcome)")
    #expect(try anna.git("status", "--porcelain").stdout == status)
  }

  @Test func aBareRepository() throws {
    let (team, _) = try ready()
    let outcome = try team.run(
      "verify", "--source", "intermediate/anna", "--target", "develop", in: team.origin)
    #expect(outcome.status == 0, "\(outcome)")
  }
}
