import CLibgit2
import GitModel

extension Store {
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
