public import GitModel
import Wording

extension Repository {
  /// A commit, read once and kept for a while.
  public func commit(_ id: ObjectID) throws(GitError) -> Commit {
    if let known = commits[id] { return known }
    let object = try object(id)
    guard object.type == .commit else {
      throw GitError(
        kind: .other, asked: Phrase("read the commit \(id)"), words: Phrase("it is no commit"))
    }
    let commit = try CommitParser.commit(id, from: object.bytes)
    if commits.count >= Self.keptCommits { commits.removeAll() }
    commits[id] = commit
    loadedAncestry?.check(commit)
    return commit
  }

  /// A commit's parents and root tree, without its words: from the commit-graph where that has the
  /// commit, so that hundreds of thousands may be asked for. Any other is read and kept for a while.
  public func outline(of id: ObjectID) throws(GitError) -> CommitOutline {
    if commits[id] == nil, let outline = try ancestry.graphOutline(of: id) { return outline }
    let commit = try commit(id)
    return CommitOutline(parents: commit.parents, tree: commit.tree)
  }

  /// The commits that one comes to by following first parents, newest first.
  ///
  /// - Parameters:
  ///   - limit: How many are wanted at most.
  ///   - proceed: Asked of every commit in its turn; the chain ends with the first that it says
  ///     false of. It may be asked again from the start.
  /// - Throws: ``GitError`` of kind `shallow` where the chain leaves what a shallow clone holds.
  public func firstParentChain(
    from tip: ObjectID, limit: Int = .max, while proceed: ((FirstParentChain.Link) -> Bool)? = nil
  ) throws(GitError) -> FirstParentChain {
    try ancestry.firstParentChain(from: tip, limit: limit, proceed)
  }

  /// Whether `old` is `new` itself or one of its ancestors.
  ///
  /// - Throws: ``GitError`` of kind `shallow` where the answer lies beyond the cut.
  public func isAncestor(_ old: ObjectID, of new: ObjectID) throws(GitError) -> Bool {
    if old == new { return true }
    if isShallow {
      _ = try commit(new)
      return try shallowHistory().isAncestor(old, of: new)
    }
    // A parent is found without asking for a commit-graph.
    let newest = loadedAncestry == nil ? try commit(new) : commits[new]
    if newest?.parents.contains(old) == true { return true }
    return try ancestry.isAncestor(old, of: new)
  }

  /// For each tip its first-parent chain down to the first commit that a base has, newest first.
  ///
  /// What is left out is certainly had by a base. With commit dates out of order a commit may be
  /// listed although a base has it, but not where a commit-graph has them all:
  /// ``isAncestor(_:of:)`` settles that for certain.
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

  /// A best common ancestor of two commits, the first of ``mergeBases(_:_:)``; nil where their
  /// histories are unrelated.
  ///
  /// - Throws: ``GitError`` of kind `shallow` where a better one could lie beyond the cut.
  public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    try mergeBases(one, other).first
  }

  /// All best common ancestors of two commits, sorted by id: those that no other common ancestor
  /// descends from. Exact whatever the dates are.
  ///
  /// - Throws: ``GitError`` of kind `shallow` where a better one could lie beyond the cut.
  public func mergeBases(
    _ one: ObjectID, _ other: ObjectID
  ) throws(GitError) -> [ObjectID] {
    guard isShallow else { return try ancestry.mergeBases(one, other) }
    for id in [one, other] { _ = try commit(id) }
    if one == other { return [one] }
    return try shallowHistory().mergeBases(one, other).sorted()
  }

  /// Whether the commit-graph was found to say what is not so. It is out of use from then on;
  /// answers that were given before rest on it.
  public var isCommitGraphFalse: Bool { loadedAncestry?.isGraphFalse ?? false }

  /// Made at the first question, so that a hook that asks none opens no commit-graph.
  private var ancestry: Ancestry {
    if let loadedAncestry { return loadedAncestry }
    let graph = openCommitGraph()
    let ancestry = Ancestry(graph: graph) {
      [unowned self] id throws(GitError) in
      if let known = commits[id] {
        return (CommitOutline(parents: known.parents, tree: known.tree), known.time)
      }
      let object = try object(id)
      guard object.type == .commit else {
        throw GitError(
          kind: .other, asked: Phrase("read the commit \(id)"), words: Phrase("it is no commit"))
      }
      return try CommitParser.links(id, from: object.bytes)
    }
    if graph != nil { commits.forEachValue { ancestry.check($0) } }
    loadedAncestry = ancestry
    return ancestry
  }

  /// Whether a shallow clone was cut off at a commit: its parents are not here.
  public func isCut(_ id: ObjectID) -> Bool { cut.contains(id) }

  func shallowHistory() -> ShallowHistory { ShallowHistory(repository: self) }

  private static let keptCommits = 4096
}
