public import GitModel
import Wording

/// Where HEAD points.
public enum Head: Hashable, Sendable {
  case branch(RefName, ObjectID)
  /// A branch that has no commit yet.
  case unborn(RefName)
  case detached(ObjectID)
}

extension Repository {
  /// - Throws: ``GitError`` of kind `damaged` where HEAD can't be read.
  public func head() throws(GitError) -> Head {
    var name: RefName = "HEAD"
    for _ in 0..<Self.symbolicLimit {
      switch try store.reference(name) {
      case .direct(let id):
        return name == "HEAD" ? .detached(id) : .branch(name, id)
      case .symbolic(let target): name = target
      case nil where name == "HEAD":
        throw GitError(kind: .damaged, asked: Phrase("read HEAD"), words: Phrase("there is none"))
      case nil: return .unborn(name)
      }
    }
    throw GitError(
      kind: .damaged, asked: Phrase("read HEAD"), words: Phrase("references go round in a circle"))
  }

  /// The commit that a reference leads to, through symbolic references and tags; nil where there
  /// is no reference of that name.
  ///
  /// - Throws: where the reference is broken or leads to no commit.
  public func tip(of ref: RefName) throws(GitError) -> ObjectID? {
    guard let id = try object(of: ref) else { return nil }
    guard let commit = try peelToCommit(id) else {
      throw GitError(
        kind: .other, asked: Phrase("find the tip of \(ref)"), words: Phrase("it names no commit"))
    }
    return commit
  }

  /// The object that a reference names, not peeled: a tag's own id, say.
  public func object(of ref: RefName) throws(GitError) -> ObjectID? {
    var name = ref
    for _ in 0..<Self.symbolicLimit {
      switch try store.reference(name) {
      case .direct(let id): return id
      case .symbolic(let target): name = target
      case nil where name == ref: return nil
      case nil:
        throw GitError(
          kind: .damaged, asked: Phrase("read \(ref)"),
          words: Phrase("it leads to \(name), which is not there"))
      }
    }
    throw GitError(
      kind: .damaged, asked: Phrase("read \(ref)"), words: Phrase("references go round in a circle")
    )
  }

  /// The reference that really moves when this one does: itself, or the one that symbolic references
  /// lead to, whether that stands already or not.
  public func referent(of ref: RefName) throws(GitError) -> RefName {
    var name = ref
    for _ in 0..<Self.symbolicLimit {
      guard case .symbolic(let target) = try store.reference(name) else { return name }
      name = target
    }
    throw GitError(
      kind: .damaged, asked: Phrase("read \(ref)"), words: Phrase("references go round in a circle")
    )
  }

  /// All local and remote-tracking branches, sorted by name; symbolic ones such as `origin/HEAD`
  /// are left out.
  public func branches() throws(GitError) -> [Branch] {
    let remotes = try remotes()
    var result: [Branch] = []
    try store.references(under: "refs/heads/") { (ref, content) throws(GitError) in
      guard case .direct(let tip) = content, let name = ref.branch else { return }
      result.append(Branch(ref: ref, name: name, remote: nil, tip: tip))
    }
    try store.references(under: Self.tracking) { (ref, content) throws(GitError) in
      guard case .direct(let tip) = content, let end = Self.remoteEnd(of: ref, by: remotes)
      else { return }
      let remote = String(decoding: ref.bytes[Self.tracking.utf8.count..<end], as: UTF8.self)
      let name = BranchName(bytes: Array(ref.bytes[(end + 1)...]))
      result.append(Branch(ref: ref, name: name, remote: remote, tip: tip))
    }
    // Both are sorted, and `refs/heads/` comes before `refs/remotes/`.
    return result
  }

  /// Whether any branch of a configured remote is known here.
  public func hasBranches(of remote: String) throws(GitError) -> Bool {
    // Most often one of these two is there, and looking for it is cheaper than listing all.
    for name in ["develop", "main"] {
      let ref = RefName("refs/remotes/\(remote)/\(name)")
      if case .direct = try store.reference(ref) { return true }
    }
    return try branches().contains { $0.remote == remote }
  }

  /// The branch that a remote's HEAD is known to name, as a remote-tracking reference.
  public func remoteHead(of remote: String) throws(GitError) -> RefName? {
    guard case .symbolic(let target) = try store.reference(RefName("refs/remotes/\(remote)/HEAD"))
    else { return nil }
    return target
  }

  /// Whether no reference leads to any commit yet.
  public var isEmptyOfCommits: Bool {
    get throws(GitError) {
      guard case .unborn = try head() else { return false }
      var found = false
      try store.references(matching: "refs/*") { (_, content) throws(GitError) in
        if case .direct = content { found = true }
      }
      return found == false
    }
  }

  /// Where the remote's name ends in `refs/remotes/origin/feature/x`: the longest configured remote
  /// that fits counts, else the first part. nil where nothing is left for a branch.
  private static func remoteEnd(of ref: RefName, by remotes: [Remote]) -> Int? {
    let slash = UInt8(ascii: "/")
    let start = tracking.utf8.count
    var end: Int?
    for remote in remotes {
      let place = start + remote.name.utf8.count
      guard place > end ?? 0, place + 1 < ref.bytes.count, ref.bytes[place] == slash,
        ref.bytes[start..<place].elementsEqual(remote.name.utf8)
      else { continue }
      end = place
    }
    if end == nil { end = ref.bytes[start...].firstIndex(of: slash) }
    guard let end, end + 1 < ref.bytes.count else { return nil }
    return end
  }

  private static let tracking = "refs/remotes/"

  /// git itself follows no more than five symbolic references in a row.
  private static let symbolicLimit = 6
}
