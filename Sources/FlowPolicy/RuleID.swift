/// The name of a rule, as policies, reports and `explain` write it.
public enum RuleID: String, CaseIterable, Hashable, Sendable, Comparable {
  case branchFlow = "branch-flow"
  case unattributedSource = "unattributed-source"
  case directCommit = "direct-commit"
  case mergeMethod = "merge-method"
  case staleSource = "stale-source"
  case foxtrotMerge = "foxtrot-merge"
  case mergeContent = "merge-content"
  case promotionDrift = "promotion-drift"
  case historyRewrite = "history-rewrite"
  case branchDeletion = "branch-deletion"
  case branchCreation = "branch-creation"
  case unrelatedHistory = "unrelated-history"
  case branchOwner = "branch-owner"
  case ownWork = "own-work"
  case experimentEntry = "experiment-entry"
  case entryFormat = "entry-format"
  case entryRewrite = "entry-rewrite"
  case policyChange = "policy-change"
  case lookAlike = "look-alike"
  case tagSource = "tag-source"
  case repositoryLayout = "repository-layout"
  case lockDrift = "lock-drift"
  case fileSize = "file-size"

  public static func < (one: RuleID, other: RuleID) -> Bool { one.rawValue < other.rawValue }

  /// The severity where the policy names none.
  public var defaultSeverity: Severity {
    switch self {
    case .ownWork, .entryFormat, .entryRewrite, .policyChange, .lookAlike: .warning
    case .repositoryLayout, .lockDrift, .fileSize: .off
    default: .error
    }
  }
}

/// How much a breach of a rule weighs.
public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  case off, warning, error

  public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
