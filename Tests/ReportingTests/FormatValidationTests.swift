import FlowPolicy
import Foundation
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Reporting

/// Reports of every kind, hostile ones too, are valid for validators that nobody here wrote.
@Suite struct FormatValidationTests {
  /// The ending by which `validate.py` knows a format; JSON and annotations have tests of their own.
  static let endings: [(format: ReportFormat, ending: String)] = [
    (.sarif, "sarif"), (.junit, "xml"), (.gitlab, "codequality.json"), (.markdown, "md"),
  ]

  private func write(_ bytes: [UInt8], _ file: String, in folder: ScratchFolder) throws {
    try Data(bytes).write(to: URL(filePath: folder.path + "/reports/" + file))
  }

  private func reportsFolder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/reports", withIntermediateDirectories: false)
    return folder
  }

  private func expectValid(_ folder: ScratchFolder, _ count: Int) throws {
    let outcome = try OutsideValidators.check(folder, below: folder.path + "/reports")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stdout == "\(count) files\n", "\(outcome)")
  }

  static let reports: [String: [Report]] = {
    var audit = Samples.everything
    audit.tally = AuditTally()
    audit.tally?.byRule[.branchFlow] = AuditTally.Count()
    audit.tally?.all.errors = 1
    var other = audit
    other.repository = "../other"
    let many = Samples.report((1...60).map { Samples.directCommit($0) })
    return [
      "everything": [Samples.everything], "allowed": [Samples.report()], "audit": [audit, other],
      "twice": [audit, audit], "many": [many],
    ]
  }()

  @Test func reportsOfEveryKind() throws {
    let folder = try reportsFolder()
    for (name, reports) in Self.reports {
      for strict in [true, false] {
        for (format, ending) in Self.endings {
          let renderer = format.renderer(exitCode: 1, isStrict: strict)
          try write(renderer.render(reports), "\(name)-\(strict).\(ending)", in: folder)
        }
      }
    }
    for (format, ending) in Self.endings {
      let renderer = format.renderer(exitCode: 2, isStrict: false)
      try write(renderer.render(Samples.brokenPolicy), "no-verdict.\(ending)", in: folder)
    }
    try expectValid(folder, (Self.reports.count * 2 + 1) * Self.endings.count)
  }

  static let hostile =
    ["https://x.example.org/%41?a#b", "&", "a&b;", "&lt", "javascript:x"] + HostileTextTests.texts
    + [
      "<script>alert(1)</script>", "]]>", "[x](https://example.org)", "![](a.png)", "@anna", "#12",
      "!7", "~bug", "%1", "$x$", "www.example.org", "https://example.org", "a@example.org", "`",
      "``", "|", "\\|", "&amp;", "<!-- -->", "</details>", "1.", "- x", "# x", "> x", "---", "```",
      "~~~", "[[ATTACHMENT|/etc/passwd]]", "{0}", "\u{fffe}\u{ffff}", "**x**", "__x__", "1)", "+",
      ":smile:", "    x", "[ ] x", "{: .x}", "{% x %}", "a\\", "GH-12", "\u{1F600}",
    ]

  @Test func hostileReports() throws {
    let folder = try reportsFolder()
    var count = 0
    for (field, make) in HostileTextTests.fields.enumerated() {
      let parts = stride(from: 0, to: Self.hostile.count, by: 10).map { start in
        make(Self.hostile.dropFirst(start).prefix(10).joined(separator: "  "))
      }
      let together = make(Self.hostile.joined(separator: " "))
      for (format, ending) in Self.endings {
        let renderer = format.renderer(exitCode: 1, isStrict: false)
        try write(renderer.render([together]), "\(field).\(ending)", in: folder)
        try write(renderer.render(named(parts)), "\(field)-all.\(ending)", in: folder)
        count += 2
      }
    }
    try expectValid(folder, count)
  }

  /// Each under a name of its own, as several repositories have one.
  private func named(_ reports: [Report]) -> [Report] {
    reports.enumerated().map { number, report in
      var report = report
      report.repository += "\(number)"
      return report
    }
  }

  /// Any text, in a sentence or a cell, is shown as it is and does nothing.
  @Test func markdownShowsAnyText() throws {
    var dice = FakeDice(seed: 4)
    let parts =
      Self.hostile + ["a", "слово", " ", " ", "(", ")", "\"", "'", ",", ".", "-", "3", "é"]
    var pairs: [[String]] = []
    for _ in 0..<1_500 {
      let text = (0...dice.below(6)).map { _ in dice.pick(parts) }.joined()
      pairs.append([MarkdownText.prose(text), Visible.text(text)])
      if text.isEmpty == false { pairs.append([MarkdownText.code(text), Visible.text(text)]) }
    }
    let folder = try reportsFolder()
    try write(Array(JSONEncoder().encode(pairs)), "sentences.words.json", in: folder)
    try expectValid(folder, 1)
  }

  /// The judges can tell.
  @Test func brokenReportsAreSeen() throws {
    let folder = try reportsFolder()
    let run = "{ \"tool\": { \"driver\": { \"name\": 1 } } }"
    let mark = "<!-- gitflow-guard -->\n\n## t\n\n"
    let broken = [
      "a.sarif": "{ \"version\": \"2.1.0\", \"runs\": [\(run)] }",
      "b.xml": "<testsuites><testsuite name=\"a\"/></testsuites>",
      "c.xml": "<testsuites>\u{1b}</testsuites>",
      "d.codequality.json": "[{ \"description\": \"a\" }]",
      "e.md": "\(mark)[x](https://example.org)\n", "f.md": "\(mark)@anna\n",
      "g.md": "\(mark)<b>x</b>\n", "h.md": "\(mark)> x\n", "i.md": "\(mark)<!-- x -->\n",
      "j.words.json": "[[\"*a*\", \"*a*\"]]", "k.words.json": "[[\"1. a\", \"1. a\"]]",
      "l.words.json": "[[\"a\", \"b\"]]", "m.other": "",
    ]
    for (file, text) in broken { try write(Array(text.utf8), file, in: folder) }
    let outcome = try OutsideValidators.check(folder, below: folder.path + "/reports")
    #expect(outcome.status == 1)
    for file in broken.keys { #expect(outcome.stdout.contains("\(file): "), "\(file): \(outcome)") }
  }
}
