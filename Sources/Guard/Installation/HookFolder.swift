/// The files of one hook in a hooks folder, and what stands there.
struct HookFolder {
  /// No hook that the guard takes for its own, or copies, is longer than this, in bytes.
  static let longestHook = 16 << 20

  let path: String
  /// The name of the file where the folder is one of those whose every file is run: then what
  /// others put there is not ours to keep.
  var fileName: String? = nil

  func path(_ hook: HookName) -> String { path + "/" + (fileName ?? hook.rawValue) }
  func keptPath(_ hook: HookName) -> String { path + "/" + hook.keptName }

  /// Where a new file is written before it gets its name. The names are fixed, so that what a
  /// killed run left behind is found and removed by the next one.
  func newPath(_ hook: HookName) -> String { path + "/." + hook.rawValue + ".gitflow-guard-new" }
  func copyPath(_ hook: HookName) -> String { path + "/." + hook.keptName + "-new" }
  var lockPath: String { path + "/.gitflow-guard-lock" }

  /// What stands at a path, as far as installing needs to know.
  enum Occupant {
    case nothing
    /// One of our scripts.
    case ours(HookScript.Facts)
    /// A file or link that is not ours.
    case foreign(FileStatus)
    /// A folder or special file, which can neither be kept nor replaced.
    case unmovable(FileStatus.Kind)
  }

  func occupant(_ path: String, _ hook: HookName) throws(FileError) -> Occupant {
    guard let status = try FileSystem.status(path, followingLinks: false) else { return .nothing }
    switch status.kind {
    case .folder, .other: return .unmovable(status.kind)
    case .symbolicLink: return .foreign(status)
    case .file:
      // A hook that we may not read, or that is too long to be ours, is somebody else's.
      guard let content = try? FileSystem.read(path, limit: 1 << 20),
        let facts = HookScript.facts(of: content, for: hook)
      else { return .foreign(status) }
      return .ours(facts)
    }
  }

  /// Whether two paths hold one hook: the same file under two names, or a copy with all its bytes
  /// and its mode, as is made where the file system knows no second names.
  func isSameHook(_ path: String, _ other: String) throws(FileError) -> Bool {
    guard let one = try FileSystem.status(path, followingLinks: false),
      let two = try FileSystem.status(other, followingLinks: false)
    else { return false }
    if one.identity == two.identity { return true }
    guard one.kind == two.kind, one.mode == two.mode, one.size == two.size else { return false }
    switch one.kind {
    case .symbolicLink:
      return try FileSystem.linkTarget(path).utf8.elementsEqual(FileSystem.linkTarget(other).utf8)
    case .file:
      return try FileSystem.read(path, limit: Self.longestHook)
        == FileSystem.read(other, limit: Self.longestHook)
    case .folder, .other: return false
    }
  }

  /// Removes what a killed run left half written.
  func removeLeftovers(_ hook: HookName) throws(FileError) {
    for path in [newPath(hook), copyPath(hook)] {
      if try FileSystem.status(path, followingLinks: false) != nil {
        try FileSystem.remove(path)
      }
    }
  }
}
