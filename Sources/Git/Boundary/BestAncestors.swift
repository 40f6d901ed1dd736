import CLibgit2
import GitModel

extension Store {
  /// All best common ancestors; none where the histories are unrelated.
  func mergeBases(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> [ObjectID] {
    var first = one.raw
    var second = other.raw
    var found = unsafe git_oidarray()
    let code = unsafe lendRepository { unsafe git_merge_bases(&found, $0, &first, &second) }
    defer { unsafe git_oidarray_dispose(&found) }
    do throws(GitError) {
      try Calls.check(code, asking: "find the merge bases of \(one) and \(other)")
    } catch {
      if Calls.isNoMergeBase(error) { return [] }
      throw error
    }
    return unsafe UnsafeBufferPointer(start: found.ids, count: found.count)
      .compactMap { ObjectID($0) }
  }
}
