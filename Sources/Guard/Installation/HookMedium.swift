/// The steps by which the installer changes a folder, one by one, so that a test can stand in for
/// a file system that knows no second names, or end a run between any two steps.
struct HookMedium: Sendable {
  /// Called before each step.
  var beforeStep: @Sendable () throws(FileError) -> Void = {}
  /// Gives a file, or a link itself, a second name at which nothing stands.
  var link: @Sendable (_ path: String, _ new: String) throws(FileError) -> Void = {
    (path, new) throws(FileError) in try FileSystem.link(path, to: new)
  }

  func writeNew(_ text: String, to path: String) throws(FileError) {
    try beforeStep()
    try FileSystem.writeNew(Array(text.utf8), to: path, mode: 0o755)
  }

  func link(_ path: String, to new: String) throws(FileError) {
    try beforeStep()
    try link(path, new)
  }

  func copy(_ path: String, to new: String) throws(FileError) {
    try beforeStep()
    try FileSystem.copy(path, to: new, limit: HookFolder.longestHook)
  }

  func rename(_ path: String, to new: String) throws(FileError) {
    try beforeStep()
    try FileSystem.rename(path, to: new)
  }

  func remove(_ path: String) throws(FileError) {
    try beforeStep()
    try FileSystem.remove(path)
  }

  func syncFolder(_ path: String) throws(FileError) {
    try beforeStep()
    try FileSystem.syncFolder(path)
  }
}
