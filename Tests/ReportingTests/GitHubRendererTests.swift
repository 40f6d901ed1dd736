import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

@Suite("Annotations for GitHub, Gitea and Forgejo")
struct GitHubRendererTests {
  static func commands(_ reports: [Report]) throws -> [WorkflowCommand] {
    let text = String(decoding: GitHubRenderer().render(reports), as: UTF8.self)
    #expect(text.isEmpty || text.hasSuffix("\n"))
    return try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      try #require(WorkflowCommand(String($0)), "\($0)")
    }
  }

  @Test("Word for word")
  func golden() {
    #expect(
      String(decoding: GitHubRenderer().render([Samples.everything]), as: UTF8.self) == """
        ::error file=.gitflow-guard.yml,line=1,title=branch-flow on develop::develop takes only intermediate branches; experiment/resnet is an experiment branch%0Athe way: experiment/resnet → intermediate/anna → develop → main%0A%0Ado this instead:%0Agit merge --abort%0Agit switch intermediate/anna%0Agit pull origin develop%0Agit merge --no-ff experiment/resnet%0Agitflow-guard experiments new experiment/resnet%0Agit push -u origin intermediate/anna        # then open the merge request into develop
        ::error file=.gitflow-guard.yml,line=1,title=stale-source on develop::no answer: is d0d0d0d0d0 an ancestor of e1e1e1e1e1; the history was cut off here (a shallow clone)%0A%0Ado this, then try again:%0Agit fetch --unshallow
        ::warning file=experiments/Журнал 1.md,line=12,title=entry-format on develop::experiments/Журнал 1.md:12 lacks Data
        ::warning file=src/train.py,line=1,title=own-work on intermediate/anna (0707070707)::src/train.py was changed here, and no experiment branch holds that content%0A0707070707 Try a smaller step%0A%0Ado this instead:%0Agit switch -c experiment/step 0707070707
        ::warning file=.gitflow-guard.yml,line=1,title=own-work on develop::no answer: what does a1 hold; a promised object is not here (a partial clone)
        ::notice file=.gitflow-guard.yml,line=1,title=direct-commit on develop (0101010101)::waived (the release could not wait; by anna, until 2026-12-31): develop takes merges only, and this commit has one parent%0A0101010101 Change number 1%0A%0Ado this instead:%0Agit branch rescue develop%0Agit reset --keep origin/develop
        ::notice file=.gitflow-guard.yml,line=1,title=note::free while set up

        """)
  }

  @Test("No verdict is an error at its place")
  func noVerdict() throws {
    let text = String(decoding: GitHubRenderer().render(Samples.brokenPolicy), as: UTF8.self)
    let command = try #require(WorkflowCommand(String(text.dropLast())))
    #expect(command.name == "error")
    #expect(command.properties["file"] == ".gitflow-guard.yml")
    #expect(command.properties["line"] == "3" && command.properties["col"] == "7")
    #expect(command.data == "unknown key “lane”\n\ngitflow-guard policy check")
  }

  @Test("Every rule gets its first annotation before one its second: only ten are shown")
  func order() throws {
    let many = (1...12).map { Samples.directCommit($0) }
    let report = Samples.report(many + [Samples.branchFlow])
    let titles = try Self.commands([report]).compactMap { $0.properties["title"] }
    #expect(
      Set(titles.prefix(2)) == ["direct-commit on develop (0101010101)", "branch-flow on develop"])
    #expect(titles.count == 13)
  }

  @Test("Whatever a text holds, the runner reads it back as it was shown", arguments: 0..<200)
  func readBack(_ seed: UInt64) throws {
    var dice = FakeDice(seed: seed)
    let parts = [
      "::", "##[", "]", "%", "25", "0A", "%0A", "%25", "%2C", ",", ":", ";", "=", " ", "\n", "\r",
      "stop-commands", "::add-mask::", "##[add-mask]", "é", "\u{202e}", "a",
    ]
    let text = (0...dice.below(12)).map { _ in dice.pick(parts) }.joined()
    let finding = Finding(
      rule: .branchFlow, severity: .error, ref: RefName("refs/heads/" + text),
      path: TreePath("p" + text), message: Phrase(verbatim: text))
    let commands = try Self.commands([Samples.report([finding])])
    let command = try #require(commands.first)
    #expect(commands.count == 1 && command.name == "error")
    #expect(command.data == Visible.text(text))
    #expect(command.properties["file"] == Visible.text("p" + text))
    #expect(command.properties["title"] == "branch-flow on " + Visible.text(text))
    #expect(command.properties.count == 3)
  }

  @Test("A text in such a log gives no command, wherever a line is broken", arguments: 0..<200)
  func inertText(_ seed: UInt64) {
    var dice = FakeDice(seed: seed)
    let words = [
      "::stop-commands::x", "##[add-mask]x", "::error::x", "a", "a##[error]b", "###[error]x",
      "::notice file=x::y", "word", ":::error::x",
    ]
    let text = (0...dice.below(30)).map { _ in dice.pick(words) }.joined(separator: " ")
    let report = Samples.report(
      [
        Finding(
          rule: .branchFlow, severity: .error, ref: "refs/heads/develop",
          message: Phrase(verbatim: text),
          details: [text, text].verbatim,
          remedy: Remedy([.init(.enter, Phrase(verbatim: "# \(text)"))]))
      ], title: Phrase(verbatim: text))
    var style = Style(color: false, unicode: true)
    style.isWorkflowLog = true
    for verbosity in [TextRenderer.Verbosity.quiet, .normal, .verbose] {
      let shown = Samples.text(report, verbosity, .all, style: style)
      let read = shown.split(separator: "\n").compactMap { WorkflowCommand(String($0)) }
      #expect(read.isEmpty, "\(shown)")
    }
  }

  @Test("Elsewhere the same text stays as it is")
  func plainText() {
    let finding = Finding(
      rule: .branchFlow, severity: .error, ref: "refs/heads/develop", message: "##[error]x")
    #expect(Samples.text(Samples.report([finding])).contains("branch-flow   ##[error]x"))
  }
}
