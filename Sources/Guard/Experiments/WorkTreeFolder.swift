import FlowPolicy
import Git
import GitModel
import Journal
import Wording

/// A folder of the work tree, read and written without ever leaving it by a symbolic link.
struct WorkTreeFolder {
  /// The work tree's top, absolute.
  let top: String
  let path: TreePath

  init(_ path: TreePath, of session: Session) throws(Failure) {
    guard let top = session.repository.workTree else {
      throw Failure.usage(
        Phrase("a bare repository has no work tree to write to: go to a clone of it"))
    }
    self.top = top
    self.path = path
  }

  func absolute(_ path: TreePath) -> String {
    "\(top)/\(String(decoding: path.bytes, as: UTF8.self))"
  }

  /// The regular files below the folder, sorted, and the links, which are not followed. Folders
  /// whose name begins with a full stop hold what tools keep for themselves, such as a notebook's
  /// checkpoints: they are left out.
  func files() throws(Failure) -> (regular: [TreePath], links: [TreePath]) {
    var found: [TreePath] = []
    var links: [TreePath] = []
    do throws(FileError) {
      switch try Self.kind(absolute(path)) {
      case .folder: break
      case .symbolicLink: return ([], [path])
      default: return ([], [])
      }
      var open = [path]
      while let folder = open.popLast() {
        for name in try FileSystem.names(in: absolute(folder)) {
          let path = folder.appending(Array(name.utf8))
          switch try Self.kind(absolute(path)) {
          case .file: found.append(path)
          case .symbolicLink: links.append(path)
          case .folder where name.hasPrefix(".") == false: open.append(path)
          default: continue
          }
        }
      }
    } catch {
      throw Failure.file(error.sentence)
    }
    return (found.sorted(), links.sorted())
  }

  /// nil where nothing stands there.
  func read(_ path: TreePath) throws(Failure) -> [UInt8]? {
    do throws(FileError) {
      guard try stands(path) else { return nil }
      return try FileSystem.read(absolute(path), limit: JournalReader.sizeLimit)
    } catch {
      throw Failure.file(error.sentence)
    }
  }

  /// Writes a file whole or not at all, keeping the mode of one that stands there.
  func write(_ bytes: [UInt8], to path: TreePath) throws(Failure) {
    do throws(FileError) {
      _ = try stands(path)
      let place = absolute(path)
      try FileSystem.makeFolder(FileSystem.folder(of: place))
      let mode = try FileSystem.status(place, followingLinks: false)?.mode
      try FileSystem.write(bytes, to: place, mode: mode ?? 0o644)
    } catch {
      throw Failure.file(error.sentence)
    }
  }

  /// Whether a regular file stands at a path.
  ///
  /// - Throws: where something else stands there, or a symbolic link on the way to it.
  func stands(_ path: TreePath) throws(FileError) -> Bool {
    var place = TreePath(bytes: [])
    let parts = path.bytes.split(separator: UInt8(ascii: "/"))
    for (number, part) in parts.enumerated() {
      place = place.appending(part)
      guard let kind = try Self.kind(absolute(place)) else { return false }
      let wanted: FileStatus.Kind = number == parts.count - 1 ? .file : .folder
      guard kind == wanted else {
        throw FileError(.look, absolute(place), .wrongKind(kind))
      }
    }
    return true
  }

  private static func kind(_ path: String) throws(FileError) -> FileStatus.Kind? {
    try FileSystem.status(path, followingLinks: false)?.kind
  }
}
