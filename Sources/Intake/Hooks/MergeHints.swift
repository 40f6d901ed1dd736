public import GitModel

/// What git's environment says of a merge: `GITHEAD_<oid>=<name as typed>`, and the name in
/// `GIT_REFLOG_ACTION=merge NAME`. Anybody can set these, so names are hints until the history
/// confirms them.
public struct MergeHints: Hashable, Sendable {
  /// The heads that come in, in no order that means anything, sorted to be the same each time.
  public let heads: [ObjectID]
  public let names: [ObjectID: [BranchName]]

  public init(environment: [String: String]) {
    var names: [ObjectID: [BranchName]] = [:]
    for (key, value) in environment where key.hasPrefix("GITHEAD_") {
      guard let head = ObjectID(String(key.dropFirst("GITHEAD_".count))) else { continue }
      names[head, default: []].append(BranchName(value))
    }
    let action = environment["GIT_REFLOG_ACTION"] ?? ""
    if action.hasPrefix("merge "), names.count == 1, let head = names.keys.first {
      names[head, default: []].append(BranchName(String(action.dropFirst("merge ".count))))
    }
    heads = names.keys.sorted()
    self.names = names
  }
}
