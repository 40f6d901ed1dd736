import FlowPolicy
import GitModel
import Wording

/// One thing that a report tells, whatever the format: a finding, a question without an answer, or
/// a note, with the place that it points to and a fingerprint.
struct ReportItem {
  enum Kind: Hashable {
    case error
    /// A question whose answer the verdict needs.
    case openQuestion
    case warning
    /// A question that blocks nothing.
    case unanswered
    case waived(Waiver)
    case note
  }

  let kind: Kind
  /// nil for a note.
  let rule: RuleID?
  /// The rule, or `note`, with the ref and commit that it is about.
  let title: Phrase
  /// One sentence, without its full stop.
  let message: Phrase
  let details: [Phrase]
  let remedy: [Phrase]
  let place: FindingPlace
  /// 32 hexadecimal digits that stay the same as long as the finding does.
  let fingerprint: String
  let finding: Finding?
  let gap: Gap?

  /// The message, and for what was waived by whom and why.
  var sentence: Phrase {
    guard case .waived(let waiver) = kind else { return message }
    return Phrase("waived (\(waiver.words)): \(message)")
  }

  /// What stands below the sentence: the evidence, and the commands that mend it.
  func body(in language: Language) -> [String] {
    let details = details.texts(in: language)
    guard remedy.isEmpty == false else { return details }
    let title = gap == nil ? Phrase("do this instead:") : Phrase("do this, then try again:")
    return details + ["", title.text(in: language)]
      + remedy.map { RemedyLines.safe($0, in: language) }
  }

  /// The items of each report, findings first.
  static func items(of reports: [Report]) -> [[ReportItem]] {
    var prints = Fingerprints()
    return reports.map { report in
      let repository = reports.count > 1 ? report.repository : nil
      return items(of: report, in: repository, &prints)
    }
  }

  /// - Parameter repository: the repository's name, where it tells apart what is alike.
  private static func items(
    of report: Report, in repository: String?, _ prints: inout Fingerprints
  ) -> [ReportItem] {
    let judgement = report.judgement
    let context = report.context
    var items = judgement.orderedFindings.map { finding in
      ReportItem(
        finding, at: FindingPlace(of: finding, in: context),
        fingerprint: prints.next(finding, in: repository))
    }
    for gap in judgement.gaps {
      items.append(
        ReportItem(
          gap, at: FindingPlace(of: gap.rule, in: context),
          fingerprint: prints.next(gap, in: repository)))
    }
    var notes = judgement.announcements + judgement.notes
    if report.policy.isTrusted == false {
      notes.insert(
        Phrase("the policy is not from the trusted side: \(report.policy.text)"), at: 0)
    }
    for note in notes {
      items.append(
        ReportItem(
          note: note, at: FindingPlace(of: nil, in: context),
          fingerprint: prints.next(note: note, in: repository)))
    }
    return items
  }

  private init(_ finding: Finding, at place: FindingPlace, fingerprint: String) {
    kind =
      finding.waivedBy.map(Kind.waived) ?? (finding.severity == .error ? .error : .warning)
    rule = finding.rule
    title =
      Phrase("\(finding.rule.rawValue) on \(finding.ref.spelled)")
      + Phrase(verbatim: finding.commit.map { " (\($0.short))" } ?? "")
    message = finding.message
    details = finding.details
    remedy = finding.remedy.lines
    self.place = place
    self.fingerprint = fingerprint
    self.finding = finding
    gap = nil
  }

  private init(_ gap: Gap, at place: FindingPlace, fingerprint: String) {
    kind = gap.blocks ? .openQuestion : .unanswered
    rule = gap.rule
    title = Phrase("\(gap.rule.rawValue) on \(gap.ref.spelled)")
    message = Phrase("no answer: \(gap.cause.question); \(gap.cause.reason.words)")
    details = []
    remedy = gap.cause.remedy
    self.place = place
    self.fingerprint = fingerprint
    finding = nil
    self.gap = gap
  }

  private init(note: Phrase, at place: FindingPlace, fingerprint: String) {
    kind = .note
    rule = nil
    title = Phrase("note")
    message = note
    details = []
    remedy = []
    self.place = place
    self.fingerprint = fingerprint
    finding = nil
    gap = nil
  }
}

extension Waiver {
  /// Why, who, and how long.
  var words: Phrase { Phrase("\(reason); by \(by), until \(until)") }
}

/// Gives each finding a fingerprint that neither a moved line nor a further push changes, and no
/// two findings the same one.
struct Fingerprints {
  private var given: [[UInt8]: Int] = [:]

  /// What the finding is about, never how it is worded: messages name lines and counts.
  mutating func next(_ finding: Finding, in repository: String?) -> String {
    var parts = [
      Array(finding.rule.rawValue.utf8), finding.ref.bytes,
      Array((finding.commit?.hex ?? "").utf8), finding.path?.bytes ?? [],
    ]
    if let source = finding.source { parts.append(source.branch?.bytes ?? []) }
    return next(parts, in: repository)
  }

  mutating func next(_ gap: Gap, in repository: String?) -> String {
    next(
      [
        Array("gap \(gap.rule.rawValue)".utf8), gap.ref.bytes,
        Array(gap.cause.reason.rawValue.utf8),
      ], in: repository)
  }

  mutating func next(note: Phrase, in repository: String?) -> String {
    next([Array("note".utf8), Array(note.english.utf8)], in: repository)
  }

  private mutating func next(_ parts: [[UInt8]], in repository: String?) -> String {
    // Each part behind its length, so that no two lists of parts give the same bytes.
    let all = parts + (repository.map { [Array($0.utf8)] } ?? [])
    let key = all.flatMap { Array("\($0.count):".utf8) + $0 }
    let number = given[key, default: 0]
    given[key] = number + 1
    return SHA256.hex(key + Array("#\(number)".utf8), digits: 32)
  }
}
