import FlowPolicy
public import Git
import GitModel
import PolicyFile

/// The policy files that a run has read, by their content's id: several branches hold the same one,
/// and it is looked at before, while and after something is judged.
public final class PolicyShelf {
  private let repository: Repository
  private var read = ObjectTable<ObjectID, Reading>()

  /// A file's content and, once somebody asked, what it says.
  private final class Reading {
    let bytes: [UInt8]
    var policy: Kept?

    init(_ bytes: [UInt8]) { self.bytes = bytes }
  }

  private final class Kept {
    let policy: Policy

    init(_ policy: Policy) { self.policy = policy }
  }

  public init(_ repository: Repository) { self.repository = repository }

  /// A policy file that stands in a tree.
  final class Found {
    let id: ObjectID
    let name: String
    let bytes: [UInt8]
    let fault: Fault

    /// What is wrong with it before its content counts.
    enum Fault { case none, bothNames, noRegularFile }

    init(id: ObjectID, name: String, bytes: [UInt8], fault: Fault) {
      self.id = id
      self.name = name
      self.bytes = bytes
      self.fault = fault
    }
  }

  /// The policy file at the root of a tree; nil where there is none.
  func find(in tree: TreeID) throws(GitError) -> Found? {
    var found: (name: String, entry: TreeEntry)?
    var fault = Found.Fault.none
    for name in PolicyFile.names {
      guard let entry = try repository.entry(at: TreePath(name), in: tree) else { continue }
      if found == nil { found = (name, entry) } else { fault = .bothNames }
    }
    guard let (name, entry) = found else { return nil }
    // A link or folder of that name is no policy, and must not stand for "no policy" either.
    if fault == .none, entry.kind.isFile == false { fault = .noRegularFile }
    return Found(
      id: entry.id, name: name, bytes: fault == .none ? try bytes(entry.id) : Self.tooMuch,
      fault: fault)
  }

  func policy(_ found: Found) throws(PolicyFileError) -> Policy {
    switch found.fault {
    case .none: break
    case .bothNames: throw .bothNames
    case .noRegularFile: throw .noRegularFile(found.name)
    }
    let reading = read[found.id]
    if let known = reading?.policy { return known.policy }
    let policy = try PolicyFile.read(found.bytes, file: found.name)
    reading?.policy = Kept(policy)
    return policy
  }

  private func bytes(_ id: ObjectID) throws(GitError) -> [UInt8] {
    if let known = read[id] { return known.bytes }
    guard let bytes = try repository.blob(id, upTo: PolicyFile.sizeLimit) else {
      return Self.tooMuch
    }
    if read.count >= Self.kept { read.removeAll() }
    read[id] = Reading(bytes)
    return bytes
  }

  /// A whole history may hold any number of policies, and few at a time are asked for.
  private static let kept = 64

  /// Stands for a content that is too large to be one: its reader says so.
  private static var tooMuch: [UInt8] {
    [UInt8](repeating: UInt8(ascii: "#"), count: PolicyFile.sizeLimit + 1)
  }
}
