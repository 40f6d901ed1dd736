/// What a merge's result holds beside what merging its parents gives.
public struct MergeDifference: Hashable, Sendable {
  /// The paths that must be otherwise, sorted: `before` is what merging gives, `after` what stands
  /// there.
  public var changes: [PathChange]
  /// The paths that can't be judged, sorted, each once.
  public var leftOut: [LeftOut]

  public init(changes: [PathChange] = [], leftOut: [LeftOut] = []) {
    self.changes = changes
    self.leftOut = leftOut
  }

  /// A path that can't be judged, and why.
  public struct LeftOut: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
      /// Both sides changed it in ways that a person has to bring together.
      case conflict
      /// A rename of the file or of a folder, on either side, touches it.
      case renamed
      /// Attributes (`merge=`, `filter=`, line endings) give its merging into other hands.
      case attributes
      /// It is too large to be merged here.
      case tooLarge
      /// Its merge bases differ in a way that leaves the result open.
      case severalBases
    }

    public let path: TreePath
    public let reason: Reason

    public init(path: TreePath, reason: Reason) {
      self.path = path
      self.reason = reason
    }
  }
}
