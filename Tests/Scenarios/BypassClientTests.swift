import Foundation
import GuardTesting
import Testing

/// Ways round every hook of a clone: they work, and this is where they end.
@Suite struct BypassClientTests {
  /// Commands of anna's shell; `$origin` is the repository that is pushed to.
  static let ways = [
    "git push --no-verify origin HEAD:develop",
    "git -c core.hooksPath=/dev/null push origin HEAD:develop",
    "git config core.hooksPath /dev/null; git push origin HEAD:develop",
    "git -c alias.send='push --no-verify' send origin HEAD:develop",
    "git send-pack \"$origin\" HEAD:refs/heads/develop",
    "git clone -q . ../other; git -C ../other push \"$origin\" HEAD:develop",
    "chmod -x .git/hooks/*; git push origin HEAD:develop",
    "for hook in .git/hooks/*; do : >\"$hook\"; done; git push origin HEAD:develop",
    "ln -sf nowhere .git/hooks/pre-push; git push origin HEAD:develop",
    "rm .git/hooks/pre-push; git push origin HEAD:develop",
    "GITFLOW_GUARD=0 git push origin HEAD:develop",
    "GITFLOW_GUARD_SKIP=branch-flow,direct-commit,experiment-entry git push origin HEAD:develop",
    "GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.hooksPath GIT_CONFIG_VALUE_0=/ "
      + "git push origin HEAD:develop",
    "git bundle create ../all.bundle HEAD; git clone -q --bare ../all.bundle ../bare;"
      + " git -C ../bare push \"$origin\" HEAD:refs/heads/develop",
  ]

  private func run(_ way: String, _ team: Team, _ anna: ScratchRepository) throws -> ScratchOutcome
  {
    try anna.run(
      "sh", ["-c", way], environment: ["origin": "file://" + team.origin.path])
  }

  @Test(arguments: ways) func theServerStopsWhatNoClientHookDoes(_ way: String) throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    let before = try team.tip("develop")
    #expect(try team.run("install", "--server", in: team.origin).status == 0)
    let push = try run(way, team, anna)
    #expect(push.serverRefusals.contains("direct-commit"), "\(way): \(push)")
    #expect(try team.tip("develop") == before)
    // So it is really one: without the server's hook it lands, and only an audit tells.
    #expect(try team.run("uninstall", in: team.origin).status == 0)
    let landed = try run(way.replacing("../", with: "../again-"), team, anna)
    #expect(try team.tip("develop") == anna.id("HEAD"), "\(way): \(landed)")
    let audit = try team.run("audit", "develop", in: team.origin)
    #expect(audit.status == 1 && audit.told.contains("direct-commit"), "\(audit)")
  }

  /// Whoever may write to the server's own files, or pushes by a library to its path, meets no hook.
  @Test func whatChangesTheServersFilesIsSeenByAnAuditAlone() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    #expect(try team.run("install", "--server", in: team.origin).status == 0)
    try team.origin.git("fetch", "-q", anna.path, "HEAD:develop")
    #expect(try team.tip("develop") == anna.id("HEAD"))
    let audit = try team.run("audit", "develop", in: team.origin)
    #expect(audit.status == 1 && audit.told.contains("direct-commit"), "\(audit)")
  }

  /// A name that is made or renamed shows no hook what it becomes; nothing of it is pushed.
  @Test(arguments: [
    "git branch -C experiment/resnet develop", "git branch -M experiment/resnet develop",
    "git rev-parse HEAD >.git/refs/heads/develop",
    "git symbolic-ref refs/heads/develop refs/heads/experiment/resnet",
  ]) func aBranchThatNoHookSeesMoveStaysAtHome(_ way: String) throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    #expect(try team.run("install", "--with", "reference-transaction", in: anna).status == 0)
    try anna.experiment("experiment/resnet")
    let moved = try anna.run("sh", ["-c", way])
    #expect(moved.status == 0, "\(way): \(moved)")
    let before = try team.tip("develop")
    let push = try anna.git("push", "origin", "develop:develop", expecting: nil)
    #expect(push.refusals.contains("direct-commit"), "\(way): \(push)")
    #expect(try team.serverRefuses("develop", from: anna, before: before))
  }

  /// A squash or rebase that a forge does on its server is a push like any other to pre-receive.
  @Test func aForgesSquashIsNoMerge() throws {
    let server = try Server()
    try server.landed()
    try server.accepted("experiment/resnet", "intermediate/anna")
    try server.anna.git("reset", "-q", "--hard", "origin/develop")
    try server.anna.git("merge", "-q", "--squash", "intermediate/anna")
    try server.anna.git("commit", "-q", "-m", "Squashed (#7)")
    try server.refused("merge-method", by: ["develop"])
  }
}

extension Team {
  /// Whether the server refuses a branch without a clone's hooks, and does not move.
  fileprivate func serverRefuses(
    _ branch: String, from clone: ScratchRepository, before: String?
  ) throws -> Bool {
    _ = try run("install", "--server", in: origin)
    let push = try clone.git("push", "--no-verify", "origin", "\(branch):\(branch)", expecting: nil)
    return try push.serverRefusals.contains("direct-commit") && tip(branch) == before
  }
}
