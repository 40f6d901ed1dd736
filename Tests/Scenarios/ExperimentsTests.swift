import Foundation
import GuardTesting
import Testing

/// Entries are begun, joined, listed and compared.
@Suite struct ExperimentsTests {
  private let policy = "experiments:\n  metrics: { f1: higher, loss: lower }\n"

  private func new(
    _ words: String..., in clone: ScratchRepository, filling: [String] = [],
    expecting status: Int32 = 0
  ) throws -> ScratchOutcome {
    let edits = filling.map { " -e '\($0)'" }.joined()
    let outcome = try clone.run(
      GuardBinary.path(), ["experiments", "new"] + words,
      environment: ["GIT_EDITOR": filling.isEmpty ? "false" : "sed -i\(edits)"])
    #expect(outcome.status == status, "\(words): \(outcome)")
    return outcome
  }

  /// A clone with an experiment that was brought into the person's own branch.
  private func brought(_ team: Team, _ name: String) throws -> ScratchRepository {
    let clone = try team.member(name)
    try clone.experiment("experiment/\(name)")
    try clone.git(
      "checkout", "-q", "--no-track", "-b", "intermediate/\(name)", "origin/develop")
    try clone.git("merge", "-q", "--no-ff", "--no-edit", "experiment/\(name)")
    return clone
  }

  /// A template of sub-headings and a table: most of its lines are the same in everybody's entry.
  private static let headings = """
    # How to describe

    ## {{branch}}

    ### Hypothesis

    <what was expected>

    ### Metrics

    | metric | value |
    | --- | --- |
    | f1 | <number> |

    ### Result

    <what came out>

    """

  @Test(arguments: [nil, headings])
  func twoPeoplesEntriesAreJoinedAndBothCount(_ template: String?) throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    try anna.git("checkout", "-q", "-b", "setup")
    if let template { try anna.write("experiments/TEMPLATE.md", template) }
    _ = try team.run("init", "--no-hooks", in: anna)
    try anna.git("add", "-A")
    try anna.git("commit", "-q", "-m", "Set up")
    try anna.git("push", "-q", "origin", "setup:develop", "setup:main")

    var people: [ScratchRepository] = []
    for name in ["boris", "vera"] {
      let clone = try brought(team, name)
      _ = try new(
        "--edit", in: clone,
        filling: [
          "s/<.*: what came out>/It works for \(name)./",
          "s/<.*: what was expected>/Wonders of \(name)./", "s/<number>/0.\(name.count)/",
        ])
      try clone.git("add", "experiments")
      try clone.git("commit", "-q", "-m", "Describe")
      try clone.git("push", "-q", "origin", "intermediate/\(name)")
      people.append(clone)
    }
    // The first lands; the second pulls develop, and git joins the two ends of the journal.
    let vera = people[1]
    try anna.git("fetch", "-q")
    try anna.git("checkout", "-q", "--detach", "origin/develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "origin/intermediate/boris")
    try anna.git("push", "-q", "origin", "HEAD:develop")
    try vera.git("pull", "-q", "--no-edit", "origin", "develop")
    let journal = try #require(vera.read("experiments/journal.md"))
    #expect(journal.contains("<<<<<<<") == false)
    let list = try team.run("experiments", "list", "--format", "csv", in: vera)
    let lines = list.stdout.split(whereSeparator: \.isNewline)
    #expect(lines.count == 3, "\(list)\n\(journal)")
    for name in ["boris", "vera"] {
      let shown = try team.run("experiments", "show", "experiment/\(name)", in: vera)
      #expect(shown.stdout.contains("Result: It works for \(name)."), "\(shown)\n\(journal)")
      let other = name == "vera" ? "boris" : "vera"
      #expect(shown.stdout.contains(other) == false, "\(shown)\n\(journal)")
    }
    let verified = try team.run(
      "verify", "--source", "intermediate/vera", "--target", "develop", "--strict", in: vera)
    #expect(verified.status == 0, "\(verified)")
    try vera.git("push", "-q", "origin", "intermediate/vera")
  }

  @Test func anEntryIsBegunOnceAndCountsWhenItIsFilledIn() throws {
    let team = try Team(policy: policy)
    let anna = try brought(team, "anna")
    let first = try new(in: anna)
    #expect(first.stderr.contains("a new entry for experiment/anna"), "\(first)")
    let text = try #require(anna.read("experiments/journal.md"))
    #expect(text.hasPrefix("# Journal\n\n## experiment/anna\n"))
    let other = try new("--title", "anna in general", in: anna)
    #expect(other.stderr.contains("a new entry for anna in general"), "\(other)")
    try anna.git("branch", "general", "experiment/anna")
    let similar = try new("general", in: anna)
    #expect(similar.stderr.contains("a new entry for general"), "\(similar)")
    try anna.write("experiments/journal.md", text)
    #expect(text.contains("Work on experiment/anna") && text.contains("- **Author:** "))
    #expect(try new("experiment/anna", in: anna).stderr.contains("has its entry already"))
    #expect(anna.read("experiments/journal.md") == text)
    try anna.git("add", "-A")
    try anna.git("commit", "-q", "-m", "Describe")
    let empty = try team.run("dry-run", in: anna)
    #expect(empty.status == 1 && empty.stderr.contains("is still to be filled in"), "\(empty)")
    _ = try new("--edit", in: anna, filling: ["s/<.*: what came out>/Good./"])
    try anna.git("commit", "-q", "-a", "-m", "Describe")
    #expect(try team.run("dry-run", in: anna).status == 0)
  }

  @Test func whatIsWrittenIsNeverHalf() throws {
    let team = try Team()
    let anna = try brought(team, "anna")
    try anna.write("experiments/journal.md", "# Journal\r\n\r\n## Old\r\n\r\nx")
    _ = try new(in: anna)
    let text = try #require(anna.read("experiments/journal.md"))
    #expect(text.hasPrefix("# Journal\r\n\r\n## Old\r\n\r\nx\r\n\r\n## experiment/anna\r\n"))
    #expect(text.replacing("\r\n", with: "").contains("\n") == false)
    let failing = try new("--again", "--edit", in: anna, expecting: 3)
    #expect(failing.stderr.contains("the new entry is kept"), "\(failing)")
    for (path, words) in [
      ("experiments/log.md", []), ("experiments/TEMPLATE.md", ["is none of"]),
      ("src/x.md", ["is none of"]), ("../x.md", ["outside"]),
    ] {
      let outcome = try new(
        "--again", "--file", path, in: anna, expecting: words.isEmpty ? 0 : 2)
      for word in words { #expect(outcome.stderr.contains(word), "\(outcome)") }
    }
    #expect(anna.read("experiments/log.md")?.hasPrefix("## experiment/anna\n") == true)
    try anna.write("experiments/journal.md", "\u{0}\u{1}")
    _ = try new("--again", "--file", "experiments/journal.md", in: anna, expecting: 3)
    #expect(anna.read("experiments/journal.md") == "\u{0}\u{1}")
    _ = try new("no-such-branch", in: anna, expecting: 3)
  }

  @Test func metricsAreComparedByTheirDirection() throws {
    let team = try Team(policy: policy)
    let anna = try team.member("anna")
    let journal = """
      ## A

      **Metrics:** f1 = 0,91; loss = 0.2; time = 12 ms

      ## Б

      | Метрика | Значение |
      |---|---|
      | F1 | 0.93 |
      | loss | 10 % |
      | time | long |
      """
    try anna.write("experiments/journal.md", journal)
    try anna.write("experiments/.ipynb_checkpoints/journal.md", journal)
    let table = try team.run("experiments", "compare", in: anna)
    #expect(
      table.stdout == """
        entry  f1 (higher)  loss (lower)  time, ms
        A             0.91           0.2        12
        Б            0.93*          10 %         ?

        """, "\(table)")
    #expect(table.stderr.contains("time: \"long\" is not read as a number"))
    #expect(table.stderr.contains("loss: no best is marked, since the units differ"))
    let csv = try team.run(
      "experiments", "compare", "--metric", "f1", "--sort", "f1", "--format", "csv", in: anna)
    #expect(csv.stdout == "entry,f1\r\nБ,0.93\r\nA,0.91\r\n")
    let markdown = try team.run(
      "experiments", "compare", "A", "Б", "--metric", "F1", "--format", "markdown", in: anna)
    #expect(
      markdown.stdout == "| entry | f1 ↑ |\n| --- | ---: |\n| A | 0.91 |\n| Б | **0.93** |\n")
    let json = try team.run("experiments", "list", "--format", "json", in: anna)
    let root = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any]
    let data = root?["data"] as? [String: Any]
    #expect((data?["entries"] as? [Any])?.count == 2)
    #expect((data?["unreadable"] as? [Any])?.count == 1)
    #expect(try team.run("experiments", "compare", "--metric", "x", in: anna).status == 2)
    #expect(try team.run("experiments", "show", "nothing", in: anna).status == 3)
    let bare = try team.run("experiments", "list", in: team.origin)
    #expect(bare.status == 0 && bare.stderr.contains("no entry under experiments/"), "\(bare)")
  }

  @Test func hostileWordsNeverReachATerminal() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.write("experiments/j.md", "## A\u{1b}[31m\u{202e}\n\n**Metrics:** f\u{7} = 1\n")
    for words in [["list"], ["show", "experiments/j.md:1"], ["compare"]] {
      for format in ["text", "json", "markdown"] {
        let outcome = try anna.run(
          GuardBinary.path(), ["experiments"] + words + ["--format", format])
        #expect(outcome.status == 0 && outcome.rawControls.isEmpty, "\(outcome)")
        #expect(outcome.stdout.contains("\u{202e}") == false)
      }
    }
  }
}
