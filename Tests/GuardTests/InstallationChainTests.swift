import Foundation
import GuardTesting
import Testing
import Wording

@testable import Guard

/// A kept earlier hook and the guard in one wrapper.
@Suite struct InstallationChainTests {
  let fixture: InstallationFixture
  static let commitHooks = HookName.client.filter { $0 != .prePush }

  init() throws { fixture = try InstallationFixture() }

  func chain(_ hook: HookName, engine: String, earlier: String, mode: Int = 0o755) throws {
    try fixture.put(engine, at: fixture.engine)
    try fixture.put(HookScript.text(for: hook, engine: fixture.engine), at: fixture.hook(hook))
    try fixture.put(earlier, at: fixture.kept(hook), mode: mode)
  }

  @Test(arguments: commitHooks) func `runs the earlier hook first, so that the guard judges last`(
    hook: HookName
  ) throws {
    try chain(hook, engine: fixture.logger("engine", status: 4), earlier: fixture.logger("earlier"))
    #expect(try fixture.run(fixture.hook(hook), ["a b"]).status == 4)
    #expect(fixture.logged == ["earlier <a b>", "engine <hook> <\(hook.rawValue)> <a b>"])
  }

  @Test(arguments: commitHooks) func `passes an earlier hook's refusal on`(hook: HookName) throws {
    try chain(hook, engine: fixture.logger("engine"), earlier: fixture.logger("earlier", status: 9))
    #expect(try fixture.run(fixture.hook(hook), ["x"]).status == 9)
    #expect(fixture.logged == ["earlier <x>"])
  }

  @Test func `judges a push before the earlier hook acts on it`() throws {
    let earlier = fixture.logger("earlier", reads: true, status: 5)
    try chain(.prePush, engine: fixture.logger("engine", reads: true), earlier: earlier)
    let input = "refs/heads/x 1 refs/heads/y 2\n"
    let run = try fixture.run(fixture.hook(.prePush), ["origin", "u r l"], input: input)
    #expect(run.status == 5)
    let arguments = "<origin> <u r l>"
    #expect(
      fixture.logged == [
        "engine <hook> <pre-push> \(arguments)", "\(input.utf8.count)",
        "earlier \(arguments)", "\(input.utf8.count)",
      ])
    try fixture.put(fixture.logger("engine", status: 1), at: fixture.engine)
    try FileManager.default.removeItem(atPath: fixture.log)
    #expect(try fixture.run(fixture.hook(.prePush), input: input).status == 1)
    #expect(fixture.logged.filter { $0.hasPrefix("earlier") } == [])
  }

  @Test(arguments: [true, false], [true, false])
  func `passes 200 KB on, whether it is read or not`(engineReads: Bool, earlierReads: Bool) throws {
    try chain(
      .prePush, engine: fixture.logger("engine", reads: engineReads),
      earlier: fixture.logger("earlier", reads: earlierReads))
    let input = String(repeating: "refs/heads/é 1 refs/heads/y 2\n", count: 6_800)
    let run = try fixture.run(fixture.hook(.prePush), input: input)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let read = fixture.logged.filter { $0.contains("e") == false }
    #expect(
      read
        == Array(
          repeating: "\(input.utf8.count)", count: (engineReads ? 1 : 0) + (earlierReads ? 1 : 0)))
  }

  @Test(arguments: ["", "\n\n", "no newline", "%s \\n '\"$x`\n"])
  func `passes any input on as it is`(input: String) throws {
    let saver = "#!/bin/sh\ncat >> \(ShellQuoting.quote(fixture.log))\n"
    try chain(.prePush, engine: saver, earlier: saver)
    #expect(try fixture.run(fixture.hook(.prePush), input: input).status == 0)
    #expect((fixture.text(fixture.log) ?? "") == input + input)
  }

  @Test func `an ignored SIGPIPE is no error either`() throws {
    try chain(.prePush, engine: fixture.logger("engine"), earlier: fixture.logger("earlier"))
    let start = "trap '' PIPE; exec \(ShellQuoting.quote(fixture.hook(.prePush)))"
    let input = String(repeating: "0123456789\n", count: 20_000)
    let run = try fixture.run("/bin/sh", ["-c", start], input: input)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test(arguments: HookName.alwaysHandingOver) func `does not run what git would not have run`(
    hook: HookName
  ) throws {
    let earlier = fixture.logger("earlier", status: 1)
    try chain(hook, engine: fixture.logger("engine"), earlier: earlier, mode: 0o644)
    #expect(try fixture.run(fixture.hook(hook)).status == 0)
    #expect(fixture.logged == ["engine <hook> <\(hook.rawValue)>"])
  }

  @Test(arguments: HookName.client) func `runs the earlier hook when the guard is turned off`(
    hook: HookName
  ) throws {
    try chain(hook, engine: "", earlier: fixture.logger("earlier", status: 6))
    #expect(try fixture.run(fixture.hook(hook), environment: ["GITFLOW_GUARD": "0"]).status == 6)
    #expect(fixture.logged.count == 1)
  }

  @Test func `two tools that keep each other's hook do not go round in circles`() throws {
    let legacy = fixture.hooks + "/pre-push.legacy"
    // A log that grows past a few lines ends the circle, should there be one.
    let log = ShellQuoting.quote(fixture.log)
    let other = fixture.logger("other").replacing(
      "exit 0",
      with: "test $(wc -l < \(log)) -lt 9 || exit 8\nexec \(ShellQuoting.quote(legacy)) \"$@\"")
    try chain(.prePush, engine: fixture.logger("engine"), earlier: other)
    try FileManager.default.copyItem(atPath: fixture.hook(.prePush), toPath: legacy)
    #expect(try fixture.run(fixture.hook(.prePush)).status == 0)
    #expect(
      fixture.logged == ["engine <hook> <pre-push>", "other <>", "engine <hook> <pre-push>"])
  }

  @Test func `an earlier hook with a missing interpreter refuses`() throws {
    try chain(.preCommit, engine: fixture.logger("engine"), earlier: "#!/no/such/program\n")
    #expect(try fixture.run(fixture.hook(.preCommit)).status != 0)
    #expect(fixture.logged == [])
  }
}
