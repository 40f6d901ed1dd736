public import FlowPolicy
import GitModel
public import Wording

/// The report as one JSON object, for programs. Its schema has a version of its own.
public struct JSONRenderer: ReportRenderer {
  /// Raised when a member changes its meaning or goes.
  public static let schemaVersion = 1

  public init() {}

  public func render(_ report: Report) -> [UInt8] { render([report]) }

  /// One object for one command on several repositories. Never for none.
  public func render(_ reports: [Report]) -> [UInt8] {
    guard let first = reports.first else { return [] }
    let judgement = Judgement(all: reports)
    func all(_ part: (Report, JSONValue) -> [JSONValue]) -> JSONValue {
      .array(reports.flatMap { part($0, .string($0.repository)) })
    }
    var body: [JSONValue.Member] = [
      .init("verdict", .string(judgement.verdict.rawValue)),
      .init("policy", .object(policy(of: first))),
    ]
    if reports.count > 1 {
      let policies = reports.map { report in
        JSONValue.object([.init("repository", .string(report.repository))] + policy(of: report))
      }
      body.append(.init("policies", .array(policies)))
    }
    body += [
      .init(
        "subjects",
        all { report, name in
          report.judgement.subjects.map { subject($0, in: name) }
        }),
      .init(
        "findings",
        all { report, name in
          report.judgement.orderedFindings.map { finding($0, in: name) }
        }),
      .init("gaps", .array(judgement.gaps.map(gap))),
      .init("notes", .strings(judgement.announcements + judgement.notes)),
      .init("summary", summary(of: judgement, seconds: reports.map(\.seconds).reduce(0, +))),
    ]
    let tally = reports.compactMap(\.tally).reduce(into: AuditTally()) { $0.add($1) }
    if first.tally != nil { body.append(.init("audit", Self.audit(tally))) }
    if reports.contains(where: { $0.chain.isEmpty == false }) {
      body.append(
        .init(
          "chain",
          all { report, name in
            report.chain.map { Self.step($0, in: name) }
          }))
    }
    return JSONWriter.bytes(
      of: .object(Self.head(first.tool, first.command) + body), in: first.language)
  }

  private func policy(of report: Report) -> [JSONValue.Member] {
    [
      .init("origin", .string(report.policy.text.english)),
      .init("trusted", .bool(report.policy.isTrusted)),
      .init("sha256", .optional(report.policy.sha256)),
    ]
  }

  /// What a command that judges nothing has to say.
  public static func data(
    _ tool: Tool, command: String, _ data: JSONValue, in language: Language
  ) -> [UInt8] {
    JSONWriter.bytes(
      of: .object(head(tool, command) + [.init("data", data)]), in: language)
  }

  public func render(_ failure: NoVerdict) -> [UInt8] {
    let error: [JSONValue.Member] = [
      .init("code", .string(failure.code)),
      .init("message", .phrase(failure.message)),
      .init("file", .optional(failure.file)),
      .init("line", .optional(failure.line)),
      .init("column", .optional(failure.column)),
    ]
    return JSONWriter.bytes(
      of: .object(
        Self.head(failure.tool, failure.command) + [.init("error", .object(error))]),
      in: failure.language)
  }

  private static func head(_ tool: Tool, _ command: String) -> [JSONValue.Member] {
    let tool = [
      JSONValue.Member("name", .string(tool.name)),
      JSONValue.Member("version", .string(tool.version)),
    ]
    return [
      .init("schemaVersion", .integer(schemaVersion)),
      .init("tool", .object(tool)),
      .init("command", .string(command)),
    ]
  }

  private func subject(_ judged: Judgement.Judged, in repository: JSONValue) -> JSONValue {
    .object([
      .init("repository", repository),
      .init("ref", .string(judged.ref.description)),
      .init("lane", .optional(judged.lane)),
      .init("before", .optional(judged.before?.hex)),
      .init("after", .optional(judged.after?.hex)),
      .init("steps", .integer(judged.steps)),
      .init("source", source(judged.source)),
    ])
  }

  private func finding(_ finding: Finding, in repository: JSONValue) -> JSONValue {
    .object([
      .init("rule", .string(finding.rule.rawValue)),
      .init("severity", .string(finding.severity.rawValue)),
      .init("repository", repository),
      .init("ref", .string(finding.ref.description)),
      .init("commit", .optional(finding.commit?.hex)),
      .init("path", .optional(finding.path?.description)),
      .init("source", source(finding.source)),
      .init("message", .phrase(finding.message)),
      .init("remedy", .remedy(finding.remedy.lines)),
      .init("waivedBy", waiver(finding.waivedBy)),
    ])
  }

  private func source(_ source: Attribution?) -> JSONValue {
    guard let source else { return .null }
    return .object([
      .init("branch", .optional(source.branch?.description)),
      .init("lane", .optional(source.lane?.lane.name)),
      .init("oid", .string(source.head.hex)),
      .init("evidence", .string(source.kind.rawValue)),
    ])
  }

  private func waiver(_ waiver: Waiver?) -> JSONValue {
    guard let waiver else { return .null }
    return .object([
      .init("reason", .string(waiver.reason)),
      .init("by", .string(waiver.by)),
      .init("until", .string(waiver.until.description)),
    ])
  }

  private func gap(_ gap: Gap) -> JSONValue {
    .object([
      .init("rule", .string(gap.rule.rawValue)),
      .init("ref", .string(gap.ref.description)),
      .init("question", .phrase(gap.cause.question)),
      .init("reason", .string(gap.cause.reason.rawValue)),
      .init("remedy", .remedy(gap.cause.remedy)),
    ])
  }

  private func summary(of judgement: Judgement, seconds: Double) -> JSONValue {
    .object([
      .init("errors", .integer(judgement.errors.count)),
      .init("warnings", .integer(judgement.warnings.count)),
      .init("waived", .integer(judgement.waived.count)),
      .init("gaps", .integer(judgement.gaps.count)),
      .init("steps", .integer(judgement.steps)),
      // Tenths of a millisecond, so that the number is written without an exponent.
      .init("seconds", .number((seconds * 10_000).rounded() / 10_000)),
    ])
  }
}

extension Judgement {
  /// The steps of all subjects.
  var steps: Int { subjects.map(\.steps).reduce(0, +) }

  /// What several reports come to together.
  public init(all reports: [Report]) {
    self.init(
      subjects: reports.flatMap(\.judgement.subjects),
      findings: reports.flatMap(\.judgement.findings), gaps: reports.flatMap(\.judgement.gaps),
      notes: reports.flatMap(\.judgement.notes))
    announcements = reports.flatMap(\.judgement.announcements)
  }
}
