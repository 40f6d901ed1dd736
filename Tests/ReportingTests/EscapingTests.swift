import FlowPolicy
import Foundation
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Reporting

/// How each format writes what it has to escape, by examples.
@Suite struct EscapingTests {
  @Test(arguments: [
    ("src/a.py", "src/a.py"), ("a b", "a%20b"), ("a:b", "a%3Ab"), ("é", "%C3%A9"),
    ("100%", "100%25"), ("a?b#c", "a%3Fb%23c"), ("\\x", "%5Cx"),
  ])
  func pathsAsURIs(_ path: String, _ uri: String) {
    #expect(URIText.relative(Array(path.utf8)) == uri)
  }

  @Test func bytesThatAreNoTextAsURIs() {
    #expect(URIText.relative([0x61, 0xff, 0x0a]) == "a%FF%0A")
  }

  /// A CI job's remote holds its token.
  @Test(arguments: [
    ("https://gitlab-ci-token:secret@git.example.org/a/b.git", "https://git.example.org/a/b.git"),
    ("https://u:p@x:y@git.example.org/a", "https://git.example.org/a"),
    ("git@git.example.org:team/model.git", "ssh://git.example.org/team/model.git"),
    ("ssh://git@git.example.org:2222/a b", "ssh://git.example.org:2222/a%20b"),
    ("https://git.example.org/a?token=x#y", "https://git.example.org/a"),
    ("HTTPS://git.example.org/a", "https://git.example.org/a"),
    ("/srv/git/model.git", nil), ("../model.git", nil), ("file:///srv/model.git", nil),
    ("C:/model.git", nil), ("", nil), ("https://", nil), ("https://a b/c", nil),
    ("https://\u{1b}/c", nil),
  ])
  func addressesWithoutSecrets(_ remote: String, _ address: String?) {
    #expect(URIText.address(remote) == address)
  }

  @Test(arguments: [
    ("a<b>&\"c'", "a&lt;b&gt;&amp;&quot;c'"), ("\u{1b}\n\u{0}", "\\u{1b}\\u{a}\\u{0}"),
    ("\u{fffe}\u{ffff}", "\\u{fffe}\\u{ffff}"), ("&amp;", "&amp;amp;"), ("é→", "é→"),
    (" ::a::", " &#58;:a::"), ("###[a]", "##&#35;[a]"),
  ])
  func xml(_ text: String, _ escaped: String) {
    #expect(XMLElement.escaped(text) == escaped)
  }

  /// What is written otherwise for a runner's sake is the same text for a reader of JSON.
  @Test(arguments: ["##[a]", "###[", "#[", "##", "[##[", "\\##[\"", "##\u{1b}["])
  func json(_ text: String) throws {
    let bytes = JSONWriter.bytes(of: .array([.string(text)]), in: .english)
    #expect(try JSONDecoder().decode([String].self, from: Data(bytes)) == [Visible.text(text)])
    #expect(String(decoding: bytes, as: UTF8.self).contains("##[") == false)
  }

  @Test(arguments: [
    ("develop takes only merges", "develop takes only merges"),
    ("experiment/a into develop.", "`experiment/a` into develop."),
    ("ask @anna, then", "ask `@anna`, then"), ("f1 is 0.93 (-0.5)", "f1 is 0.93 (-0.5)"),
    ("1. one", "`1`. one"), ("- x", "`-` x"), ("a` b``c", "`` a` `` ```b``c```"),
    ("\"Run a\"", "\"Run a\""), ("GH-12 re-run", "`GH-12` re-run"), ("", ""), ("...", "`...`"),
    ("0123456789 Hotfix", "0123456789 Hotfix"), ("\u{202e}a", "`\\u{202e}a`"),
  ])
  func markdown(_ text: String, _ shown: String) {
    #expect(MarkdownText.prose(text) == shown)
  }

  @Test func codeHoldsAnything() {
    #expect(MarkdownText.code("a b") == "`a b`")
    #expect(MarkdownText.code(" a ") == "`  a  `")
    #expect(MarkdownText.fence(["```", "rm"], "sh") == "````sh\n```\nrm\n````")
    #expect(MarkdownText.cell("a|b") == "`a\\|b`")
    #expect(MarkdownText.cell("a\\|b") == "`a\\\\u{7c}b`")
  }

  @Test func aSectionHoldsItsLines() {
    let section = GitLabSection(name: "a_b", title: "More\u{1b}", isOpen: false, time: 7)
    #expect(
      String(decoding: section.around(Array("x\n".utf8)), as: UTF8.self)
        == "\u{1b}[0Ksection_start:7:a_b[collapsed=true]\r\u{1b}[0KMore\\u{1b}\nx\n"
        + "\u{1b}[0Ksection_end:7:a_b\r\u{1b}[0K\n")
  }

  @Test(arguments: RuleID.allCases) func everyFindingPointsToAFile(_ rule: RuleID) {
    var context = ReportContext()
    context.policyFile = ".gitflow-guard.yaml"
    context.general = "README.md"
    func place(_ path: TreePath?, line: Int? = nil) -> String {
      var finding = Finding(
        rule: rule, severity: .error, ref: "refs/heads/develop", path: path, message: "m")
      finding.line = line
      let place = FindingPlace(of: finding, in: context)
      return "\(place.path):\(place.line)"
    }
    let isOfPolicy = rule == .policyChange
    #expect(place("a/b", line: 3) == (isOfPolicy ? ".gitflow-guard.yaml:1" : "a/b:3"))
    #expect(place("a/b", line: 0) == (isOfPolicy ? ".gitflow-guard.yaml:1" : "a/b:1"))
    #expect(place(nil) == (isOfPolicy ? ".gitflow-guard.yaml:1" : "README.md:1"))
    context.journal = "experiments/log.md"
    let isOfEntries = [.experimentEntry, .entryFormat, .entryRewrite].contains(rule)
    let wanted =
      isOfPolicy ? ".gitflow-guard.yaml" : isOfEntries ? "experiments/log.md" : "README.md"
    #expect(place(nil) == wanted + ":1")
  }

  @Test(arguments: [
    (".", "a"), ("./x", "x/a"), ("x/y/", "x/y/a"), ("../x", "a"), ("/x", "a"), ("x/../..", "a"),
  ])
  func severalRepositoriesHaveTheirFolders(_ repository: String, _ path: String) {
    var finding = Finding(rule: .ownWork, severity: .error, ref: "r", path: "a", message: "m")
    finding.line = 2
    let place = FindingPlace(of: finding, in: ReportContext())
    #expect(place.path(in: repository) == path)
  }

  /// A comment that is too long for a code host is cut between its parts, and says so.
  @Test func aCommentHasItsLimit() {
    let report = Samples.report((1...200).map { Samples.directCommit($0) })
    for limit in [300, 3_000, 10_000, 60_000] {
      let bytes = MarkdownRenderer(limit: limit).render([report])
      #expect(bytes.count < limit + 120)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.hasPrefix("<!-- gitflow-guard -->\n\n## gitflow-guard: ❌ refused\n"))
      #expect(text.contains("found no room here") == (limit < 60_000), "\(limit)")
    }
  }
}

/// The rules that a log describes have pages that a code host can show.
@Suite struct RuleHelpTests {
  @Test(arguments: RuleCatalog.all.map(\.card.id)) func everyRuleHasHelp(_ rule: RuleID) throws {
    let bytes = SARIFRenderer(exitCode: 0).render([Samples.report()])
    let log = String(decoding: bytes, as: UTF8.self)
    #expect(log.contains("\"id\": \"\(rule.rawValue)\""))
    let card = try #require(RuleCatalog.rule(rule)?.card)
    let page = RulePage(card)
    #expect(
      page.markdown(in: .english).contains(card.mending.english)
        && page.markdown(in: .english).contains("```"))
    #expect(page.lines(in: .english).joined(separator: " ").contains(card.mending.english))
    // GitHub's limit for descriptions.
    #expect(card.why.english.count <= 1_024 && card.summary.english.count <= 1_024)
  }
}
