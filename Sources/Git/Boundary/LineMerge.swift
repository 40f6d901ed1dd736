import CLibgit2
import GitModel
import Wording

/// A three-way merge of lines, as git's own merger (xdiff) makes it.
enum LineMerge {
  /// How differences are looked for. git's merges go by `histogram` since 2.33 and went by `myers`
  /// before; the others are a person's choice (`-X diff-algorithm=…`).
  enum Way: CaseIterable { case histogram, myers, patience, minimal }

  enum Outcome: Hashable {
    case clean([UInt8])
    case conflict
    /// The library at hand has no such way.
    case unsupported
  }

  /// Merges two files over their base.
  ///
  /// - Parameters:
  ///   - coarse: Overlapping changes are compared whole, as git does for `merge.conflictStyle=diff3`.
  ///   - joined: Both sides of a conflict are kept, as `merge=union` says.
  static func merge(
    _ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8], way: Way, coarse: Bool = false,
    joined: Bool = false
  ) throws(GitError) -> Outcome {
    let settings = guard_line_merge(
      way: Int32(way.number), coarse: coarse ? 1 : 0, joined: joined ? 1 : 0)
    var merged = unsafe guard_lines()
    let code = unsafe lending(base) { base in
      unsafe lending(ours) { ours in
        unsafe lending(theirs) { theirs in
          unsafe guard_merge_lines(base, ours, theirs, settings, &merged)
        }
      }
    }
    defer { unsafe guard_free_lines(merged) }
    if code == Int32(GUARD_MERGE_UNSUPPORTED) { return .unsupported }
    guard code >= 0 else {
      git_error_clear()
      throw GitError(
        kind: .other, asked: Phrase("merge the lines of a file"), words: Phrase("out of memory"))
    }
    guard code == 0 else { return .conflict }
    return .clean(
      unsafe Array(UnsafeRawBufferPointer(start: merged.start, count: Int(merged.size))))
  }

  private static func lending<Result>(
    _ bytes: [UInt8], _ body: (guard_lines) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBytes { buffer in
      // An empty array may have no address, which the merger would take for a failure.
      var nothing: CChar = 0
      guard let start = buffer.baseAddress else {
        return unsafe withUnsafePointer(to: &nothing) {
          unsafe body(guard_lines(start: $0, size: 0))
        }
      }
      return unsafe body(
        guard_lines(start: start.assumingMemoryBound(to: CChar.self), size: buffer.count))
    }
  }
}

extension LineMerge.Way {
  fileprivate var number: Int {
    switch self {
    case .histogram: GUARD_DIFF_HISTOGRAM
    case .myers: GUARD_DIFF_MYERS
    case .patience: GUARD_DIFF_PATIENCE
    case .minimal: GUARD_DIFF_MINIMAL
    }
  }
}

extension ObjectID {
  /// The id that git gives to a file's content.
  init(ofBlob content: [UInt8]) throws(GitError) {
    var question: Phrase { Phrase("name a file's content") }
    var raw = git_oid()
    let code = unsafe content.withUnsafeBytes {
      unsafe git_odb_hash(&raw, $0.baseAddress, $0.count, GIT_OBJECT_BLOB)
    }
    try Calls.check(code, asking: question)
    guard let id = ObjectID(raw) else {
      throw GitError(kind: .other, asked: question, words: Phrase("libgit2 gave no id"))
    }
    self = id
  }
}
