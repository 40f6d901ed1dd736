public import GitModel

/// What a merge commit's subject claims: which branches were merged, and where to.
///
/// The subjects are those that git and the forges write; anybody can write the same, so a claim
/// is only ever a hint or the weakest evidence. Sources: git's builtin/fmt-merge-msg.c; the forges'
/// documentation of their default merge messages. Azure's `Merged PR 12: title` names no branch.
public struct MergeSubject: Hashable, Sendable {
  /// A branch that the subject names.
  public struct Source: Hashable, Sendable {
    /// As the subject spells it: a remote-tracking branch with its remote's name.
    public let branch: BranchName
    /// Whether it is named as a remote-tracking branch.
    public let isTracking: Bool
    /// The fork that it certainly stands in, such as `anna/model`.
    public let fork: String?
    /// Whose repository it stands in, which may be this one (`from OWNER/branch` at GitHub).
    public let owner: String?

    /// The branch's own name where it is spelled with a remote's that is not known here any more.
    var withoutRemote: BranchName {
      guard isTracking, let slash = branch.bytes.firstIndex(of: UInt8(ascii: "/")),
        slash + 1 < branch.bytes.count
      else { return branch }
      return BranchName(bytes: Array(branch.bytes[(slash + 1)...]))
    }
  }

  /// In the order of the commit's further parents. Never empty.
  public let sources: [Source]
  public let target: BranchName?
  /// Whether git itself writes this form (and no forge).
  public let isGitsOwn: Bool

  /// The one branch that was merged; nil where there were several.
  public var source: BranchName? { sources.count == 1 ? sources[0].branch : nil }

  /// Reads a subject line; nil where it has none of the known forms.
  public init?(_ subject: [UInt8]) {
    let line = subject[...]
    if let rest = line.after("Merge branch ") ?? line.after("Merge branches ") {
      self.init(gits: rest, isTracking: false)
    } else if let rest = line.after("Merge remote-tracking branch ")
      ?? line.after("Merge remote-tracking branches ")
    {
      self.init(gits: rest, isTracking: true)
    } else if let rest = line.after("Merge pull request ") {
      self.init(request: rest)
    } else if let rest = line.after("Merged in ") {
      // branch (pull request #12) (Bitbucket Cloud)
      let end = rest.firstRange(of: " (pull request")?.lowerBound ?? rest.endIndex
      self.init(rest[..<end], target: nil)
    } else {
      return nil
    }
  }

  /// `'x'` · `'x' of URL` · `'x' into y` · `'x' into 'y'` (GitLab) · `'x', 'y' and 'z' into w`
  private init?(gits rest: ArraySlice<UInt8>, isTracking: Bool) {
    var sources: [Source] = []
    var tail = rest
    while let (name, after) = tail.quoted() {
      guard name.isEmpty == false else { return nil }
      // `git merge refs/heads/x` is quoted as it was typed.
      let short = name[...].after("refs/heads/") ?? name[...].after("refs/remotes/") ?? name[...]
      sources.append(
        Source(
          branch: BranchName(bytes: Array(short)), isTracking: isTracking, fork: nil, owner: nil))
      guard let next = after.after(", ") ?? after.after(" and ") else {
        tail = after
        break
      }
      // Tags or branches of another place follow: which parent is which can't be told.
      guard next.first == UInt8(ascii: "'") else { return nil }
      tail = next
    }
    guard sources.isEmpty == false else { return nil }
    let into = tail.firstRange(of: " into ").map { tail[$0.upperBound...] }
    self.sources = sources
    target = into.map { BranchName(bytes: $0.unquoted()) }
    isGitsOwn = into?.first != UInt8(ascii: "'")
  }

  /// `#12 from owner/branch` (GitHub) · `'title' (#12) from branch into target` (Gitea, Forgejo; a
  /// fork's as `owner/repo:branch`) · `#12 in PROJECT/repo from branch to target` (Bitbucket
  /// Server; a fork's as `~user/repo:branch`) · `12 from branch into target` (Azure, formerly)
  private init?(request rest: ArraySlice<UInt8>) {
    guard let from = rest.lastRange(of: " from ") else { return nil }
    let tail = rest[from.upperBound...]
    if let into = tail.firstRange(of: " into ") ?? tail.firstRange(of: " to ") {
      self.init(tail[..<into.lowerBound], target: tail[into.upperBound...].unquoted())
    } else if tail.contains(UInt8(ascii: ":")) == false,
      let slash = tail.firstIndex(of: UInt8(ascii: "/"))
    {
      self.init(
        tail[(slash + 1)...], target: nil, owner: String(decoding: tail[..<slash], as: UTF8.self))
    } else {
      self.init(tail, target: nil)
    }
  }

  /// A branch, or `OWNER:branch` and `OWNER/REPOSITORY:branch` for one of a fork: no branch's name
  /// holds a colon.
  private init?(_ source: ArraySlice<UInt8>, target: [UInt8]?, owner: String? = nil) {
    var branch = source
    var fork: String?
    if let colon = source.firstIndex(of: UInt8(ascii: ":")) {
      fork = String(decoding: source[..<colon], as: UTF8.self)
      branch = source[(colon + 1)...]
    }
    // No branch's name holds a space: where one seems to, the subject is somebody's own words.
    guard branch.isEmpty == false, branch.contains(UInt8(ascii: " ")) == false else { return nil }
    sources = [
      Source(
        branch: BranchName(bytes: Array(branch)), isTracking: false, fork: fork, owner: owner)
    ]
    self.target = target.map { BranchName(bytes: $0) }
    isGitsOwn = false
  }
}

extension ArraySlice<UInt8> {
  fileprivate func after(_ prefix: String) -> ArraySlice<UInt8>? {
    let prefix = prefix.utf8.span
    return stands(prefix, at: startIndex) ? self[(startIndex + prefix.count)...] : nil
  }

  fileprivate func firstRange(of text: String) -> Range<Int>? {
    let text = text.utf8.span
    let place = indices.first { stands(text, at: $0) }
    return place.map { $0..<$0 + text.count }
  }

  fileprivate func lastRange(of text: String) -> Range<Int>? {
    let text = text.utf8.span
    let place = indices.last { stands(text, at: $0) }
    return place.map { $0..<$0 + text.count }
  }

  /// Whether a text stands at a place. An audit asks this some fifty times of every merge.
  private func stands(_ text: Span<UInt8>, at place: Int) -> Bool {
    guard endIndex - place >= text.count else { return false }
    for offset in text.indices where self[place + offset] != text[offset] { return false }
    return true
  }

  /// The text between the quotes at the start, and what follows. A branch's name may hold a
  /// quote itself, so the closing one is that before a space, a comma and a space, or the end.
  fileprivate func quoted() -> ([UInt8], ArraySlice<UInt8>)? {
    let quote = UInt8(ascii: "'")
    guard first == quote else { return nil }
    let inner = dropFirst()
    for place in inner.indices where inner[place] == quote {
      let rest = inner[(place + 1)...]
      if rest.isEmpty || rest.first == UInt8(ascii: " ") || rest.after(", ") != nil {
        return (Array(inner[..<place]), rest)
      }
    }
    return nil
  }

  fileprivate func unquoted() -> [UInt8] { quoted()?.0 ?? Array(self) }
}
