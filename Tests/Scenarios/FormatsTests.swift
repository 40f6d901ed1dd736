import Foundation
import GuardTesting
import Testing

/// The report formats as jobs ask for them.
@Suite struct FormatsTests {
  static let words = ["--source", "resnet", "--target", "develop"]

  private func anna() throws -> (team: Team, anna: ScratchRepository) {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    return (team, anna)
  }

  private static let files = [
    "sarif=reports/a.sarif", "junit=reports/a.xml", "gitlab=reports/a.codequality.json",
    "markdown=reports/a.md",
  ]

  /// All formats of one run, and outside validators on what came of it.
  private func expectValid(
    _ arguments: [String], status: Int32, in anna: ScratchRepository, _ team: Team
  ) throws {
    try FileManager.default.createDirectory(
      atPath: anna.path + "/reports", withIntermediateDirectories: true)
    let formats = Self.files.flatMap { ["--format", $0] }
    let outcome = try anna.run(team.binary, arguments + formats + ["--format", "json"])
    #expect(outcome.status == status, "\(outcome)")
    #expect(
      try JSONSerialization.jsonObject(with: Data(outcome.output)) is [String: Any], "\(outcome)")
    let judged = try OutsideValidators.check(anna.folder, below: anna.path + "/reports")
    #expect(judged.status == 0 && judged.stdout == "4 files\n", "\(judged)")
  }

  @Test func oneRunWritesThemAll() throws {
    let (team, anna) = try anna()
    try expectValid(["verify"] + Self.words, status: 1, in: anna, team)
    try expectValid(
      ["dry-run", "--from", "resnet", "--into", "develop"], status: 1, in: anna, team)
    try expectValid(
      ["audit", "--repository", ".", "--repository", team.origin.path], status: 0, in: anna, team)
    try expectValid(["verify", "--source", "nobody"], status: 3, in: anna, team)
  }

  /// Findings without a file point to one that is there.
  @Test func findingsPointToFilesThatAreThere() throws {
    let (team, anna) = try anna()
    func places(_ arguments: [String]) throws -> [String: String] {
      let outcome = try anna.run(team.binary, arguments + ["--format", "gitlab"])
      let list = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [[String: Any]]
      var places: [String: String] = [:]
      for entry in try #require(list, "\(outcome)") {
        let location = entry["location"] as? [String: Any]
        places[entry["check_name"] as? String ?? ""] = location?["path"] as? String
      }
      return places
    }
    let first = try places(["verify"] + Self.words)
    #expect(first["branch-flow"] == "README.md")
    #expect(first["experiment-entry"] == "experiments/journal.md")
    let named = try Team(policy: "version: 1\n")
    let boris = try named.member("boris")
    try boris.experiment("resnet")
    let outcome = try boris.run(named.binary, ["verify"] + Self.words + ["--format", "github"])
    #expect(
      outcome.stdout.hasPrefix("::error file=.gitflow-guard.yml,line=1,title=branch-flow"),
      "\(outcome)")
  }

  @Test func aJobSummaryIsAppended() throws {
    let (team, anna) = try anna()
    try anna.write("summary.md", "# What was there\n\n")
    let environment = [
      "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": anna.path + "/summary.md",
    ]
    let outcome = try anna.run(
      team.binary, ["verify"] + Self.words + ["--format", "github"], environment: environment)
    #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome)")
    let summary = try #require(anna.read("summary.md"))
    #expect(summary.hasPrefix("# What was there\n\n<!-- gitflow-guard -->\n"), "\(summary)")
    #expect(summary.contains("refused: `resnet`") || summary.contains("refused: resnet may not go"))
    // Without a runner there is no page to write to, and a page that can't be written changes
    // nothing about the verdict.
    let alone = try anna.run(team.binary, ["verify"] + Self.words + ["--format", "github"])
    #expect(alone.errors.isEmpty, "\(alone)")
    let lost = try anna.run(
      team.binary, ["verify"] + Self.words + ["--format", "github"],
      environment: ["GITHUB_STEP_SUMMARY": anna.path + "/no/summary.md"])
    #expect(lost.status == 1)
    #expect(lost.stderr.contains("no job summary: cannot write"), "\(lost)")
  }

  @Test func aGitLabJobFoldsTheEvidenceAndNeverTheVerdict() throws {
    let (team, anna) = try anna()
    // In any job nobody's address says who it is.
    let plain = try anna.run(
      team.binary, ["verify"] + Self.words, environment: ["CI": "true"])
    #expect(plain.stderr.contains("section_") == false)
    let job = try anna.run(
      team.binary, ["verify"] + Self.words, environment: ["GITLAB_CI": "true"])
    let parts = job.stderr.components(separatedBy: "\u{1b}[0Ksection_start:")
    #expect(parts.count == 2 && parts[0] == plain.stderr, "\(job)")
    let section = try #require(parts.last)
    #expect(
      section.contains(":gitflow_guard_evidence[collapsed=true]\r\u{1b}[0KAll the evidence\n"))
    #expect(section.contains("known by: declared"), "\(section)")
    #expect(section.hasSuffix(":gitflow_guard_evidence\r\u{1b}[0K\n"))
    let open = try anna.run(
      team.binary, ["verify", "--verbose"] + Self.words, environment: ["GITLAB_CI": "true"])
    #expect(open.stderr.contains("[collapsed=false]"))
    let quiet = try anna.run(
      team.binary, ["verify", "--quiet"] + Self.words, environment: ["GITLAB_CI": "true"])
    #expect(quiet.stderr.contains("section_") == false)
  }

  /// A commit's subject is printed, and the runner reads along.
  @Test func aGitHubLogTakesNoCommandsFromCommits() throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    let subject = "a ##[stop-commands]x \(String(repeating: "word ", count: 20))::add-mask::develop"
    try anna.git("commit", "-q", "--allow-empty", "-m", subject)
    let words = ["audit", "develop", "--verbose", "--annotate"]
    try anna.git("push", "-q", "origin", "develop")
    let plain = try anna.run(team.binary, words)
    #expect(plain.stdout.contains("##[stop-commands]"), "\(plain)")
    let job = try anna.run(team.binary, words, environment: ["GITHUB_ACTIONS": "true"])
    #expect(job.stdout.contains("\\u{23}#[stop-commands]x"), "\(job)")
    for line in (job.stdout + job.stderr).split(separator: "\n") {
      #expect(line.contains("##[") == false && line.drop { $0 == " " }.hasPrefix("::") == false)
    }
  }

  @Test func whatCanNotBeWrittenIsSaid() throws {
    let (team, anna) = try anna()
    func refused(_ arguments: [String], _ status: Int32, _ words: String) throws {
      let outcome = try anna.run(team.binary, arguments)
      #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
      #expect(outcome.stderr.contains(words), "\(outcome)")
    }
    let verify = ["verify"] + Self.words
    try refused(
      verify + ["--format", "sarif", "--format", "json"], 2, "can't share standard output")
    try refused(
      verify + ["--format", "sarif=a", "--format", "json=a"], 2, "can't share the file a")
    try refused(verify + ["--format", "sarif="], 2, "names no file behind the =")
    try refused(verify + ["--format", "yaml"], 2, "knows text, json, sarif, junit, gitlab, github")
    try refused(["rules", "--format", "sarif"], 2, "rules has no sarif, which is for verify")
    try refused(["verify", "--format", "csv"], 2, "verify has no csv, which is for tables")
    try refused(
      verify + ["--format", "sarif", "--format", "junit", "--output", "a"], 2,
      "--output is for one format, and 2 have no file")
    try refused(verify + ["--format", "sarif=a", "--output", "b"], 2, "--output has nothing")
    try refused(verify + ["--format", "sarif=no/a"], 3, "there is no folder no")
    try refused(verify + ["--format", "sarif=src"], 3, "it is a folder")
    #expect(anna.read("a") == nil && anna.read("b") == nil)
  }

  /// Files are named as git has it: seen from -C.
  @Test func filesAreSeenFromTheFolderThatIsNamed() throws {
    let (team, anna) = try anna()
    let outcome = try anna.folder.run(
      team.binary, ["-C", anna.path, "verify"] + Self.words + ["--format", "junit=a.xml"])
    #expect(outcome.status == 1)
    #expect(anna.read("a.xml")?.hasPrefix("<?xml") == true)
  }
}
