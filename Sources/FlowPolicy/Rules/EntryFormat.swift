import GitModel
import Wording

/// An entry says what the team has agreed to write down, and which experiment it is about.
struct EntryFormat: Rule {
  static let id = RuleID.entryFormat
  static let card = RuleCard(
    id: id,
    summary:
      Phrase(
        "A new entry lacks a section, leaves one blank, or an experiment comes in that none names."),
    why: Phrase(
      """
      Entries are read side by side in half a year. One without its data or its metrics can't be \
      compared, and one that names no branch can't be traced to the code.
      """),
    mending: Phrase("Fill in what is missing, and name the experiment's branch in the entry."),
    refused: RuleExample(
      setting: Array(RuleExample.broughtAndDescribed.dropLast()) + [
        .entry("intermediate/anna", about: "last week")
      ],
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]),
    accepted: RuleExample(
      setting: RuleExample.broughtAndDescribed,
      attempt: [.merge("intermediate/anna", into: "develop")], pushed: ["develop"]))

  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding] {
    guard let step = subject.stepThatOwesAnEntry else { return [] }
    let experiments = inquiry.policy.experiments
    let journals = try inquiry.journalChange(in: step)
    // What stands outside the shared journals is not read, so nothing is said of it.
    let added = journals.added.filter { experiments.isJournal($0.path) }
    guard added.isEmpty == false else { return [] }
    var faults: [Fault] = []
    for entry in added { faults += Self.sections(of: entry, experiments.sections) }
    if experiments.namesBranch, added.count == journals.added.count {
      faults += try naming(added, step, inquiry)
    }
    for other in journals.others {
      switch other.obstacle {
      case .notUTF8(let line):
        faults.append(
          Fault(
            path: other.path, line: line, place: Phrase(verbatim: "\(other.path):\(line)"),
            words: Phrase("is not UTF-8, so its fields can't be read: save it as UTF-8")))
      case .frontMatter(let line, _) where faults.contains(where: { $0.path == other.path }):
        // What is missing stands there, most likely.
        faults.insert(
          Fault(path: other.path, line: line, place: other.sentence), at: 0)
      case .placeholders where faults.contains(where: { $0.path == other.path }):
        // It may be the one that is looked for.
        faults.append(Fault(path: other.path, place: other.sentence))
      default: continue
      }
    }
    var paths: [TreePath] = []
    for fault in faults where paths.contains(fault.path) == false { paths.append(fault.path) }
    return paths.map { path in
      finding(step, inquiry, path: path, faults.filter { $0.path == path })
    }
  }

  /// One thing that is wrong, and where.
  fileprivate struct Fault {
    let path: TreePath
    var line: Int?
    let place: Phrase
    var words = Phrase.empty

    var sentence: Phrase { words.isEmpty ? place : [place, words].joined(separator: " ") }
  }

  private static func sections(of entry: JournalEntry, _ sections: [String]) -> [Fault] {
    let missing = sections.filter { entry.field($0) == nil }
    let blank = sections.filter { entry.field($0)?.isBlank == true }
    var words: [Phrase] = []
    if missing.isEmpty == false {
      words.append(Phrase("lacks \(missing.joined(separator: ", "))"))
    }
    if blank.isEmpty == false {
      words.append(Phrase("leaves \(blank.joined(separator: ", ")) blank"))
    }
    guard words.isEmpty == false else { return [] }
    return [Fault(entry, .all(words))]
  }

  /// Each experiment that comes in is named by a new entry. Where one is not, the entries that
  /// name none are likely about it; where all are, further entries may be about anything.
  private func naming(
    _ added: [JournalEntry], _ step: Step, _ inquiry: Inquiry
  ) throws(EvidenceGap) -> [Fault] {
    let names = try inquiry.experiments(in: step).map(inquiry.names)
    let unnamed = names.filter { known in
      added.contains { entry in known.contains(where: entry.names) } == false
    }
    guard unnamed.isEmpty == false, let last = added.last else { return [] }
    let list = unnamed.map { $0[0].description }.joined(separator: ", ")
    let silent = added.filter { names.joined().contains(where: $0.names) == false }
    if silent.isEmpty {
      return [
        Fault(
          path: last.path, place: Phrase(verbatim: "\(last.path)"),
          words: Phrase("has no new entry that names \(list)"))
      ]
    }
    return silent.map { entry in
      Fault(
        entry,
        unnamed.count > 1
          ? Phrase("names none of the experiments that come in: \(list)")
          : Phrase("does not name \(list)"))
    }
  }

  private func finding(
    _ step: Step, _ inquiry: Inquiry, path: TreePath, _ faults: [Fault]
  ) -> Finding {
    let first = faults[0]
    let mending = Mending(inquiry, step)
    var result = finding(
      step, inquiry, path: path, source: step.incoming.first?.attribution,
      message: first.sentence,
      details: faults.dropFirst().map(\.sentence),
      remedy: Remedy(
        mending.edit(path, line: first.line, from: step.incoming.first?.attribution)))
    result.line = first.line
    return result
  }
}

extension EntryFormat.Fault {
  fileprivate init(_ entry: JournalEntry, _ words: Phrase) {
    let heading = entry.heading.map { " \"\(Visible.text($0))\"" } ?? ""
    self.init(
      path: entry.path, line: entry.line,
      place: Phrase(verbatim: "\(entry.path):\(entry.line)\(heading)"), words: words)
  }
}
