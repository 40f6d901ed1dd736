import FlowPolicy
import Git
import GitModel
import Wording

/// What a new entry is about, and where that comes from.
struct EntrySubject {
  let title: String
  let branch: BranchName?
  let tip: ObjectID
  /// Where the branch leaves the one that it goes into; nil where their histories are unrelated.
  let base: ObjectID?
  /// What the branch holds beyond the base, newest first, as `id subject`.
  let commits: [String]

  /// More commits than this are only counted.
  private static let listed = 20

  init(branch: BranchName?, tip: ObjectID, title: String? = nil, in session: Session)
    throws(Failure)
  {
    self.branch = branch
    self.tip = tip
    self.title = title ?? branch?.description ?? "commit \(tip.short)"
    let target = try Self.target(in: session)
    let repository = session.repository
    (base, commits) = try session.reading { () throws(GitError) in
      guard let target, target != tip else { return (nil, []) }
      let base = try repository.mergeBase(target, tip)
      // What the target holds already leaves it nowhere.
      if base == tip { return (nil, []) }
      var lines: [String] = []
      var more = 0
      for id in try repository.firstParents(from: [tip], notIn: [target])[0] {
        let commit = try repository.commit(id)
        if commit.isMerge { continue }
        if lines.count < Self.listed {
          lines.append("\(id.short) \(Visible.text(commit.subject))")
        } else {
          more += 1
        }
      }
      if more > 0 { lines.append("… + \(more)") }
      return (base, lines)
    }
  }

  /// The tip of the branch that asks for entries: the remote's, else the local one.
  static func target(in session: Session) throws(Failure) -> ObjectID? {
    let policy = try session.source().standard().policy
    for lane in policy.lanes where policy.promotion(into: lane)?.requires.contains(.entry) == true {
      guard let name = lane.pattern.literal else { continue }
      if let found = try session.branch(name, remoteFirst: true) { return found.tip }
    }
    return nil
  }

  /// What the person named, or what the current branch asks to be described: itself where its lane
  /// is free, else the free branches that were merged into it on its way.
  static func all(named words: [String], in session: Session) throws(Failure) -> [EntrySubject] {
    guard words.isEmpty else {
      var subjects: [EntrySubject] = []
      for word in words { subjects += try named(word, in: session) }
      return subjects
    }
    return try of(session.currentBranch(option: "BRANCH"), in: session)
  }

  private static func named(_ word: String, in session: Session) throws(Failure) -> [EntrySubject] {
    if let found = try session.branch(word, remoteFirst: false) {
      return try of(found, in: session)
    }
    // A branch that is gone is described all the same, by the commit that it was.
    if let tip = try session.reading({ () throws(GitError) in
      try session.repository.resolve(revision: word)
    }) {
      return [try EntrySubject(branch: nil, tip: tip, in: session)]
    }
    return try of(
      session.requireBranch(word, option: "BRANCH", remoteFirst: false), in: session)
  }

  private static func of(
    _ branch: Session.Named, in session: Session
  ) throws(Failure) -> [EntrySubject] {
    let policy = try session.source().standard().policy
    if let lane = policy.match(branch.branch)?.lane, policy.promotion(into: lane) != nil {
      return try brought(to: branch, policy, in: session)
    }
    return [try EntrySubject(branch: branch.branch, tip: branch.tip, in: session)]
  }

  /// What was merged into a branch on its way; the branch itself where that is nothing.
  private static func brought(
    to branch: Session.Named, _ policy: Policy, in session: Session
  ) throws(Failure) -> [EntrySubject] {
    let target = try target(in: session)
    let repository = session.repository
    let heads = try session.reading { () throws(GitError) in
      let free = try repository.branches().filter { branch in
        policy.match(branch.name).map { policy.promotion(into: $0.lane) == nil } ?? false
      }
      var heads: [(name: BranchName?, title: String?, tip: ObjectID)] = []
      let known = target.map { [$0] } ?? []
      for id in try repository.firstParents(from: [branch.tip], notIn: known)[0] {
        let commit = try repository.commit(id)
        for head in commit.parents.dropFirst()
        where heads.contains(where: { $0.tip == head }) == false {
          if let target, try repository.isAncestor(head, of: target) { continue }
          // A branch that is gone lives on in the merge's own words.
          let claim = MergeSubject(commit.subject)?.source.map { "\($0)" }
          heads.append((free.first { $0.tip == head }?.name, claim, head))
        }
      }
      return heads.reversed()
    }
    guard heads.isEmpty == false else {
      if policy.match(branch.branch).map({ policy.isProtected($0.lane) }) == true {
        throw Failure.notFound(
          Phrase(
            """
            \(branch.branch) is protected, and nothing new was merged into it: name the branch of \
            the experiment, or go to your own
            """), remedy: [])
      }
      return [try EntrySubject(branch: branch.branch, tip: branch.tip, in: session)]
    }
    var subjects: [EntrySubject] = []
    for head in heads {
      let title = head.name == nil ? head.title : nil
      subjects.append(
        try EntrySubject(branch: head.name, tip: head.tip, title: title, in: session))
    }
    return subjects
  }
}
