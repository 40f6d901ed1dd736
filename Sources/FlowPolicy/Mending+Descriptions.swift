import GitModel

/// What is mended in the shared journals.
extension Mending {
  /// Mends a text on the branch that it came with, or on the person's own. Headings and values are
  /// a stranger's words and stay out of what is pasted: the message says them.
  func edit(_ path: TreePath, line: Int?, from source: Attribution?) -> [Remedy.Step] {
    guard let file = ShellWord.quote(path), inquiry.proposal.occasion != .moved else { return [] }
    let own = source?.lane.flatMap { lane in
      inquiry.isFree(lane.lane)
        ? nil : source.map { ShellWord.revision($0.branch.map(inquiry.withoutRemote), $0.head) }
    }
    guard let name = own ?? ownBranch else { return [] }
    return abort + restore + enter(name) + [
      Remedy.Step(
        .describe, "# mend the text in \(file)\(line.map { ", line \($0)" } ?? ""), then:"),
      Remedy.Step(.describe, "git add \(file) && git commit -m 'Mend the description'"),
    ] + deliver(name)
  }

  /// Whether a tree lacks descriptions that another one holds, and adds none of its own.
  func takesDescriptions(from before: TreeID?, to after: TreeID) throws(EvidenceGap) -> Bool {
    guard let before else { return false }
    let (facts, experiments) = (inquiry.facts, inquiry.policy.experiments)
    guard try facts.entry(at: experiments.directory, in: before) != nil,
      try facts.journalChange(from: before, to: after, experiments: experiments).added.isEmpty
    else { return false }
    return try facts.journalChange(from: after, to: before, experiments: experiments).added
      .isEmpty
      == false
  }
}
