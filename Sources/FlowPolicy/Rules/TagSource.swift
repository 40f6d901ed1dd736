import GitModel
import Wording

/// Tags of a release stand on the branch that is released.
struct TagSource: Rule {
  static let id = RuleID.tagSource
  static let card = RuleCard(
    id: id,
    summary: Phrase("A tag was to be put on a commit that is not on its lane's branch."),
    why: Phrase(
      """
      Who deploys a tag takes it for granted that what it names went the whole way. A tag on an \
      experiment, or on a commit that a merge brought along, was never checked as it stands.
      """),
    mending: Phrase(
      "Put the tag on a commit of the branch itself, after the change has landed there."),
    refused: RuleExample(
      policy: "tags: { \"v*\": main }",
      setting: [
        .branch("experiment/resnet", at: "develop"),
        .commit("experiment/resnet", writing: "src/model.py"),
      ],
      attempt: [.tag("v1.0", at: "experiment/resnet")], pushed: ["v1.0"]),
    accepted: RuleExample(
      policy: "tags: { \"v*\": main }", attempt: [.tag("v1.0", at: "main")], pushed: ["v1.0"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .ref(let move) = subject, let after = move.after,
      let rule = Self.rule(for: move.ref, inquiry.policy)
    else { return [] }
    let tips = tips(of: rule.lane, inquiry)
    for tip in tips where try inquiry.stands(after, onChainOf: tip, certainly: true) { return [] }
    let name =
      inquiry.policy.lane(named: rule.lane)?.pattern.literal.map { Phrase(verbatim: $0) }
      ?? Phrase("a branch of \(rule.lane)")
    guard tips.isEmpty == false else {
      throw EvidenceGap(
        question: Phrase("whether \(after.short) stands on \(name), which is not here"),
        reason: .missing,
        remedy: inquiry.proposal.remote.map { [Phrase(verbatim: "git fetch \($0)")] } ?? [])
    }
    return [
      finding(
        move, inquiry,
        message: Phrase(
          """
          \(Self.name(of: move.ref)) would point to \(after.short), which is not on the \
          first-parent chain of \(name)
          """),
        remedy: remedy(move, tips[0], inquiry))
    ]
  }

  /// The pattern that takes a tag: the first that matches.
  static func rule(for ref: RefName, _ policy: Policy) -> TagRule? {
    guard policy.tags.isEmpty == false, ref.hasPrefix(prefix) else { return nil }
    let name = Array(ref.bytes.dropFirst(prefix.utf8.count))
    return policy.tags.first { $0.pattern.match(name) != nil }
  }

  private static let prefix = "refs/tags/"

  private static func name(of ref: RefName) -> BranchName {
    BranchName(bytes: Array(ref.bytes.dropFirst(prefix.utf8.count)))
  }

  /// Where the lane's branches stand, and where the same push takes them: it lands as a whole.
  private func tips(of lane: String, _ inquiry: Inquiry) -> [ObjectID] {
    let isProtected = inquiry.policy.lane(named: lane).map(inquiry.policy.isProtected) ?? false
    let placed = (isProtected ? inquiry.protectedTips : inquiry.branches)
      .filter { $0.lane.lane.name == lane }
    let moved = inquiry.proposal.moves.compactMap { move -> ObjectID? in
      guard let branch = move.ref.branch, inquiry.policy.match(branch)?.lane.name == lane
      else { return nil }
      return move.after
    }
    return placed.map(\.branch.tip) + moved
  }

  private func remedy(_ move: RefMove, _ tip: ObjectID, _ inquiry: Inquiry) -> Remedy {
    guard let name = ShellWord.quote(Self.name(of: move.ref)), let remote = inquiry.proposal.remote
    else { return Remedy() }
    return Remedy([
      Remedy.Step(
        .restore, Phrase("git tag -f \(name) \(tip.short)   # or another commit of that branch")),
      Remedy.Step(.deliver, "git push \(remote) refs/tags/\(name)"),
    ])
  }
}
