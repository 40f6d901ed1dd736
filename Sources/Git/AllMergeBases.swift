public import GitModel

extension Repository {
  /// All best common ancestors of two commits, sorted; none where their histories are unrelated.
  ///
  /// - Throws: ``GitError`` of kind `shallow` where a better one could lie beyond the cut.
  public func mergeBases(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> [ObjectID] {
    _ = try commit(one)
    if one == other { return [one] }
    _ = try commit(other)
    if isShallow { return try shallowHistory().mergeBases(one, other).sorted() }
    do throws(GitError) {
      return try store.mergeBases(one, other).sorted()
    } catch {
      throw explained(error)
    }
  }
}
