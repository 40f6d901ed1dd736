import FlowPolicy
import Git
public import GitModel
import Journal
import PolicyFile
public import Wording

/// What `init` is asked for.
public struct SetupOptions {
  /// Folders beyond the journals'.
  public enum Layout: String, CaseIterable, Sendable { case mlops }

  public var layout: Layout?
  public var installsHooks = true
  public var pipeline = PipelineKind.none
  public var language = Language.english

  public init() {}
}

/// `init`: everything that a repository needs, planned first and then written. What stands there
/// already is left as it is.
public struct RepositorySetup {
  public enum Action: String, Sendable {
    case write, extend, keep
  }

  public struct Item {
    public let path: TreePath
    public let action: Action
    let content: [UInt8]
    /// Whether it stands here already and is in no commit yet: an earlier run wrote it.
    var isUncommitted = false

    var isToCommit: Bool { action != .keep || isUncommitted }
  }

  /// In the order in which they are written.
  public let items: [Item]
  /// nil where no hooks are wanted.
  public let hooks: HookSetup?
  public let next: NextSteps
  /// Of what is to be committed, that which git was told to ignore.
  public let ignored: [TreePath]
  /// The line that a GitLab file which stood here already still lacks.
  public let missingInclude: String?
  /// Whether a CI file of ours is there, or planned.
  let hasPipeline: Bool
  private let folder: WorkTreeFolder

  /// - Throws: before anything is written, where something stands in the way: a policy that can't
  ///   be read, a link where a folder should be, a `core.hooksPath` that serves others as well.
  public init(_ session: Session, _ options: SetupOptions) throws(Failure) {
    guard session.repository.workTree != nil else {
      throw Failure.usage(Phrase("a bare repository has no work tree: run init in a clone of it"))
    }
    let texts = SetupTexts(options.language)
    folder = try WorkTreeFolder(TreePath(bytes: []), of: session)
    var files = SetupFiles(folder: folder, texts: texts, committed: try CommittedFiles(session))
    let policy = try files.policy(in: session, options)
    try files.journals(policy.experiments, options.language)
    if options.layout != nil { try files.layout() }
    missingInclude = try files.pipeline(options.pipeline, policy)
    hasPipeline = try files.hasPipeline()
    items = files.items
    hooks = options.installsHooks ? try Self.hooks(session) : nil
    let additions = try SetupAdditions(items.filter(\.isToCommit).map(\.path), folder, session)
    ignored = additions.ignored
    next = try NextSteps(session, policy, add: additions.commands)
  }

  private static func hooks(_ session: Session) throws(Failure) -> HookSetup {
    do throws(Failure) {
      return try HookSetup(session)
    } catch {
      guard case .notFound(let message, let remedy) = error else { throw error }
      throw Failure.notFound(
        Phrase("nothing was written: \(message)"),
        remedy: [
          Phrase("# everything but the hooks:"), Phrase(verbatim: "gitflow-guard init --no-hooks"),
        ] + remedy)
    }
  }

  /// Writes what is planned.
  public func write() throws(Failure) {
    for item in items where item.action != .keep { try folder.write(item.content, to: item.path) }
  }
}

/// Collects what is to be written.
private struct SetupFiles {
  let folder: WorkTreeFolder
  let texts: SetupTexts
  let committed: CommittedFiles
  private(set) var items: [RepositorySetup.Item] = []

  init(folder: WorkTreeFolder, texts: SetupTexts, committed: CommittedFiles) {
    self.folder = folder
    self.texts = texts
    self.committed = committed
  }

  /// - Parameter isPart: whether the setup is not whole without it, whatever it says by now.
  private mutating func add(
    _ path: TreePath, _ text: String, isPart: Bool = false
  ) throws(Failure) {
    let bytes = Array(text.utf8)
    guard let found = try folder.spelling(of: path) else {
      items.append(.init(path: path, action: .write, content: bytes))
      return
    }
    let isOurs = isPart ? true : try folder.read(found) == bytes
    let isNew = try committed.holds(found) == false
    items.append(.init(path: found, action: .keep, content: [], isUncommitted: isOurs && isNew))
  }

  /// - Returns: the policy that holds from now on.
  mutating func policy(
    in session: Session, _ options: SetupOptions
  ) throws(Failure) -> Policy {
    for name in PolicyFile.names where try folder.spelling(of: TreePath(name)) != nil {
      let path = TreePath(name)
      let isNew = try committed.holds(path) == false
      items.append(.init(path: path, action: .keep, content: [], isUncommitted: isNew))
      return try PolicyInspection(workTreeOf: session).check()
    }
    let trusted = try session.source().standard()
    if trusted.bytes != nil {
      items.append(.init(path: TreePath(trusted.origin), action: .keep, content: []))
      return trusted.policy
    }
    let readme = try folder.spelling(of: SetupPaths.readme) ?? SetupPaths.readme
    let proposed = try SetupPolicy(for: session, layout: options.layout, readme: readme)
    try add(TreePath(PolicyFile.names[0]), proposed.text(texts))
    return proposed.policy
  }

  mutating func journals(_ experiments: Experiments, _ language: Language) throws(Failure) {
    let journal = SetupPaths.journal(experiments)
    // A policy may have patterns alone: then the team knows what its journals are called.
    if experiments.isJournal(journal) {
      try add(journal, Self.comment(texts.said(SetupTexts.journal)), isPart: true)
    }
    let template = SetupPaths.template(experiments)
    let body = Skeleton.standardTemplate(language, sections: experiments.sections)
    try add(template, Self.comment(texts.said(SetupTexts.template)) + body, isPart: true)
    let path = TreePath(".gitattributes")
    let old = try folder.read(path)
    let file = AttributesFile(experiments)
    let extended = file.extended(old, comment: texts.line(SetupTexts.attributes))
    let action: RepositorySetup.Action =
      extended == nil ? .keep : old == nil ? .write : .extend
    let isNew = try file.extended(committed.content(path), comment: "") != nil
    items.append(
      .init(
        path: path, action: action, content: extended ?? [],
        isUncommitted: extended == nil && isNew))
  }

  /// - Returns: the line that a file which stands here already should get.
  mutating func pipeline(_ kind: PipelineKind, _ policy: Policy) throws(Failure) -> String? {
    guard let file = PipelineFile(kind, policy, texts) else { return nil }
    try add(file.path, file.text)
    guard let entrance = file.entrance else { return nil }
    try add(entrance.path, entrance.text)
    guard let old = try folder.read(entrance.path) else { return nil }
    let isNamed = String(decoding: old, as: UTF8.self).contains("gitflow-guard")
    return isNamed ? nil : PipelineFile.include
  }

  func hasPipeline() throws(Failure) -> Bool {
    for path in PipelineFile.paths {
      if items.contains(where: { $0.path == path }) { return true }
      if try folder.spelling(of: path) != nil { return true }
    }
    return false
  }

  mutating func layout() throws(Failure) {
    try add("app/app.py", "\"\"\"\(texts.line(SetupTexts.app))\"\"\"\n")
    for path in SetupPaths.layoutFolders {
      // A folder that holds anything needs no keeper.
      let keeper = path.appending(SetupPaths.keeper.utf8)
      if try folder.isFilled(path), try folder.spelling(of: keeper) == nil {
        items.append(.init(path: path, action: .keep, content: []))
      } else {
        try add(keeper, "")
      }
    }
    try add(SetupPaths.readme, texts.line(SetupTexts.readme) + "\n")
    try add("requirements.in", texts.line(SetupTexts.requirements) + "\n")
  }

  private static func comment(_ lines: [String]) -> String {
    "<!--\n" + lines.joined(separator: "\n") + "\n-->\n\n"
  }
}

extension WorkTreeFolder {
  /// How the name of a file that stands at a path, in any letter case, is spelled; nil where none
  /// does.
  fileprivate func spelling(of path: TreePath) throws(Failure) -> TreePath? {
    do throws(FileError) {
      if try stands(path) { return path }
      let place = absolute(path)
      let parent = FileSystem.folder(of: place)
      guard try FileSystem.status(parent)?.kind == .folder else { return nil }
      let name = place.split(separator: "/").last.map { $0.lowercased() }
      guard let found = try FileSystem.names(in: parent).first(where: { $0.lowercased() == name })
      else { return nil }
      let folder = path.bytes.split(separator: UInt8(ascii: "/")).dropLast()
      return TreePath(
        bytes: Array((folder + [ArraySlice(found.utf8)]).joined(separator: [UInt8(ascii: "/")])))
    } catch {
      throw Failure.file(error.sentence)
    }
  }

  fileprivate func isFilled(_ path: TreePath) throws(Failure) -> Bool {
    do throws(FileError) {
      guard try FileSystem.status(absolute(path))?.kind == .folder else { return false }
      return try FileSystem.names(in: absolute(path)).isEmpty == false
    } catch {
      throw Failure.file(error.sentence)
    }
  }
}
