import FlowPolicy
import GitModel
import Wording

extension TextRenderer {
  /// What stops nothing and must still be said: warnings, what was not asked, what was waived.
  func notices(_ report: Report, findings: [Finding], on page: inout Page) {
    let waived = findings.filter(\.isWaived)
    if verbosity == .quiet {
      // Quiet or not, a breach that somebody allowed is never hidden.
      if waived.isEmpty == false {
        page.line(
          Span(Phrase("~ waived: ")),
          Span(
            Phrase(
              counting: waived.count, one: "\(waived.count) by the policy's waivers",
              other: "\(waived.count) by the policy's waivers")))
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
      notice(
        "! ", Phrase("the policy is not from the trusted side: \(report.policy.text)"), on: &page)
    }
    if part == .all || verbosity == .verbose {
      for note in report.judgement.announcements + report.judgement.notes {
        notice("  ", Phrase("note: \(note)"), on: &page)
      }
    }
    if part == .all, report.judgement.verdict != .allowed {
      page.line(Span(Phrase("  judged: \(report.judgement.counts)")))
    }
    if verbosity == .verbose { background(of: report, on: &page) }
  }

  private func warning(_ group: RuleGroup, on page: inout Page) {
    notice("! ", group.sentence, on: &page)
    guard verbosity == .verbose else { return }
    for finding in group.findings {
      if group.findings.count > 1 {
        page.line(Span(Phrase("    \(finding.place): \(finding.message)")))
      }
      for line in finding.details + finding.origin { page.line(Span(Phrase("    \(line)"))) }
      for line in finding.remedy.lines {
        page.line(Span("    "), Span(RemedyLines.safe(line, in: page.language), .command))
      }
    }
  }

  private func notAsked(_ gaps: [Gap], on page: inout Page) {
    for question in OpenQuestion.questions(in: gaps) {
      for (rule, gaps) in question.byRule {
        let asked = Phrase("\(gaps[0].ref.spelled): \(gaps[0].cause.question)")
        notice(
          "! ",
          Phrase("\(rule.rawValue) has no answer on \(asked), for \(question.reason.words)")
            + OpenQuestion.more(gaps.count - 1),
          on: &page)
      }
    }
  }

  private func waived(_ group: RuleGroup, _ waiver: Waiver, _ page: inout Page) {
    notice(
      "~ ",
      Phrase("waived: \(group.sentence) (\(waiver.words))"), on: &page)
  }

  private func background(of report: Report, on page: inout Page) {
    let sum = report.policy.sha256.map { ", sha256 \($0)" } ?? ""
    page.line(
      Span(
        report.policy.isTrusted
          ? Phrase("  policy: \(report.policy.text) (trusted\(sum))")
          : Phrase("  policy: \(report.policy.text) (untrusted\(sum))")))
    page.line(Span(Phrase("  \(report.signature)")))
  }

  /// A short paragraph behind its sign: two lines, more only where everything is told.
  private func notice(_ sign: String, _ text: Phrase, on page: inout Page) {
    let lines = page.wrapped(text, width: page.width - 4)
    let shown = verbosity == .verbose ? lines : Array(lines.prefix(2))
    for (index, line) in shown.enumerated() {
      let cut = index == shown.count - 1 && shown.count < lines.count ? " …" : ""
      let head = Span(index == 0 ? sign : "    ", sign == "! " ? .warned : .plain)
      page.line(head, Span(line + cut))
    }
  }
}

extension Report {
  /// Which program spoke, and how long it took.
  var signature: Phrase {
    let seconds = (seconds * 1_000).rounded() / 1_000
    return Phrase("gitflow-guard \(tool.version), \(seconds) seconds")
  }
}

extension RuleGroup {
  /// The rule, what it is about, and what it says.
  fileprivate var sentence: Phrase { Phrase("\(rule.rawValue) on \(ref.spelled): \(message)") }

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
