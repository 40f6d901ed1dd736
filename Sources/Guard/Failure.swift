public import Git
public import PolicyFile

/// Why a command could not come to a verdict. Each case says what, where and what to do.
public enum Failure: Error, Hashable, Sendable {
  /// The command line asks for something that makes no sense.
  case usage(String)
  /// A policy file is wrong.
  case policy(PolicyFileError, origin: String)
  /// The repository, or something in it, can't be read.
  case repository(GitError)
  /// A branch or commit that was named, or that should be here, is not.
  case notFound(String, remedy: [String])
  /// A file could not be read or written.
  case file(String)

  public var exitCode: ExitCode {
    switch self {
    case .usage, .policy: .usage
    case .repository, .notFound, .file: .undecided
    }
  }

  /// The file and the place in it, counted from 1, where there is one.
  public var place: (file: String, line: Int, column: Int)? {
    guard case .policy(let error, _) = self else { return nil }
    return (error.file, error.line, error.column)
  }

  /// A word for machines.
  public var code: String {
    switch self {
    case .usage: "usage"
    case .policy: "policy"
    case .repository: "repository"
    case .notFound: "not-found"
    case .file: "file"
    }
  }

  public var message: String {
    switch self {
    case .usage(let text), .file(let text): text
    case .policy(let error, let origin):
      "\(origin):\(error.line):\(error.column): \(error.sentence)"
    case .repository(let error):
      switch error.kind {
      case .partial: "could not \(error.asked): it was left out of this partial clone"
      case .shallow: "could not \(error.asked): the history was cut off here (a shallow clone)"
      default: error.description
      }
    case .notFound(let text, _): text
    }
  }

  /// Commands that help, ready to paste.
  public var remedy: [String] {
    switch self {
    case .notFound(_, let remedy): remedy
    case .repository(let error):
      switch error.kind {
      case .damaged: ["git fsck"]
      case .partial: ["git fetch --refetch --no-filter"]
      case .shallow: ["git fetch --unshallow"]
      default: []
      }
    case .policy: ["gitflow-guard policy check"]
    case .usage: ["gitflow-guard --help"]
    case .file: []
    }
  }
}
