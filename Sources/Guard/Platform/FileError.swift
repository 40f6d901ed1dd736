import Glibc
public import Wording

/// A file operation that failed: what was asked, of which path, and why it was denied.
public struct FileError: Error, Hashable, Sendable {
  /// What was asked.
  public enum Action: Hashable, Sendable {
    case read, look, create, write, sync, link, copy, rename, remove, lock, changeMode
    case makeDirectory, list, resolve, start
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

  /// What it was asked of.
  public enum Subject: Hashable, Sendable {
    case path(String)
    case standardInput, standardOutput, standardError, worker, pipe

    /// As a sentence names it.
    var name: Phrase {
      switch self {
      case .path(let path): Phrase(verbatim: path)
      case .standardInput: Phrase("standard input")
      case .standardOutput: Phrase("standard output")
      case .standardError: Phrase("standard error")
      case .worker: Phrase("a worker process")
      case .pipe: Phrase("a pipe")
      }
    }
  }

  public let action: Action
  public let subject: Subject
  public let cause: Cause

  public init(_ action: Action, of subject: Subject, _ cause: Cause) {
    self.action = action
    self.subject = subject
    self.cause = cause
  }

  public init(_ action: Action, _ path: String, _ cause: Cause) {
    self.init(action, of: .path(path), cause)
  }

  /// The error of the system call that has just failed.
  static func last(_ action: Action, of subject: Subject) -> FileError {
    FileError(action, of: subject, .system(errno))
  }

  static func last(_ action: Action, _ path: String) -> FileError {
    last(action, of: .path(path))
  }

  /// The system's error number, where the system denied it.
  public var code: Int32? {
    if case .system(let code) = cause { code } else { nil }
  }

  /// True where nothing stands at the path.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Why, in words: the system's own where the system denied it.
  public var reason: Phrase {
    switch cause {
    case .system(let code): Phrase(verbatim: unsafe String(cString: strerror(code)))
    case .tooLarge(let limit): Phrase("it is longer than \(limit) bytes")
    case .wrongKind(let kind): Phrase("it is \(kind.withArticle)")
    case .nulInPath: Phrase("the path holds a NUL byte")
    case .held: Phrase("another process is at work on it")
    case .ended: Phrase("it ended before its work was done")
    }
  }

  /// What could not be done, and why.
  public var sentence: Phrase {
    let name = subject.name
    return switch action {
    case .read: Phrase("cannot read \(name): \(reason)")
    case .look: Phrase("cannot look at \(name): \(reason)")
    case .create: Phrase("cannot create \(name): \(reason)")
    case .write: Phrase("cannot write \(name): \(reason)")
    case .sync: Phrase("cannot write to disk \(name): \(reason)")
    case .link: Phrase("cannot link \(name): \(reason)")
    case .copy: Phrase("cannot copy \(name): \(reason)")
    case .rename: Phrase("cannot rename \(name): \(reason)")
    case .remove: Phrase("cannot remove \(name): \(reason)")
    case .lock: Phrase("cannot lock \(name): \(reason)")
    case .changeMode: Phrase("cannot change the mode of \(name): \(reason)")
    case .makeDirectory: Phrase("cannot make the folder \(name): \(reason)")
    case .list: Phrase("cannot list \(name): \(reason)")
    case .resolve: Phrase("cannot resolve \(name): \(reason)")
    case .start: Phrase("cannot start \(name): \(reason)")
    }
  }
}

extension FileError {
  /// Whether the file system, not the case, forbids giving a file a second name.
  var isForWantOfLinks: Bool {
    [EPERM, EACCES, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK, EXDEV].contains { $0 == code }
  }
}
