import FlowPolicy
import GitModel
import Wording

/// A comment for a merge request, or a job's summary: the verdict first, then what stops it with
/// the commands that mend it, then what stops nothing.
public struct MarkdownRenderer: ReportRenderer {
  /// The longest comment in bytes; GitHub takes 65,536 characters, other hosts more.
  public let limit: Int

  /// - Parameter limit: what does not fit is counted and left out.
  public init(limit: Int = 60_000) { self.limit = limit }

  /// By which a job finds its earlier comment, to renew it.
  private static let mark = "<!-- gitflow-guard -->"

  public func render(_ reports: [Report]) -> [UInt8] {
    let verdict = Judgement(all: reports).verdict
    var page = MarkdownPage(limit: limit, language: reports.first?.language ?? .english)
    let words = page.said(Self.words(for: verdict))
    page.add([Self.mark, "## gitflow-guard: \(Self.sign(of: verdict)) \(words)"])
    for report in reports {
      if reports.count > 1 { page.add(["### \(MarkdownText.code(report.repository))"]) }
      render(report, on: &page)
    }
    return page.bytes
  }

  public func render(_ failure: NoVerdict) -> [UInt8] {
    var page = MarkdownPage(limit: limit, language: failure.language)
    let title = page.said(Phrase("## gitflow-guard: ❓ no verdict"))
    page.add([Self.mark, title, page.prose(failure.message)])
    if failure.remedy.isEmpty == false {
      page.add([MarkdownText.fence(failure.shownRemedy, "sh")])
    }
    return page.bytes
  }

  private static func sign(of verdict: Verdict) -> String {
    switch verdict {
    case .allowed: "✅"
    case .refused: "❌"
    case .undecided: "❓"
    }
  }

  private static func words(for verdict: Verdict) -> Phrase {
    switch verdict {
    case .allowed: Phrase("allowed")
    case .refused: Phrase("refused")
    case .undecided: Phrase("undecided")
    }
  }

  private func render(_ report: Report, on page: inout MarkdownPage) {
    let judgement = report.judgement
    let findings = judgement.orderedFindings
    page.add([subject(of: report, page)])
    if let tally = report.tally, tally.all.findings > 0 { page.add([table(of: tally, page)]) }

    let errors = findings.filter { $0.severity == .error && $0.isWaived == false }
    if report.tally != nil {
      list(Phrase("Errors"), errors.map { item($0, page) }, on: &page)
    } else {
      for cause in Cause.causes(of: errors) { self.cause(cause, report.occasion, on: &page) }
    }
    for question in OpenQuestion.questions(in: judgement.gaps.filter(\.blocks)) {
      open(question, on: &page)
    }
    let warnings = findings.filter { $0.severity == .warning && $0.isWaived == false }
    list(Phrase("Warnings"), warnings.map { item($0, page) }, on: &page)
    let unanswered = judgement.gaps.filter { $0.blocks == false }.map { gap in
      item(gap, Phrase("\(gap.cause.question); \(gap.cause.reason.words)"), page)
    }
    list(Phrase("Not answered, and blocking nothing"), unanswered, on: &page)
    list(Phrase("Waived"), findings.filter(\.isWaived).map { item($0, page) }, on: &page)
    let notes = judgement.announcements + judgement.notes
    list(Phrase("Notes"), notes.map { "- \(page.prose($0))" }, on: &page)
    page.add([origin(of: report, page)])
  }

  private func subject(of report: Report, _ page: MarkdownPage) -> String {
    let refs = report.judgement.subjects.map(\.ref.spelled)
    let names = refs.map(MarkdownText.code).joined(separator: ", ")
    let title = report.title.map { page.prose($0) } ?? names
    return (title.isEmpty ? "" : "\(title): ") + page.said(report.judgement.counts)
  }

  private func table(of tally: AuditTally, _ page: MarkdownPage) -> String {
    let rows = tally.rules.map { rule, count in
      "| \(rule.rawValue) | \(count.errors) | \(count.warnings) | \(count.waived) |"
    }
    let head = page.said(Phrase("| rule | errors | warnings | waived |"))
    return ([head, "| --- | ---: | ---: | ---: |"] + rows).joined(separator: "\n")
  }

  private func cause(_ cause: Cause, _ occasion: Occasion, on page: inout MarkdownPage) {
    let clause = page.prose(cause.groups[0].findings[0].clause)
    page.add(["### \(page.said(occasion.refused))\(clause)"])
    for finding in cause.groups.flatMap(\.findings) { page.add(item: item(finding, page)) }
    remedy(cause.remedy.lines, Phrase("Do this instead:"), on: &page)
  }

  private func open(_ question: OpenQuestion, on page: inout MarkdownPage) {
    page.add(["### \(page.said(Phrase("No answer: ")))\(page.prose(question.reason.words))"])
    for gap in question.gaps { page.add(item: item(gap, gap.cause.question, page)) }
    remedy(question.remedy, Phrase("Do this, then try again:"), on: &page)
  }

  private func remedy(_ lines: [Phrase], _ title: Phrase, on page: inout MarkdownPage) {
    guard lines.isEmpty == false else { return }
    let shown = lines.map { RemedyLines.safe($0, in: page.language) }
    page.add([page.said(title), MarkdownText.fence(shown, "sh")])
  }

  private func list(_ title: Phrase, _ items: [String], on page: inout MarkdownPage) {
    guard items.isEmpty == false else { return }
    page.add(["### \(page.said(title))"])
    for item in items { page.add(item: item) }
  }

  /// A finding as an item of a list, what is long below it folded.
  private func item(_ finding: Finding, _ page: MarkdownPage) -> String {
    let commit = finding.commit.map { " (\($0.short))" } ?? ""
    let place = "\(MarkdownText.code(finding.ref.spelled))\(commit)"
    var lines = [
      page.said(
        Phrase("- **\(finding.rule.rawValue)** on \(place): \(page.prose(finding.message))"))
    ]
    if let waiver = finding.waivedBy {
      lines.append(page.said(Phrase("  - waived: \(page.prose(waiver.words))")))
    }
    let details = finding.details.map { "  - \(page.prose($0))" }
    guard details.count > Self.openDetails else {
      return (lines + details).joined(separator: "\n")
    }
    let count = details.count
    let summary = Phrase(
      counting: count, one: "\(count) line of evidence", other: "\(count) lines of evidence")
    lines += ["", "  <details><summary>\(page.said(summary))</summary>", ""]
    return (lines + details + ["", "  </details>"]).joined(separator: "\n")
  }

  private func item(_ gap: Gap, _ question: Phrase, _ page: MarkdownPage) -> String {
    let place = MarkdownText.code(gap.ref.spelled)
    return page.said(Phrase("- **\(gap.rule.rawValue)** on \(place): \(page.prose(question))"))
  }

  /// So many lines of evidence are shown unfolded.
  private static let openDetails = 3

  private func origin(of report: Report, _ page: MarkdownPage) -> String {
    let tool = "\(report.tool.name) \(MarkdownText.code(report.tool.version))"
    let policy = MarkdownText.code(page.said(report.policy.text))
    return page.said(
      report.policy.isTrusted
        ? Phrase("policy: \(policy) · \(tool)")
        : Phrase("policy: \(policy), **not from the trusted side** · \(tool)"))
  }
}

/// Blocks of Markdown up to a size. What is left out is counted.
struct MarkdownPage {
  private let limit: Int
  private var text = ""
  private var left = 0
  private var isInList = false

  let language: Language

  init(limit: Int, language: Language) {
    self.limit = limit
    self.language = language
  }

  func said(_ phrase: Phrase) -> String { phrase.text(in: language) }

  func prose(_ phrase: Phrase) -> String { MarkdownText.prose(said(phrase)) }

  var bytes: [UInt8] {
    let more = Phrase(
      counting: left, one: "and \(left) more part that found no room here: the job's log has it",
      other: "and \(left) more parts that found no room here: the job's log has them")
    let end = left > 0 ? "\n\(said(more))\n" : ""
    // Where a job prints it, its runner reads along.
    let lines = (text + end).split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.map { WorkflowLog.inert(String($0)) }.joined(separator: "\n").utf8)
  }

  /// Paragraphs, which stay together.
  mutating func add(_ blocks: [String]) {
    isInList = false
    append("\(text.isEmpty ? "" : "\n")\(blocks.joined(separator: "\n\n"))\n")
  }

  mutating func add(item: String) {
    append("\(isInList ? "" : "\n")\(item)\n")
    isInList = true
  }

  private mutating func append(_ part: String) {
    // Once something is left out, what follows would stand in the wrong place.
    guard left == 0, text.utf8.count + part.utf8.count <= limit else {
      left += 1
      return
    }
    text += part
  }
}
