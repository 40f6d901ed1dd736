public import GitModel
import Wording

extension Repository {
  /// The commit that a revision such as `HEAD~2`, a branch's or tag's name or an id stands for;
  /// nil where it stands for nothing that leads to a commit.
  public func resolve(revision: String) throws(GitError) -> ObjectID? {
    guard let id = try store.revision(Array(revision.utf8)) else { return nil }
    return try peelToCommit(id)
  }

  /// The commit itself, or the one that a tag leads to; nil for an object that leads to none.
  public func peelToCommit(_ id: ObjectID) throws(GitError) -> ObjectID? {
    var place = id
    while true {
      switch try header(place).type {
      case .commit: return place
      case .tree, .blob: return nil
      case .tag: place = try tagged(by: place)
      }
    }
  }

  private func tagged(by tag: ObjectID) throws(GitError) -> ObjectID {
    let line = try object(tag).bytes.prefix { $0 != UInt8(ascii: "\n") }
    guard line.starts(with: "object ".utf8), let id = ObjectID(hex: line.dropFirst(7)) else {
      throw GitError(
        kind: .damaged, asked: Phrase("read the tag \(tag)"), words: Phrase("it names no object"))
    }
    return id
  }

  func header(_ id: ObjectID) throws(GitError) -> (type: ObjectType, size: Int64) {
    do throws(GitError) { return try store.header(id) } catch { throw explained(error) }
  }

  func object(_ id: ObjectID) throws(GitError) -> StoredObject {
    do throws(GitError) { return try store.read(id) } catch { throw explained(error) }
  }

  /// Says why an object is missing where the kind of clone explains it.
  func explained(_ error: GitError) -> GitError {
    guard error.kind == .notFound else { return error }
    if isShallow { return error.turned(into: .shallow) }
    if let partial = try? isPartialClone, partial { return error.turned(into: .partial) }
    return error
  }

  /// The commit whose id begins with these digits, whatever branches and tags are called.
  public func commitID(startingWith digits: String) throws(GitError) -> ObjectID? {
    guard let id = try store.object(startingWith: digits) else { return nil }
    return try header(id).type == .commit ? id : nil
  }
}
