import GitModel
import Wording

/// The part of history that a shallow clone holds. libgit2 does not know where it ends, so it is
/// walked here; what could depend on commits beyond the cut is never answered.
struct ShallowHistory {
  let repository: Repository

  func isAncestor(_ old: ObjectID, of new: ObjectID) throws(GitError) -> Bool {
    let seen = try ancestors(of: new)
    if seen.contains(old) { return true }
    if seen.isDisjoint(with: repository.cut) { return false }
    // History has no circles: an ancestor of `old` is no descendant of it.
    if try repository.header(old).type == .commit, try ancestors(of: old).contains(new) {
      return false
    }
    throw beyond(Phrase("find out whether \(old) is an ancestor of \(new)"))
  }

  /// The first-parent chain of a tip down to the first commit that a base has.
  func chain(from tip: ObjectID, notIn bases: [ObjectID]) throws(GitError) -> [ObjectID] {
    var chain: [ObjectID] = []
    var current: ObjectID? = tip
    while let id = current {
      for base in bases where try isAncestor(id, of: base) { return chain }
      guard repository.cut.contains(id) == false else {
        throw beyond(Phrase("follow the first parents of \(tip)"))
      }
      chain.append(id)
      current = try repository.commit(id).firstParent
    }
    return chain
  }

  /// All best common ancestors; none where the histories are unrelated.
  func mergeBases(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> Set<ObjectID> {
    let first = try ancestors(of: one)
    let second = try ancestors(of: other)
    let common = first.intersection(second)
    // Below a common ancestor everything is common. A cut anywhere else could hide a path to a
    // better base, or to the only one.
    guard first.union(second).subtracting(common).isDisjoint(with: repository.cut),
      common.isEmpty == false || first.union(second).isDisjoint(with: repository.cut)
    else { throw beyond(Phrase("find the merge base of \(one) and \(other)")) }
    var below: Set<ObjectID> = []
    for commit in common { below.formUnion(try parents(of: commit)) }
    return common.subtracting(below)
  }

  /// The commit and all its ancestors inside the cut.
  private func ancestors(of tip: ObjectID) throws(GitError) -> Set<ObjectID> {
    var seen: Set<ObjectID> = [tip]
    var waiting = [tip]
    while let next = waiting.popLast() {
      for parent in try parents(of: next) where seen.insert(parent).inserted {
        waiting.append(parent)
      }
    }
    return seen
  }

  private func parents(of id: ObjectID) throws(GitError) -> [ObjectID] {
    repository.cut.contains(id) ? [] : try repository.commit(id).parents
  }

  private func beyond(_ question: Phrase) -> GitError {
    GitError(
      kind: .shallow, asked: question,
      words: Phrase(
        """
        the answer lies in the history that this shallow clone left out; run: git fetch --unshallow
        """))
  }
}
