import Foundation
import GuardTesting
import Testing
import Wording

@testable import Guard

/// The files in hooks/ are what the function writes, and sh of every kind accepts them.
@Suite struct InstallationFilesTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("hooks").path
  static let shells = ["/bin/dash", "/bin/bash", "/bin/busybox"].filter {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test func `hooks holds a file for each hook and no other`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(names.sorted() == HookName.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: HookName.allCases) func `each file is up to date`(hook: HookName) throws {
    let path = Self.folder + "/" + hook.rawValue
    if ProcessInfo.processInfo.environment["GUARD_RENEW"] != nil {
      try FileSystem.write(
        Array(HookScript.text(for: hook, engine: nil).utf8), to: path, mode: 0o755)
    }
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(
      text == HookScript.text(for: hook, engine: nil),
      "hooks/\(hook.rawValue) is out of date, please run: make hooks")
    #expect(FileManager.default.isExecutableFile(atPath: path))
  }

  @Test(arguments: shells, HookName.alwaysHandingOver) func `every shell runs them alike`(
    shell: String, hook: HookName
  ) throws {
    let fixture = try InstallationFixture()
    try fixture.put(fixture.logger("engine", reads: true, status: 7), at: fixture.engine)
    try fixture.put(fixture.logger("earlier"), at: fixture.kept(hook))
    try fixture.put(HookScript.text(for: hook, engine: fixture.engine), at: fixture.hook(hook))
    let mode = shell.hasSuffix("bash") ? ["--posix"] : shell.hasSuffix("busybox") ? ["sh"] : []
    let run = try fixture.run(shell, mode + [fixture.hook(hook), "a b"], input: "123\n")
    #expect(run.status == 7)
    #expect(run.errors == "")
    #expect(fixture.logged.contains("engine <hook> <\(hook.rawValue)> <a b>"))
    #expect(fixture.logged.contains("4"))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/shellcheck")),
    arguments: HookName.allCases)
  func `shellcheck is silent`(hook: HookName) throws {
    let fixture = try InstallationFixture()
    let run = try fixture.run("/usr/bin/shellcheck", [Self.folder + "/" + hook.rawValue])
    #expect(run.output == "")
    #expect(run.status == 0)
  }
}
