import Glibc

/// The file system, as far as the guard needs it. Every function names path and cause in its
/// error; none follows a path with a NUL byte in it.
public enum FileSystem {
  /// The content of a regular file, or of the one a link leads to.
  /// More than `limit` bytes are an error, never a cut.
  public static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    // Without O_NONBLOCK a named pipe would keep us waiting for its writer.
    let file = try Descriptor(open: path, O_RDONLY | O_NONBLOCK | O_NOCTTY, for: .read)
    let status = try file.status()
    guard status.kind == .file else { throw FileError(.read, path, .wrongKind(status.kind)) }
    return try file.readAll(limit: limit)
  }

  /// What stands at the path, or nil where nothing does. A link is followed unless told
  /// otherwise; a dangling one then counts as nothing.
  public static func status(
    _ path: String, followingLinks: Bool = true
  ) throws(FileError) -> FileStatus? {
    try check(path, for: .look)
    var raw = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    if unsafe fstatat(AT_FDCWD, path, &raw, flags) == 0 { return FileStatus(raw) }
    let error = FileError.last(.look, path)
    if error.isMissing { return nil }
    throw error
  }

  /// Whether this process could run the file: the question git asks of a hook.
  public static func isExecutable(_ path: String) throws(FileError) -> Bool {
    try check(path, for: .look)
    if unsafe access(path, X_OK) == 0 { return true }
    let error = FileError.last(.look, path)
    if error.isMissing || error.code == EACCES { return false }
    throw error
  }

  /// The absolute path with every link and `..` resolved.
  public static func realPath(_ path: String) throws(FileError) -> String {
    try check(path, for: .resolve)
    guard let resolved = unsafe realpath(path, nil) else { throw .last(.resolve, path) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Where a symbolic link leads, as it is written in the link.
  public static func linkTarget(_ path: String) throws(FileError) -> String {
    try check(path, for: .read)
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe readlink(path, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard count >= 0 else { throw .last(.read, path) }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// The names in a folder, sorted, without `.` and `..`.
  public static func names(in folder: String) throws(FileError) -> [String] {
    try check(folder, for: .list)
    guard let stream = unsafe opendir(folder) else { throw .last(.list, folder) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe String(cString: UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw .last(.list, folder) }
    return names.sorted()
  }

  static func check(_ path: String, for action: FileError.Action) throws(FileError) {
    if path.utf8.contains(0) { throw FileError(action, path, .nulInPath) }
  }

  /// The folder in which a path stands: `.` for a bare name.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
