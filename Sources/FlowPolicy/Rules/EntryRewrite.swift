import GitModel
import Wording

/// What was written down stays as it was: later entries may contradict earlier ones, not replace
/// them.
struct EntryRewrite: Rule {
  static let id = RuleID.entryRewrite
  static let card = RuleCard(
    id: id,
    summary: Phrase("An earlier entry in the shared journals is removed or changed."),
    why: Phrase(
      """
      A journal whose past can change proves nothing. A result that turned out wrong is worth as \
      much as one that held: who repeats it needs both.
      """),
    mending: Phrase(
      "Put the earlier entry back, and write what has changed into an entry of its own."),
    refused: RuleExample(
      setting: RuleExample.broughtAndDescribed + [
        .merge("intermediate/anna", into: "develop"),
        .branch("experiment/bert", at: "develop"),
        .commit("experiment/bert", writing: "src/bert.py"),
        .branch("intermediate/boris", at: "develop"),
        .merge("experiment/bert", into: "intermediate/boris"),
        .entry("intermediate/boris", about: "experiment/bert"),
        .entryRewritten("intermediate/boris"),
      ],
      attempt: [.merge("intermediate/boris", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard let step = subject.stepThatOwesAnEntry else { return [] }
    let rewritten = try inquiry.journalChange(in: step).rewritten
    guard rewritten.isEmpty == false, try inquiry.isRollBack(step) == false else { return [] }
    var paths: [TreePath] = []
    for rewrite in rewritten where paths.contains(rewrite.before.path) == false {
      paths.append(rewrite.before.path)
    }
    return paths.map { path in
      finding(step, inquiry, path, rewritten.filter { $0.before.path == path })
    }
  }

  private func finding(
    _ step: Step, _ inquiry: Inquiry, _ path: TreePath, _ rewrites: [JournalChange.Rewrite]
  ) -> Finding {
    let lines = rewrites.map { rewrite in
      let heading = rewrite.before.heading.map { " \"\(Visible.text($0))\"" } ?? ""
      return rewrite.after == nil
        ? Phrase("\(step.name) removes the earlier entry\(heading) of \(path)")
        : Phrase("\(step.name) changes the earlier entry\(heading) of \(path)")
    }
    let rest = lines.count - 4
    let more =
      rest > 0
      ? [
        Phrase(
          counting: rest, one: "and \(rest) more entry of \(path)",
          other: "and \(rest) more entries of \(path)")
      ] : []
    let mending = Mending(inquiry, step)
    return finding(
      step, inquiry, path: path, source: step.incoming.first?.attribution, message: lines[0],
      details: Array(lines.dropFirst().prefix(3)) + more,
      remedy: Remedy(
        mending.edit(path, line: nil, from: step.incoming.first?.attribution)))
  }
}
