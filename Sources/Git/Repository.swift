public import GitModel
import Wording

/// A git repository, open for reading. It writes nothing to the repository, starts no process
/// and talks to no network. Not safe to share between threads.
public final class Repository {
  let store: Store
  let surroundings: Surroundings
  /// The repository's own folder, `.git` or a linked worktree's; no slash at its end.
  public let gitDirectory: String
  /// The folder that all worktrees share; the same as `gitDirectory` in most repositories.
  public let commonDirectory: String
  /// The top of the work tree; nil in a bare repository.
  public let workTree: String?

  /// The commits at which a shallow clone is cut off; empty for a whole clone.
  let cut: Set<ObjectID>
  private var keeper: Repository?
  var loadedConfiguration: Configuration?
  var bench: Bench?
  var commits = ObjectTable<ObjectID, Commit>()
  var loadedAncestry: Ancestry?
  var trees = ObjectTable<ObjectID, RawTree>()
  var treeBytes = 0
  var attributesFiles: [ObjectID: AttributesFile] = [:]

  /// Opens the repository that a folder lies in, as git would in this environment: `GIT_DIR`,
  /// `GIT_WORK_TREE`, a push's quarantine and git's own `safe.directory` are honoured.
  ///
  /// - Throws: ``GitError`` of kind `ownership` with the command that mends it, `unsupported`
  ///   with the feature, or `notFound`, which never means "nothing to guard".
  public static func open(
    at path: String, environment: Variables
  ) throws(GitError) -> Repository {
    guard let directory = Files.realPath(path) else {
      throw GitError(
        kind: .notFound, asked: Phrase("open the repository at \(path)"),
        words: Phrase("there is no such folder"))
    }
    let surroundings = Surroundings(directory: directory, environment: environment)
    let repository = try Repository(try store(in: surroundings), in: surroundings)
    try repository.addObjectFolders()
    return repository
  }

  private init(_ store: Store, in surroundings: Surroundings) throws(GitError) {
    self.store = store
    self.surroundings = surroundings
    gitDirectory = Self.trimmed(store.gitDirectory)
    commonDirectory = Self.trimmed(store.commonDirectory)
    workTree = surroundings.path("GIT_WORK_TREE") ?? store.workTree.map(Self.trimmed)
    cut = try Self.cut(in: commonDirectory, surroundings)
    if let named = surroundings.path("GIT_COMMON_DIR"),
      Files.realPath(named) != Files.realPath(commonDirectory)
    {
      throw GitError(
        kind: .unsupported(Phrase(verbatim: "GIT_COMMON_DIR")),
        asked: Phrase("open the repository at \(gitDirectory)"),
        words: Phrase("GIT_COMMON_DIR names another folder than the repository itself; unset it"))
    }
  }

  /// Keeps the repository and what it holds until the process ends, which gives all of it back at
  /// once: a hook would spend more on closing than on opening.
  public func keepUntilExit() { keeper = self }

  /// Whether nothing of it is given back before the process ends.
  public var isKeptUntilExit: Bool { keeper != nil }

  public var isBare: Bool { workTree == nil }
  /// Whether history is cut off (`git clone --depth`).
  public var isShallow: Bool { cut.isEmpty == false }

  private static func store(in surroundings: Surroundings) throws(GitError) -> Store {
    let acrossFileSystems = surroundings.isOn("GIT_DISCOVERY_ACROSS_FILESYSTEM")
    if let named = surroundings.environment["GIT_DIR"] {
      guard named.isEmpty == false else {
        throw GitError(
          kind: .notFound, asked: Phrase("open the repository"), words: Phrase("GIT_DIR is empty"))
      }
      // Who sets GIT_DIR has chosen the repository; git asks for no owner then, nor do we.
      return try Store(
        at: surroundings.absolute(named), searching: false, acrossFileSystems: acrossFileSystems,
        ceilings: nil, trusting: true)
    }
    func found(trusting: Bool) throws(GitError) -> Store {
      try Store(
        at: surroundings.directory, searching: true, acrossFileSystems: acrossFileSystems,
        ceilings: surroundings.value("GIT_CEILING_DIRECTORIES"), trusting: trusting)
    }
    do throws(GitError) {
      return try found(trusting: false)
    } catch {
      guard error.kind == .ownership else { throw error }
      let store = try found(trusting: true)
      let path = trimmed(store.workTree ?? store.gitDirectory)
      guard try SafeDirectory.allows(path, in: surroundings) else {
        throw SafeDirectory.refusal(error, of: path)
      }
      return store
    }
  }

  /// Lets the objects of a quarantined push be seen.
  private func addObjectFolders() throws(GitError) {
    let folders = surroundings.objectFolders()
    guard folders.isEmpty == false else { return }
    var known = [Files.realPath(commonDirectory + "/objects")].compactMap { $0 }
    for folder in folders {
      if let place = Files.realPath(folder) {
        guard known.contains(place) == false else { continue }
        known.append(place)
      }
      guard Files.isDirectory(folder) else { continue }
      try store.addObjects(at: folder)
    }
  }

  /// libgit2 does not see that a linked worktree is shallow, so the file is read here, together
  /// with the one that git names while it takes in a push from a shallow clone.
  private static func cut(
    in commonDirectory: String, _ surroundings: Surroundings
  ) throws(GitError) -> Set<ObjectID> {
    var result: Set<ObjectID> = []
    try addCut(in: commonDirectory + "/shallow", to: &result)
    if let named = surroundings.path("GIT_SHALLOW_FILE") { try addCut(in: named, to: &result) }
    return result
  }

  private static func addCut(in file: String, to cut: inout Set<ObjectID>) throws(GitError) {
    guard let content = try Files.read(file) else { return }
    for line in content.split(separator: UInt8(ascii: "\n")) {
      guard let id = ObjectID(hex: line) else {
        throw GitError(
          kind: .damaged, asked: Phrase("read \(file)"), words: Phrase("a line is no object id"))
      }
      cut.insert(id)
    }
  }

  static func trimmed(_ path: String) -> String {
    let bytes = path.utf8
    guard bytes.count > 1, bytes.last == UInt8(ascii: "/") else { return path }
    return String(Substring(bytes.dropLast()))
  }
}
