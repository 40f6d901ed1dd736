import FlowPolicy
import Git
public import GitModel
import Journal
public import Wording

/// `experiments new`: appends a skeleton that says what is known already.
public struct NewEntry {
  /// The branches to describe; empty for what the current branch asks for.
  public var branches: [String] = []
  /// What the entry is about, where that is no branch.
  public var title: String?
  /// The journal, as a path from where the person stands.
  public var file: String?
  /// Whether a branch that has an entry here already gets another.
  public var isAgain = false
  public var language: Language?

  public init() {}

  public struct Outcome {
    public let title: String
    public let path: TreePath
    /// From 1.
    public let line: Int
    /// False where the branch had an entry already.
    public let isNew: Bool
  }

  /// Writes the entries that are not there yet, and opens the person's editor on the journals.
  ///
  /// - Throws: before anything is written, where what is asked for can't be had.
  public func write(in session: Session, editing: Bool = false) throws(Failure) -> [Outcome] {
    guard let top = session.repository.workTree else {
      throw Failure.usage(
        Phrase("a bare repository has no work tree to write to: go to a clone of it"))
    }
    let editor = editing ? try Editor(session) : nil
    let outcomes = try write(in: session)
    if let editor {
      let files = Set(outcomes.map(\.path)).sorted()
      let added = outcomes.filter(\.isNew).map { "\($0.path):\($0.line)" }
      try editor.open(
        files.map { "\(top)/\(String(decoding: $0.bytes, as: UTF8.self))" },
        state: added.isEmpty
          ? Phrase("nothing was written")
          : Phrase("the new entry is kept: \(added.joined(separator: ", "))"))
    }
    return outcomes
  }

  private func write(in session: Session) throws(Failure) -> [Outcome] {
    let subjects = try subjects(in: session)
    let journals = try ExperimentJournals(in: session, at: nil)
    let folder = try WorkTreeFolder(journals.experiments.directory, of: session)
    var outcomes: [Outcome] = []
    for subject in subjects {
      if isAgain == false, let known = try known(subject, journals, in: session) {
        outcomes.append(
          Outcome(title: subject.title, path: known.path, line: known.line, isNew: false))
        continue
      }
      let text = try skeleton(subject, journals, session).text
      let path = try JournalChoice(file: file, session: session).path(journals)
      var appended = try AppendedText(try folder.read(path) ?? [], at: path)
      appended.append(text)
      guard journals.experiments.reads(appended, at: path) else {
        throw Failure.file(
          Phrase(
            """
            what is added to the end of \(path) would be no entry of its own: the file ends within \
            a comment or code that nothing closes, or is one entry as a whole; nothing was \
            added (--file names another journal)
            """))
      }
      try folder.write(appended.bytes, to: path)
      outcomes.append(
        Outcome(title: subject.title, path: path, line: appended.line, isNew: true))
    }
    return outcomes
  }

  private func subjects(in session: Session) throws(Failure) -> [EntrySubject] {
    guard let title else { return try EntrySubject.all(named: branches, in: session) }
    guard branches.isEmpty else { throw Failure.usage(Phrase("--title goes without a branch")) }
    guard title.allSatisfy(\.isWhitespace) == false, Visible.text(title) == title else {
      throw Failure.usage(Phrase("--title is one line of text that can be seen"))
    }
    let head = try session.reading { () throws(GitError) in try session.repository.head() }
    let tip: ObjectID =
      if case .detached(let tip) = head { tip } else {
        try session.currentBranch(option: "BRANCH").tip
      }
    return [try EntrySubject(branch: nil, tip: tip, title: title, in: session)]
  }

  /// An entry about the same that the target does not have yet.
  private func known(
    _ subject: EntrySubject, _ journals: ExperimentJournals, in session: Session
  ) throws(Failure) -> JournalEntry? {
    let about = journals.entries.map(\.entry).filter { entry in
      guard let branch = subject.branch else { return entry.heading == subject.title }
      return ExperimentJournals.isAbout(entry, branch)
    }
    guard about.isEmpty == false, let target = try EntrySubject.target(in: session) else {
      return about.last
    }
    let landed = try ExperimentJournals(in: session, at: target, journals.experiments).entries
    return about.last { entry in landed.contains { $0.entry.text == entry.text } == false }
  }

  private func skeleton(
    _ subject: EntrySubject, _ journals: ExperimentJournals, _ session: Session
  ) throws(Failure) -> Skeleton {
    let language = session.language(option: language)
    var origin: [EntryField: String] = [:]
    origin[.branch] = subject.branch?.description
    origin[.author] = try session.authorName()
    origin[.date] = "\(Day(secondsSince1970: Clock.now() + Clock.secondsAheadOfUTC()))"
    origin[.base] = subject.base?.short
    return Skeleton(
      title: subject.title, origin: origin, commits: subject.commits,
      template: journals.template
        ?? Skeleton.standardTemplate(language, sections: journals.experiments.sections),
      sections: journals.experiments.sections, language: language)
  }
}

extension Experiments {
  /// Whether what was put at the end of a journal is read as an entry that begins there.
  fileprivate func reads(_ text: AppendedText, at path: TreePath) -> Bool {
    JournalReader(self, template: .empty).entries(in: text.bytes, at: path).contains {
      $0.entry.line == text.line
    }
  }
}

extension Session {
  /// The person's name as git would write it into a commit; nil where none is set.
  func authorName() throws(Failure) -> String? {
    if let name = environment["GIT_AUTHOR_NAME"], name.isEmpty == false {
      return Visible.text(name)
    }
    let names = try reading { () throws(GitError) in
      [try repository.value("author.name"), try repository.value("user.name")]
    }
    return names.compactMap { $0 }.first { $0.isEmpty == false }.map { Visible.text($0) }
  }
}
