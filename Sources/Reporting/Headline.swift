import FlowPolicy
import GitModel
import Wording

extension Finding {
  /// What was wrong in a few words that stand behind `push refused: `. The message says it in
  /// full; a headline must be short whatever the rule has to tell.
  var clause: Phrase {
    let target = ref.spelled
    let source = source.map { Phrase(verbatim: $0.spelled) } ?? Phrase("what comes in")
    switch rule {
    case .branchFlow:
      // A breach on the way is another branch's: its message begins with that one's name. What
      // has no lane is a fork's and may go nowhere.
      let isOwn = message.english.hasPrefix(target + " ") || self.source?.lane == nil
      return isOwn
        ? Phrase("\(source) may not go into \(target)")
        : Phrase("\(source) may not come along on the way into \(target)")
    case .unattributedSource: return Phrase("no branch vouches for what goes into \(target)")
    case .directCommit: return Phrase("\(target) takes no direct commits")
    case .mergeMethod: return Phrase("\(source) may not go into \(target) this way")
    case .staleSource: return Phrase("\(source) lacks the newest \(target)")
    case .foxtrotMerge:
      return Phrase("\(target) was merged into another line as if it were a side branch")
    case .mergeContent: return Phrase("a merge into \(target) holds more than merging gives")
    case .promotionDrift:
      let origin = self.source.map { Phrase(verbatim: $0.spelled) } ?? Phrase("its source")
      return Phrase("\(target) would hold something that \(origin) lacks")
    case .historyRewrite: return Phrase("the history of \(target) may not be rewritten")
    case .branchDeletion: return Phrase("\(target) may not be deleted")
    case .branchCreation: return Phrase("\(target) may not be made from this commit")
    case .unrelatedHistory:
      return Phrase("\(source) shares no history with \(target)")
    case .branchOwner: return Phrase("\(target) belongs to somebody else")
    case .ownWork: return Phrase("work comes into \(target) that stands in no experiment branch")
    case .experimentEntry: return Phrase("what goes into \(target) adds no entry to the journals")
    case .entryFormat: return Phrase("a journal entry on \(target) is incomplete")
    case .entryRewrite: return Phrase("an earlier journal entry on \(target) was changed")
    case .policyChange: return Phrase("the policy file on \(target) was changed")
    case .lookAlike: return Phrase("the name \(target) can be taken for another")
    case .tagSource: return Phrase("\(target) points to a commit off its lane")
    case .repositoryLayout: return Phrase("\(target) lacks a required path")
    case .lockDrift: return Phrase("a lock file on \(target) was not renewed")
    case .fileSize: return Phrase("a file on \(target) is too large")
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
