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
    if commits.count >= Self.keptCommits { commits.removeAll() }
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
    return try ancestry.isAncestor(old, of: new)
  }

  /// For each tip its first-parent chain down to the first commit that a base has, newest first.
  ///
  /// What is left out is certainly had by a base. With commit dates out of order a commit may be
  /// listed although a base has it: ``isAncestor(_:of:)`` settles that for certain.
  ///
  /// - Throws: ``GitError`` of kind `shallow` where a chain leaves what a shallow clone holds.
  public func firstParents(
    from tips: [ObjectID], notIn bases: [ObjectID]
  ) throws(GitError) -> [[ObjectID]] {
    guard isShallow else { return try ancestry.firstParents(from: tips, notIn: bases) }
    var chains: [[ObjectID]] = []
    for tip in tips { chains.append(try shallowHistory().chain(from: tip, notIn: bases)) }
    return chains
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

  private var ancestry: Ancestry {
    if let loadedAncestry { return loadedAncestry }
    let ancestry = Ancestry { [unowned self] id throws(GitError) in
      if let known = commits[id] { return (known.parents, known.time) }
      let object = try object(id)
      guard object.type == .commit else {
        throw GitError(kind: .other, asked: "read the commit \(id)", words: "it is no commit")
      }
      return try CommitParser.links(id, from: object.bytes)
    }
    loadedAncestry = ancestry
    return ancestry
  }

  func shallowHistory() -> ShallowHistory { ShallowHistory(repository: self) }

  private static let keptCommits = 4096
}
