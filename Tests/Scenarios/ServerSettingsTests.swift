import FlowPolicy
import Foundation
import GuardTesting
import Testing

/// Whose word counts on a server, who pushes, and what the pusher reads.
@Suite struct ServerSettingsTests {
  private let loose =
    "rules: { branch-flow: off, direct-commit: off, merge-method: off, experiment-entry: off }\n"

  @Test(arguments: ["GITFLOW_GUARD": "0", "GITFLOW_GUARD_SKIP": "branch-flow,direct-commit"])
  func switchesAreNotObeyed(_ name: String, _ value: String) throws {
    let server = try Server()
    try server.anna.experiment("experiment/fix")
    let push = try server.refused(
      "direct-commit", by: ["HEAD:develop"], environment: [name: value])
    #expect(
      push.fromServer.contains(
        "gitflow-guard: \(name)\(value == "0" ? "=0" : "") is not obeyed on a server"), "\(push)")
  }

  @Test func theAdministratorsFileHasTheLastWord() throws {
    let server = try Server(policy: loose)
    try server.anna.experiment("experiment/fix")
    try server.accepted("HEAD:develop")
    let lanes = "main: trunk, develop: develop, intermediate: \"intermediate/{owner}\""
    try server.origin.write("guard.yml", "lanes: { \(lanes), experiment: \"**\" }\n")
    try server.origin.git("config", "gitflow-guard.policy", "guard.yml")
    try server.anna.git("commit", "-q", "--allow-empty", "-m", "One more")
    try server.refused("direct-commit", by: ["HEAD:develop"])
    // Under that file main is free.
    try server.accepted("HEAD:main")
    let place = server.origin.path + "/guard.yml"
    try server.origin.git("config", "gitflow-guard.policy", place)
    try server.refused("direct-commit", by: ["HEAD:develop"])
    for (text, words) in [("lanes: 1\n", "guard.yml:1:"), (nil, "can't be read")] {
      if let text {
        try server.origin.write("guard.yml", text)
      } else {
        try FileManager.default.removeItem(atPath: place)
      }
      let push = try server.refused(by: ["HEAD:experiment/new"])
      #expect(push.stderr.contains(words), "\(push)")
    }
  }

  /// A file that asks nothing has nothing told either, not even that a first branch is free.
  @Test func whereNothingIsAskedNothingIsSaid() throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    let empty = try ScratchRepository(named: "empty.git", bare: true)
    try empty.git("config", "gitflow-guard.policy", "guard.yml")
    #expect(try empty.run(team.binary, ["install", "--server"]).status == 0)
    for (rules, words) in [(RuleID.allCases, ""), ([.branchFlow], "develop is the first")] {
      let off = rules.map { "\($0.rawValue): off" }.joined(separator: ", ")
      try empty.write("guard.yml", "rules: { \(off) }\n")
      let push = try anna.git("push", "-q", empty.path, "develop")
      #expect(words.isEmpty ? push.told == "" : push.told.contains(words), "\(push)")
      try empty.git("update-ref", "-d", "refs/heads/develop")
    }
  }

  /// What a hook's environment holds is no setting of the repository.
  @Test func nobodyElseNamesTheFile() throws {
    let server = try Server()
    try server.origin.write("loose.yml", loose)
    try server.anna.experiment("experiment/fix")
    let environment = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "gitflow-guard.policy",
      "GIT_CONFIG_VALUE_0": server.origin.path + "/loose.yml",
    ]
    try server.accepted("experiment/fix")
    let (before, after) = try (server.anna.id("origin/develop"), server.anna.id("HEAD"))
    let outcome = try server.origin.run(
      server.team.binary, ["hook", "pre-receive"],
      input: Array("\(before) \(after) refs/heads/develop\n".utf8), environment: environment)
    #expect(outcome.status == 1 && outcome.refusals.contains("branch-flow"), "\(outcome)")
  }

  @Test func thePolicyOfThePushJudgesNothing() throws {
    let server = try Server()
    try server.anna.git("checkout", "-q", "develop")
    try server.anna.commit("Loosen", files: [".gitflow-guard.yml": loose])
    try server.refused("direct-commit", by: ["develop"])
  }

  @Test(arguments: ["GL_USERNAME", "GITEA_PUSHER_NAME", "GL_USER", "REMOTE_USER"])
  func theForgeSaysWhoPushes(_ variable: String) throws {
    let server = try Server(policy: "owners: { anna: [\"@anna.k\", anna@example.org] }\n")
    try server.anna.experiment("experiment/fix")
    try server.anna.bring("experiment/fix", into: "intermediate/anna")
    try server.accepted("experiment/fix")
    try server.refused(
      "branch-owner", by: ["intermediate/anna"], environment: [variable: "boris"])
    try server.accepted("intermediate/anna", environment: [variable: "Anna.K"])
    try server.anna.describe("more")
    try server.accepted("intermediate/anna", environment: [variable: "anna"])
    try server.anna.describe("still more")
    // A clone's own setting is no evidence here; where nobody is known, nobody is accused.
    try server.origin.git("config", "gitflow-guard.owner", "boris")
    try server.accepted("intermediate/anna")
  }

  @Test func gitLabsPageGetsMarkedLines() throws {
    let server = try Server()
    try server.anna.experiment("experiment/fix")
    let page = try server.refused(
      "direct-commit", by: ["HEAD:develop"],
      environment: ["GL_REPOSITORY": "project-1", "GL_PROTOCOL": "web"])
    let lines = page.fromServer.filter { $0.isEmpty == false }
    #expect(lines.isEmpty == false && lines.allSatisfy { $0.hasPrefix("GL-HOOK-ERR: ") }, "\(page)")
    let terminal = try server.refused(
      "direct-commit", by: ["HEAD:develop"],
      environment: ["GL_REPOSITORY": "project-1", "GL_PROTOCOL": "ssh"])
    let marked = terminal.fromServer.filter { $0.hasPrefix("GL-HOOK-ERR: ") }
    #expect(marked.count == 1 && marked[0].contains("push refused: "), "\(terminal)")
    let plain = try server.refused(
      "direct-commit", by: ["HEAD:develop"],
      environment: ["GL_USER": "anna", "GL_REPO": "project"])
    #expect(plain.stderr.contains("GL-HOOK-ERR") == false, "\(plain)")
  }

  @Test func whatItTellsToDoCanBePasted() throws {
    let server = try Server()
    try server.anna.experiment("experiment/fix")
    try server.accepted("experiment/fix")
    try server.anna.git("checkout", "-q", "develop")
    try server.anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/fix")
    let push = try server.refused(
      "branch-flow", by: ["develop"], environment: ["GL_USER": "anna"])
    let start = try #require(push.fromServer.firstIndex(of: "  do this instead:"))
    let remedy = push.fromServer[(start + 1)...].prefix { $0.hasPrefix("    ") }
      .map { String($0.dropFirst(4)) }
    #expect(remedy.contains { $0.contains("git reset --keep origin/develop") }, "\(push)")
    try server.anna.git("reset", "-q", "--keep", "origin/develop")
    let pasted = try server.anna.paste(remedy)
    #expect(pasted.status == 0, "\(push)\n\(pasted)")
    try server.anna.land("intermediate/anna")
    #expect(try server.team.tip("develop") == server.anna.id("develop"))
  }

  @Test(arguments: ["plain", "with space", "with:colon", "with \"quote\" and ü"])
  func pathsOfAnyKind(_ name: String) throws {
    let server = try Server(named: name + ".git")
    try server.landed()
    try server.accepted("experiment/resnet", "intermediate/anna", "develop")
    try server.anna.experiment("experiment/bad")
    try server.refused("direct-commit", by: ["HEAD:develop"])
  }

  @Test func whatIsQuarantinedIsSeenInAWorkTreesRepository() throws {
    let server = try Server()
    let shared = try server.origin.clone(named: "shared")
    try shared.git("checkout", "-q", "--detach")
    try shared.git("branch", "-q", "develop", "origin/develop")
    try shared.git("branch", "-q", "-f", "main", "origin/main")
    #expect(try shared.run(server.team.binary, ["install", "--server"]).status == 0)
    try server.landed()
    let push = try server.anna.git(
      "push", "-q", shared.path, "experiment/resnet", "intermediate/anna", "develop")
    #expect(push.told == "", "\(push)")
    try server.anna.experiment("experiment/bad", from: "develop")
    let bad = try server.anna.git("push", shared.path, "HEAD:develop", expecting: 1)
    #expect(bad.serverRefusals.contains("direct-commit"), "\(bad)")
  }
}
