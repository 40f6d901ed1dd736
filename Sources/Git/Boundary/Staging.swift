import CLibgit2
import GitModel
import Wording

/// An index in memory: the repository's own, read from its file, or a merge's result.
final class Staging {
  /// One line of the index.
  struct Line {
    let path: TreePath
    let stage: Int
    /// `git add --intent-to-add`: the path is announced, and in no tree yet.
    let isIntent: Bool
  }

  private let index: Handle<IndexKind>

  init(_ index: consuming Handle<IndexKind>) { self.index = index }

  static func empty() throws(GitError) -> Staging {
    Staging(try unsafe Handle(asking: Phrase("set up an index")) { unsafe git_index_new($0) })
  }

  /// Reads an index file; a file that is not there is an empty index.
  static func file(_ path: String) throws(GitError) -> Staging {
    Staging(
      try unsafe Handle(asking: Phrase("read the index \(path)")) {
        unsafe git_index_open($0, path)
      })
  }

  func lend<Result>(_ body: (OpaquePointer) -> Result) -> Result { unsafe index.lend(body) }

  /// The lines that are in conflict or only announced.
  func unsettledLines() -> [Line] {
    let count = unsafe lend { unsafe git_index_entrycount($0) }
    return (0..<count).compactMap { place in
      unsafe lend { index in
        guard let entry = unsafe git_index_get_byindex(index, place) else { return nil }
        let stage = unsafe Int(git_index_entry_stage(entry))
        let announced = UInt16(GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue)
        let isIntent = unsafe entry.pointee.flags_extended & announced != 0
        guard stage != 0 || isIntent, let path = unsafe Conversions.bytes(entry.pointee.path)
        else { return nil }
        return Line(path: TreePath(bytes: path), stage: stage, isIntent: isIntent)
      }
    }
  }

  /// The settled paths that lie inside a folder.
  func paths(inside folder: TreePath) -> [TreePath] {
    let start = folder.bytes + [UInt8(ascii: "/")]
    var place = 0
    let code = unsafe Conversions.withCString(start) { start in
      unsafe lend { unsafe git_index_find_prefix(&place, $0, start) }
    }
    guard code == 0 else { return [] }
    var result: [TreePath] = []
    while let path = path(at: place), path.bytes.starts(with: start) {
      result.append(path)
      place += 1
    }
    return result
  }

  /// The settled paths of which one is a file and another lies in a folder of that very name.
  /// libgit2 lets such a merge pass for clean where git sees a conflict.
  func collisions() -> Set<TreePath> {
    var result: Set<TreePath> = []
    // Paths come in the order of their bytes: what can still be a folder's name begins this one.
    var shorter: [TreePath] = []
    var place = 0
    while let path = path(at: place) {
      while let last = shorter.last, path.bytes.starts(with: last.bytes) == false {
        shorter.removeLast()
      }
      for file in shorter where path.isInside(file) && path != file {
        result.formUnion([file, path])
      }
      shorter.append(path)
      place += 1
    }
    return result
  }

  func holds(_ path: TreePath) -> Bool {
    unsafe Conversions.withCString(path.bytes) { path in
      unsafe lend { unsafe git_index_get_bypath($0, path, 0) != nil }
    }
  }

  func add(_ path: TreePath, _ entry: TreeEntry) throws(GitError) {
    let code = unsafe Conversions.withCString(path.bytes) { name in
      var line = unsafe git_index_entry()
      unsafe line.mode = entry.kind.mode
      unsafe line.id = entry.id.raw
      unsafe line.path = unsafe name
      return unsafe lend { unsafe git_index_add($0, &line) }
    }
    try Calls.check(code, asking: Phrase("put \(path) into an index"))
  }

  func remove(_ path: TreePath) throws(GitError) {
    let code = unsafe Conversions.withCString(path.bytes) { path in
      unsafe lend { unsafe git_index_remove($0, path, 0) }
    }
    try Calls.check(code, asking: Phrase("take \(path) out of an index"))
  }

  /// Takes out every line that is in conflict.
  func dropConflicts() throws(GitError) {
    let code = unsafe lend { unsafe git_index_conflict_cleanup($0) }
    try Calls.check(code, asking: Phrase("take conflicts out of an index"))
  }

  /// Writes the index as a tree, into memory.
  func tree(on bench: Bench) throws(GitError) -> TreeID {
    var question: Phrase { Phrase("write an index as a tree") }
    var id = git_oid()
    let code = unsafe lend { index in
      unsafe bench.lend { unsafe git_index_write_tree_to(&id, index, $0) }
    }
    try Calls.check(code, asking: question)
    guard let tree = ObjectID(id) else {
      throw GitError(kind: .other, asked: question, words: Phrase("libgit2 gave no tree"))
    }
    return TreeID(tree)
  }

  private func path(at place: Int) -> TreePath? {
    unsafe lend { index in
      guard let entry = unsafe git_index_get_byindex(index, place) else { return nil }
      return unsafe Conversions.bytes(entry.pointee.path).map(TreePath.init(bytes:))
    }
  }
}

extension FileKind {
  /// The mode that git writes for this kind.
  var mode: UInt32 {
    switch self {
    case .regular: 0o100644
    case .executable: 0o100755
    case .symlink: 0o120000
    case .submodule: 0o160000
    case .folder: 0o040000
    }
  }
}
