import Foundation
import GuardTesting
import Testing
import Wording

@testable import Guard

/// Which folder the hooks go to.
@Suite struct InstallationLocationTests {
  func decide(
    _ value: String?, _ level: HooksLocation.Setting.Level = .local, workTree: String? = "/w",
    home: String? = "/home/a"
  ) -> HooksLocation {
    HooksLocation.decide(
      commonDirectory: "/w/.git", workTree: workTree,
      setting: value.map { HooksLocation.Setting(value: $0, level: level) }, home: home)
  }

  @Test func `git's own folder where nothing is set`() {
    #expect(decide(nil) == .use("/w/.git/hooks"))
    #expect(decide(nil, workTree: nil) == .use("/w/.git/hooks"))
  }

  @Test(arguments: [HooksLocation.Setting.Level.local, .worktree])
  func `the repository's own setting is respected`(level: HooksLocation.Setting.Level) {
    #expect(decide("/abs olute", level) == .use("/abs olute"))
    #expect(decide(".githooks", level) == .use("/w/.githooks"))
    #expect(decide(".githooks", level, workTree: nil) == .use("/w/.git/.githooks"))
    #expect(decide("~/hooks", level) == .use("/home/a/hooks"))
    #expect(decide("~", level) == .use("/home/a"))
    #expect(decide("a~/b", level) == .use("/w/a~/b"))
  }

  @Test(arguments: ["", "/dev/null", "~other/hooks", "%(prefix)/hooks"])
  func `what names no folder is not guessed`(value: String) {
    guard case .unusable(value, let advice) = decide(value, .worktree) else {
      Issue.record("\(decide(value))")
      return
    }
    #expect(advice.contains("git config --worktree --unset-all core.hooksPath"))
  }

  @Test func `the home folder is not guessed either`() {
    for home in [nil, ""] {
      guard case .unusable = decide("~/hooks", home: home) else {
        Issue.record("guessed")
        return
      }
    }
  }

  @Test(arguments: [HooksLocation.Setting.Level.global, .system])
  func `a folder that serves other repositories is never taken over`(
    level: HooksLocation.Setting.Level
  ) {
    guard case .globalInTheWay("/home/a/it's", let advice) = decide("~/it's", level) else {
      Issue.record("taken over")
      return
    }
    #expect(advice[0].contains(level.rawValue))
    #expect(advice.contains("git config --local core.hooksPath '/w/.git/hooks'"))
    #expect(advice.contains(#"gitflow-guard hook pre-commit "$@" || exit"#))
    let file = #"'/home/a/it'\''s/pre-push'"#
    #expect(
      advice.contains {
        $0.hasPrefix("test -e \(file) || { gitflow-guard hook-script pre-push > \(file)")
      })
  }

  @Test func `the advice is sh, and writes hooks that are not there yet`() throws {
    let fixture = try InstallationFixture()
    let decision = HooksLocation.decide(
      commonDirectory: fixture.root, workTree: nil,
      setting: HooksLocation.Setting(value: fixture.hooks, level: .global), home: nil)
    guard case .globalInTheWay(_, let advice) = decision else {
      Issue.record("\(decision)")
      return
    }
    try fixture.put("#!/bin/sh\necho \"$@\"\n", at: fixture.root + "/bin/gitflow-guard")
    try fixture.put("mine", at: fixture.hook(.preCommit))
    let commands = advice.texts(in: .english).filter { $0.hasPrefix("test -e") }
      .joined(separator: "\n")
    let run = try fixture.run(
      "/bin/sh", ["-c", commands], environment: ["PATH": fixture.root + "/bin:/usr/bin:/bin"])
    #expect(run.status == 0)
    #expect(fixture.text(fixture.hook(.preCommit)) == "mine")
    #expect(fixture.text(fixture.hook(.prePush)) == "hook-script pre-push\n")
    #expect(try fixture.mode(fixture.hook(.prePush)).map { $0 & 0o111 } == 0o111)
  }

  @Test func `what is pasted into a hook passes its input to the guard and on`() throws {
    let fixture = try InstallationFixture()
    try fixture.put(
      fixture.logger("engine", reads: true), at: fixture.root + "/bin/gitflow-guard")
    let hook =
      ["#!/bin/sh"] + HookScript.call(for: .prePush).texts(in: .russian) + [
        "printf '%s' \"${input%x}\" | cat"
      ]
    try fixture.put(hook.joined(separator: "\n") + "\n", at: fixture.hook(.prePush))
    let path = ["PATH": fixture.root + "/bin:/usr/bin:/bin"]
    let run = try fixture.run(fixture.hook(.prePush), ["o"], input: "1 2\n", environment: path)
    #expect(run.status == 0)
    #expect(run.output == "1 2\n")
    #expect(fixture.logged == ["engine <hook> <pre-push> <o>", "4"])
    try fixture.put(fixture.logger("engine", status: 1), at: fixture.root + "/bin/gitflow-guard")
    #expect(try fixture.run(fixture.hook(.prePush), environment: path).status == 1)
  }
}
