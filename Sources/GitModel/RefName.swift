/// The full name of a reference, such as `refs/heads/develop`. All decisions are made on full
/// names: `-develop`, `HEAD` and `refs/heads/refs/heads/develop` are legal branch names.
public struct RefName: ByteText {
  public let bytes: [UInt8]
  public init(bytes: [UInt8]) { self.bytes = bytes }

  public static func branch(_ name: BranchName) -> RefName {
    RefName(bytes: Array("refs/heads/".utf8) + name.bytes)
  }

  /// The branch that this is, where it is a local branch (`refs/heads/…`).
  public var branch: BranchName? {
    guard hasPrefix("refs/heads/"), bytes.count > 11 else { return nil }
    return BranchName(bytes: Array(bytes.dropFirst(11)))
  }

  public var isTag: Bool { hasPrefix("refs/tags/") }
}

/// A branch's name without `refs/heads/`, or without `refs/remotes/REMOTE/`.
public struct BranchName: ByteText {
  public let bytes: [UInt8]
  public init(bytes: [UInt8]) { self.bytes = bytes }
}

/// A branch that stands in the repository, local or remote-tracking, with its tip.
/// There may be thousands, and every rule asks for them, so it is one object.
public final class Branch: Sendable {
  /// The full reference name, such as `refs/remotes/origin/develop`.
  public let ref: RefName
  /// The branch's own name, such as `develop`: this is what lanes match.
  public let name: BranchName
  /// The remote's name for a remote-tracking branch, nil for a local one.
  public let remote: String?
  public let tip: ObjectID

  public init(ref: RefName, name: BranchName, remote: String?, tip: ObjectID) {
    self.ref = ref
    self.name = name
    self.remote = remote
    self.tip = tip
  }

  /// The name as a person would type it: `develop` or `origin/develop`.
  public var spelled: BranchName {
    guard let remote else { return name }
    return BranchName(bytes: Array(remote.utf8) + [UInt8(ascii: "/")] + name.bytes)
  }

  /// Whether it is spelled so; makes no text for it, since all branches are asked for one.
  public func isSpelled(_ text: BranchName) -> Bool {
    guard let remote else { return name == text }
    let start = remote.utf8.count
    return text.bytes.count == start + 1 + name.bytes.count && text.hasPrefix(remote)
      && text.bytes[start] == UInt8(ascii: "/")
      && text.bytes[(start + 1)...].elementsEqual(name.bytes)
  }
}

// Its name follows from its reference and its remote.
extension Branch: Hashable {
  public static func == (one: Branch, other: Branch) -> Bool {
    one.ref == other.ref && one.remote == other.remote && one.tip == other.tip
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ref)
    hasher.combine(tip)
  }
}
