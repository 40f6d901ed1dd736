/// A git hook in which the guard judges. The raw value is git's name for it.
public enum HookName: String, CaseIterable, Hashable, Sendable {
  case preMergeCommit = "pre-merge-commit"
  case preCommit = "pre-commit"
  case prepareCommitMessage = "prepare-commit-msg"
  case prePush = "pre-push"
  case preReceive = "pre-receive"
  case update
  case referenceTransaction = "reference-transaction"

  // Written out: what the compiler makes of the raw values compares the word with an array of
  // strings, and this is asked first in every hook.
  public init?(rawValue: String) {
    switch rawValue {
    case "pre-merge-commit": self = .preMergeCommit
    case "pre-commit": self = .preCommit
    case "prepare-commit-msg": self = .prepareCommitMessage
    case "pre-push": self = .prePush
    case "pre-receive": self = .preReceive
    case "update": self = .update
    case "reference-transaction": self = .referenceTransaction
    default: return nil
    }
  }

  /// Whether git hands the hook its work on standard input. Two readers can't share that, so the
  /// wrapper has to pass it on to each.
  public var readsInput: Bool {
    self == .prePush || self == .preReceive || self == .referenceTransaction
  }

  /// Those of a clone.
  public static let client: [HookName] = [
    .preMergeCommit, .preCommit, .prepareCommitMessage, .prePush,
  ]

  /// Those of a clone that are put in only where somebody asks for them: git runs them very often.
  public static let optional: [HookName] = [.referenceTransaction]

  /// Whether it runs where pushes arrive.
  public var isOnServer: Bool { self == .preReceive || self == .update }

  /// Whether it judges refs that are to move, and not a commit that is to be made.
  var movesRefs: Bool {
    isOnServer || self == .prePush || self == .referenceTransaction
  }

  /// The command that puts it in.
  public var installation: String {
    switch self {
    case .preReceive: "gitflow-guard install --server"
    case .update: "gitflow-guard install --server --with update"
    case .referenceTransaction: "gitflow-guard install --with reference-transaction"
    default: "gitflow-guard install"
    }
  }

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

  var order: Order { movesRefs ? .guardFirst : .earlierHookFirst }
}
