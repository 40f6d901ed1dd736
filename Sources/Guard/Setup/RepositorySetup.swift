public import FlowPolicy
import Git
public import GitModel
import Journal
import PolicyFile
public import Reporting

/// What `init` is asked for.
public struct SetupOptions {
  /// Folders beyond the journals'.
  public enum Layout: String, CaseIterable, Sendable { case mlops }

  public var layout: Layout?
  public var installsHooks = true
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
  }

  /// In the order in which they are written.
  public let items: [Item]
  /// nil where no hooks are wanted.
  public let hooks: HookSetup?
  public let next: NextSteps
  public let texts: SetupTexts
  private let folder: WorkTreeFolder

  /// - Throws: before anything is written, where something stands in the way: a policy that can't
  ///   be read, a link where a folder should be, a `core.hooksPath` that serves others as well.
  public init(_ session: Session, _ options: SetupOptions) throws(Failure) {
    guard session.repository.workTree != nil else {
      throw Failure.usage("a bare repository has no work tree: run init in a clone of it")
    }
    texts = SetupTexts.of(options.language)
    folder = try WorkTreeFolder(TreePath(bytes: []), of: session)
    var files = SetupFiles(folder: folder, texts: texts)
    let policy = try files.policy(in: session, options)
    try files.journals(policy.experiments, options.language)
    if options.layout != nil { try files.layout() }
    items = files.items
    hooks = options.installsHooks ? try HookSetup(session) : nil
    next = try NextSteps(session, policy, items.filter { $0.action != .keep }.map(\.path))
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
  var items: [RepositorySetup.Item] = []

  init(folder: WorkTreeFolder, texts: SetupTexts) {
    self.folder = folder
    self.texts = texts
  }

  private mutating func add(_ path: TreePath, _ text: String) throws(Failure) {
    let isThere = try folder.holds(path)
    items.append(
      .init(path: path, action: isThere ? .keep : .write, content: Array(text.utf8)))
  }

  /// - Returns: the policy that holds from now on.
  mutating func policy(
    in session: Session, _ options: SetupOptions
  ) throws(Failure) -> Policy {
    for name in PolicyFile.names where try folder.holds(TreePath(name)) {
      items.append(.init(path: TreePath(name), action: .keep, content: []))
      return try PolicyInspection(workTreeOf: session).check()
    }
    let trusted = try session.source().standard()
    if trusted.bytes != nil {
      items.append(.init(path: TreePath(trusted.origin), action: .keep, content: []))
      return trusted.policy
    }
    let proposed = try SetupPolicy(for: session, layout: options.layout)
    try add(TreePath(PolicyFile.names[0]), proposed.text(texts))
    return proposed.policy
  }

  mutating func journals(_ experiments: Experiments, _ language: Language) throws(Failure) {
    try add(SetupPaths.journal(experiments), Self.comment(texts.journal))
    let template = SetupPaths.template(experiments)
    let body = Skeleton.standardTemplate(language, sections: experiments.sections)
    try add(template, Self.comment(texts.template) + body)
    let path = TreePath(".gitattributes")
    let old = try folder.read(path)
    let extended = AttributesFile(experiments).extended(old, comment: texts.attributes)
    let action: RepositorySetup.Action =
      extended == nil ? .keep : old == nil ? .write : .extend
    items.append(.init(path: path, action: action, content: extended ?? []))
  }

  mutating func layout() throws(Failure) {
    try add("app/app.py", "\"\"\"\(texts.layout.app)\"\"\"\n")
    for path in SetupPaths.layoutFolders {
      // A folder that holds anything needs no keeper.
      let keeper = path.appending(SetupPaths.keeper.utf8)
      if try folder.isFilled(path) {
        items.append(.init(path: path, action: .keep, content: []))
      } else {
        try add(keeper, "")
      }
    }
    try add("README.md", texts.layout.readme.joined(separator: "\n") + "\n")
    try add("requirements.in", texts.layout.requirements + "\n")
  }

  private static func comment(_ lines: [String]) -> String {
    "<!--\n" + lines.joined(separator: "\n") + "\n-->\n\n"
  }
}

extension WorkTreeFolder {
  /// Whether a file stands at a path, under a name of any letter case.
  fileprivate func holds(_ path: TreePath) throws(Failure) -> Bool {
    do throws(FileError) {
      if try stands(path) { return true }
      let place = absolute(path)
      let parent = FileSystem.folder(of: place)
      guard try FileSystem.status(parent)?.kind == .folder else { return false }
      let name = place.split(separator: "/").last.map { $0.lowercased() }
      return try FileSystem.names(in: parent).contains { $0.lowercased() == name }
    } catch {
      throw Failure.file(Visible.text(error.description))
    }
  }

  fileprivate func isFilled(_ path: TreePath) throws(Failure) -> Bool {
    do throws(FileError) {
      guard try FileSystem.status(absolute(path))?.kind == .folder else { return false }
      return try FileSystem.names(in: absolute(path)).isEmpty == false
    } catch {
      throw Failure.file(Visible.text(error.description))
    }
  }
}
