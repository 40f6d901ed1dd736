import Glibc

extension FileSystem {
  /// Writes a file whole or not at all: a temporary file in the same folder, brought to disk,
  /// renamed over the path. Whoever reads the path meanwhile sees the old content or the new.
  /// A symbolic link at the path is replaced, not followed.
  public static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644
  ) throws(FileError) {
    let temporary = "\(path).\(getpid()).new"
    try writeNew(bytes, to: temporary, mode: mode)
    do {
      try rename(temporary, to: path)
    } catch {
      try? remove(temporary)
      throw error
    }
    try syncFolder(folder(of: path))
  }

  /// Writes a file that does not exist yet and brings it to disk. Whatever stands at the path
  /// already is an error; a failure leaves nothing behind.
  public static func writeNew(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644
  ) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    let file = try Descriptor(open: path, flags, mode: 0o600, for: .create)
    do {
      try file.write(bytes)
      try file.setMode(mode)
      try file.sync()
    } catch {
      try? remove(path)
      throw error
    }
  }

  /// Adds to a file's end; makes the file where there is none.
  public static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_NOCTTY
    let file = try Descriptor(open: path, flags, mode: 0o644, for: .write)
    try file.write(bytes)
  }

  /// Renames over whatever file stands at the new path.
  public static func rename(_ path: String, to new: String) throws(FileError) {
    try check(path, for: .rename)
    try check(new, for: .rename)
    guard unsafe Glibc.rename(path, new) == 0 else { throw .last(.rename, path) }
  }

  /// Gives a file a second name, where nothing stands yet. A symbolic link is not followed: the
  /// link itself gets the second name.
  public static func link(_ path: String, to new: String) throws(FileError) {
    try check(path, for: .link)
    try check(new, for: .link)
    guard unsafe linkat(AT_FDCWD, path, AT_FDCWD, new, 0) == 0 else { throw .last(.link, path) }
  }

  /// Copies a regular file with its mode, or a symbolic link as a link, to a path at which
  /// nothing stands yet. A failure leaves nothing behind.
  public static func copy(_ path: String, to new: String, limit: Int) throws(FileError) {
    guard let status = try status(path, followingLinks: false) else {
      throw FileError(.copy, path, .system(ENOENT))
    }
    switch status.kind {
    case .file:
      try writeNew(try read(path, limit: limit), to: new, mode: status.mode)
    case .symbolicLink:
      try check(new, for: .create)
      let target = try linkTarget(path)
      guard unsafe symlink(target, new) == 0 else { throw .last(.create, new) }
    case .folder, .other:
      throw FileError(.copy, path, .wrongKind(status.kind))
    }
  }

  /// Removes a file or a link, never a folder.
  public static func remove(_ path: String) throws(FileError) {
    try check(path, for: .remove)
    guard unsafe unlink(path) == 0 else { throw .last(.remove, path) }
  }

  /// Makes a folder and those above it. One that stands there already is fine.
  public static func makeFolder(_ path: String, mode: UInt32 = 0o777) throws(FileError) {
    try check(path, for: .makeDirectory)
    if unsafe mkdir(path, mode_t(mode)) == 0 { return }
    let error = FileError.last(.makeDirectory, path)
    if let status = try status(path) {
      if status.kind == .folder { return }
      throw FileError(.makeDirectory, path, .wrongKind(status.kind))
    }
    guard error.code == ENOENT, folder(of: path) != path else { throw error }
    try makeFolder(folder(of: path), mode: mode)
    guard unsafe mkdir(path, mode_t(mode)) == 0 || errno == EEXIST else {
      throw .last(.makeDirectory, path)
    }
  }

  /// Brings a folder's list of names to disk. File systems that know no such thing are fine.
  public static func syncFolder(_ path: String) throws(FileError) {
    let folder = try Descriptor(open: path, O_RDONLY | O_DIRECTORY, for: .sync)
    do {
      try folder.sync()
    } catch  where error.code == EINVAL || error.code == ENOTSUP {
      return
    }
  }
}
