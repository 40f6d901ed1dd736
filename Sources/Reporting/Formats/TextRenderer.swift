import FlowPolicy
import GitModel
import Wording

/// The report for people on a terminal or in a job's log.
public struct TextRenderer: Renderer {
  /// How much is told.
  public enum Verbosity: Hashable, Sendable {
    /// What blocks, and how often something was waived.
    case quiet
    /// Each cause in at most twelve lines that are not blank.
    case normal
    /// Every finding with all its evidence, without a limit.
    case verbose
  }

  /// Which parts of a report are told.
  public enum Part: Hashable, Sendable {
    /// What blocks, and what belongs to it; nothing at all where nothing blocks.
    case refusalsOnly
    /// Warnings and waived breaches also where nothing blocks; no word of mere success.
    case concerns
    /// Everything, the verdict of success and the notes too.
    case all
  }

  public var style: Style
  public var verbosity: Verbosity
  public var part: Part

  public init(style: Style, verbosity: Verbosity = .normal, part: Part = .all) {
    self.style = style
    self.verbosity = verbosity
    self.part = part
  }

  /// How many lines that are not blank a cause may take.
  static let linesPerCause = 12

  var limit: Int? { verbosity == .verbose ? nil : Self.linesPerCause }

  public func render(_ report: Report) -> [UInt8] {
    let verdict = report.judgement.verdict
    if verdict == .allowed, part == .refusalsOnly { return [] }
    var page = Page(style: style, language: report.language)
    let findings = report.judgement.orderedFindings
    if verdict == .allowed, part == .all, verbosity != .quiet { allowed(report, on: &page) }
    for cause in Cause.causes(of: findings.filter { $0.severity == .error && !$0.isWaived }) {
      page.blank()
      refusal(cause, occasion: report.occasion, on: &page)
    }
    for question in OpenQuestion.questions(in: report.judgement.gaps.filter(\.blocks)) {
      page.blank()
      undecided(question, occasion: report.occasion, on: &page)
    }
    if verdict != .allowed { page.blank() }
    notices(report, findings: findings, on: &page)
    return page.bytes
  }

  private func allowed(_ report: Report, on page: inout Page) {
    let judgement = report.judgement
    let names = judgement.subjects.map(\.ref.spelled).joined(separator: ", ")
    let title = report.title ?? Phrase(verbatim: names)
    let head = title.isEmpty ? Phrase("✓ allowed") : Phrase("✓ allowed: ")
    page.line(Span(head, .allowed), Span(Phrase("\(title) (\(judgement.counts))")))
  }
}

extension Finding {
  var isWaived: Bool { waivedBy != nil }
}

extension Judgement {
  /// Such as `3 steps, 1 warning`: what there is none of is left out, but for the steps.
  var counts: Phrase {
    let (errors, warnings) = (errors.count, warnings.count)
    let (waived, open) = (waived.count, gaps.count)
    let counts = [
      (errors, Phrase(counting: errors, one: "\(errors) error", other: "\(errors) errors")),
      (
        warnings,
        Phrase(counting: warnings, one: "\(warnings) warning", other: "\(warnings) warnings")
      ),
      (waived, Phrase(counting: waived, one: "\(waived) waived", other: "\(waived) waived")),
      (
        open, Phrase(counting: open, one: "\(open) open question", other: "\(open) open questions")
      ),
    ]
    let judged = Phrase(counting: steps, one: "\(steps) step", other: "\(steps) steps")
    return ([judged] + counts.filter { $0.0 > 0 }.map(\.1)).joined(separator: ", ")
  }
}
