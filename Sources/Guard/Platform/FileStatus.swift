import Glibc
import Wording

/// What stands at a path.
public struct FileStatus: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case file, folder, symbolicLink, other

    var withArticle: Phrase {
      switch self {
      case .file: Phrase("a file")
      case .folder: Phrase("a folder")
      case .symbolicLink: Phrase("a symbolic link")
      case .other: Phrase("a special file")
      }
    }
  }

  /// The number under which the system knows the file: two paths with one identity are one file.
  public struct Identity: Hashable, Sendable {
    public let device: UInt64
    public let inode: UInt64
  }

  public let kind: Kind
  /// The permission bits, such as 0o755.
  public let mode: UInt32
  /// Length in bytes.
  public let size: Int
  public let identity: Identity

  init(_ raw: stat) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    mode = UInt32(raw.st_mode) & 0o7777
    size = Int(raw.st_size)
    identity = Identity(device: UInt64(raw.st_dev), inode: UInt64(raw.st_ino))
  }
}
