public import GitModel

/// What the pre-commit tool (https://pre-commit.com) leaves of a push: it reads git's records
/// itself, hands its hooks an empty input, and tells of one ref in variables, the first whose
/// commits are new. Deletions and all further refs it never shows.
public enum PreCommitTool {
  /// The one ref that is known of.
  public struct Push: Hashable, Sendable {
    /// The destination, in full.
    public let ref: RefName
    /// What is pushed, as an id or as it was typed; nil where the tool does not say.
    public let source: String?
  }

  /// Whether the tool runs this hook.
  public static func runs(_ environment: Variables) -> Bool { environment["PRE_COMMIT"] == "1" }

  /// nil where its variables tell of no push: somebody runs the hook by hand.
  public static func push(_ environment: Variables) -> Push? {
    guard let ref = environment["PRE_COMMIT_REMOTE_BRANCH"], ref.hasPrefix("refs/")
    else { return nil }
    return Push(
      ref: RefName(ref),
      source: environment["PRE_COMMIT_TO_REF"] ?? environment["PRE_COMMIT_LOCAL_BRANCH"])
  }
}
