import Foundation
import GuardTesting
import Testing

/// What a person sees on a terminal, made by `script`, and what a pipe gets.
@Suite struct TerminalTests {
  static let words = "verify --source resnet --target develop"
  static let colour = "\u{1b}[1;31m"

  private func anna() throws -> (team: Team, anna: ScratchRepository) {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    return (team, anna)
  }

  /// Runs a shell command on a terminal; its line ends are made those of a pipe.
  private func onTerminal(
    _ command: String, columns: Int = 120, in anna: ScratchRepository,
    _ environment: [String: String] = [:]
  ) throws -> String {
    let standing = ["TERM": "xterm", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    let outcome = try anna.run(
      "script", ["-qec", "stty cols \(columns) rows 24; \(command)", "/dev/null"],
      environment: standing)
    return outcome.stdout.replacing("\r\n", with: "\n")
  }

  private func piped(
    _ arguments: String, in anna: ScratchRepository, _ team: Team,
    _ environment: [String: String] = [:]
  ) throws -> String {
    let words = arguments.split(separator: " ").map(String.init)
    let standing = ["LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    return try anna.run(team.binary, words, environment: standing).stderr
  }

  @Test func coloursAreForTerminalsAndForThoseWhoAsk() throws {
    let (team, anna) = try anna()
    func terminal(_ options: String = "", _ environment: [String: String] = [:]) throws -> Bool {
      try onTerminal("'\(team.binary)' \(Self.words) \(options)", in: anna, environment)
        .contains(Self.colour)
    }
    func pipe(_ options: String = "", _ environment: [String: String] = [:]) throws -> Bool {
      try piped("\(Self.words) \(options)", in: anna, team, environment).contains("\u{1b}[")
    }
    #expect(try terminal())
    #expect(try pipe() == false)
    #expect(try terminal("", ["NO_COLOR": "1"]) == false)
    #expect(try terminal("", ["NO_COLOR": ""]))
    #expect(try terminal("", ["TERM": "dumb"]) == false)
    #expect(try pipe("", ["CLICOLOR_FORCE": "1"]))
    #expect(try pipe("", ["CLICOLOR_FORCE": "0"]) == false)
    #expect(try pipe("", ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]) == false)
    #expect(try terminal("--color never", ["CLICOLOR_FORCE": "1"]) == false)
    #expect(try pipe("--color always", ["NO_COLOR": "1", "TERM": "dumb"]))
    #expect(try pipe("--color always --format text=report.txt") == false)
    #expect(anna.read("report.txt")?.contains("\u{1b}") == false)

    try anna.git("config", "gitflow-guard.color", "never")
    #expect(try terminal() == false)
    #expect(try terminal("--color always"))
    try anna.git("config", "gitflow-guard.color", "always")
    #expect(try pipe())
    #expect(try pipe("", ["NO_COLOR": "1"]) == false)
    #expect(try pipe("--color never") == false)
    try anna.git("config", "gitflow-guard.color", "auto")
    #expect(try terminal() && pipe() == false)
  }

  @Test func signsAreForTheCharsetsThatHaveThem() throws {
    let (team, anna) = try anna()
    func sign(_ environment: [String: String]) throws -> String {
      let standing = ["LC_ALL": "", "LC_CTYPE": "", "LANG": ""].merging(environment) { $1 }
      return String(try piped(Self.words, in: anna, team, standing).prefix(1))
    }
    #expect(try sign(["LC_ALL": "C"]) == "x")
    #expect(try sign(["LC_ALL": "C.UTF-8"]) == "✗")
    #expect(try sign(["LANG": "ru_RU.KOI8-R"]) == "x")
    #expect(try sign(["LANG": "de_DE.utf8"]) == "✗")
    #expect(try sign(["LANG": "C.UTF-8", "LC_CTYPE": "C"]) == "x")
    #expect(try sign(["LANG": "C", "LC_ALL": "en_US.UTF-8"]) == "✗")
    #expect(try sign(["LANG": "C.UTF-8", "TERM": "dumb"]) == "x")
    let ascii = try piped(Self.words, in: anna, team, ["LC_ALL": "C"])
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 }, "\(ascii)")
  }

  /// Words are wrapped; what is pasted stays on its line.
  @Test(arguments: [70, 90, 200]) func linesAreAsWideAsTheTerminal(_ columns: Int) throws {
    let (team, anna) = try anna()
    try anna.commit(String(repeating: "Долгий путь ", count: 30), files: ["src/x.py": "x"])
    let width = min(columns, 100)
    for command in [Self.words, Self.words + " --verbose"] {
      let text = try onTerminal(
        "'\(team.binary)' \(command)", columns: columns, in: anna, ["NO_COLOR": "1"])
      let lines = text.split(separator: "\n").filter { $0.hasPrefix("    git") == false }
      #expect(lines.allSatisfy { $0.count <= width }, "\(text)")
      #expect(lines.contains { $0.count > width - 30 }, "\(text)")
    }
    let page = try onTerminal(
      "'\(team.binary)' explain branch-flow", columns: columns, in: anna, ["NO_COLOR": "1"])
    let prose = page.split(separator: "\n").filter { $0.hasPrefix(" ") == false }
    #expect(prose.allSatisfy { $0.count <= width }, "\(page)")
  }

  @Test func tablesFitTheTerminal() throws {
    let (team, anna) = try anna()
    let names = (1...3).map { "experiment/\(String(repeating: "long", count: 8))-\($0)" }
    let entries = names.map { "\n## \($0)\n\n| metric | value |\n| --- | --- |\n| f1 | 0.9 |\n" }
    try anna.write("experiments/journal.md", "# Journal\n" + entries.joined())
    let narrow = try onTerminal(
      "'\(team.binary)' experiments compare", columns: 40, in: anna, ["NO_COLOR": "1"])
    let lines = narrow.split(separator: "\n").prefix(4)
    #expect(lines.count == 4 && lines.allSatisfy { $0.count <= 40 }, "\(narrow)")
    #expect(lines.dropFirst().prefix(3).allSatisfy { $0.contains("…") && $0.contains("0.9") })
    let wide = try anna.run(team.binary, ["experiments", "compare"])
    #expect(names.allSatisfy { wide.stdout.contains($0) }, "\(wide)")
  }

  @Test func aHookIsColouredToo() throws {
    let (_, anna) = try anna()
    try anna.git("checkout", "-q", "develop")
    let refused = try onTerminal("git merge --no-ff --no-edit resnet", in: anna)
    #expect(refused.contains("\(Self.colour)✗ merge refused: \u{1b}[0m"), "\(refused)")
    try anna.git("merge", "--abort", expecting: nil)
    let plain = try onTerminal(
      "git merge --no-ff --no-edit resnet", in: anna, ["NO_COLOR": "1"])
    #expect(plain.contains("✗ merge refused: resnet"), "\(plain)")
  }

  /// An audit leaves nothing of its progress behind, and a pipe never gets any.
  @Test func progressIsForTerminals() throws {
    let (team, anna) = try anna()
    let piped = try anna.run(team.binary, ["audit"])
    #expect(piped.stderr.contains("\r") == false)
    let seen = try onTerminal("'\(team.binary)' audit", in: anna, ["NO_COLOR": "1"])
    let last = seen.components(separatedBy: "\u{1b}[K").last ?? ""
    #expect(last.contains("audit: main, develop ("), "\(seen)")
  }
}
