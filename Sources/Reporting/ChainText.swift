import FlowPolicy
import GitModel
import Wording

/// The audited chains step by step, as `git log --first-parent` would list them, with what the
/// audit found out about each.
public struct ChainText {
  public var style: Style

  public init(style: Style) { self.style = style }

  public func render(_ reports: [Report]) -> [UInt8] {
    var page = Page(style: style, language: reports.first?.language ?? .english)
    for report in reports {
      var findings: [Place: [Finding]] = [:]
      for finding in report.judgement.findings {
        guard let commit = finding.commit else { continue }
        findings[Place(ref: finding.ref, commit: commit), default: []].append(finding)
      }
      var ref: RefName?
      for step in report.chain {
        if ref != step.ref {
          ref = step.ref
          page.blank()
          let place = reports.count > 1 ? "\(report.repository): " : ""
          page.line(Span(place + step.ref.spelled, .strong))
        }
        line(step, on: &page)
        for finding in findings[Place(ref: step.ref, commit: step.commit), default: []] {
          let isError = finding.severity == .error && finding.isWaived == false
          let sign = finding.isWaived ? "~" : isError ? "✗" : "!"
          page.line(
            Span("             "), Span(sign, isError ? .refused : .warned),
            Span(Phrase(" \(finding.rule.rawValue): \(finding.message)")))
        }
        if step.leftOut.isEmpty == false {
          let paths = step.leftOut.map(\.description).joined(separator: ", ")
          page.line(Span(Phrase("             ? merge-content can't judge \(paths)")))
        }
      }
    }
    return page.bytes
  }

  private struct Place: Hashable {
    let ref: RefName
    let commit: ObjectID
  }

  private func line(_ step: AnnotatedStep, on page: inout Page) {
    let day = Day(secondsSince1970: step.time)
    let sources = step.sources.map { source in
      guard let name = source.name else { return Phrase("\(source.head.short) (there before)") }
      return Phrase(verbatim: "\(name) (\(source.evidence.rawValue))")
    }
    let way =
      sources.isEmpty
      ? step.method.words
      : Phrase("\(step.method.words) of \(sources.joined(separator: ", "))")
    let (author, subject) = (Visible.text(step.author), Visible.text(step.subject))
    page.line(
      Span(step.commit.short, .strong), Span(Phrase("  \(day)  \(way)  by \(author): \(subject)")))
  }
}

extension AnnotatedStep.Method {
  fileprivate var words: Phrase {
    switch self {
    case .commit: Phrase("commit")
    case .merge: Phrase("merge")
    case .octopus: Phrase("octopus")
    case .squash: Phrase("squash")
    case .fastForward: Phrase("fast-forward")
    case .root: Phrase("root")
    }
  }
}
