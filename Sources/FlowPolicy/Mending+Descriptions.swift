import GitModel
import Wording

/// What is mended in the shared journals.
extension Mending {
  /// Describes the results, where the way asks for it.
  ///
  /// - Parameters:
  ///   - revision: the branch or commit to describe, quoted; nil for what was merged here.
  ///   - title: what to describe instead.
  ///   - isPerhapsDescribed: whether the branch may hold the entry already, so that there is
  ///     nothing left to commit.
  func describe(
    _ revision: String?, title: String? = nil, isPerhapsDescribed: Bool = false
  ) -> [Remedy.Step] {
    guard let route,
      inquiry.policy.promotion(into: route.target)?.requires.contains(.entry) == true,
      let folder = ShellWord.quote(inquiry.policy.experiments.directory)
    else { return [] }
    let named = title.flatMap { ShellWord.quote(TreePath($0)) }.map { "--title \($0)" }
    let about = (named ?? revision).map { " \($0)" } ?? ""
    let between = isPerhapsDescribed ? "; git diff --cached --quiet || " : " && "
    return [
      Remedy.Step(.describe, "gitflow-guard experiments new --edit\(about)"),
      Remedy.Step(.describe, "git add \(folder)\(between)git commit -m 'Describe the results'"),
    ]
  }

  /// Mends a text on the branch that it came with, or on the person's own. Headings and values are
  /// a stranger's words and stay out of what is pasted: the message says them.
  func edit(_ path: TreePath, line: Int?, from source: Attribution?) -> [Remedy.Step] {
    guard let file = ShellWord.quote(path), inquiry.proposal.occasion != .moved,
      let name = mendedBranch(source)
    else { return [] }
    return abort + restore + enter(name) + [
      Remedy.Step(
        .describe,
        line.map { Phrase("# mend the text in \(file), line \($0), then:") }
          ?? Phrase("# mend the text in \(file), then:")),
      Remedy.Step(.describe, "git add \(file) && git commit -m 'Mend the description'"),
    ] + deliver(name)
  }

  /// Mends something else than a text, on the same branch.
  ///
  /// - Parameters:
  ///   - work: what only a person can do, in words.
  ///   - subject: the commit's subject line.
  ///   - path: what is to be added then.
  func repair(
    _ work: Phrase, as subject: String, _ path: TreePath, from source: Attribution?
  ) -> Remedy {
    guard let file = ShellWord.quote(path), let words = ShellWord.quote(TreePath(subject)),
      inquiry.proposal.occasion != .moved, let name = mendedBranch(source)
    else { return Remedy(abort + restore) }
    return Remedy(
      abort + restore + enter(name) + sync + [
        Remedy.Step(.bring, Phrase("# \(work), then:")),
        Remedy.Step(.bring, "git add \(file) && git commit -m \(words)"),
      ] + deliver(name))
  }

  /// Where something is mended: on the branch that it came with, unless that is free, else on the
  /// person's own.
  private func mendedBranch(_ source: Attribution?) -> String? {
    guard let source, let lane = source.lane?.lane, inquiry.isFree(lane) == false else {
      return ownBranch
    }
    return ShellWord.revision(source.branch.map(inquiry.withoutRemote), source.head)
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
