/// A git hook in which the guard judges. The raw value is git's name for it.
public enum HookName: String, CaseIterable, Hashable, Sendable {
  case preMergeCommit = "pre-merge-commit"
  case preCommit = "pre-commit"
  case prepareCommitMessage = "prepare-commit-msg"
  case prePush = "pre-push"

  // Written out: what the compiler makes of the raw values compares the word with an array of
  // strings, and this is asked first in every hook.
  public init?(rawValue: String) {
    switch rawValue {
    case "pre-merge-commit": self = .preMergeCommit
    case "pre-commit": self = .preCommit
    case "prepare-commit-msg": self = .prepareCommitMessage
    case "pre-push": self = .prePush
    default: return nil
    }
  }

  /// Whether git hands the hook its work on standard input. Two readers can't share that, so the
  /// wrapper has to pass it on to each.
  public var readsInput: Bool { self == .prePush }

  /// The name under which the hook that stood there before is kept, in the same folder.
  public var keptName: String { rawValue + ".before-gitflow-guard" }

  /// Who runs first, where an earlier hook is chained.
  enum Order {
    /// The earlier hook may change what is about to be committed (a formatter that stages its
    /// work, a message written anew), so the guard judges last, on what will really be committed.
    case earlierHookFirst
    /// What is pushed stands already, and the earlier hook may be slow or act on the world
    /// (a test suite, an upload of large files), so a refusal comes before it.
    case guardFirst
  }

  var order: Order { self == .prePush ? .guardFirst : .earlierHookFirst }
}
