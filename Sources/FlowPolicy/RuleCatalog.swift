/// All rules, in the order in which their findings are told.
public enum RuleCatalog {
  public static let all: [any Rule] = [
    HistoryRewrite(),
    BranchDeletion(),
    BranchCreation(),
    FoxtrotMerge(),
    BranchFlow(),
    UnattributedSource(),
    UnrelatedHistory(),
    DirectCommit(),
    MergeMethod(),
    StaleSource(),
    MergeContent(),
    PromotionDrift(),
    ExperimentEntry(),
    EntryFormat(),
    EntryRewrite(),
    BranchOwner(),
    OwnWork(),
    RepositoryLayout(),
    LockDrift(),
    FileSize(),
    PolicyChange(),
    TagSource(),
    LookAlike(),
  ]

  public static func rule(_ id: RuleID) -> (any Rule)? { all.first { $0.id == id } }
}
