public import GitModel

/// What a merge commit's subject claims: which branch was merged, and where to.
///
/// The subjects are those that git and the forges write; anybody can write the same, so a claim
/// is only ever a hint or the weakest evidence. Sources: git's builtin/fmt-merge-msg.c for the
/// first three; the forges' documentation of their default merge messages for the rest.
public struct MergeSubject: Hashable, Sendable {
  public let source: BranchName
  public let target: BranchName?
  /// The fork's owner, where the subject names one (`from OWNER/branch` at GitHub).
  public let owner: String?
  /// Whether git itself writes this form (and no forge).
  public let isGitsOwn: Bool

  /// Reads a subject line; nil where it has none of the known forms.
  public init?(_ subject: [UInt8]) {
    let line = subject[...]
    if let rest = line.after("Merge branch ") ?? line.after("Merge remote-tracking branch ") {
      // 'x' · 'x' of URL · 'x' into y · 'x' into 'y' (GitLab)
      guard let (name, tail) = rest.quoted() else { return nil }
      let target = tail.firstRange(of: " into ").map { tail[$0.upperBound...].unquoted() }
      self.init(name, target: target, owner: nil, isGitsOwn: true)
    } else if let rest = line.after("Merge pull request ") {
      // #12 from owner/branch (GitHub) · 'title' (#12) from branch into target (Gitea, Forgejo)
      // #12 in PROJECT/repo from branch to target (Bitbucket Server) · 12 from branch into target
      guard let from = rest.lastRange(of: " from ") else { return nil }
      let tail = rest[from.upperBound...]
      if let into = tail.firstRange(of: " into ") ?? tail.firstRange(of: " to ") {
        self.init(
          Array(tail[..<into.lowerBound]), target: tail[into.upperBound...].unquoted(), owner: nil,
          isGitsOwn: false)
      } else if let slash = tail.firstIndex(of: UInt8(ascii: "/")) {
        self.init(
          Array(tail[(slash + 1)...]), target: nil,
          owner: String(decoding: tail[..<slash], as: UTF8.self), isGitsOwn: false)
      } else {
        self.init(Array(tail), target: nil, owner: nil, isGitsOwn: false)
      }
    } else if let rest = line.after("Merged in ") {
      // branch (pull request #12) (Bitbucket Cloud)
      let end = rest.firstRange(of: " (pull request")?.lowerBound ?? rest.endIndex
      self.init(Array(rest[..<end]), target: nil, owner: nil, isGitsOwn: false)
    } else {
      return nil
    }
  }

  private init?(_ source: [UInt8], target: [UInt8]?, owner: String?, isGitsOwn: Bool) {
    // No branch's name holds a space: where one seems to, the subject names several.
    guard source.isEmpty == false, source.contains(UInt8(ascii: " ")) == false else { return nil }
    self.source = BranchName(bytes: source)
    self.target = target.map { BranchName(bytes: $0) }
    self.owner = owner
    self.isGitsOwn = isGitsOwn
  }
}

extension ArraySlice<UInt8> {
  fileprivate func after(_ prefix: String) -> ArraySlice<UInt8>? {
    starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
  }

  fileprivate func firstRange(of text: String) -> Range<Int>? {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return nil }
    return (startIndex...(endIndex - wanted.count))
      .first { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0..<$0 + wanted.count }
  }

  fileprivate func lastRange(of text: String) -> Range<Int>? {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return nil }
    return (startIndex...(endIndex - wanted.count))
      .last { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0..<$0 + wanted.count }
  }

  /// The text between the quotes at the start, and what follows. A branch's name may hold a
  /// quote itself, so the closing one is that before a space or the end.
  fileprivate func quoted() -> ([UInt8], ArraySlice<UInt8>)? {
    let quote = UInt8(ascii: "'")
    guard first == quote else { return nil }
    let inner = dropFirst()
    for place in inner.indices where inner[place] == quote {
      let next = inner.index(after: place)
      if next == inner.endIndex || inner[next] == UInt8(ascii: " ") {
        return (Array(inner[..<place]), inner[next...])
      }
    }
    return nil
  }

  fileprivate func unquoted() -> [UInt8] { quoted()?.0 ?? Array(self) }
}
