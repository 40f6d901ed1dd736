/// What kind of thing a tree entry is, by git's file mode.
public enum FileKind: Hashable, Sendable {
  case regular, executable, symlink, submodule, folder

  /// The kind that a mode in a tree object stands for; nil for a mode that git does not write.
  public init?(mode: UInt32) {
    switch mode {
    case 0o100644, 0o100664: self = .regular
    case 0o100755: self = .executable
    case 0o120000: self = .symlink
    case 0o160000: self = .submodule
    case 0o040000: self = .folder
    default: return nil
    }
  }

  /// A file whose content is text or data of its own.
  public var isFile: Bool { self == .regular || self == .executable }
}

/// One side of a path: what kind it is and which object holds its content.
public struct TreeEntry: Hashable, Sendable {
  public let kind: FileKind
  public let id: ObjectID

  public init(kind: FileKind, id: ObjectID) {
    self.kind = kind
    self.id = id
  }
}

/// A path that differs between two trees. Folders are taken apart into their files.
public struct PathChange: Hashable, Sendable {
  public let path: TreePath
  /// nil where the path was added.
  public let before: TreeEntry?
  /// nil where the path was removed.
  public let after: TreeEntry?

  public init(path: TreePath, before: TreeEntry?, after: TreeEntry?) {
    self.path = path
    self.before = before
    self.after = after
  }
}

/// What merging two commits in memory gives.
public struct MergeOutcome: Hashable, Sendable {
  /// The merged tree. A path in conflict stands in it as the second commit has it.
  public let tree: TreeID
  /// The paths in conflict, sorted; empty for a clean merge.
  public let conflicts: [TreePath]

  public init(tree: TreeID, conflicts: [TreePath]) {
    self.tree = tree
    self.conflicts = conflicts
  }
}
