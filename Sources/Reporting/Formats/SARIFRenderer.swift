import FlowPolicy
import GitModel
import Wording

/// A SARIF 2.1.0 log: a run for each repository. Sources: the OASIS standard "Static Analysis
/// Results Interchange Format 2.1.0", and what GitHub reads of it ("SARIF support for code
/// scanning"): of the fingerprints `primaryLocationLineHash` alone.
public struct SARIFRenderer: ReportRenderer {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  /// The root of the repository; its address on this machine is nobody's business.
  static let root = "%SRCROOT%"

  /// With which the command ends.
  public let exitCode: Int

  public init(exitCode: Int = 0) { self.exitCode = exitCode }

  public func render(_ reports: [Report]) -> [UInt8] {
    var names: [String: Int] = [:]
    let runs = zip(reports, ReportItem.items(of: reports)).map { report, items in
      guard reports.count > 1 else { return run(of: report, items, named: nil) }
      let count = names[report.repository, default: 0] + 1
      names[report.repository] = count
      let name = report.repository + (count > 1 ? "#\(count)" : "")
      return run(of: report, items, named: name)
    }
    return log(runs)
  }

  /// A run that failed, and in which nothing was looked for.
  public func render(_ failure: NoVerdict) -> [UInt8] {
    var notification: [JSONValue.Member] = [
      .init("level", .string("error")),
      .init(
        "message",
        Self.message([failure.message.text(in: failure.language)] + failure.shownRemedy)),
      .init("descriptor", .object([.init("id", .string(failure.code))])),
    ]
    if let file = failure.file {
      let place = Self.location(TreePath(file), line: failure.line, column: failure.column)
      notification.append(.init("locations", .array([place])))
    }
    let invocation = JSONValue.object([
      .init("executionSuccessful", .bool(false)), .init("exitCode", .integer(failure.exitCode)),
      .init("toolConfigurationNotifications", .array([.object(notification)])),
    ])
    return log([
      .object([
        .init(
          "tool",
          SARIFTool(failure.tool, found: [], off: [], failure.language)
            .value(reporting: failure.code)),
        .init("automationDetails", Self.automation(failure.command, nil)),
        .init("invocations", .array([invocation])),
        .init("originalUriBaseIds", Self.bases),
        .init("columnKind", .string("unicodeCodePoints")), .init("results", .array([])),
      ])
    ])
  }

  private func log(_ runs: [JSONValue]) -> [UInt8] {
    JSONWriter.bytes(
      of: .object([
        .init("$schema", .string(Self.schema)), .init("version", .string("2.1.0")),
        .init("runs", .array(runs)),
      ]), in: .english)
  }

  private func run(of report: Report, _ items: [ReportItem], named repository: String?) -> JSONValue
  {
    let tool = SARIFTool(
      report.tool, found: items.compactMap(\.rule), off: report.context.rulesOff, report.language)
    var run: [JSONValue.Member] = [
      .init("tool", tool.value(reporting: nil)),
      .init("automationDetails", Self.automation(report.command, repository)),
      .init("invocations", .array([invocation(report, items, tool)])),
    ]
    let provenance = Self.provenance(report)
    if provenance.isEmpty == false {
      run.append(.init("versionControlProvenance", .array(provenance)))
    }
    run += [
      .init("originalUriBaseIds", Self.bases),
      .init("columnKind", .string("unicodeCodePoints")),
      .init("results", .array(items.compactMap { result(of: $0, tool) })),
      .init("properties", .object(properties(of: report))),
    ]
    return .object(run)
  }

  // MARK: Parts of a run

  private static let bases = JSONValue.object([
    .init(
      root,
      .object([
        .init(
          "description", .object([.init("text", .string("The root of the repository."))]))
      ]))
  ])

  /// What tells apart the analyses of one tool: code scanning takes what stands before the last
  /// slash for the category.
  private static func automation(_ command: String, _ repository: String?) -> JSONValue {
    let parts = ["gitflow-guard", command] + (repository.map { [$0] } ?? [])
    return .object([.init("id", .string(parts.joined(separator: "/") + "/"))])
  }

  /// Which commits were judged, where the repository has an address that means something elsewhere.
  private static func provenance(_ report: Report) -> [JSONValue] {
    guard let address = report.context.repositoryURI.flatMap(URIText.address) else { return [] }
    var seen: Set<String> = []
    return report.judgement.subjects.compactMap { subject in
      guard let commit = subject.after ?? subject.source?.head else { return nil }
      let branch =
        subject.after == nil ? subject.source?.branch?.description : subject.ref.spelled
      guard seen.insert("\(commit.hex) \(branch ?? "")").inserted else { return nil }
      return .object(
        [
          .init("repositoryUri", .string(address)), .init("revisionId", .string(commit.hex)),
        ] + (branch.map { [.init("branch", .string($0))] } ?? []) + [
          .init("mappedTo", .object([.init("uriBaseId", .string(root))]))
        ])
    }
  }

  /// How the run went. What is open is told here, for a result would be an accusation.
  private func invocation(
    _ report: Report, _ items: [ReportItem], _ tool: SARIFTool
  ) -> JSONValue {
    let told = items.filter { $0.finding == nil }
    return .object([
      .init("executionSuccessful", .bool(items.contains { $0.kind == .openQuestion } == false)),
      .init("exitCode", .integer(exitCode)),
      .init("exitCodeDescription", .string(report.judgement.verdict.rawValue)),
      .init("toolExecutionNotifications", .array(told.map { notification(of: $0, tool) })),
    ])
  }

  private func notification(of item: ReportItem, _ tool: SARIFTool) -> JSONValue {
    let level =
      switch item.kind {
      case .error, .openQuestion: "error"
      case .warning, .unanswered: "warning"
      case .waived, .note: "note"
      }
    var members: [JSONValue.Member] = [
      .init("level", .string(level)),
      .init(
        "message",
        Self.message(
          [Phrase("\(item.title): \(item.message)").text(in: tool.language)]
            + item.body(in: tool.language))),
    ]
    if let rule = item.rule { members.append(.init("associatedRule", tool.reference(to: rule))) }
    if let gap = item.gap {
      members.append(
        .init(
          "properties",
          .object([
            .init("ref", .string(gap.ref.description)),
            .init("reason", .string(gap.cause.reason.rawValue)),
            .init("blocks", .bool(gap.blocks)),
          ])))
    }
    return .object(members)
  }

  private func properties(of report: Report) -> [JSONValue.Member] {
    [
      .init("verdict", .string(report.judgement.verdict.rawValue)),
      .init("policy", .string(report.policy.text.english)),
      .init("policyIsTrusted", .bool(report.policy.isTrusted)),
      .init("steps", .integer(report.judgement.steps)),
    ]
  }
}
