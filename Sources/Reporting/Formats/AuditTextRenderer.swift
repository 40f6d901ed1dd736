import FlowPolicy
import GitModel

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
    var page = Page(style: style)
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
    let (sign, tint): (String, Tint) =
      switch judgement.verdict {
      case .allowed: ("✓ audit: ", .allowed)
      case .refused: ("✗ audit: ", .refused)
      case .undecided: ("? audit undecided: ", .warned)
      }
    page.line(Span(sign, tint), Span(place, .strong), Span(" (\(judgement.counts))"))
  }

  private func tables(_ tally: AuditTally, on page: inout Page) {
    guard tally.all.findings > 0 else { return }
    let most = verbosity == .verbose ? Int.max : 10
    table("rule", tally.rules.map { ($0.rule.rawValue, $0.count) }, steps: false, on: &page)
    let authors = tally.authors.map { (Visible.text($0.author), $0.count) }
    table("author", Array(authors.prefix(most)), steps: true, on: &page)
    more(authors.count - most, "authors", on: &page)
    let months = tally.months.filter { $0.count.findings > 0 }.map { ($0.month, $0.count) }
    table("month", Array(months.suffix(min(most, months.count))), steps: true, on: &page)
    more(months.count - most, "earlier months", on: &page)
  }

  private func table(
    _ title: String, _ rows: [(name: String, count: AuditTally.Count)], steps: Bool,
    on page: inout Page
  ) {
    typealias Number = (title: String, value: (AuditTally.Count) -> Int)
    let numbers: [Number] =
      (steps ? [("steps", { $0.steps })] : [])
      + [("errors", { $0.errors }), ("warnings", { $0.warnings })]
      + (rows.contains { $0.count.waived > 0 } ? [("waived", { $0.waived })] : [])
    let table = Table(
      columns: [Table.Column(title)] + numbers.map { Table.Column($0.title, isNumeric: true) },
      rows: rows.map { row in
        [Table.Cell(row.name)] + numbers.map { Table.Cell("\($0.value(row.count))") }
      })
    page.blank()
    var style = Style(color: false, unicode: style.unicode)
    style.columns = self.style.columns.map { $0 - 2 }
    for line in table.text(style) {
      page.line(Span("  \(line)"))
    }
  }

  private func more(_ count: Int, _ what: String, on page: inout Page) {
    if count > 0 { page.line(Span("  and \(count) more \(what) (--verbose lists them)")) }
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
    page.line(Span(verbosity == .verbose ? "  findings:" : "  the newest findings:"))
    for finding in shown { self.finding(finding, on: &page) }
    more(sorted.count - shown.count, "findings", on: &page)
  }

  private func finding(_ finding: Finding, on page: inout Page) {
    let tint: Tint = finding.severity == .error ? .refused : .warned
    let sign = finding.isWaived ? "~" : finding.severity == .error ? "✗" : "!"
    let text = "\(finding.rule.rawValue) on \(finding.ref.spelled): \(finding.message)"
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
        Span("                waived: \(waiver.reason); by \(waiver.by), until \(waiver.until)"))
    }
    guard verbosity == .verbose else { return }
    for line in finding.details { page.line(Span("                \(line)")) }
  }

  private func open(_ gaps: [Gap], on page: inout Page) {
    for question in OpenQuestion.questions(in: gaps) {
      page.blank()
      page.line(Span("  ? no answer: ", .warned), Span(question.reason.words))
      for (rule, gaps) in question.byRule {
        let more = gaps.count > 1 ? " (and \(gaps.count - 1) more such questions)" : ""
        let blocks = gaps.contains(where: \.blocks) ? "" : ", which blocks nothing"
        let text =
          "\(rule.rawValue)\(blocks) on \(gaps[0].ref.spelled): \(gaps[0].cause.question)\(more)"
        for line in page.wrapped(text, width: page.width - 6) { page.line(Span("    \(line)")) }
      }
      for line in question.remedy {
        page.line(Span("      "), Span(RemedyLines.safe(line), .command))
      }
    }
  }

  private func foot(_ report: Report, on page: inout Page) {
    page.blank()
    if report.policy.isTrusted == false {
      page.line(
        Span("  ! ", .warned),
        Span("the policy is not from the trusted side: \(report.policy.text)"))
    }
    for note in report.judgement.announcements + report.judgement.notes {
      for (index, line) in page.wrapped("note: \(note)", width: page.width - 4).enumerated() {
        page.line(Span(index == 0 ? "  \(line)" : "    \(line)"))
      }
    }
    if report.judgement.errors.isEmpty == false {
      page.line(
        Span("  what landed stays: a waiver or a baseline: in the policy leaves it in peace"))
    }
    guard verbosity == .verbose else { return }
    page.line(Span("  policy: \(report.policy.text)"))
    let seconds = (report.seconds * 1_000).rounded() / 1_000
    page.line(Span("  gitflow-guard \(report.tool.version), \(seconds) seconds"))
  }
}
