import FlowPolicy
import GitModel
import Wording

/// A GitLab Code Quality report: one object for each finding. Only the documented members are
/// written. Source: GitLab's documentation, "Code Quality report format".
public struct GitLabRenderer: ReportRenderer {
  /// Whether warnings count as refusals.
  public let isStrict: Bool

  public init(isStrict: Bool = false) { self.isStrict = isStrict }

  public func render(_ reports: [Report]) -> [UInt8] {
    let several = reports.count > 1
    let entries = zip(reports, ReportItem.items(of: reports)).flatMap { report, items in
      items.map { item in
        entry(
          description: (several ? "\(report.repository): " : "")
            + Phrase("\(item.title): \(item.sentence)").text(in: report.language),
          check: item.rule?.rawValue ?? "note", fingerprint: item.fingerprint,
          severity: severity(of: item.kind),
          path: several ? item.place.path(in: report.repository) : item.place.path.description,
          line: item.place.line)
      }
    }
    return JSONWriter.bytes(of: .array(entries), in: .english)
  }

  /// An empty report would say that all is well.
  public func render(_ failure: NoVerdict) -> [UInt8] {
    let print = SHA256.hex(Array("no verdict \(failure.code)".utf8), digits: 32)
    return JSONWriter.bytes(
      of: .array([
        entry(
          description: Phrase("gitflow-guard came to no verdict: \(failure.message)")
            .text(in: failure.language),
          check: "no-verdict", fingerprint: print, severity: "blocker", path: failure.path,
          line: failure.line ?? 1)
      ]), in: failure.language)
  }

  /// What stops a merge is critical; a blocker is left for there being no verdict at all.
  private func severity(of kind: ReportItem.Kind) -> String {
    switch kind {
    case .error, .openQuestion: "critical"
    case .warning: isStrict ? "critical" : "minor"
    case .unanswered, .waived, .note: "info"
    }
  }

  private func entry(
    description: String, check: String, fingerprint: String, severity: String, path: String,
    line: Int
  ) -> JSONValue {
    .object([
      .init("description", .string(description)),
      .init("check_name", .string(check)),
      .init("fingerprint", .string(fingerprint)),
      .init("severity", .string(severity)),
      .init(
        "location",
        .object([
          .init("path", .string(path)),
          .init("lines", .object([.init("begin", .integer(line))])),
        ])),
    ])
  }
}
