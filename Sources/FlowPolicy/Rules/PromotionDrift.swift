import GitModel
import Wording

/// What is promoted arrives unchanged.
struct PromotionDrift: Rule {
  static let id = RuleID.promotionDrift
  static let card = RuleCard(
    id: id,
    summary: Phrase("After the promotion main would hold something that develop lacks."),
    why: Phrase(
      """
      What was checked on develop must be what runs from main. A change that only main carries \
      was never part of that check and comes back at each promotion.
      """),
    mending: Phrase(
      "Bring what main carries into develop along the flow's way, then promote again."),
    refused: RuleExample(
      setting: RuleExample.broughtAndDescribed + [
        .merge("intermediate/anna", into: "develop"),
        .commit("main", writing: "src/hotfix.py"),
      ],
      attempt: [.merge("develop", into: "main")], pushed: ["main"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed + [.merge("intermediate/anna", into: "develop")],
      attempt: [.merge("develop", into: "main")], pushed: ["main"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.promotion.requires.contains(.sameTree) else {
      return []
    }
    var findings: [Finding] = []
    for incoming in step.incoming {
      let promoted = try inquiry.facts.commit(incoming.head).tree
      let open = Set(step.conflicts)
      let paths = try inquiry.facts.changes(from: promoted, to: step.tree)
        .filter { open.contains($0.path) == false }
      if paths.isEmpty, let conflict = step.conflicts.first {
        throw EvidenceGap(
          question: Phrase(
            """
            whether \(step.branch) will hold exactly what is promoted: \(conflict) is in conflict
            """),
          reason: .conflict, remedy: mend(try carried(step, inquiry), step, inquiry).lines)
      }
      guard paths.isEmpty == false else { continue }
      let shown = Phrase.first(3, of: paths.map(\.path))
      let source = incoming.attribution?.spelled ?? incoming.head.short
      findings.append(
        finding(
          step, inquiry, path: paths.count == 1 ? paths[0].path : nil,
          source: incoming.attribution,
          message: Phrase("\(step.branch) would differ from \(source) in \(shown)"),
          details: step.commit == nil ? [] : [step.citation],
          remedy: mend(paths, step, inquiry)))
    }
    return findings
  }

  /// What the target has at the paths in conflict, as changes that bring it.
  private func carried(
    _ step: Step, _ inquiry: Inquiry
  ) throws(EvidenceGap) -> [PathChange] {
    guard let before = step.before else { return [] }
    let tree = try inquiry.facts.commit(before).tree
    var changes: [PathChange] = []
    for path in step.conflicts {
      changes.append(
        PathChange(path: path, before: nil, after: try inquiry.facts.entry(at: path, in: tree)))
    }
    return changes
  }

  /// Takes what only the target carries to an experiment branch, from where it goes the way.
  private func mend(_ paths: [PathChange], _ step: Step, _ inquiry: Inquiry) -> Remedy {
    let mending = Mending(inquiry, step)
    guard let before = step.before, let start = mending.route?.targetWord
    else { return Remedy(mending.abort) }
    let name = mending.rescueName(before)
    let origin = mending.remote.map { "\($0)/\(start)" } ?? start
    let words = paths.filter { $0.after != nil }.compactMap { ShellWord.quote($0.path) }
    let removed = paths.filter { $0.after == nil }.compactMap { ShellWord.quote($0.path) }
    var steps = mending.abort + mending.restore
    steps.append(Remedy.Step(.restore, "git switch --no-track -c \(name) \(origin)"))
    if words.isEmpty == false {
      steps.append(
        Remedy.Step(
          .restore, "git checkout \(before.short) -- \(words.prefix(20).joined(separator: " "))"))
    }
    if removed.isEmpty == false {
      steps.append(
        Remedy.Step(.restore, "git rm -q -- \(removed.prefix(20).joined(separator: " "))"))
    }
    steps.append(
      Remedy.Step(.restore, "git commit -m 'Bring to \(start) what only \(step.branch) carries'"))
    return Remedy(steps + mending.wholeWay(name))
  }
}
