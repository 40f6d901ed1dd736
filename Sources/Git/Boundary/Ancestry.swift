import CLibgit2
import GitModel

extension Store {
  /// Whether a commit descends from another; false for the commit itself.
  func isDescendant(_ commit: ObjectID, of ancestor: ObjectID) throws(GitError) -> Bool {
    var one = commit.raw
    var other = ancestor.raw
    let code = unsafe lendRepository { unsafe git_graph_descendant_of($0, &one, &other) }
    try Calls.check(code, asking: "find out whether \(ancestor) is an ancestor of \(commit)")
    return code == 1
  }

  /// A best common ancestor; nil where the histories are unrelated.
  func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    var first = one.raw
    var second = other.raw
    var base = git_oid()
    let code = unsafe lendRepository { unsafe git_merge_base(&base, $0, &first, &second) }
    do throws(GitError) {
      try Calls.check(code, asking: "find the merge base of \(one) and \(other)")
    } catch {
      if Calls.isNoMergeBase(error) { return nil }
      throw error
    }
    return ObjectID(base)
  }
}
