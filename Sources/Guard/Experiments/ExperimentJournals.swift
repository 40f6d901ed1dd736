public import FlowPolicy
import Git
public import GitModel
public import Journal
import Wording

/// The shared journals as they stand in the work tree or at a revision.
public struct ExperimentJournals {
  public private(set) var experiments: Experiments
  /// The entries by file and line.
  public private(set) var entries: [DescribedEntry] = []
  /// The shared journals themselves, empty ones included, sorted.
  public private(set) var files: [TreePath] = []
  /// Journals that are not read, or not all of them; blank ones are not told.
  public private(set) var others: [JournalChange.NoEntry] = []
  /// The team's template as Markdown; nil where there is none.
  public private(set) var template: String?

  /// - Parameter revision: nil for the work tree.
  public init(in session: Session, at revision: String?) throws(Failure) {
    let experiments = try session.source().standard().policy.experiments
    guard let revision = revision ?? (session.repository.isBare ? "HEAD" : nil) else {
      self.init(experiments)
      // Which direction is better judges nothing: what the person has just written down counts.
      if let own = try? PolicyInspection(workTreeOf: session).check() {
        self.experiments.metrics = own.experiments.metrics
      }
      let folder = try WorkTreeFolder(experiments.directory, of: session)
      let found = try folder.files()
      try take(found.regular) { path throws(Failure) in try folder.read(path) }
      for path in found.links { note(path, .symbolicLink) }
      return
    }
    guard
      let commit = try session.reading({ () throws(GitError) in
        try session.repository.resolve(revision: revision)
      })
    else {
      throw Failure.notFound(Phrase("there is no commit \"\(Visible.text(revision))\""), remedy: [])
    }
    try self.init(in: session, at: commit, experiments)
  }

  init(in session: Session, at commit: ObjectID, _ experiments: Experiments) throws(Failure) {
    self.init(experiments)
    let repository = session.repository
    var found: [TreePath: ObjectID] = [:]
    var links: [TreePath: FileKind] = [:]
    try session.reading { () throws(GitError) in
      let tree = try repository.commit(commit).tree
      guard let folder = try repository.entry(at: experiments.directory, in: tree) else { return }
      guard folder.kind == .folder else {
        links[experiments.directory] = folder.kind
        return
      }
      for change in try repository.changes(from: nil, to: TreeID(folder.id)) {
        guard let entry = change.after else { continue }
        let path = experiments.directory.appending(change.path.bytes)
        if entry.kind.isFile { found[path] = entry.id } else { links[path] = entry.kind }
      }
    }
    try take(found.keys.sorted()) { path throws(Failure) in
      guard let id = found[path] else { return nil }
      return try session.reading { () throws(GitError) in
        try repository.blob(id, limit: JournalReader.sizeLimit)
      }
    }
    for (path, kind) in links.sorted(by: { $0.key < $1.key }) where kind.isFile == false {
      note(path, kind == .symlink ? .symbolicLink : .submodule)
    }
  }

  private mutating func note(_ path: TreePath, _ obstacle: JournalChange.Obstacle) {
    guard path == experiments.directory || experiments.isJournal(path) else { return }
    others.append(.init(path: path, obstacle: obstacle))
  }

  private init(_ experiments: Experiments) { self.experiments = experiments }

  private mutating func take(
    _ paths: [TreePath], _ read: (TreePath) throws(Failure) -> [UInt8]?
  ) throws(Failure) {
    let directory = experiments.directory
    let isTemplate = { Template.isTemplate($0, in: directory) }
    for path in paths where isTemplate(path) {
      guard let bytes = try read(path), bytes.count <= Template.sizeLimit else { continue }
      template = String(decoding: bytes, as: UTF8.self)
    }
    let known = template.map { Template(Array($0.utf8), sections: experiments.sections) }
    let reader = JournalReader(experiments, template: known ?? .empty)
    for path in paths where experiments.isJournal(path) && isTemplate(path) == false {
      guard let bytes = try read(path) else { continue }
      files.append(path)
      let found = reader.read(bytes, at: path)
      entries += found.entries
      if let obstacle = found.obstacle, obstacle != .blank { note(path, obstacle) }
    }
  }

  /// The entries that a person means: by the branch they are about, their heading, or their place
  /// as `FILE:LINE`.
  ///
  /// - Throws: ``Failure/notFound(_:remedy:)`` where there is none.
  public func entries(named words: [String]) throws(Failure) -> [DescribedEntry] {
    guard words.isEmpty == false else { return entries }
    var found: [DescribedEntry] = []
    for word in words {
      let matching = entries.filter { Self.fits($0.entry, word) }
      guard matching.isEmpty == false else {
        throw Failure.notFound(
          Phrase(
            """
            no entry is called "\(Visible.text(word))", is about a branch of that name, or stands \
            at that place
            """), remedy: ["gitflow-guard experiments list"].verbatim)
      }
      found += matching.filter { found.contains($0) == false }
    }
    return found
  }

  private static func fits(_ entry: JournalEntry, _ word: String) -> Bool {
    if entry.heading == word || "\(entry.path):\(entry.line)" == word { return true }
    if entry.path.bytes.elementsEqual(word.utf8) { return true }
    // A person may say less than the whole name: `resnet` for `experiment/resnet`.
    let said = [entry.heading, entry.field(.branch)?.value].compactMap { $0 }
    return said.contains {
      JournalEntry(path: entry.path, heading: nil, line: 1, text: $0).names(BranchName(word))
    }
  }

  /// Whether an entry is about a branch and no other: its heading is the name, or its field lists
  /// it.
  static func isAbout(_ entry: JournalEntry, _ branch: BranchName) -> Bool {
    let listed = entry.field(.branch)?.value.split { $0.isWhitespace || $0 == "," || $0 == ";" }
    return entry.heading == branch.description
      || listed?.contains { $0 == branch.description } == true
  }
}
