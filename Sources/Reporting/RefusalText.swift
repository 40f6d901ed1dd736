import FlowPolicy
import GitModel
import Wording

extension TextRenderer {
  /// Of a group's findings so many are shown one by one.
  private static let shownOfGroup = 3

  /// One cause: the headline, a row for each rule, and what mends them all.
  func refusal(_ cause: Cause, occasion: Occasion, on page: inout Page) {
    page.line(
      Span(Phrase(verbatim: "✗ ") + occasion.refused, .refused),
      Span(cause.groups[0].findings[0].clause, .strong))
    page.blank()

    // Besides rows and remedy: the headline, the footer, and the line above the remedy. Each
    // further rule may tell its message and one line of evidence.
    let frame = cause.remedy.isEmpty ? 2 : 3
    let further = 2 * (cause.groups.count - 1)
    let limit = limit.map { $0 + further }
    let told = cause.groups.map { row(for: $0, indent: indent(of: cause.groups), on: page) }
    let wanted = told.reduce(0) { $0 + $1.message.count + $1.items.joined().count }
    let lines = remedyLines(
      cause.remedy.lines, beside: frame + min(2 + further, wanted), of: limit, in: page.language)
    rows(told, room: limit.map { $0 - frame - lines.count }, on: &page)
    remedy(lines, title: Phrase("do this instead:"), on: &page)

    page.blank()
    page.line(Span(Phrase("  gitflow-guard explain \(cause.groups[0].rule.rawValue) tells more")))
  }

  /// The remedy in as many lines as a cause has beside its other lines.
  func remedyLines(
    _ lines: [Phrase], beside others: Int, of limit: Int?, in language: Language
  ) -> [String] {
    guard let limit else { return lines.map { RemedyLines.safe($0, in: language) } }
    return RemedyLines.fitted(lines, limit: limit - others, in: language)
  }

  func remedy(_ lines: [String], title: Phrase, on page: inout Page) {
    guard lines.isEmpty == false else { return }
    page.blank()
    page.line(Span(Phrase(verbatim: "  ") + title))
    for line in lines { page.line(Span("    "), Span(line, .command)) }
  }

  func rows(_ rows: [EvidenceRow], room: Int?, on page: inout Page) {
    let shared = EvidenceRow.share(rows, room: room)
    let column = shared.map { Page.columns($0.name) }.max() ?? 0
    for (name, lines) in shared {
      let padding = String(repeating: " ", count: column - Page.columns(name) + 3)
      page.line(Span("  "), Span(name, .strong), Span(lines.isEmpty ? "" : padding + lines[0]))
      let indent = String(repeating: " ", count: column + 5)
      for line in lines.dropFirst() { page.line(Span(indent + line)) }
    }
  }

  /// The column at which the messages of these groups stand.
  private func indent(of groups: [RuleGroup]) -> Int {
    5 + (groups.map(\.rule.rawValue.utf8.count).max() ?? 0)
  }

  private func row(for group: RuleGroup, indent: Int, on page: Page) -> EvidenceRow {
    let width = page.width - indent
    let items = evidence(of: group)
    return EvidenceRow(
      name: group.rule.rawValue, message: page.wrapped(group.message, width: width),
      items: items.shown.map { page.wrapped($0, width: width) }.filter { $0.isEmpty == false },
      total: items.total, language: page.language)
  }

  /// One finding shows all its details; several show what is each one's own.
  private func evidence(of group: RuleGroup) -> (shown: [Phrase], total: Int) {
    if verbosity == .verbose {
      let lines = group.findings.flatMap { finding in
        (group.findings.count > 1 ? [Phrase("\(finding.place): \(finding.message)")] : [])
          + finding.details + finding.origin
      }
      return (lines, lines.count)
    }
    guard group.findings.count > 1 else {
      let details = group.findings[0].details
      return (details, details.count)
    }
    // What all of them say tells none of them apart.
    let common = group.findings.dropFirst().reduce(into: Set(group.findings[0].details)) {
      $0.formIntersection($1.details)
    }
    let shown = group.findings.prefix(Self.shownOfGroup).map { finding in
      finding.details.first { common.contains($0) == false } ?? Phrase(verbatim: finding.place)
    }
    return (shown, group.findings.count)
  }
}

extension Finding {
  /// Where the breach is, as shortly as it can be named.
  var place: String {
    let parts = [commit?.short, path?.description].compactMap { $0 }
    return parts.isEmpty ? ref.spelled : parts.joined(separator: " ")
  }

  /// Which branch came in, and how that is known; empty where nothing came in.
  var origin: [Phrase] {
    guard let source else { return [] }
    let (name, kind) = (source.spelled, source.kind.rawValue)
    guard let lane = source.lane?.lane.name else {
      return [Phrase("the source: \(name), known by: \(kind)")]
    }
    return [Phrase("the source: \(name), lane \(lane), known by: \(kind)")]
  }
}
