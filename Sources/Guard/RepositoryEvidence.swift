public import FlowPolicy
public import Git
public import GitModel
import Intake
import Journal
import PolicyFile
import Wording

/// Answers the policy's questions from a repository on disk.
public final class RepositoryEvidence: Evidence {
  let repository: Repository
  /// The remote whose name the remedies of gaps use.
  let remote: String?
  /// What a CI provider has to be told for a clone in which nothing is missing.
  private let setting: CloneSetting
  private let standpoint: Session.Standpoint
  /// The branches of a push that vouch as well, though they have not moved yet.
  var arrivals: [Branch] = []
  private var knownBranches: [Branch]?
  private let shelf: PolicyShelf
  private var ancestry = ObjectTable<ObjectPair, Bool>()
  private var merges = ObjectTable<ObjectPair, MergeOutcome>()
  private var baselines: [String: ObjectID] = [:]
  /// The last answer of ``journalChange(from:to:experiments:)``: several rules ask of one step.
  var lastJournals: (question: JournalQuestion, answer: JournalChange)?

  let recentJournals = RecentJournals()
  /// The template of the experiments' folder that was looked at last.
  var lastTemplate: KnownTemplate?
  /// The last answer of ``mergeDifference(of:ours:theirs:)``: a rule and the report ask of one step.
  private var lastMerge: (question: MergeQuestion, answer: MergeDifference)?

  /// Itself, where a hook is about to end anyway.
  private var keeper: RepositoryEvidence?

  private struct MergeQuestion: Hashable {
    let result: TreeID
    let ours: ObjectID
    let theirs: ObjectID
  }

  // An audit asks millions of questions, and the same ones only shortly after one another.
  private static let keptAnswers = 1024
  private static let keptMerges = 16

  public init(
    _ repository: Repository, remote: String?, shelf: PolicyShelf,
    standpoint: Session.Standpoint = .client, environment: Variables = [:]
  ) {
    self.standpoint = standpoint
    self.repository = repository
    setting = CloneSetting(environment)
    self.shelf = shelf
    self.remote = remote
    if repository.isKeptUntilExit { keeper = self }
  }

  public func commit(_ id: ObjectID) throws(EvidenceGap) -> Commit {
    try asking(Phrase("what commit \(id.short) holds")) { () throws(GitError) in
      try repository.commit(id)
    }
  }

  public func isAncestor(_ old: ObjectID, of new: ObjectID) throws(EvidenceGap) -> Bool {
    let pair = ObjectPair(old, new)
    if let known = ancestry[pair] { return known }
    let answer = try asking(Phrase("whether \(new.short) descends from \(old.short)")) {
      () throws(GitError) in try repository.isAncestor(old, of: new)
    }
    if ancestry.count >= Self.keptAnswers { ancestry.removeAll() }
    ancestry[pair] = answer
    return answer
  }

  public func firstParents(
    from tips: [ObjectID], notIn bases: [ObjectID]
  ) throws(EvidenceGap) -> [[ObjectID]] {
    try asking(Phrase("which commits are new")) { () throws(GitError) in
      try repository.firstParents(from: tips, notIn: bases)
    }
  }

  public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(EvidenceGap) -> ObjectID? {
    try asking(Phrase("what \(one.short) and \(other.short) have in common")) {
      () throws(GitError) in
      try repository.mergeBase(one, other)
    }
  }

  public func changes(from: TreeID?, to: TreeID) throws(EvidenceGap) -> [PathChange] {
    try asking(Phrase("which files differ")) { () throws(GitError) in
      try repository.changes(from: from, to: to)
    }
  }

  public func entry(at path: TreePath, in tree: TreeID) throws(EvidenceGap) -> TreeEntry? {
    try asking(Phrase("what \(path) holds")) { () throws(GitError) in
      try repository.entry(at: path, in: tree)
    }
  }

  public func automaticMerge(
    of ours: ObjectID, and theirs: ObjectID
  ) throws(EvidenceGap) -> MergeOutcome {
    let pair = ObjectPair(ours, theirs)
    if let known = merges[pair] { return known }
    let outcome = try asking(Phrase("what merging \(theirs.short) into \(ours.short) gives")) {
      () throws(GitError) in try repository.automaticMerge(of: ours, and: theirs)
    }
    if merges.count >= Self.keptMerges { merges.removeAll() }
    merges[pair] = outcome
    return outcome
  }

  public func mergeDifference(
    of result: TreeID, ours: ObjectID, theirs: ObjectID
  ) throws(EvidenceGap) -> MergeDifference {
    let question = MergeQuestion(result: result, ours: ours, theirs: theirs)
    if let lastMerge, lastMerge.question == question { return lastMerge.answer }
    let answer = try asking(Phrase("what merging \(theirs.short) into \(ours.short) gives")) {
      () throws(GitError) in
      try repository.mergeDifference(of: result, ours: ours, theirs: theirs)
    }
    lastMerge = (question, answer)
    return answer
  }

  public func size(of blob: ObjectID) throws(EvidenceGap) -> Int64 {
    try asking(Phrase("how large \(blob.short) is")) { () throws(GitError) in
      try repository.blobSize(blob)
    }
  }

  public func branches() throws(EvidenceGap) -> [Branch] {
    if let knownBranches { return knownBranches + arrivals }
    var branches = try asking(Phrase("which branches there are")) { () throws(GitError) in
      try repository.branches()
    }
    // Whoever may push at all could push to refs/remotes as well.
    if standpoint == .server { branches.removeAll { $0.remote != nil } }
    branches.removeAll { CIRefs.isMadeByForge($0) }
    knownBranches = branches
    return branches + arrivals
  }

  public func branchesOnceAt(_ head: ObjectID) throws(EvidenceGap) -> [BranchName] {
    var found: [BranchName] = []
    guard standpoint == .client else { return [] }
    for branch in try branches() where branch.remote == nil {
      let tips = try asking(Phrase("where \(branch.name) once was")) { () throws(GitError) in
        try repository.reflogOldAndNew(of: branch.ref)
      }
      if tips.contains(head) { found.append(branch.name) }
    }
    return found
  }

  public func baseline(_ digits: String) throws(EvidenceGap) -> ObjectID {
    if let known = baselines[digits] { return known }
    var question: Phrase { Phrase("which commit the policy's baseline \(digits) is") }
    let found = try asking(question) { () throws(GitError) in
      try repository.commitID(startingWith: digits)
    }
    guard let found else {
      throw EvidenceGap(
        question: question, reason: repository.isShallow ? .shallow : .missing,
        remedy: remedy(for: repository.isShallow ? .shallow : .missing))
    }
    baselines[digits] = found
    return found
  }

  public func policyFile(in tree: TreeID) throws(EvidenceGap) -> PolicyFileState {
    let found = try asking(Phrase("what the policy file says")) { () throws(GitError) in
      try shelf.find(in: tree)
    }
    guard let found else { return .absent }
    do throws(PolicyFileError) {
      _ = try shelf.policy(found)
      return .valid(found.id)
    } catch {
      return .invalid(found.id, problem: error.described)
    }
  }

  public func policy(in tree: TreeID) throws(EvidenceGap) -> Policy? {
    let found = try asking(Phrase("what the policy file says")) { () throws(GitError) in
      try shelf.find(in: tree)
    }
    return found.flatMap { try? shelf.policy($0) }
  }

  /// Turns what libgit2 can't answer into a gap with the commands that mend it.
  func asking<Answer>(
    _ question: @autoclosure () -> Phrase, _ body: () throws(GitError) -> Answer
  ) throws(EvidenceGap) -> Answer {
    do throws(GitError) {
      return try body()
    } catch {
      let reason = reason(of: error)
      let isTold = reason == .damaged || reason == .unsupported
      throw EvidenceGap(
        question: isTold ? Phrase("\(question()): \(error.words)") : question(), reason: reason,
        remedy: remedy(for: reason))
    }
  }

  private func reason(of error: GitError) -> EvidenceGap.Reason {
    switch error.kind {
    case .shallow: .shallow
    case .partial: .partial
    case .notFound:
      repository.isShallow
        ? .shallow : ((try? repository.isPartialClone) == true ? .partial : .missing)
    case .unsupported: .unsupported
    default: .damaged
    }
  }

  private func remedy(for reason: EvidenceGap.Reason) -> [Phrase] {
    // Whoever pushes can do nothing about what a server lacks.
    if standpoint == .server { return [Phrase("# whoever looks after the server: git fsck")] }
    let name = remote.map { " \($0)" } ?? ""
    switch reason {
    case .shallow: return setting.forHistory(or: ["git fetch --unshallow\(name)"].verbatim)
    case .partial:
      return setting.forObjects(or: ["git fetch --refetch --no-filter\(name)"].verbatim)
    case .missing: return ["git fetch\(name)"].verbatim
    case .damaged: return ["git fsck"].verbatim
    case .conflict, .unsupported: return []
    }
  }
}
