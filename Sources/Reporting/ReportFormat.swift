/// The formats for other programs in which a judgement can be written.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case json, sarif, junit, gitlab, github, markdown

  /// - Parameters:
  ///   - exitCode: with which the command ends.
  ///   - isStrict: whether warnings count as refusals.
  public func renderer(exitCode: Int, isStrict: Bool) -> any ReportRenderer {
    switch self {
    case .json: JSONRenderer()
    case .sarif: SARIFRenderer(exitCode: exitCode)
    case .junit: JUnitRenderer(isStrict: isStrict)
    case .gitlab: GitLabRenderer(isStrict: isStrict)
    case .github: GitHubRenderer()
    case .markdown: MarkdownRenderer()
    }
  }
}
