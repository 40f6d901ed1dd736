public import FlowPolicy
public import GitModel

/// What the formats must know of the judged repository beside the judgement itself.
public struct ReportContext: Hashable, Sendable {
  /// The shared journal that is there; nil where there is none.
  public var journal: TreePath?
  /// Where the policy file stands, or would stand.
  public var policyFile: TreePath = ".gitflow-guard.yml"
  /// The file that a finding points to which concerns no file: the policy file where it is there,
  /// else a README.
  public var general: TreePath = ".gitflow-guard.yml"
  /// The repository's address, without names and passwords in it; nil where it has none.
  public var repositoryURI: String?
  /// The rules that the policy turns off.
  public var rulesOff: Set<RuleID> = []

  public init() {}
}

/// The file and line that a format shows for a finding (docs/decisions/0012). Code hosts can show
/// a finding at a file alone, and most of ours concern a commit or a branch.
public struct FindingPlace: Hashable, Sendable {
  public let path: TreePath
  /// Counted from 1.
  public let line: Int

  public init(of finding: Finding, in context: ReportContext) {
    switch (finding.rule, finding.path) {
    case (.policyChange, _): self.init(context.policyFile)
    case (_, let path?): self.init(path, line: finding.line)
    case (let rule, nil): self.init(of: rule, in: context)
    }
  }

  /// Where a rule points to that found no file.
  init(of rule: RuleID?, in context: ReportContext) {
    switch rule {
    case .experimentEntry?, .entryFormat?, .entryRewrite?:
      self.init(context.journal ?? context.general)
    case .policyChange?: self.init(context.policyFile)
    default: self.init(context.general)
    }
  }

  private init(_ path: TreePath, line: Int? = nil) {
    self.path = path
    self.line = max(1, line ?? 1)
  }
}

extension FindingPlace {
  /// The path as seen from where several repositories were named: below the repository's folder,
  /// where that is one below the current one, for then a code host can show it.
  func path(in repository: String) -> String {
    let parts = repository.split(separator: "/").filter { $0 != "." }
    guard repository.hasPrefix("/") == false, parts.contains("..") == false else {
      return path.description
    }
    return (parts.map(String.init) + [path.description]).joined(separator: "/")
  }
}
