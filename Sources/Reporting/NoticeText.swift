import FlowPolicy
import GitModel

extension TextRenderer {
  /// What stops nothing and must still be said: warnings, what was not asked, what was waived.
  func notices(_ report: Report, findings: [Finding], on page: inout Page) {
    let waived = findings.filter(\.isWaived)
    if verbosity == .quiet {
      // Quiet or not, a breach that somebody allowed is never hidden.
      if waived.isEmpty == false {
        page.line(Span("~ waived: "), Span("\(waived.count) by the policy's waivers"))
      }
      return
    }
    let warnings = findings.filter { $0.severity == .warning && $0.isWaived == false }
    for group in RuleGroup.groups(of: warnings) { warning(group, on: &page) }
    notAsked(report.judgement.gaps.filter { $0.blocks == false }, on: &page)
    for group in RuleGroup.groups(of: waived) {
      for (waiver, findings) in group.byWaiver {
        self.waived(RuleGroup(rule: group.rule, ref: group.ref, findings: findings), waiver, &page)
      }
    }
    if report.policy.isTrusted == false {
      notice("! ", "the policy is not from the trusted side: \(report.policy.text)", on: &page)
    }
    if part == .all || verbosity == .verbose {
      for note in report.judgement.announcements + report.judgement.notes {
        notice("  ", "note: \(note)", on: &page)
      }
    }
    if part == .all, report.judgement.verdict != .allowed {
      page.line(Span("  judged: \(report.judgement.counts)"))
    }
    if verbosity == .verbose { background(of: report, on: &page) }
  }

  private func warning(_ group: RuleGroup, on page: inout Page) {
    notice("! ", "\(group.rule.rawValue) on \(group.ref.spelled): \(group.message)", on: &page)
    guard verbosity == .verbose else { return }
    for finding in group.findings {
      if group.findings.count > 1 { page.line(Span("    \(finding.place): \(finding.message)")) }
      for line in finding.details + finding.origin { page.line(Span("    \(line)")) }
      for line in finding.remedy.lines {
        page.line(Span("    "), Span(RemedyLines.safe(line), .command))
      }
    }
  }

  private func notAsked(_ gaps: [Gap], on page: inout Page) {
    for question in OpenQuestion.questions(in: gaps) {
      for (rule, gaps) in question.byRule {
        let more = gaps.count > 1 ? " (and \(gaps.count - 1) more such questions)" : ""
        let asked = "\(gaps[0].ref.spelled): \(gaps[0].cause.question)"
        notice(
          "! ", "\(rule.rawValue) has no answer on \(asked), for \(question.reason.words)\(more)",
          on: &page)
      }
    }
  }

  private func waived(_ group: RuleGroup, _ waiver: Waiver, _ page: inout Page) {
    notice(
      "~ ",
      "waived: \(group.rule.rawValue) on \(group.ref.spelled): \(group.message)"
        + " (\(waiver.reason); by \(waiver.by), until \(waiver.until))", on: &page)
  }

  private func background(of report: Report, on page: inout Page) {
    let trust = report.policy.isTrusted ? "trusted" : "untrusted"
    let sum = report.policy.sha256.map { ", sha256 \($0)" } ?? ""
    page.line(Span("  policy: \(report.policy.text) (\(trust)\(sum))"))
    let seconds = (report.seconds * 1_000).rounded() / 1_000
    page.line(Span("  gitflow-guard \(report.tool.version), \(seconds) seconds"))
  }

  /// A short paragraph behind its sign: two lines, more only where everything is told.
  private func notice(_ sign: String, _ text: String, on page: inout Page) {
    let lines = page.wrapped(text, width: page.width - 4)
    let shown = verbosity == .verbose ? lines : Array(lines.prefix(2))
    for (index, line) in shown.enumerated() {
      let cut = index == shown.count - 1 && shown.count < lines.count ? " …" : ""
      let head = Span(index == 0 ? sign : "    ", sign == "! " ? .warned : .plain)
      page.line(head, Span(line + cut))
    }
  }
}

extension RuleGroup {
  /// The findings that a waiver covers, by waiver, in their order.
  fileprivate var byWaiver: [(waiver: Waiver, findings: [Finding])] {
    var groups: [(waiver: Waiver, findings: [Finding])] = []
    for finding in findings {
      guard let waiver = finding.waivedBy else { continue }
      if let place = groups.firstIndex(where: { $0.waiver == waiver }) {
        groups[place].findings.append(finding)
      } else {
        groups.append((waiver, [finding]))
      }
    }
    return groups
  }
}
