public import FlowPolicy
public import GitModel

/// What git's environment says of a merge: `GITHEAD_<oid>=<name as typed>`, and the name in
/// `GIT_REFLOG_ACTION=merge NAME`. Anybody can set these, so names are hints until the history
/// confirms them.
public struct MergeHints: Hashable, Sendable {
  /// The heads that come in, in no order that means anything, sorted to be the same each time.
  public let heads: [ObjectID]
  public let names: ShortMap<ObjectID, [BranchName]>

  public init(environment: Variables) {
    var names: ShortMap<ObjectID, [BranchName]> = [:]
    for (digits, value) in environment.beginning(with: "GITHEAD_") {
      guard let head = ObjectID(digits) else { continue }
      names[head] = (names[head] ?? []) + [BranchName(value)]
    }
    let action = environment["GIT_REFLOG_ACTION"] ?? ""
    if action.hasPrefix("merge "), names.count == 1, let head = names.keys.first {
      let name = BranchName(String(action.dropFirst("merge ".count)))
      names[head] = (names[head] ?? []) + [name]
    }
    heads = names.keys.sorted()
    self.names = names
  }
}
