public import GitModel

extension Repository {
  /// A commit, read once and kept for a while.
  public func commit(_ id: ObjectID) throws(GitError) -> Commit {
    if let known = commits[id] { return known }
    let object = try object(id)
    guard object.type == .commit else {
      throw GitError(kind: .other, asked: "read the commit \(id)", words: "it is no commit")
    }
    let commit = try CommitParser.commit(id, from: object.bytes)
    if commits.count >= Self.keptCommits { commits.removeAll(keepingCapacity: true) }
    commits[id] = commit
    return commit
  }

  /// Whether `old` is `new` itself or one of its ancestors.
  ///
  /// - Throws: ``GitError`` of kind `shallow` where the answer lies beyond the cut.
  public func isAncestor(_ old: ObjectID, of new: ObjectID) throws(GitError) -> Bool {
    if old == new { return true }
    let newest = try commit(new)
    if newest.parents.contains(old), isShallow == false { return true }
    if isShallow { return try shallowHistory().isAncestor(old, of: new) }
    _ = try commit(old)
    do throws(GitError) {
      return try store.isDescendant(new, of: old)
    } catch {
      throw explained(error)
    }
  }

  /// A best common ancestor of two commits; nil where their histories are unrelated.
  ///
  /// - Throws: ``GitError`` of kind `shallow` where a better one could lie beyond the cut.
  public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    _ = try commit(one)
    if one == other { return one }
    _ = try commit(other)
    if isShallow { return try shallowHistory().mergeBases(one, other).min() }
    do throws(GitError) {
      return try store.mergeBase(one, other)
    } catch {
      throw explained(error)
    }
  }

  func shallowHistory() -> ShallowHistory { ShallowHistory(repository: self) }

  private static let keptCommits = 4096
}
