import FlowPolicy
import GitModel

extension Finding {
  /// What was wrong in a few words that stand behind `push refused: `. The message says it in
  /// full; a headline must be short whatever the rule has to tell.
  var clause: String {
    let target = ref.spelled
    let source = source?.spelled
    switch rule {
    case .branchFlow:
      // A breach on the way is another branch's: its message begins with that one's name. What
      // has no lane is a fork's and may go nowhere.
      let isOwn = message.hasPrefix(target + " ") || self.source?.lane == nil
      return "\(source ?? "what comes in") may not "
        + (isOwn ? "go into \(target)" : "come along on the way into \(target)")
    case .unattributedSource: return "no branch vouches for what goes into \(target)"
    case .directCommit: return "\(target) takes no direct commits"
    case .mergeMethod: return "\(source ?? "what comes in") may not go into \(target) this way"
    case .staleSource: return "\(source ?? "what comes in") lacks the newest \(target)"
    case .foxtrotMerge: return "\(target) was merged into another line as if it were a side branch"
    case .mergeContent: return "a merge into \(target) holds more than merging gives"
    case .promotionDrift:
      return "\(target) would hold something that \(source ?? "its source") lacks"
    case .historyRewrite: return "the history of \(target) may not be rewritten"
    case .branchDeletion: return "\(target) may not be deleted"
    case .branchCreation: return "\(target) may not be made from this commit"
    case .unrelatedHistory:
      return "\(source ?? "what comes in") shares no history with \(target)"
    case .branchOwner: return "\(target) belongs to somebody else"
    case .ownWork: return "work comes into \(target) that stands in no experiment branch"
    case .experimentEntry: return "what goes into \(target) adds no entry to the journals"
    case .entryFormat: return "a journal entry on \(target) is incomplete"
    case .entryRewrite: return "an earlier journal entry on \(target) was changed"
    case .policyChange: return "the policy file on \(target) was changed"
    case .lookAlike: return "the name \(target) can be taken for another"
    case .tagSource: return "\(target) points to a commit off its lane"
    case .repositoryLayout: return "\(target) lacks a required path"
    case .lockDrift: return "a lock file on \(target) was not renewed"
    case .fileSize: return "a file on \(target) is too large"
    }
  }
}

extension RefName {
  /// The ref as a person calls it: a branch by its name, a tag as `tag NAME`, others in full.
  var spelled: String {
    if let branch { return branch.description }
    guard isTag else { return description }
    return "tag " + Visible.text(bytes.dropFirst("refs/tags/".utf8.count))
  }
}
