import FlowPolicy
import GitModel
import Wording

/// Annotations as workflow commands, which GitHub Actions, Gitea and Forgejo read from the job's
/// output. Sources: GitHub's documentation, "Workflow commands"; what is escaped and in which
/// order it is read back: `ActionCommand.cs` of actions/runner.
public struct GitHubRenderer: ReportRenderer {
  public init() {}

  public func render(_ reports: [Report]) -> [UInt8] {
    let several = reports.count > 1
    var commands: [(rank: Int, text: String)] = []
    for (report, items) in zip(reports, ReportItem.items(of: reports)) {
      var seen: Set<RuleID> = []
      for item in items {
        // Only ten of each level are shown, so every rule gets its first before one its second.
        let isFirst = item.rule.map { seen.insert($0).inserted } ?? true
        let path =
          several ? item.place.path(in: report.repository) : item.place.path.description
        let said = item.title.text(in: report.language)
        let title = several ? "\(report.repository): \(said)" : said
        commands.append(
          (
            Self.rank(of: item.kind) * 2 + (isFirst ? 0 : 1),
            Self.command(
              Self.level(of: item.kind), path: path, line: item.place.line, title: title,
              lines: [item.sentence.text(in: report.language)] + item.body(in: report.language))
          ))
      }
    }
    let sorted = commands.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return Array(sorted.map { $0.element.text + "\n" }.joined().utf8)
  }

  public func render(_ failure: NoVerdict) -> [UInt8] {
    let remedy = failure.remedy.isEmpty ? [] : [""] + failure.shownRemedy
    let text = Self.command(
      "error", path: failure.file, line: failure.line, column: failure.column,
      title: Phrase("gitflow-guard came to no verdict").text(in: failure.language),
      lines: [failure.message.text(in: failure.language)] + remedy)
    return Array((text + "\n").utf8)
  }

  private static func level(of kind: ReportItem.Kind) -> String {
    switch kind {
    case .error, .openQuestion: "error"
    case .warning, .unanswered: "warning"
    case .waived, .note: "notice"
    }
  }

  private static func rank(of kind: ReportItem.Kind) -> Int {
    switch kind {
    case .error: 0
    case .openQuestion: 1
    case .warning: 2
    case .unanswered: 3
    case .waived: 4
    case .note: 5
    }
  }

  private static func command(
    _ level: String, path: String?, line: Int? = nil, column: Int? = nil, title: String,
    lines: [String]
  ) -> String {
    var properties: [String] = []
    if let path {
      properties.append("file=\(property(path))")
      if let line { properties.append("line=\(line)") }
      if let column { properties.append("col=\(column)") }
    }
    properties.append("title=\(property(title))")
    let data = lines.map(Self.data).joined(separator: "%0A")
    return "::\(level) \(properties.joined(separator: ","))::\(data)"
  }

  /// A line of the message. Line breaks are made visible already, so only `%` is left.
  static func data(_ text: String) -> String {
    Visible.text(text).replacing("%", with: "%25")
  }

  static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
