/// A commit's place in history and what it holds, without its words.
public struct CommitOutline: Hashable, Sendable {
  public let parents: [ObjectID]
  public let tree: TreeID

  public init(parents: [ObjectID], tree: TreeID) {
    self.parents = parents
    self.tree = tree
  }
}
