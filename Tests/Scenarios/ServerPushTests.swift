import GuardTesting
import Testing

/// Pushes that arrive at a server: all refs together, judged before any of them moves.
@Suite struct ServerPushTests {
  @Test func theWholeFlowInOnePush() throws {
    let server = try Server()
    try server.landed()
    try server.anna.git("checkout", "-q", "main")
    try server.anna.git("merge", "-q", "--no-ff", "--no-edit", "develop")
    // Named in the order in which they depend on one another least.
    try server.accepted("main", "develop", "intermediate/anna", "experiment/resnet")
    #expect(try server.team.tip("main") == server.anna.id("main"))
  }

  @Test func theWholeFlowStepByStep() throws {
    let server = try Server()
    try server.landed()
    try server.accepted("experiment/resnet")
    try server.accepted("intermediate/anna")
    try server.accepted("develop")
    try server.anna.git("checkout", "-q", "main")
    try server.anna.git("merge", "-q", "--no-ff", "--no-edit", "develop")
    try server.accepted("main")
  }

  @Test func aBranchThatNobodyPushedVouchesForNothing() throws {
    let server = try Server()
    try server.landed()
    try server.refused("unattributed-source", by: ["develop"])
  }

  @Test func aBranchThatIsRefusedItselfVouchesForNothing() throws {
    let server = try Server()
    try server.anna.experiment("experiment/resnet")
    try server.anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/main")
    try server.anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try server.anna.describe("experiment/resnet")
    // Somebody else's branch comes into anna's, which the flow does not allow.
    try server.anna.git("checkout", "-q", "--no-track", "-b", "intermediate/boris", "origin/main")
    try server.anna.describe("something")
    try server.accepted("intermediate/boris")
    try server.anna.git("checkout", "-q", "intermediate/anna")
    try server.anna.git("merge", "-q", "--no-ff", "-X", "ours", "--no-edit", "intermediate/boris")
    try server.anna.git("checkout", "-q", "develop")
    try server.anna.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try server.refused(
      "branch-flow", "unattributed-source", by: ["intermediate/anna", "develop"])
  }

  @Test func twoBranchesOfOnePushCanNotHideOneAnother() throws {
    let server = try Server()
    for person in ["anna", "boris"] {
      try server.anna.experiment("experiment/by-\(person)")
      try server.anna.git(
        "checkout", "-q", "--no-track", "-b", "intermediate/\(person)", "origin/develop")
      try server.anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/by-\(person)")
    }
    try server.anna.git("checkout", "-q", "intermediate/anna")
    try server.anna.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/boris")
    let experiments = ["experiment/by-anna", "experiment/by-boris"]
    try server.refused(
      "branch-flow", by: ["intermediate/anna", "intermediate/boris"] + experiments)
    try server.refused(
      "branch-flow", by: ["intermediate/boris", "intermediate/anna"] + experiments)
  }

  @Test func oneBadRefStopsTheWholePush() throws {
    let server = try Server()
    try server.anna.experiment("experiment/fix")
    try server.refused(
      "branch-flow", "direct-commit", by: ["experiment/fix", "experiment/fix:develop"])
    try server.refused("branch-deletion", by: ["experiment/fix", ":develop"])
    try server.accepted("experiment/fix")
  }

  @Test func forcedMovesAndNewNames() throws {
    let server = try Server()
    try server.landed()
    try server.accepted("experiment/resnet", "intermediate/anna", "develop")
    try server.refused("history-rewrite", by: ["--force", "develop~1:develop"])
    try server.refused("history-rewrite", by: ["--force", "main:develop"])
    try server.anna.git("commit", "-q", "--amend", "-m", "Again")
    try server.refused("history-rewrite", by: ["--force", "HEAD:develop"])
    // Everything else may be moved by force, made and deleted.
    try server.anna.git("checkout", "-q", "experiment/resnet")
    try server.anna.git("commit", "-q", "--amend", "-m", "Again")
    try server.accepted("--force", "experiment/resnet", ":intermediate/anna")
    try server.anna.git("tag", "-a", "-m", "One", "v1")
    try server.accepted("v1", "HEAD:refs/notes/x", "HEAD:refs/heads/experiment/жук")
    try server.refused("branch-deletion", by: [":main"])
  }

  @Test func aProtectedBranchIsMadeOnTheFlow() throws {
    let server = try Server()
    try server.origin.git("update-ref", "-d", "refs/heads/develop")
    try server.anna.experiment("experiment/resnet", from: "origin/main")
    try server.refused("branch-creation", by: ["experiment/resnet:develop"])
    try server.accepted("main:develop")
  }

  @Test func theFirstBranchesOfAnEmptyRepositoryAreFree() throws {
    let team = try Team()
    let empty = try ScratchRepository(named: "empty.git", bare: true)
    #expect(try empty.run(team.binary, ["install", "--server"]).status == 0)
    let anna = try team.member("anna", installing: false)
    try anna.git("push", "-q", empty.path, "develop", "origin/main:refs/heads/main")
    try anna.experiment("experiment/fix")
    let push = try anna.git("push", empty.path, "HEAD:develop", expecting: nil)
    #expect(push.serverRefusals.contains("direct-commit"), "\(push)")
  }

  @Test func replacementsOfObjectsStayOut() throws {
    let server = try Server()
    try server.anna.experiment("experiment/fix")
    try server.accepted("experiment/fix")
    try server.anna.git("replace", "--graft", "HEAD")
    let id = try server.anna.id("HEAD")
    try server.refused("look-alike", by: ["refs/replace/*:refs/replace/*"])
    try server.refused("look-alike", by: ["HEAD:refs/replace/\(id)"])
    // One that stands there may be taken away.
    try server.origin.git("update-ref", "refs/replace/\(id)", server.anna.id("main"))
    try server.refused("look-alike", by: ["--force", "HEAD:refs/replace/\(id)"])
    try server.accepted(":refs/replace/\(id)")
  }

  /// Whoever may push can push such refs: they are nobody's branches on a server.
  @Test func remoteTrackingRefsOfAServerCountForNothing() throws {
    let server = try Server()
    try server.anna.experiment("experiment/resnet")
    try server.origin.git("config", "remote.origin.url", "somewhere")
    try server.accepted("HEAD:refs/remotes/origin/intermediate/anna")
    try server.accepted("HEAD:refs/remotes/origin/develop")
    try server.anna.git("checkout", "-q", "develop")
    try server.anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try server.refused("unattributed-source", by: ["develop"])
  }

  /// What is left behind where a branch was renamed on the server moves the branch itself.
  @Test func anOldNameStandsForTheBranchItself() throws {
    let server = try Server()
    try server.origin.git("symbolic-ref", "refs/heads/master", "refs/heads/develop")
    try server.anna.experiment("experiment/fix")
    try server.refused("direct-commit", by: ["HEAD:master"])
    try server.refused("branch-deletion", by: [":master"])
    try server.landed("experiment/other")
    try server.accepted("experiment/other", "intermediate/anna", "develop:master")
    #expect(try server.team.tip("develop") == server.anna.id("develop"))
  }

  /// git's own listing leaves out a branch whose file is empty, as a crash may leave it behind.
  @Test(arguments: ["develop", "main"]) func aBrokenBranchIsNoAbsentOne(_ name: String) throws {
    let server = try Server()
    try server.anna.experiment("experiment/fix")
    try server.accepted("experiment/fix")
    let (zero, id) = try (String(repeating: "0", count: 40), server.anna.id("HEAD"))
    try server.origin.write("refs/heads/\(name)", "")
    let other = name == "main" ? "develop" : "main"
    for ref in ["refs/heads/\(name)", "refs/heads/\(other)"] {
      let outcome = try server.origin.run(
        server.team.binary, ["hook", "pre-receive"],
        input: Array("\(zero) \(id) \(ref)\n".utf8), environment: ["GIT_DIR": "."])
      #expect(outcome.status == 3, "\(ref): \(outcome)")
    }
  }

  @Test func aTagObjectIsPeeled() throws {
    let server = try Server()
    try server.landed()
    try server.accepted("experiment/resnet", "intermediate/anna")
    try server.anna.git("tag", "-a", "-m", "Release", "v1", "develop")
    try server.accepted("v1")
    let zero = String(repeating: "0", count: 40)
    let (tag, before) = try (server.anna.id("v1"), server.anna.id("origin/develop"))
    let outcome = try server.origin.run(
      server.team.binary, ["hook", "pre-receive"],
      input: Array("\(before) \(tag) refs/heads/develop\n\(zero) \(tag) refs/tags/v2\n".utf8),
      environment: ["GIT_DIR": "."])
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test(arguments: ["", "x y refs/heads/main", "refs/heads/main", "0 0 0"])
  func whatIsNotUnderstoodIsRefused(_ record: String) throws {
    let server = try Server()
    let outcome = try server.origin.run(
      server.team.binary, ["hook", "pre-receive"], input: Array("\(record)\n".utf8))
    #expect(outcome.status == (record.isEmpty ? 0 : 2), "\(outcome)")
  }
}
