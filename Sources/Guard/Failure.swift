public import Git
public import PolicyFile
public import Wording

/// Why a command could not come to a verdict. Each case says what, where and what to do.
public enum Failure: Error, Hashable, Sendable {
  /// The command line asks for something that makes no sense.
  case usage(Phrase)
  /// A policy file is wrong.
  case policy(PolicyFileError, origin: String)
  /// The repository, or something in it, can't be read.
  case repository(GitError)
  /// A branch or commit that was named, or that should be here, is not.
  case notFound(Phrase, remedy: [Phrase])
  /// A file could not be read or written.
  case file(Phrase)

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

  public var message: Phrase {
    switch self {
    case .usage(let text), .file(let text): text
    case .policy(let error, let origin):
      Phrase("\(origin):\(error.line):\(error.column): \(error.sentence)")
    case .repository(let error):
      switch error.kind {
      case .partial: Phrase("could not \(error.asked): it was left out of this partial clone")
      case .shallow:
        Phrase("could not \(error.asked): the history was cut off here (a shallow clone)")
      default: error.sentence
      }
    case .notFound(let text, _): text
    }
  }

  /// Commands that help, ready to paste.
  public var remedy: [Phrase] {
    switch self {
    case .notFound(_, let remedy): remedy
    case .repository(let error):
      switch error.kind {
      case .damaged: ["git fsck"].verbatim
      case .partial: ["git fetch --refetch --no-filter"].verbatim
      case .shallow: ["git fetch --unshallow"].verbatim
      default: []
      }
    case .policy: ["gitflow-guard policy check"].verbatim
    case .usage: ["gitflow-guard --help"].verbatim
    case .file: []
    }
  }
}
