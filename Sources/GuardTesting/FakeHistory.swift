import FlowPolicy
public import GitModel
import Wording

/// A history in memory: commits with whole file tables. Answers the policy's questions by plain
/// definitions, slow and easy to check.
public final class FakeHistory {
  public typealias Files = [TreePath: String]

  public private(set) var commits: [ObjectID: Commit] = [:]
  private var files: [TreeID: Files] = [:]
  private var trees: [Files: TreeID] = [:]
  private var blobs: [String: ObjectID] = [:]
  private var texts: [ObjectID: String] = [:]
  private var counter: UInt32 = 0

  /// The branches that vouch, by full ref name.
  public var refs: [RefName: ObjectID] = [:]
  /// Branches of a push that vouch beside those, though they have not moved yet.
  public var arrivals: [Branch] = []
  public var reflogs: [BranchName: [ObjectID]] = [:]
  /// Commits whose absence is to be met.
  public var missing: Set<ObjectID> = []

  public init() {}

  private func fresh(_ kind: UInt8) -> ObjectID {
    counter += 1
    let tail = (0..<4).map { UInt8(truncatingIfNeeded: counter >> (24 - 8 * UInt32($0))) }
    guard let id = ObjectID(bytes: [kind] + [UInt8](repeating: 0, count: 15) + tail) else {
      preconditionFailure("twenty bytes make an id")
    }
    return id
  }

  public func blob(_ text: String) -> ObjectID {
    if let known = blobs[text] { return known }
    let id = fresh(0xb0)
    blobs[text] = id
    texts[id] = text
    return id
  }

  public func tree(_ table: Files) -> TreeID {
    if let known = trees[table] { return known }
    let id = TreeID(fresh(0xee))
    trees[table] = id
    files[id] = table
    return id
  }

  public func table(_ tree: TreeID) -> Files { files[tree] ?? [:] }
  public func table(of commit: ObjectID) -> Files { commits[commit].map { table($0.tree) } ?? [:] }

  @discardableResult
  public func commit(_ table: Files, parents: [ObjectID], message: String = "A commit") -> ObjectID
  {
    let id = fresh(0xc0)
    let person = Person(name: Array("Anna".utf8), email: Array("anna@example.org".utf8))
    commits[id] = Commit(
      id: id, tree: tree(table), parents: parents, author: person, committer: person,
      time: Int64(counter), message: Array(message.utf8))
    return id
  }

  public func text(_ blob: ObjectID) -> String { texts[blob] ?? "" }

  func ancestors(of tip: ObjectID) throws(EvidenceGap) -> Set<ObjectID> {
    var seen: Set<ObjectID> = []
    var open = [tip]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard missing.contains(next) == false, let commit = commits[next] else {
        throw EvidenceGap(
          question: "the history below \(next.short)", reason: .shallow,
          remedy: ["git fetch --unshallow"])
      }
      open += commit.parents
    }
    return seen
  }

  /// A merge by path: the side that differs from the base wins, both differing is a conflict.
  public func merge(_ base: Files, _ ours: Files, _ theirs: Files) -> (Files, [TreePath]) {
    var result: Files = [:]
    var conflicts: [TreePath] = []
    for path in Set(base.keys).union(ours.keys).union(theirs.keys).sorted() {
      let (old, our, their) = (base[path], ours[path], theirs[path])
      if our == their || old == their {
        result[path] = our
      } else {
        result[path] = their
        if old != our { conflicts.append(path) }
      }
    }
    return (result, conflicts)
  }
}
