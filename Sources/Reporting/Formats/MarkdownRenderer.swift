import FlowPolicy
import GitModel

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
    var page = MarkdownPage(limit: limit)
    page.add([Self.mark, "## gitflow-guard: \(Self.sign(of: verdict)) \(verdict.rawValue)"])
    for report in reports {
      if reports.count > 1 { page.add(["### \(MarkdownText.code(report.repository))"]) }
      render(report, on: &page)
    }
    return page.bytes
  }

  public func render(_ failure: NoVerdict) -> [UInt8] {
    var page = MarkdownPage(limit: limit)
    page.add([Self.mark, "## gitflow-guard: ❓ no verdict", MarkdownText.prose(failure.message)])
    if failure.remedy.isEmpty == false {
      page.add([MarkdownText.fence(failure.remedy.map(RemedyLines.safe), "sh")])
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

  private func render(_ report: Report, on page: inout MarkdownPage) {
    let judgement = report.judgement
    let findings = judgement.orderedFindings
    page.add([subject(of: report)])
    if let tally = report.tally, tally.all.findings > 0 { page.add([table(of: tally)]) }

    let errors = findings.filter { $0.severity == .error && $0.isWaived == false }
    if report.tally != nil {
      list("Errors", errors.map { item($0) }, on: &page)
    } else {
      for cause in Cause.causes(of: errors) { self.cause(cause, report.occasion, on: &page) }
    }
    for question in OpenQuestion.questions(in: judgement.gaps.filter(\.blocks)) {
      open(question, on: &page)
    }
    let warnings = findings.filter { $0.severity == .warning && $0.isWaived == false }
    list("Warnings", warnings.map { item($0) }, on: &page)
    let unanswered = judgement.gaps.filter { $0.blocks == false }.map { gap in
      let question = MarkdownText.prose("\(gap.cause.question); \(gap.cause.reason.words)")
      return "- **\(gap.rule.rawValue)** on \(MarkdownText.code(gap.ref.spelled)): \(question)"
    }
    list("Not answered, and blocking nothing", unanswered, on: &page)
    list("Waived", findings.filter(\.isWaived).map { item($0) }, on: &page)
    let notes = judgement.announcements + judgement.notes
    list("Notes", notes.map { "- \(MarkdownText.prose($0))" }, on: &page)
    page.add([origin(of: report)])
  }

  private func subject(of report: Report) -> String {
    let refs = report.judgement.subjects.map(\.ref.spelled)
    let names = refs.map(MarkdownText.code).joined(separator: ", ")
    let title = report.title.map { MarkdownText.prose($0) } ?? names
    return "\(title.isEmpty ? "" : "\(title): ")\(report.judgement.counts)"
  }

  private func table(of tally: AuditTally) -> String {
    let rows = tally.rules.map { rule, count in
      "| \(rule.rawValue) | \(count.errors) | \(count.warnings) | \(count.waived) |"
    }
    return
      (["| rule | errors | warnings | waived |", "| --- | ---: | ---: | ---: |"] + rows)
      .joined(separator: "\n")
  }

  private func cause(_ cause: Cause, _ occasion: Occasion, on page: inout MarkdownPage) {
    let clause = MarkdownText.prose(cause.groups[0].findings[0].clause)
    page.add(["### \(occasion.rawValue) refused: \(clause)"])
    for finding in cause.groups.flatMap(\.findings) { page.add(item: item(finding)) }
    remedy(cause.remedy.lines, "Do this instead:", on: &page)
  }

  private func open(_ question: OpenQuestion, on page: inout MarkdownPage) {
    page.add(["### No answer: \(MarkdownText.prose(question.reason.words))"])
    for gap in question.gaps {
      page.add(
        item: "- **\(gap.rule.rawValue)** on \(MarkdownText.code(gap.ref.spelled)): "
          + MarkdownText.prose(gap.cause.question))
    }
    remedy(question.remedy, "Do this, then try again:", on: &page)
  }

  private func remedy(_ lines: [String], _ title: String, on page: inout MarkdownPage) {
    guard lines.isEmpty == false else { return }
    page.add([title, MarkdownText.fence(lines.map(RemedyLines.safe), "sh")])
  }

  private func list(_ title: String, _ items: [String], on page: inout MarkdownPage) {
    guard items.isEmpty == false else { return }
    page.add(["### \(title)"])
    for item in items { page.add(item: item) }
  }

  /// A finding as an item of a list, what is long below it folded.
  private func item(_ finding: Finding) -> String {
    let commit = finding.commit.map { " (\($0.short))" } ?? ""
    let place = "\(MarkdownText.code(finding.ref.spelled))\(commit)"
    var lines = [
      "- **\(finding.rule.rawValue)** on \(place): \(MarkdownText.prose(finding.message))"
    ]
    if let waiver = finding.waivedBy {
      lines.append("  - waived: \(MarkdownText.prose(waiver.words))")
    }
    let details = finding.details.map { "  - \(MarkdownText.prose($0))" }
    guard details.count > Self.openDetails else {
      return (lines + details).joined(separator: "\n")
    }
    lines += [
      "", "  <details><summary>\(details.count) lines of evidence</summary>", "",
    ]
    return (lines + details + ["", "  </details>"]).joined(separator: "\n")
  }

  /// So many lines of evidence are shown unfolded.
  private static let openDetails = 3

  private func origin(of report: Report) -> String {
    let trust = report.policy.isTrusted ? "" : ", **not from the trusted side**"
    let tool = "\(report.tool.name) \(MarkdownText.code(report.tool.version))"
    return "policy: \(MarkdownText.code(report.policy.text))\(trust) · \(tool)"
  }
}

/// Blocks of Markdown up to a size. What is left out is counted.
struct MarkdownPage {
  private let limit: Int
  private var text = ""
  private var left = 0
  private var isInList = false

  init(limit: Int) { self.limit = limit }

  var bytes: [UInt8] {
    let end =
      left > 0 ? "\nand \(left) more parts that found no room here: the job's log has them\n" : ""
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
