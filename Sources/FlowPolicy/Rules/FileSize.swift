import GitModel
import Wording

/// Large files stay out of the history, where they can't be taken out again.
struct FileSize: Rule {
  static let id = RuleID.fileSize
  private static func policy(_ limit: String) -> String {
    "rules: { file-size: error }\nfile-size: { \"src/**\": \(limit) }"
  }
  static let card = RuleCard(
    id: id,
    summary: Phrase("A file that comes in is larger than its path allows."),
    why: Phrase(
      """
      Every clone carries a large file for ever, also after it was deleted. Data and models belong \
      where such things are kept, and into the history a pointer to them.
      """),
    mending: Phrase(
      "Keep the file elsewhere (Git LFS, DVC, a store of artefacts) and commit a pointer."),
    refused: RuleExample(
      policy: policy("4B"), setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      policy: policy("1MiB"), setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard case .step(let step) = subject, step.isProtected, step.isOnTheWay == false,
      inquiry.policy.fileSizes.isEmpty == false
    else { return [] }
    let changes = try inquiry.facts.changes(from: inquiry.treeBefore(step), to: step.tree)
    // What only moved was there before.
    let known = Set(changes.compactMap { $0.before?.id })
    let source = step.incoming.first?.attribution
    var findings: [Finding] = []
    for change in changes {
      guard let after = change.after, after.kind == .regular || after.kind == .executable,
        known.contains(after.id) == false, step.conflicts.contains(change.path) == false,
        let rule = inquiry.policy.fileSizes.first(where: { $0.pattern.matches(change.path) })
      else { continue }
      let size = try inquiry.facts.size(of: after.id)
      guard size > rule.limit else { continue }
      let mending = Mending(inquiry, step)
      findings.append(
        finding(
          step, inquiry, path: change.path, source: source,
          message:
            Phrase(
              """
              \(change.path) has \(ByteCount.words(size)); \(Visible.text(rule.pattern.source)) \
              may have \(ByteCount.words(rule.limit))
              """),
          details: step.commit == nil ? [] : [step.citation],
          remedy: mending.repair(
            Phrase("keep \(change.path) elsewhere and put a pointer in its place"),
            as: "Keep \(change.path) elsewhere", change.path, from: source)))
    }
    return findings
  }
}
