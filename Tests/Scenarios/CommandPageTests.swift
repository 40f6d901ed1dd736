import Foundation
import GuardTesting
import Testing

/// docs/cli.md, the man pages and the completions are made from the commands themselves.
@Suite struct CommandPageTests {
  @Test func thePageOfTheCommandsIsUpToDate() throws {
    let folder = try ScratchFolder()
    let made = try folder.run(
      CITools.root + "scripts/documents", [try GuardBinary.path(), "cli"])
    #expect(made.status == 0, "\(made)")
    let path = CITools.root + "docs/cli.md"
    if ProcessInfo.processInfo.environment["GUARD_RENEW"] == "1" {
      try Data(made.output).write(to: URL(filePath: path))
    }
    let known = try String(contentsOfFile: path, encoding: .utf8)
    #expect(known == made.stdout, "make documents renews docs/cli.md")
  }

  @Test func everyCommandHasAManPage() throws {
    let folder = try ScratchFolder()
    let made = try folder.run(
      CITools.root + "scripts/documents", [try GuardBinary.path(), "man", "man", "2026-01-01"])
    #expect(made.status == 0, "\(made)")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/man")
    #expect(pages.contains("gitflow-guard.1"))
    #expect(pages.contains("gitflow-guard-verify.1"))
    for page in pages {
      let text = try String(contentsOfFile: folder.path + "/man/" + page, encoding: .utf8)
      #expect(text.hasPrefix(".TH \""))
      // A line that begins with a dot is a command to roff: only known ones may stand there.
      let commands = text.split(separator: "\n").filter { $0.hasPrefix(".") }
        .map { String($0.prefix { $0 != " " }) }
      #expect(Set(commands).isSubset(of: [".TH", ".SH", ".TP", ".B", ".BR", ".nf", ".fi"]))
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreThere(_ shell: String) throws {
    let folder = try ScratchFolder()
    let script = try folder.run(try GuardBinary.path(), ["completions", shell])
    #expect(script.status == 0)
    #expect(script.stdout.contains("verify"))
    guard shell == "bash" else { return }
    try script.stdout.write(
      toFile: folder.path + "/completions", atomically: false, encoding: .utf8)
    #expect(try folder.run("bash", ["-n", "completions"]).status == 0)
  }

  @Test func anUnknownShellIsAUsageError() throws {
    let folder = try ScratchFolder()
    let outcome = try folder.run(try GuardBinary.path(), ["completions", "tcsh"])
    #expect(outcome.status == 2)
    #expect(outcome.stderr.contains("bash, zsh and fish"))
  }
}
