import Foundation
import GuardTesting
import Testing
import Wording

@testable import Guard

/// Installing and uninstalling in real folders.
@Suite struct InstallationTests {
  let fixture: InstallationFixture
  let foreign = "#!/bin/sh\n# \u{0} bytes of somebody else's\nexit 0\n"

  init() throws { fixture = try InstallationFixture() }

  func install(
    _ hooks: [HookName] = HookName.client, engine: String? = nil
  ) throws -> [HookInstaller.Installed] {
    try fixture.installer.install(hooks, engine: engine ?? fixture.engine).map(\.outcome)
  }

  func uninstall(_ hook: HookName) throws -> HookInstaller.Uninstalled? {
    try fixture.installer.uninstall().first { $0.hook == hook }?.outcome
  }

  @Test func `makes the folder, installs, and does nothing the second time`() throws {
    try FileManager.default.removeItem(atPath: fixture.hooks)
    #expect(try install() == Array(repeating: .installed, count: 4))
    #expect(fixture.names == HookName.client.map(\.rawValue).sorted())
    for hook in HookName.client {
      #expect(
        fixture.text(fixture.hook(hook)) == HookScript.text(for: hook, engine: fixture.engine))
      #expect(try fixture.mode(fixture.hook(hook)) == 0o755)
    }
    #expect(try install() == Array(repeating: .unchanged, count: 4))
    #expect(
      try fixture.installer.uninstall().map(\.outcome) == Array(repeating: .removed, count: 4))
    #expect(fixture.names == [])
    #expect(try fixture.installer.uninstall().map(\.outcome) == Array(repeating: .absent, count: 4))
  }

  @Test func `uninstalling from no folder makes none`() throws {
    try FileManager.default.removeItem(atPath: fixture.hooks)
    #expect(try uninstall(.prePush) == .absent)
    #expect(FileManager.default.fileExists(atPath: fixture.hooks) == false)
  }

  @Test func `renews an older, damaged, unrunnable or otherwise bound script of ours`() throws {
    let current = HookScript.text(for: .prePush, engine: fixture.engine)
    let older = current.replacing("version \(HookScript.version):", with: "version 0:")
    let other = HookScript.text(for: .prePush, engine: "/elsewhere/gitflow-guard")
    for (text, mode) in [(older, 0o755), (current + "x", 0o755), (other, 0o755), (current, 0o644)] {
      try fixture.put(text, at: fixture.hook(.prePush), mode: mode)
      #expect(try install([.prePush]) == [.renewed])
      #expect(fixture.text(fixture.hook(.prePush)) == current)
      #expect(try fixture.mode(fixture.hook(.prePush)) == 0o755)
      #expect(fixture.names == ["pre-push"])
    }
  }

  @Test(arguments: [0o755, 0o700, 0o644, 0o444])
  func `keeps and restores what stood there with bytes and mode`(mode: Int) throws {
    try fixture.put(foreign, at: fixture.hook(.preCommit), mode: mode)
    let runs = mode & 0o100 != 0
    let chained = HookInstaller.Installed.chained(kept: fixture.kept(.preCommit), runs: runs)
    #expect(try install([.preCommit]) == [chained])
    #expect(try install([.preCommit]) == [.unchanged])
    #expect(fixture.text(fixture.kept(.preCommit)) == foreign)
    #expect(fixture.names == ["pre-commit", "pre-commit.before-gitflow-guard"])
    #expect(try uninstall(.preCommit) == .restored)
    #expect(fixture.text(fixture.hook(.preCommit)) == foreign)
    #expect(try fixture.mode(fixture.hook(.preCommit)) == mode)
    #expect(fixture.names == ["pre-commit"])
  }

  @Test(arguments: ["../tool", "nowhere/é"])
  func `keeps and restores a symbolic link as a link`(target: String) throws {
    try fixture.put(foreign, at: fixture.root + "/tool")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: fixture.hook(.prePush), withDestinationPath: target)
    let runs = target == "../tool"
    #expect(try install([.prePush]) == [.chained(kept: fixture.kept(.prePush), runs: runs)])
    #expect(try manager.destinationOfSymbolicLink(atPath: fixture.kept(.prePush)) == target)
    #expect(try uninstall(.prePush) == .restored)
    #expect(try manager.destinationOfSymbolicLink(atPath: fixture.hook(.prePush)) == target)
    #expect(fixture.text(fixture.root + "/tool") == foreign)
    #expect(fixture.names == ["pre-push"])
  }

  @Test func `a link to one of our scripts is not overwritten through the link`() throws {
    let old = HookScript.text(for: .prePush, engine: "/old")
    try fixture.put(old, at: fixture.root + "/tool")
    try FileManager.default.createSymbolicLink(
      atPath: fixture.hook(.prePush), withDestinationPath: "../tool")
    #expect(try install([.prePush]) == [.chained(kept: fixture.kept(.prePush), runs: true)])
    #expect(fixture.text(fixture.root + "/tool") == old)
  }

  @Test func `changes nothing where a foreign hook and another kept one meet`() throws {
    try fixture.put(foreign, at: fixture.hook(.prePush))
    try fixture.put("#!/bin/sh\n", at: fixture.kept(.prePush))
    let outcome = try install([.prePush, .preCommit])
    guard case .refused(let why) = outcome[0] else {
      Issue.record("\(outcome[0])")
      return
    }
    #expect(why.contains("remove or rename"))
    #expect(outcome[1] == .installed)
    #expect(fixture.text(fixture.hook(.prePush)) == foreign)
    guard case .leftAlone = try uninstall(.prePush) else {
      Issue.record("uninstalled")
      return
    }
    #expect(fixture.text(fixture.hook(.prePush)) == foreign)
    #expect(fixture.text(fixture.kept(.prePush)) == "#!/bin/sh\n")
  }

  @Test func `leaves hooks of others alone when there is nothing of ours`() throws {
    try fixture.put(foreign, at: fixture.hook(.prePush))
    guard case .leftAlone = try uninstall(.prePush) else {
      Issue.record("uninstalled")
      return
    }
    #expect(fixture.text(fixture.hook(.prePush)) == foreign)
  }

  @Test func `a folder in a hook's place is refused and stays`() throws {
    try FileManager.default.createDirectory(
      atPath: fixture.hook(.preCommit), withIntermediateDirectories: true)
    let outcome = try install([.preCommit])
    guard outcome.count == 1, case .refused(why: let why) = outcome[0] else {
      Issue.record("\(outcome)")
      return
    }
    #expect(why == "\(fixture.hook(.preCommit)) is a folder: remove it first")
    #expect(fixture.names == ["pre-commit"])
  }

  @Test func `never chains itself`() throws {
    let ours = HookScript.text(for: .prePush, engine: "/old")
    try fixture.put(foreign, at: fixture.hook(.prePush))
    try fixture.put(ours, at: fixture.kept(.prePush))
    let chained = HookInstaller.Installed.chained(kept: fixture.kept(.prePush), runs: true)
    #expect(try install([.prePush]) == [chained])
    #expect(fixture.text(fixture.kept(.prePush)) == foreign)
  }

  @Test func `restores also when somebody removed our hook by hand`() throws {
    try fixture.put(foreign, at: fixture.hook(.prePush))
    _ = try install([.prePush])
    try FileManager.default.removeItem(atPath: fixture.hook(.prePush))
    #expect(try uninstall(.prePush) == .restored)
    #expect(fixture.text(fixture.hook(.prePush)) == foreign)
  }

  @Test(arguments: ["gitflow-guard", "", "/a\nb", "/a\u{0}b"])
  func `refuses an engine that a script can't name`(engine: String) throws {
    #expect(throws: HookInstaller.Failure.unusableEngine(engine)) {
      try fixture.installer.install(engine: engine)
    }
    #expect(fixture.names == [])
  }

  @Test func `two at once: the second is refused and changes nothing`() throws {
    let lock = try FileLock(fixture.hooks + "/.gitflow-guard-lock")
    #expect(throws: HookInstaller.Failure.busy(folder: fixture.hooks)) {
      try fixture.installer.install(engine: nil)
    }
    #expect(throws: HookInstaller.Failure.busy(folder: fixture.hooks)) {
      try fixture.installer.uninstall()
    }
    #expect(fixture.names == [".gitflow-guard-lock"])
    #expect(lock.path.isEmpty == false)
  }

  @Test func `a lock file that a killed run left behind locks nothing`() throws {
    try fixture.put("", at: fixture.hooks + "/.gitflow-guard-lock")
    #expect(try install([.prePush]) == [.installed])
    #expect(fixture.names == ["pre-push"])
  }
}
