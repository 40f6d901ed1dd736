import Glibc

/// A file operation that failed: what was asked, of which path, and why it was denied.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was asked, in the words that complete "cannot …".
  public enum Action: String, Hashable, Sendable {
    case read
    case look = "look at"
    case create, write
    case sync = "write to disk"
    case link, copy, rename
    case remove, lock
    case changeMode = "change the mode of"
    case makeDirectory = "make the folder"
    case list, resolve, start
  }

  public enum Cause: Hashable, Sendable {
    /// The system's error number.
    case system(Int32)
    /// The content is longer than the reader allows, in bytes.
    case tooLarge(limit: Int)
    /// The path is something else than the action needs.
    case wrongKind(FileStatus.Kind)
    /// The path has a NUL byte in it: the system would see only what stands before.
    case nulInPath
    /// Another process holds the lock.
    case held
    /// The process at the other end has gone before its work was done.
    case ended
  }

  public let action: Action
  public let path: String
  public let cause: Cause

  public init(_ action: Action, _ path: String, _ cause: Cause) {
    self.action = action
    self.path = path
    self.cause = cause
  }

  /// The error of the system call that has just failed.
  static func last(_ action: Action, _ path: String) -> FileError {
    FileError(action, path, .system(errno))
  }

  /// The system's error number, where the system denied it.
  public var code: Int32? {
    if case .system(let code) = cause { code } else { nil }
  }

  /// True where nothing stands at the path.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Why, in words: the system's own where the system denied it.
  public var reason: String {
    switch cause {
    case .system(let code): unsafe String(cString: strerror(code))
    case .tooLarge(let limit): "it is longer than \(limit) bytes"
    case .wrongKind(let kind): "it is \(kind.withArticle)"
    case .nulInPath: "the path holds a NUL byte"
    case .held: "another process is at work on it"
    case .ended: "it ended before its work was done"
    }
  }

  public var description: String { "cannot \(action.rawValue) \(path): \(reason)" }
}

extension FileError {
  /// Whether the file system, not the case, forbids giving a file a second name.
  var isForWantOfLinks: Bool {
    [EPERM, EACCES, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK, EXDEV].contains { $0 == code }
  }
}
