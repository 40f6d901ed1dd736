public import GitModel
public import Wording

/// The questions that the policy may ask of a repository. libgit2 answers them (`Guard`'s
/// `RepositoryEvidence`), or a test's in-memory history (`GuardTesting`'s `FakeEvidence`).
///
/// Every question may end in an ``EvidenceGap``; a gap is never taken for a yes or a no.
public protocol Evidence {
  func commit(_ id: ObjectID) throws(EvidenceGap) -> Commit

  /// Whether `old` is `new` itself or one of its ancestors.
  func isAncestor(_ old: ObjectID, of new: ObjectID) throws(EvidenceGap) -> Bool

  /// The ids of each tip's first-parent chain down to the first commit that a base has, newest
  /// first.
  ///
  /// What is left out is certainly had by a base. Where commit dates are out of order, a commit
  /// may be listed although a base has it: nobody is accused of a listed commit before
  /// ``isAncestor(_:of:)`` has settled it.
  func firstParents(
    from tips: [ObjectID], notIn bases: [ObjectID]
  ) throws(EvidenceGap) -> [[ObjectID]]

  /// A commit's parents, asked of hundreds of thousands of commits: nothing else of it is read.
  func parents(of id: ObjectID) throws(EvidenceGap) -> [ObjectID]

  /// A commit's tree, on the same terms.
  func tree(of id: ObjectID) throws(EvidenceGap) -> TreeID

  /// The same of one tip.
  func chain(from tip: ObjectID, notIn bases: [ObjectID]) throws(EvidenceGap) -> [ObjectID]

  /// A best common ancestor; nil where the histories are unrelated.
  func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(EvidenceGap) -> ObjectID?

  /// The files that differ between two trees, folders taken apart, sorted by path. `nil` stands
  /// for the empty tree.
  func changes(from: TreeID?, to: TreeID) throws(EvidenceGap) -> [PathChange]

  /// What stands at a path of a tree; nil where nothing does.
  func entry(at path: TreePath, in tree: TreeID) throws(EvidenceGap) -> TreeEntry?

  /// How large a file's content is, in bytes. The content is not read.
  func size(of blob: ObjectID) throws(EvidenceGap) -> Int64

  /// What git's own merge of two commits gives, made in memory.
  func automaticMerge(of ours: ObjectID, and theirs: ObjectID) throws(EvidenceGap) -> MergeOutcome

  /// What a merge's result holds beside what git's own merge of two commits gives.
  func mergeDifference(
    of result: TreeID, ours: ObjectID, theirs: ObjectID
  ) throws(EvidenceGap) -> MergeDifference

  /// All branches that may vouch for a head: local and remote-tracking ones on a client and in
  /// CI, on a server the branches as they were before the push. No symbolic refs.
  func branches() throws(EvidenceGap) -> [Branch]

  /// The local branches whose tip a commit once was, by their reflogs; empty where there are none.
  func branchesOnceAt(_ head: ObjectID) throws(EvidenceGap) -> [BranchName]

  /// What a change does to the shared journals, told by entries (`nil`: the empty tree).
  func journalChange(
    from: TreeID?, to: TreeID, experiments: Experiments
  ) throws(EvidenceGap) -> JournalChange

  /// The commit that the policy's `baseline:` names, from the digits written there.
  func baseline(_ digits: String) throws(EvidenceGap) -> ObjectID

  /// The policy that a tree holds at its root; nil where it holds none, or an invalid one.
  func policy(in tree: TreeID) throws(EvidenceGap) -> Policy?

  /// The policy file that a tree holds at its root.
  func policyFile(in tree: TreeID) throws(EvidenceGap) -> PolicyFileState
}

extension Evidence {
  public func parents(of id: ObjectID) throws(EvidenceGap) -> [ObjectID] { try commit(id).parents }

  public func tree(of id: ObjectID) throws(EvidenceGap) -> TreeID { try commit(id).tree }

  public func chain(
    from tip: ObjectID, notIn bases: [ObjectID]
  ) throws(EvidenceGap) -> [ObjectID] {
    try firstParents(from: [tip], notIn: bases)[0]
  }
}

/// A question that the repository could not answer. Never taken for a yes.
public struct EvidenceGap: Error, Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable {
    /// The history was cut off (`git clone --depth`).
    case shallow
    /// A promised object of a partial clone is not here.
    case partial
    /// An object is missing that the repository should hold.
    case missing
    /// An object is there and can't be read.
    case damaged
    /// The answer depends on how somebody resolves a conflict.
    case conflict
    /// The repository uses a feature that the guard can't read.
    case unsupported
  }

  /// What was asked, as a sentence without its full stop.
  public let question: Phrase
  public let reason: Reason
  /// Commands that make the answer possible, ready to paste.
  public let remedy: [Phrase]

  public init(question: Phrase, reason: Reason, remedy: [Phrase]) {
    self.question = question
    self.reason = reason
    self.remedy = remedy
  }
}

/// The policy file at a tree's root, as far as a verdict needs it.
public enum PolicyFileState: Hashable, Sendable {
  case absent
  /// The object id stands for the content: equal ids are equal files.
  case valid(ObjectID)
  /// `problem` is one line that says where and what, such as `.gitflow-guard.yml:3:7: …`.
  case invalid(ObjectID?, problem: Phrase)
}
