import GitModel
import Wording

/// A merge on a protected branch holds exactly what merging gives.
struct MergeContent: Rule {
  static let id = RuleID.mergeContent
  static let card = RuleCard(
    id: id,
    summary:
      Phrase(
        "A merge on a protected branch holds something that merging its parents does not give."),
    why: Phrase(
      """
      What is slipped into a merge commit belongs to no branch, was in no merge request and is \
      shown by no ordinary diff. `-s ours` and `-X` throw work away in the same silence.
      """),
    mending: Phrase(
      "Merge again without a change by hand; make the change on a branch of its own."),
    refused: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [
        .alteredMerge("intermediate/anna", into: "develop", writing: "src/backdoor.py")
      ], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected, step.pending?.isImagined != true
    else { return [] }
    let paths = try MergeWork(step, inquiry.facts).changes
    guard paths.isEmpty == false else { return [] }
    let mending = Mending(inquiry, step)
    let source = step.incoming.first?.attribution
    let again = source.map { ShellWord.revision($0.branch, $0.head) }
    let steps =
      inquiry.proposal.occasion == .moved
      ? step.commit.map { mending.revert([$0]) } ?? []
      : mending.abort + mending.restore + (again.map { mending.bring($0) } ?? [])
    return [
      finding(
        step, inquiry, path: paths.count == 1 ? paths[0].path : nil, source: source,
        message: Phrase(
          "\(step.name) changes \(Phrase.first(3, of: paths.map(\.path))) beyond what merging gives"
        ),
        details: step.commit == nil ? [] : [step.citation], remedy: Remedy(steps))
    ]
  }
}
