public import GitModel
import Wording

/// What git is in the middle of.
public enum OperationInProgress: Hashable, Sendable {
  case none, merge, cherryPick, revert, bisect
  /// The branch being rebased, where git says so: HEAD is detached meanwhile.
  case rebase(headName: RefName?)
}

extension Repository {
  public func operationInProgress() throws(GitError) -> OperationInProgress {
    for folder in ["rebase-merge", "rebase-apply"] {
      let place = gitDirectory + "/" + folder
      guard Files.isDirectory(place) else { continue }
      let name = try Files.read(place + "/head-name").map { Self.firstLine($0) }
      // "detached HEAD" stands there when no branch is rebased.
      let isBranch = name?.starts(with: "refs/".utf8) ?? false
      return .rebase(headName: isBranch ? name.map(RefName.init(bytes:)) : nil)
    }
    if Files.exists(gitDirectory + "/MERGE_HEAD") { return .merge }
    if Files.exists(gitDirectory + "/CHERRY_PICK_HEAD") { return .cherryPick }
    if Files.exists(gitDirectory + "/REVERT_HEAD") { return .revert }
    if Files.exists(gitDirectory + "/BISECT_LOG") { return .bisect }
    return .none
  }

  /// The commits that a merge in progress brings in (`MERGE_HEAD`); empty where there is none.
  public func mergeHeads() throws(GitError) -> [ObjectID] {
    let file = gitDirectory + "/MERGE_HEAD"
    guard let content = try Files.read(file) else { return [] }
    var heads: [ObjectID] = []
    for line in content.split(separator: UInt8(ascii: "\n")) {
      guard let id = ObjectID(hex: line) else {
        throw GitError(
          kind: .damaged, asked: Phrase("read \(file)"), words: Phrase("a line is no object id"))
      }
      heads.append(id)
    }
    return heads
  }

  /// All commits that a reference once stood at by its reflog, oldest first, without repetitions
  /// in a row; empty where there is no reflog. The file is read here, since libgit2 makes one
  /// where there is none.
  public func reflogOldAndNew(of ref: RefName) throws(GitError) -> [ObjectID] {
    guard ref.bytes.contains(0) == false,
      ref.bytes.split(separator: UInt8(ascii: "/")).allSatisfy({ $0.first != UInt8(ascii: ".") })
    else {
      throw GitError(
        kind: .other, asked: Phrase("read a reflog"), words: Phrase("\(ref) is no reference"))
    }
    let folder = ref.hasPrefix("refs/") ? commonDirectory : gitDirectory
    let file = folder + "/logs/" + String(decoding: ref.bytes, as: UTF8.self)
    guard let content = try Files.read(file) else { return [] }
    var result: [ObjectID] = []
    for line in content.split(separator: UInt8(ascii: "\n")) {
      for field in line.split(separator: UInt8(ascii: " "), maxSplits: 2).prefix(2) {
        guard let id = ObjectID(hex: field), id.bytes.contains(where: { $0 != 0 }) else { continue }
        if result.last != id { result.append(id) }
      }
    }
    return result
  }

  private static func firstLine(_ content: [UInt8]) -> [UInt8] {
    Array(content.prefix { $0 != UInt8(ascii: "\n") })
  }
}
