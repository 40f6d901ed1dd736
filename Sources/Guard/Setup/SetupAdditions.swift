import FlowPolicy
import Git
import GitModel
import Wording

/// The commands that put what `init` wrote into the index.
struct SetupAdditions {
  private(set) var commands: [String] = []
  /// What git was told to ignore: it is added by its own name and by force.
  private(set) var ignored: [TreePath] = []

  init(_ files: [TreePath], _ folder: WorkTreeFolder, _ session: Session) throws(Failure) {
    var plain: Set<TreePath> = []
    for file in files {
      if try session.reading({ () throws(GitError) in try session.repository.isIgnored(file) }) {
        ignored.append(file)
      } else {
        plain.insert(try Self.word(for: file, folder))
      }
    }
    let prefix = try Self.isAtTop(folder, session) ? "" : ":/"
    func words(_ paths: some Sequence<TreePath>) -> String {
      paths.sorted().compactMap { ShellWord.quote(TreePath(bytes: Array(prefix.utf8) + $0.bytes)) }
        .joined(separator: " ")
    }
    if plain.isEmpty == false { commands.append("git add \(words(plain))") }
    if ignored.isEmpty == false { commands.append("git add -f \(words(ignored))") }
  }

  /// A folder that is only made now holds nothing else; in one that stands there each file is
  /// named, so that nobody else's work comes along.
  private static func word(for file: TreePath, _ folder: WorkTreeFolder) throws(Failure) -> TreePath
  {
    let top = TreePath(bytes: Array(file.bytes.prefix { $0 != UInt8(ascii: "/") }))
    do throws(FileError) {
      return try FileSystem.status(folder.absolute(top)) == nil ? top : file
    } catch {
      throw Failure.file(error.sentence)
    }
  }

  /// Whether the person stands at the work tree's top, from which paths are told.
  private static func isAtTop(_ folder: WorkTreeFolder, _ session: Session) throws(Failure) -> Bool
  {
    do throws(FileError) {
      return try FileSystem.realPath(session.directory) == FileSystem.realPath(folder.top)
    } catch {
      throw Failure.file(error.sentence)
    }
  }
}

/// What the current commit holds.
struct CommittedFiles {
  private let repository: Repository
  private let tree: TreeID?

  init(_ session: Session) throws(Failure) {
    repository = session.repository
    tree = try session.reading { () throws(GitError) in
      switch try session.repository.head() {
      case .branch(_, let tip), .detached(let tip): try session.repository.commit(tip).tree
      case .unborn: nil
      }
    }
  }

  func holds(_ path: TreePath) throws(Failure) -> Bool { try entry(path) != nil }

  /// nil where no regular file stands there.
  func content(_ path: TreePath) throws(Failure) -> [UInt8]? {
    guard let entry = try entry(path), entry.kind.isFile else { return nil }
    do throws(GitError) {
      return try repository.blob(entry.id, limit: 1 << 20)
    } catch {
      throw Failure.repository(error)
    }
  }

  private func entry(_ path: TreePath) throws(Failure) -> TreeEntry? {
    guard let tree else { return nil }
    do throws(GitError) {
      return try repository.entry(at: path, in: tree)
    } catch {
      throw Failure.repository(error)
    }
  }
}
