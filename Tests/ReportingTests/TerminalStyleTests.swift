import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

/// Texts for terminals that are narrow, or have few signs.
@Suite struct TerminalStyleTests {
  @Test func progressIsOneLineThatCanBeTakenBack() {
    let line = ProgressLine(what: "audit", columns: 40, language: .english)
    #expect(line.text(256, of: 1_000) == "\raudit: 256 of 1000 steps, 25 %\u{1b}[K")
    #expect(line.text(0, of: 0) == "\raudit: 0 of 0 steps, 0 %\u{1b}[K")
    let narrow = ProgressLine(what: "audit", columns: 12, language: .english).text(256, of: 1_000)
    #expect(narrow == "\raudit: 2...\u{1b}[K")
  }

  @Test(arguments: [10, 60, 75, 100, 300]) func messagesAreWrappedAtTheWidth(_ columns: Int) {
    let words = String(repeating: "слово 実験 word ", count: 40)
    let finding = Finding(
      rule: .unattributedSource, severity: .error, ref: "refs/heads/develop",
      message: Phrase(verbatim: words),
      details: [words].verbatim,
      remedy: Remedy([.init(.enter, "git switch \(String(repeating: "x", count: 200))")])
    )
    var style = Style.plain
    style.columns = columns
    let width = min(100, max(60, columns))
    for verbosity in [TextRenderer.Verbosity.normal, .verbose] {
      let text = Samples.text(Samples.report([finding]), verbosity, .all, style: style)
      for line in text.split(separator: "\n") where line.hasPrefix("    git ") == false {
        // A wide letter takes two columns.
        let taken = line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2fff ? 2 : 1) }
        #expect(taken <= width + 2, "\(taken): \(line)")
      }
      #expect(text.contains("\n    git switch x"))
    }
    let short = Samples.text(Samples.report([finding]), style: style)
    #expect(short.split(separator: "\n").count <= 12)
  }

  @Test func aCommentInARemedyHasNoSignsThatTheTerminalLacks() {
    let finding = Finding(
      rule: .branchFlow, severity: .error, ref: "refs/heads/develop", message: "m",
      remedy: Remedy([.init(.enter, "# first → then"), .init(.bring, "git switch a→b")]))
    let text = Samples.text(
      Samples.report([finding]), style: Style(color: false, unicode: false))
    #expect(text.contains("\n    # first -> then\n"))
    #expect(text.contains("\n    git switch a→b\n"))
  }
}
