import Foundation
import GuardTesting
import Testing
import Wording

@testable import Guard

/// The thin hooks, run by the real sh with a stand-in for the engine.
@Suite struct InstallationScriptTests {
  let fixture: InstallationFixture
  init() throws { fixture = try InstallationFixture() }

  func write(_ hook: HookName, engine: String?) throws -> String {
    try fixture.put(HookScript.text(for: hook, engine: engine), at: fixture.hook(hook))
    return fixture.hook(hook)
  }

  @Test(arguments: HookName.alwaysHandingOver) func `hands over with all arguments`(hook: HookName)
    throws
  {
    try fixture.put(fixture.logger("engine", status: 7), at: fixture.engine)
    let run = try fixture.run(try write(hook, engine: fixture.engine), ["a b", "", "c'd"])
    #expect(run.status == 7)
    #expect(run.errors == "")
    #expect(fixture.logged == ["engine <hook> <\(hook.rawValue)> <a b> <> <c'd>"])
  }

  @Test func `starts no process before the engine takes its place`() throws {
    let log = ShellQuoting.quote(fixture.log)
    try fixture.put("#!/bin/sh\necho $$ >> \(log)\n", at: fixture.engine)
    let script = try write(.prePush, engine: fixture.engine)
    // The engine must be the very process that was started as the hook, with no command at hand.
    let start = "echo $$ >> \(log); exec \(ShellQuoting.quote(script))"
    let run = try fixture.run("/bin/sh", ["-c", start], environment: ["PATH": "/nowhere"])
    #expect(run.status == 0)
    #expect(fixture.logged.count == 2)
    #expect(Set(fixture.logged).count == 1)
  }

  @Test(arguments: HookName.alwaysHandingOver) func `refuses without an engine`(hook: HookName)
    throws
  {
    let script = try write(hook, engine: fixture.engine)
    let run = try fixture.run(script)
    #expect(run.status == 3)
    #expect(run.errors.contains("gitflow-guard: \(hook.rawValue) is refused"))
    #expect(run.errors.contains("there is no \(fixture.engine),"))
    #expect(run.errors.contains("    \(hook.installation)\n"))
    let place = "\"$(git rev-parse --git-path hooks)/\(hook.rawValue)\"\n"
    #expect(run.errors.hasSuffix("    rm \(place)"))
    try fixture.put("", at: fixture.kept(hook))
    #expect(try fixture.run(script).errors.hasSuffix("/\(hook.keptName)\" \(place)"))
  }

  @Test(arguments: ["", "text"]) func `takes no empty or unrunnable file for the engine`(
    content: String
  ) throws {
    try fixture.put(content, at: fixture.engine, mode: content.isEmpty ? 0o755 : 0o644)
    #expect(try fixture.run(write(.preCommit, engine: fixture.engine)).status == 3)
  }

  @Test func `lets through without an engine when it is turned off, but not in CI`() throws {
    for hook in HookName.client {
      let script = try write(hook, engine: nil)
      let off = try fixture.run(script, environment: ["GITFLOW_GUARD": "0"])
      #expect(off.status == 0)
      #expect(off.errors.contains("\(hook.rawValue) is skipped"))
      let inCI = ["GITFLOW_GUARD": "0", "CI": "true"]
      #expect(try fixture.run(script, environment: inCI).status == 3)
      #expect(try fixture.run(script, environment: ["GITFLOW_GUARD": "1"]).status == 3)
    }
  }

  @Test(arguments: HookName.allCases.filter(\.isOnServer))
  func `lets nothing through on a server without an engine`(hook: HookName) throws {
    let run = try fixture.run(write(hook, engine: nil), environment: ["GITFLOW_GUARD": "0"])
    #expect(run.status == 3)
  }

  @Test func `leaves GITFLOW_GUARD to an engine that is there`() throws {
    try fixture.put(fixture.logger("engine", status: 1), at: fixture.engine)
    let script = try write(.prePush, engine: fixture.engine)
    #expect(try fixture.run(script, environment: ["GITFLOW_GUARD": "0"]).status == 1)
  }

  @Test func `finds the engine in PATH, in absolute folders only`() throws {
    try fixture.put(fixture.logger("path"), at: fixture.root + "/bin/gitflow-guard")
    let script = try write(.preCommit, engine: fixture.engine)
    let path = ["PATH": "/nowhere::\(fixture.root)/bin"]
    #expect(try fixture.run(script, environment: path).status == 0)
    #expect(fixture.logged == ["path <hook> <pre-commit>"])
    for relative in ["bin:/usr/bin", ".:/usr/bin", ":/usr/bin", "/usr/bin:"] {
      for folder in [fixture.root, fixture.root + "/bin"] {
        let run = try fixture.run(script, environment: ["PATH": relative], from: folder)
        #expect(run.status == 3, "PATH=\(relative)")
      }
    }
  }

  @Test func `prefers the engine that was written at installation`() throws {
    try fixture.put(fixture.logger("path"), at: fixture.root + "/bin/gitflow-guard")
    try fixture.put(fixture.logger("written"), at: fixture.engine)
    let path = ["PATH": fixture.root + "/bin"]
    _ = try fixture.run(write(.preCommit, engine: fixture.engine), environment: path)
    #expect(fixture.logged == ["written <hook> <pre-commit>"])
  }

  @Test(arguments: HookName.alwaysHandingOver) func `leaves git's environment as it is`(
    hook: HookName
  ) throws {
    try fixture.put("#!/bin/sh\nenv | grep -e ^GIT -e ^LC_ | sort\n", at: fixture.engine)
    let given = ["GIT_DIR": "a b", "GIT_INDEX_FILE": "i", "GITHEAD_00": "x\u{9b}", "LC_ALL": "C"]
    let run = try fixture.run(write(hook, engine: fixture.engine), environment: given)
    #expect(run.output == given.map { "\($0)=\($1)\n" }.sorted().joined())
  }
}
