public import FlowPolicy
import GitModel
public import Wording

/// The hook that git runs once for each ref of a push: `update <ref name> <old oid> <new oid>`. It
/// never sees the push as a whole, and refs that were let through before have moved already.
public enum Update {
  /// - Returns: nil where the arguments are not of that kind.
  public static func move(_ arguments: [String]) -> RefMove? {
    guard arguments.count == 3,
      let record = RefRecord(Array("\(arguments[1]) \(arguments[2]) \(arguments[0])".utf8)),
      record.ref.hasPrefix("refs/"), case .object(let before) = record.before,
      case .object(let after) = record.after
    else { return nil }
    return RefMove(ref: record.ref, before: before, after: after)
  }

  /// What can't be seen from there, for whoever asks for all there is to tell.
  public static let blindSpots = [
    Phrase(
      """
      the update hook sees one ref at a time: a branch of the same push vouches only if it has \
      moved already, and a push may land in part; pre-receive judges a push as a whole
      """)
  ]
}
