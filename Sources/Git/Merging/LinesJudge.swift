import GitModel

/// Judges a file whose lines both sides changed.
///
/// The result must be what a merge of lines gives, whichever way of looking for differences it
/// goes; where one of them sees a conflict, a person may have had to resolve it.
struct LinesJudge {
  enum Verdict: Hashable {
    case agrees
    /// `expected` must stand there; nil: nothing.
    case differs(expected: TreeEntry?)
    case leftOut(MergeDifference.LeftOut.Reason)
  }

  /// The three versions of the file.
  struct Versions {
    /// nil: too large to be merged here.
    let contents: (base: [UInt8], ours: [UInt8], theirs: [UInt8])?
    /// The merged mode.
    let kind: FileKind
    let path: TreePath
  }

  let repository: Repository
  let attributes: MergeAttributes

  func judge(_ versions: Versions, result: TreeEntry?) throws(GitError) -> Verdict {
    guard let (base, ours, theirs) = versions.contents else { return .leftOut(.tooLarge) }
    // git takes a file for binary by the same sign, and merges no lines then.
    if [base, ours, theirs].contains(where: Self.isBinary) { return .leftOut(.conflict) }
    var merged: [[UInt8]] = []
    func merge(
      _ way: LineMerge.Way, coarse: Bool = false, joined: Bool = false
    ) throws(GitError) -> Verdict? {
      switch try LineMerge.merge(base, ours, theirs, way: way, coarse: coarse, joined: joined) {
      case .unsupported: return nil
      case .conflict: return .leftOut(.conflict)
      case .clean(let content):
        guard merged.contains(content) == false else { return nil }
        merged.append(content)
        let entry = TreeEntry(kind: versions.kind, id: try ObjectID(ofBlob: content))
        return entry == result ? .agrees : .differs(expected: entry)
      }
    }
    // Nearly every merge ends here, and its attributes are never read.
    let first = try merge(.histogram)
    if first == .agrees { return .agrees }
    let rules = try attributes.rules(for: versions.path)
    if rules.isForeign { return .leftOut(.attributes) }
    if rules.isBinary { return .leftOut(.conflict) }
    var expected: TreeEntry?
    if case .differs(let entry) = first, rules.isText { expected = entry }
    for joined in [false, true] where joined ? rules.isUnion : rules.isText {
      if joined == false, case .leftOut = first { return .leftOut(.conflict) }
      for way in Self.ways(for: max(base.count, ours.count, theirs.count)) {
        for coarse in [false, true] {
          switch try merge(way, coarse: coarse, joined: joined) {
          case nil: continue
          case .differs(let entry): expected = expected ?? entry
          case let verdict?: return verdict
          }
        }
      }
    }
    if rules.hasLineEnds, let result, result.kind == versions.kind {
      let content = try repository.blob(result.id, limit: Self.largest)
      let bare = Self.withoutReturns(content)
      if merged.contains(where: { Self.withoutReturns($0) == bare }) {
        return .leftOut(.attributes)
      }
    }
    return expected.map { .differs(expected: $0) } ?? .leftOut(.attributes)
  }

  /// The lines of a merge that all ways agree on; nil where there is none.
  func agreedMerge(_ versions: Versions) throws(GitError) -> [UInt8]? {
    guard let (base, ours, theirs) = versions.contents,
      [base, ours, theirs].contains(where: Self.isBinary) == false
    else { return nil }
    var agreed: [UInt8]?
    for way in Self.ways(for: max(base.count, ours.count, theirs.count)) {
      switch try LineMerge.merge(base, ours, theirs, way: way) {
      case .unsupported: continue
      case .conflict: return nil
      case .clean(let content):
        guard agreed == nil || agreed == content else { return nil }
        agreed = content
      }
    }
    return agreed
  }

  /// A file's content; nil where it is too large.
  func content(_ entry: TreeEntry?) throws(GitError) -> [UInt8]? {
    // A base of another kind, or none at all, is an empty one.
    guard let entry, entry.kind.isFile else { return [] }
    guard try repository.blobSize(entry.id) <= Self.largest else { return nil }
    return try repository.blob(entry.id, limit: Self.largest)
  }

  private static func isBinary(_ content: [UInt8]) -> Bool { content.prefix(8000).contains(0) }

  /// The ways that may take long on large files are a person's rare choice: not asked there.
  private static func ways(for size: Int) -> [LineMerge.Way] {
    size <= 4 << 20 ? LineMerge.Way.allCases : [.histogram, .myers]
  }

  private static func withoutReturns(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    for (place, byte) in content.enumerated() {
      let isEnd =
        byte == UInt8(ascii: "\r") && place + 1 < content.count
        && content[place + 1] == UInt8(ascii: "\n")
      if isEnd == false { result.append(byte) }
    }
    return result
  }

  /// The most bytes that a file may have to be merged here.
  static let largest = 64 << 20
}
