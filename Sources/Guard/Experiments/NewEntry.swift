public import FlowPolicy
import Git
public import GitModel
import Journal

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

  public func write(in session: Session) throws(Failure) -> [Outcome] {
    let journals = try ExperimentJournals(in: session, at: nil)
    let folder = try WorkTreeFolder(journals.experiments.directory, of: session)
    var outcomes: [Outcome] = []
    for subject in try subjects(in: session) {
      if isAgain == false, let known = try known(subject, journals, in: session) {
        outcomes.append(
          Outcome(title: subject.title, path: known.path, line: known.line, isNew: false))
        continue
      }
      let text = try skeleton(subject, journals, session).text
      let path = try JournalChoice(file: file, session: session).path(journals)
      var appended = try AppendedText(try folder.read(path) ?? [], at: path)
      appended.append(text)
      try folder.write(appended.bytes, to: path)
      outcomes.append(
        Outcome(title: subject.title, path: path, line: appended.line, isNew: true))
    }
    return outcomes
  }

  /// Opens the person's editor on the journals.
  public func edit(_ outcomes: [Outcome], in session: Session) throws(Failure) {
    guard let top = session.repository.workTree else { return }
    let files = Set(outcomes.map { String(decoding: $0.path.bytes, as: UTF8.self) }).sorted()
    try Editor(session).open(files.map { "\(top)/\($0)" })
  }

  private func subjects(in session: Session) throws(Failure) -> [EntrySubject] {
    guard let title else { return try EntrySubject.all(named: branches, in: session) }
    guard branches.isEmpty else { throw Failure.usage("--title goes without a branch") }
    let current = try session.currentBranch(option: "BRANCH")
    return [try EntrySubject(branch: nil, tip: current.tip, title: title, in: session)]
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
    let language = try session.language(option: language)
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

extension Session {
  /// The language that texts are written in here.
  public func language(option: Language?) throws(Failure) -> Language {
    let configured = try reading { () throws(GitError) in
      try repository.value("gitflow-guard.language")
    }
    let policy = (try? source().standard().policy) ?? Policy()
    return Language.choose(
      option: option, configured: configured, policy: policy.messages, environment: environment)
  }

  /// The person's name as git would write it into a commit; nil where none is set.
  func authorName() throws(Failure) -> String? {
    if let name = environment["GIT_AUTHOR_NAME"], name.isEmpty == false { return name }
    let names = try reading { () throws(GitError) in
      [try repository.value("author.name"), try repository.value("user.name")]
    }
    return names.compactMap { $0 }.first { $0.isEmpty == false }
  }
}
