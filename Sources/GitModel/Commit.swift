/// What the guard needs to know of a commit, copied out of the repository.
/// It is passed on to rule after rule, so it is one object.
public final class Commit: Sendable {
  public let id: ObjectID
  public let tree: TreeID
  public let parents: [ObjectID]
  public let author: Person
  public let committer: Person
  /// The committer's time in seconds since 1970. Clocks lie: nothing is decided by it.
  public let time: Int64
  /// The whole message, as the bytes that git holds.
  public let message: [UInt8]

  public init(
    id: ObjectID, tree: TreeID, parents: [ObjectID], author: Person, committer: Person,
    time: Int64, message: [UInt8]
  ) {
    self.id = id
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.time = time
    self.message = message
  }

  public var firstParent: ObjectID? { parents.first }
  public var isMerge: Bool { parents.count > 1 }

  /// The message's first line, as bytes.
  public var subject: [UInt8] { Array(message.prefix { $0 != UInt8(ascii: "\n") }) }
}

/// Two commits of one id are one commit.
extension Commit: Hashable {
  public static func == (one: Commit, other: Commit) -> Bool { one.id == other.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A name and an address, as bytes: commits are written by anybody.
public struct Person: Hashable, Sendable {
  public let name: [UInt8]
  public let email: [UInt8]

  public init(name: [UInt8], email: [UInt8]) {
    self.name = name
    self.email = email
  }
}
