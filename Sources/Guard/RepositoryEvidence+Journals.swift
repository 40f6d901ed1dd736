public import FlowPolicy
import Git
public import GitModel
import Journal
import Wording

/// What was asked of the shared journals.
struct JournalQuestion: Equatable {
  let before: TreeEntry?
  let after: TreeEntry?
  let experiments: Experiments
}

/// The team's template as a folder of experiments has it.
struct KnownTemplate {
  var folder: TreeID
  let sections: [String]
  let template: Template
}

extension RepositoryEvidence {
  public func journalChange(
    from: TreeID?, to: TreeID, experiments: Experiments
  ) throws(EvidenceGap) -> JournalChange {
    let folder = experiments.directory
    let question = JournalQuestion(
      before: try from.map { tree throws(EvidenceGap) in try entry(at: folder, in: tree) } ?? nil,
      after: try entry(at: folder, in: to), experiments: experiments)
    // Equal folders need no look at anything else.
    guard question.before != question.after else { return JournalChange() }
    if let lastJournals, lastJournals.question == question { return lastJournals.answer }
    let (before, after) = (Self.folder(question.before), Self.folder(question.after))
    let changes = try changes(below: folder, from: before, to: after)
    let isSameTemplate =
      before != nil && after != nil
      && changes.contains { Template.isTemplate($0.path, in: folder) } == false
    let answer = try JournalComparison.find(
      in: changes,
      experiments: experiments, recent: recentJournals,
      template: { () throws(EvidenceGap) in
        var template = try template(in: after, experiments)
        if isSameTemplate == false {
          try template.formUnion(self.template(in: before, experiments))
        }
        return template
      },
      read: { blob, limit throws(EvidenceGap) in try content(blob, limit) })
    // An audit goes on to the step before.
    if isSameTemplate, let before, lastTemplate?.folder == after { lastTemplate?.folder = before }
    lastJournals = (question, answer)
    return answer
  }

  private static func folder(_ entry: TreeEntry?) -> TreeID? {
    entry?.kind == .folder ? entry.map { TreeID($0.id) } : nil
  }

  private func changes(
    below folder: TreePath, from: TreeID?, to: TreeID?
  ) throws(EvidenceGap) -> [PathChange] {
    guard let to else {
      // The whole folder is gone: what would come in is what went.
      guard let from else { return [] }
      return try changes(from: nil, to: from).map {
        PathChange(path: folder.appending($0.path.bytes), before: $0.after, after: nil)
      }
    }
    return try changes(from: from, to: to).map {
      PathChange(path: folder.appending($0.path.bytes), before: $0.before, after: $0.after)
    }
  }

  /// The team's template in the experiments' folder; none where there can't be one.
  private func template(
    in folder: TreeID?, _ experiments: Experiments
  ) throws(EvidenceGap) -> Template {
    guard let folder else { return .empty }
    if let lastTemplate, lastTemplate.folder == folder,
      lastTemplate.sections == experiments.sections
    {
      return lastTemplate.template
    }
    let found = try readTemplate(in: folder, experiments)
    lastTemplate = KnownTemplate(
      folder: folder, sections: experiments.sections, template: found)
    return found
  }

  private func readTemplate(
    in folder: TreeID, _ experiments: Experiments
  ) throws(EvidenceGap) -> Template {
    let found = try asking(Phrase("what \(experiments.directory) holds")) { () throws(GitError) in
      try repository.firstEntry(of: folder) { name, entry in
        entry.kind.isFile && Template.isTemplate(name: name)
      }
    }
    guard let found, case .bytes(let bytes) = try content(found.id, Template.sizeLimit)
    else { return .empty }
    return Template(bytes, sections: experiments.sections)
  }

  private func content(_ blob: ObjectID, _ limit: Int) throws(EvidenceGap) -> JournalContent {
    try asking(Phrase("what a journal says")) { () throws(GitError) in
      if let bytes = try repository.blob(blob, upTo: limit) { return .bytes(bytes) }
      return .tooLarge(try repository.blobSize(blob))
    }
  }
}
