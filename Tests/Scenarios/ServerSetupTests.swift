import Foundation
import GuardTesting
import Testing

/// The guard on a server: put in for each kind of forge, looked after, and taken out.
@Suite struct ServerSetupTests {
  @Test func installedAndTakenOut() throws {
    let server = try Server()
    let origin = server.origin
    #expect(try server.team.run("doctor", in: origin).status == 0)
    #expect(origin.read("hooks/pre-push") == nil)
    #expect(try server.team.run("uninstall", "--server", in: origin).status == 0)
    #expect(origin.read("hooks/pre-receive") == nil)
    let doctor = try server.team.run("doctor", in: origin)
    #expect(doctor.status == 1)
    #expect(doctor.stderr.contains("      gitflow-guard install --server"), "\(doctor)")
    #expect(try server.team.run("install", "--update", in: origin).status == 2)
  }

  @Test func theHookThatWasThereRunsAsWell() throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    let old = "#!/bin/sh\nsed 's/^/old hook: /' >&2\n"
    try team.origin.write("hooks/pre-receive", old, executable: true)
    #expect(try team.run("install", "--server", in: team.origin).status == 0)
    try anna.experiment("experiment/fix")
    let push = try anna.git("push", "-q", "origin", "HEAD")
    #expect(push.fromServer.count == 1 && push.fromServer[0].hasPrefix("old hook: 0000"), "\(push)")
    let bad = try anna.git("push", "-q", "origin", "HEAD:develop", expecting: 1)
    #expect(bad.stderr.contains("old hook") == false, "\(bad)")
    #expect(try team.run("uninstall", in: team.origin).status == 0)
    #expect(team.origin.read("hooks/pre-receive") == old)
  }

  @Test func withoutItsEngineItRefuses() throws {
    let server = try Server()
    let hook = try #require(server.origin.read("hooks/pre-receive"))
    try server.origin.write(
      "hooks/pre-receive", hook.replacing(server.team.binary, with: "/nowhere/guard"),
      executable: true)
    try server.anna.experiment("experiment/fix")
    let path = ["PATH": try server.anna.folder.pathWithoutTheGuard()]
    for environment in [path, path.merging(["GITFLOW_GUARD": "0"]) { $1 }] {
      let push = try server.refused(by: ["HEAD"], environment: environment)
      #expect(push.stderr.contains("the engine was not found"), "\(push)")
    }
  }

  /// GitLab runs `custom_hooks/pre-receive` with the push on standard input.
  @Test func asGitLabHasIt() throws {
    let server = try Server(options: ["--layout", "gitlab"])
    let origin = server.origin
    #expect(origin.read("hooks/pre-receive") == nil)
    #expect(try server.team.run("doctor", in: origin).status == 0)
    // Gitaly's own hook does more, and comes to this in the end.
    try origin.write(
      "hooks/pre-receive", "#!/bin/sh\nexec \"$GIT_DIR/custom_hooks/pre-receive\"\n",
      executable: true)
    try server.anna.experiment("experiment/fix")
    try server.refused("direct-commit", by: ["HEAD:develop"])
    try server.accepted("HEAD")
  }

  /// Gitea and Forgejo write this script into every repository.
  @Test(arguments: ["gitea", "forgejo"]) func asGiteaHasIt(_ name: String) throws {
    let team = try Team()
    let missing = try team.run("install", "--server", "--layout", name, in: team.origin)
    #expect(missing.status == 3 && missing.stderr.contains("is not there"), "\(missing)")
    try team.origin.write(
      "hooks/pre-receive",
      """
      #!/usr/bin/env bash
      data=$(cat)
      status=0
      for hook in "${GIT_DIR:-.}"/hooks/pre-receive.d/*; do
        test -x "$hook" && test -f "$hook" || continue
        echo "$data" | "$hook" || status=$?
      done
      exit $status

      """, executable: true)
    try team.origin.write(
      "hooks/pre-receive.d/gitea", "#!/bin/sh\ncat >/dev/null\n", executable: true)
    #expect(try team.run("install", "--server", "--layout", name, in: team.origin).status == 0)
    #expect(try team.run("doctor", in: team.origin).status == 0)
    let anna = try team.member("anna", installing: false)
    try anna.experiment("experiment/fix")
    let bad = try anna.git("push", "origin", "HEAD", "HEAD:develop", expecting: 1)
    #expect(bad.serverRefusals.contains("branch-flow"), "\(bad)")
    let good = try anna.git("push", "-q", "origin", "HEAD")
    #expect(good.told == "", "\(good)")
    let out = try team.run("uninstall", "--server", "--layout", name, in: team.origin)
    #expect(out.status == 0)
    #expect(team.origin.read("hooks/pre-receive.d/gitflow-guard") == nil)
    #expect(team.origin.read("hooks/pre-receive.d/gitea") != nil)
  }

  /// A script for one place that serves many repositories, under whatever name.
  @Test func aScriptThatNamesItsEngine() throws {
    let server = try Server()
    let script = try server.team.run(
      "hook-script", "pre-receive", "--engine", server.team.binary, in: server.origin)
    try server.origin.git("config", "core.hooksPath", "../shared")
    try server.origin.write("../shared/pre-receive", script.stdout, executable: true)
    try server.anna.experiment("experiment/fix")
    try server.refused("direct-commit", by: ["HEAD:develop"])
    for engine in ["guard", "./guard", "/a\nb"] {
      let bad = try server.team.run(
        "hook-script", "pre-receive", "--engine", engine, in: server.origin)
      #expect(bad.status == 2 && bad.output == [], "\(bad)")
    }
  }

  @Test func oneRefAtATime() throws {
    let server = try Server()
    let origin = server.origin
    #expect(try server.team.run("uninstall", in: origin).status == 0)
    #expect(try server.team.run("install", "--server", "--update", in: origin).status == 0)
    #expect(try server.team.run("doctor", in: origin).stderr.contains("one ref at a time"))
    try server.landed()
    // develop comes before its sources in the alphabet, so nothing vouches for it yet.
    let push = try server.anna.git(
      "push", "origin", "develop", "experiment/resnet", "intermediate/anna", expecting: 1)
    #expect(push.serverRefusals == ["unattributed-source"], "\(push)")
    #expect(try server.team.tip("intermediate/anna") == server.anna.id("intermediate/anna"))
    try server.accepted("develop")
    let zero = String(repeating: "0", count: 40)
    let quiet = try server.team.run(
      "hook", "update", "refs/heads/x", zero, try server.anna.id("develop"), in: origin)
    #expect(quiet.status == 0 && quiet.told == "", "\(quiet)")
    let verbose = try server.team.run(
      "hook", "--verbose", "update", "refs/heads/x", zero, try server.anna.id("develop"),
      in: origin)
    #expect(verbose.status == 0 && verbose.told.contains("sees one ref at a time"), "\(verbose)")
    #expect(try server.team.run("hook", "update", "refs/heads/x", in: origin).status == 2)
  }
}
