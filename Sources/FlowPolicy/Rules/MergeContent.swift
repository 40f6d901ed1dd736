import GitModel

/// A merge on a protected branch holds exactly what merging gives.
struct MergeContent: Rule {
  static let card = RuleCard(
    id: .mergeContent,
    summary:
      "A merge on a protected branch holds something that merging its parents does not give.",
    why: """
      What is slipped into a merge commit belongs to no branch, was in no merge request and is \
      shown by no ordinary diff. `-s ours` and `-X` throw work away in the same silence.
      """,
    mending: "Merge again without a change by hand; make the change on a branch of its own.",
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
    let paths = try MergeWork.paths(of: step, inquiry.facts)
    guard paths.isEmpty == false else { return [] }
    let mending = Mending(inquiry, step)
    let source = step.incoming.first?.attribution
    let shown = paths.prefix(3).map(\.path.description).joined(separator: ", ")
    let more = paths.count > 3 ? " and \(paths.count - 3) more" : ""
    let again = source.map { ShellWord.revision($0.branch, $0.head) }
    let steps =
      inquiry.proposal.occasion == .moved
      ? step.commit.map { mending.revert([$0]) } ?? []
      : mending.abort + mending.restore + (again.map { mending.bring($0) } ?? [])
    return [
      finding(
        step, inquiry, path: paths.count == 1 ? paths[0].path : nil, source: source,
        message: "\(step.name) changes \(shown)\(more) beyond what merging gives",
        details: step.commit == nil ? [] : [step.citation], remedy: Remedy(steps))
    ]
  }
}

/// The paths that a merge's own hand has changed.
enum MergeWork {
  /// Every path in which a two-parent merge differs from the automatic merge of its parents;
  /// paths in conflict, and paths that a rename on either side touches, are left out.
  static func paths(
    of step: Step, _ facts: any Evidence
  ) throws(EvidenceGap) -> [PathChange] {
    guard step.kind == .merge, step.incoming.count == 1, let ours = step.before,
      let theirs = step.incoming.first?.head
    else { return [] }
    if try facts.isAncestor(ours, of: theirs) {
      return try facts.changes(from: facts.commit(theirs).tree, to: step.tree)
    }
    let merge = try facts.automaticMerge(of: ours, and: theirs)
    guard merge.tree != step.tree else { return [] }
    let differing = try facts.changes(from: merge.tree, to: step.tree)
      .filter { merge.conflicts.contains($0.path) == false }
    guard differing.isEmpty == false, let base = try facts.mergeBase(ours, theirs)
    else { return differing }
    let root = try facts.commit(base).tree
    let renamed = try facts.renamedPaths(from: root, to: facts.commit(ours).tree)
      .union(facts.renamedPaths(from: root, to: facts.commit(theirs).tree))
    return differing.filter { renamed.contains($0.path) == false }
  }
}
