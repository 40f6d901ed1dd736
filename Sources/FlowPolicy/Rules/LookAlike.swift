import GitModel
import Wording

/// A new name that can be taken for one that means something.
struct LookAlike: Rule {
  static let id = RuleID.lookAlike
  static let card = RuleCard(
    id: id,
    summary: Phrase("A new branch or tag looks like a protected branch, or just misses a lane."),
    why: Phrase(
      """
      What is named Develop, or develop with a Cyrillic letter, or refs/heads/develop below \
      refs/heads/, is a free branch to git and to the flow, and somebody will push to it, or merge \
      it, for the real one. A branch that misses its lane by a letter is judged as an experiment.
      """),
    mending: Phrase("Give it another name, or the one that was meant."),
    refused: RuleExample(
      attempt: [.branch("Develop", at: "develop")], pushed: ["Develop"]),
    accepted: RuleExample(
      attempt: [.branch("experiment/resnet", at: "develop")], pushed: ["experiment/resnet"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .ref(let move) = subject, move.after != nil else { return [] }
    // On a server a replacement is as bad where it only moves to another object.
    let isRefused =
      move.ref.hasPrefix(Self.replacements) && inquiry.proposal.occasion == .receive
    guard move.before == nil || isRefused,
      let words = Self.words(on: move.ref, inquiry.policy, remote: inquiry.proposal.remote)
    else { return [] }
    let severity: Severity? = isRefused ? .error : nil
    return [
      finding(move, inquiry, severity: severity, message: words, remedy: remedy(move, inquiry))
    ]
  }

  /// Whether there is anything to say of a name.
  static func concerns(_ ref: RefName, _ policy: Policy) -> Bool {
    // Which remotes there are is found out later: any first part may be one's name.
    let first = ref.branch.map { $0.bytes.prefix { $0 != UInt8(ascii: "/") } } ?? []
    return words(on: ref, policy, remote: String(decoding: first, as: UTF8.self)) != nil
  }

  private static let replacements = "refs/replace/"

  private static func words(on ref: RefName, _ policy: Policy, remote: String?) -> Phrase? {
    if ref.hasPrefix(replacements) {
      return Phrase(
        "\(ref) makes git show one object in the place of another, for everybody who fetches it")
    }
    if ref.hasPrefix("refs/tags/") {
      let name = Array(ref.bytes.dropFirst("refs/tags/".utf8.count))
      return protected(like: name, policy).map {
        Phrase(
          """
          the tag \(BranchName(bytes: name)) is named like the branch \($0): where both are there, \
          git takes the tag
          """)
      }
    }
    return ref.branch.flatMap { words(on: $0, policy, remote: remote) }
  }

  private static func words(
    on branch: BranchName, _ policy: Policy, remote: String?
  ) -> Phrase? {
    // Where the policy speaks of the name itself, nothing is unclear.
    let lane = policy.match(branch)?.lane
    if let lane, lane.pattern.source.contains(where: { $0 != "*" && $0 != "/" }) { return nil }
    if branch == "HEAD" || branch == "@" {
      return Phrase("a branch named \(branch) is taken for what is checked out")
    }
    let inner = withoutPrefixes(branch.bytes, remote)
    if let name = protected(like: inner, policy) {
      return Phrase("\(branch) looks like \(name) and is another branch, which nothing protects")
    }
    if inner.count < branch.bytes.count, branch.hasPrefix("refs/") {
      return Phrase("\(branch) is a branch below refs/heads/, and looks like a full name")
    }
    return policy.lanes.lazy.compactMap { nearMiss(branch, $0) }.first
  }

  /// The protected branch that a name looks like.
  private static func protected(like name: [UInt8], _ policy: Policy) -> String? {
    let skeleton = Likeness.skeleton(name)
    for lane in policy.lanes where policy.isProtected(lane) {
      guard let literal = lane.pattern.literal,
        skeleton == Likeness.skeleton(Array(literal.utf8))
      else { continue }
      return literal
    }
    return nil
  }

  /// A name without what makes it look like a full one, or like an option.
  private static func withoutPrefixes(_ name: [UInt8], _ remote: String?) -> [UInt8] {
    var rest = name[...]
    var prefixes = ["refs/", "heads/", "remotes/", "tags/", "-"]
    if let remote { prefixes.append(remote + "/") }
    while let prefix = prefixes.first(where: { rest.starts(with: $0.utf8) }) {
      rest = rest.dropFirst(prefix.utf8.count)
    }
    return Array(rest)
  }

  /// What a branch lacks to be of a lane: letter case, an alphabet, a part more or less, one slip.
  private static func nearMiss(_ branch: BranchName, _ lane: Lane) -> Phrase? {
    let source = lane.pattern.source
    let skeleton = Likeness.skeleton(branch.bytes)
    let words =
      Phrase(
        """
        \(branch) is no branch of the lane \(lane.name), whose branches are named \
        \(Visible.text(source))
        """)
    guard source.contains(where: { $0 != "*" && $0 != "/" }) else { return nil }
    if skeleton != branch.bytes, lane.pattern.match(skeleton) != nil { return words }
    guard lane.pattern.hasOwner else { return nil }
    let prefix = Array(source.utf8.prefix { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "*") })
    guard let slash = prefix.lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return nil }
    if skeleton.starts(with: prefix) || skeleton[...] == prefix[..<slash] { return words }
    // intermidiate/anna
    guard slash >= 4, let end = skeleton.firstIndex(of: UInt8(ascii: "/")),
      Likeness.isOneSlip(skeleton[..<end], prefix[..<slash])
    else { return nil }
    return lane.pattern.match(Array(prefix[...slash]) + skeleton[(end + 1)...]) == nil ? nil : words
  }

  private func remedy(_ move: RefMove, _ inquiry: Inquiry) -> Remedy {
    guard move.ref.hasPrefix(Self.replacements) else { return Remedy() }
    return Remedy([
      Remedy.Step(
        .deliver, Phrase("# push without replacements: leave out --mirror, or name the branches"))
    ])
  }
}
