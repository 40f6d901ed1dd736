import FlowPolicy
import GitModel
import Wording

/// An audit for people: how much of what was found, by whom and when, and the newest findings. The
/// twelve lines of a single refusal would bury the history of years.
public struct AuditTextRenderer {
  public var style: Style
  public var verbosity: TextRenderer.Verbosity

  public init(style: Style, verbosity: TextRenderer.Verbosity) {
    self.style = style
    self.verbosity = verbosity
  }

  public func render(_ reports: [Report]) -> [UInt8] {
    var page = Page(style: style, language: reports.first?.language ?? .english)
    for report in reports {
      page.blank()
      head(report, of: reports.count, on: &page)
      guard verbosity != .quiet else { continue }
      tables(report.tally ?? AuditTally(), on: &page)
      newest(report.judgement.orderedFindings, on: &page)
      open(report.judgement.gaps, on: &page)
      foot(report, on: &page)
    }
    return page.bytes
  }

  private func head(_ report: Report, of count: Int, on page: inout Page) {
    let judgement = report.judgement
    let names = judgement.subjects.map(\.ref.spelled).joined(separator: ", ")
    let place = count > 1 ? "\(report.repository): \(names)" : names
    let (sign, tint): (Phrase, Tint) =
      switch judgement.verdict {
      case .allowed: (Phrase("✓ audit: "), .allowed)
      case .refused: (Phrase("✗ audit: "), .refused)
      case .undecided: (Phrase("? audit undecided: "), .warned)
      }
    page.line(Span(sign, tint), Span(place, .strong), Span(Phrase(" (\(judgement.counts))")))
  }

  private func tables(_ tally: AuditTally, on page: inout Page) {
    guard tally.all.findings > 0 else { return }
    let most = verbosity == .verbose ? Int.max : 10
    table(Phrase("rule"), tally.rules.map { ($0.rule.rawValue, $0.count) }, steps: false, on: &page)
    let authors = tally.authors.map { (Visible.text($0.author), $0.count) }
    table(Phrase("author"), Array(authors.prefix(most)), steps: true, on: &page)
    let left = authors.count - most
    more(
      left,
      Phrase(
        counting: left, one: "  and \(left) more author (--verbose lists them)",
        other: "  and \(left) more authors (--verbose lists them)"), on: &page)
    let months = tally.months.filter { $0.count.findings > 0 }.map { ($0.month, $0.count) }
    table(Phrase("month"), Array(months.suffix(min(most, months.count))), steps: true, on: &page)
    let earlier = months.count - most
    more(
      earlier,
      Phrase(
        counting: earlier, one: "  and \(earlier) more earlier month (--verbose lists them)",
        other: "  and \(earlier) more earlier months (--verbose lists them)"), on: &page)
  }

  private func table(
    _ title: Phrase, _ rows: [(name: String, count: AuditTally.Count)], steps: Bool,
    on page: inout Page
  ) {
    typealias Number = (title: Phrase, value: (AuditTally.Count) -> Int)
    let numbers: [Number] =
      (steps ? [(Phrase("steps"), { $0.steps })] : [])
      + [(Phrase("errors"), { $0.errors }), (Phrase("warnings"), { $0.warnings })]
      + (rows.contains { $0.count.waived > 0 } ? [(Phrase("waived"), { $0.waived })] : [])
    let table = Table(
      columns: [Table.Column(title)] + numbers.map { Table.Column($0.title, isNumeric: true) },
      rows: rows.map { row in
        [Table.Cell(row.name)] + numbers.map { Table.Cell("\($0.value(row.count))") }
      })
    page.blank()
    var style = Style(color: false, unicode: style.unicode)
    style.columns = self.style.columns.map { $0 - 2 }
    for line in table.text(style, in: page.language) {
      page.line(Span("  \(line)"))
    }
  }

  private func more(_ count: Int, _ words: Phrase, on page: inout Page) {
    if count > 0 { page.line(Span(words)) }
  }

  private func newest(_ findings: [Finding], on page: inout Page) {
    // Errors first: warnings of an old history are many.
    let sorted =
      findings.filter { $0.severity == .error && $0.isWaived == false }
      + findings.filter { $0.severity != .error && $0.isWaived == false }
      + findings.filter(\.isWaived)
    let shown = verbosity == .verbose ? sorted[...] : sorted.prefix(10)
    guard shown.isEmpty == false else { return }
    page.blank()
    page.line(
      Span(verbosity == .verbose ? Phrase("  findings:") : Phrase("  the newest findings:")))
    for finding in shown { self.finding(finding, on: &page) }
    let left = sorted.count - shown.count
    more(
      left,
      Phrase(
        counting: left, one: "  and \(left) more finding (--verbose lists them)",
        other: "  and \(left) more findings (--verbose lists them)"), on: &page)
  }

  private func finding(_ finding: Finding, on page: inout Page) {
    let tint: Tint = finding.severity == .error ? .refused : .warned
    let sign = finding.isWaived ? "~" : finding.severity == .error ? "✗" : "!"
    let text = Phrase("\(finding.rule.rawValue) on \(finding.ref.spelled): \(finding.message)")
    let place = finding.commit.map { "\($0.short)  " } ?? ""
    for (index, line) in page.wrapped(text, width: page.width - 16).enumerated() {
      if index == 0 {
        page.line(Span("  "), Span(sign, tint), Span(" \(place)\(line)"))
      } else {
        page.line(Span("                \(line)"))
      }
    }
    if let waiver = finding.waivedBy {
      page.line(
        Span(Phrase("                waived: \(waiver.words)")))
    }
    guard verbosity == .verbose else { return }
    for line in finding.details { page.line(Span(Phrase("                \(line)"))) }
  }

  private func open(_ gaps: [Gap], on page: inout Page) {
    for question in OpenQuestion.questions(in: gaps) {
      page.blank()
      page.line(Span(Phrase("  ? no answer: "), .warned), Span(question.reason.words))
      for (rule, gaps) in question.byRule {
        let (ref, question) = (gaps[0].ref.spelled, gaps[0].cause.question)
        let asked =
          gaps.contains(where: \.blocks)
          ? Phrase("\(rule.rawValue) on \(ref): \(question)")
          : Phrase("\(rule.rawValue), which blocks nothing on \(ref): \(question)")
        let text = asked + OpenQuestion.more(gaps.count - 1)
        for line in page.wrapped(text, width: page.width - 6) { page.line(Span("    \(line)")) }
      }
      for line in question.remedy {
        page.line(Span("      "), Span(RemedyLines.safe(line, in: page.language), .command))
      }
    }
  }

  private func foot(_ report: Report, on page: inout Page) {
    page.blank()
    if report.policy.isTrusted == false {
      page.line(
        Span("  ! ", .warned),
        Span(Phrase("the policy is not from the trusted side: \(report.policy.text)")))
    }
    for note in report.judgement.announcements + report.judgement.notes {
      for (index, line) in page.wrapped(
        Phrase("note: \(note)"), width: page.width - 4
      ).enumerated() {
        page.line(Span(index == 0 ? "  \(line)" : "    \(line)"))
      }
    }
    if report.judgement.errors.isEmpty == false {
      page.line(
        Span(
          Phrase("  what landed stays: a waiver or a baseline: in the policy leaves it in peace")))
    }
    guard verbosity == .verbose else { return }
    page.line(Span(Phrase("  policy: \(report.policy.text)")))
    page.line(Span(Phrase("  \(report.signature)")))
  }
}
