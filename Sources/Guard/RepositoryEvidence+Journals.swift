public import FlowPolicy
import Git
public import GitModel
import Journal

/// What was asked of the shared journals.
struct JournalQuestion: Equatable {
  let before: TreeEntry?
  let after: TreeEntry?
  let experiments: Experiments
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
    let answer = try JournalComparison.find(
      in: changes(below: folder, from: before, to: after),
      experiments: experiments,
      template: { () throws(EvidenceGap) in
        var template = try template(in: after, experiments)
        try template.formUnion(self.template(in: before, experiments))
        return template
      },
      read: { blob, limit throws(EvidenceGap) in try content(blob, limit) })
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
    let entries = try asking("what \(experiments.directory) holds") { () throws(GitError) in
      try repository.entries(of: folder)
    }
    let found = entries.first { name, entry in
      entry.kind.isFile
        && Template.isTemplate(
          experiments.directory.appending(name.bytes), in: experiments.directory)
    }
    guard let found, case .bytes(let bytes) = try content(found.entry.id, Template.sizeLimit)
    else { return .empty }
    return Template(bytes, sections: experiments.sections)
  }

  private func content(_ blob: ObjectID, _ limit: Int) throws(EvidenceGap) -> JournalContent {
    try asking("what a journal says") { () throws(GitError) in
      let size = try repository.blobSize(blob)
      return size > Int64(limit)
        ? .tooLarge(size) : .bytes(try repository.blob(blob, limit: limit))
    }
  }
}
