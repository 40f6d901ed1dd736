import GitModel
import Glibc
import Wording

/// The few plain files of a repository that libgit2 does not read, or reads wrongly.
enum Files {
  /// A file's whole content; nil where there is no such file.
  static func read(_ path: String, limit: Int = 64 << 20) throws(GitError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path)
    }
    defer { close(descriptor) }
    var status = stat()
    let expected = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var content: [UInt8] = []
    // One byte more than the file should have, so that its end is seen with the next call.
    var block = [UInt8](repeating: 0, count: min(max(expected + 1, 256), 1 << 16))
    while true {
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return content }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      content += block.prefix(count)
      guard content.count <= limit else {
        throw GitError(
          kind: .damaged, asked: Phrase("read \(path)"), words: Phrase("the file is too large"))
      }
    }
  }

  /// A reference's file; nil where there is none, or a folder. No more than a little is read: what
  /// is longer is no reference.
  static func readSmall(_ path: [UInt8]) throws(GitError) -> [UInt8]? {
    let descriptor = unsafe Conversions.withCString(path) {
      unsafe open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path)
    }
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: 512)
    let count = unsafe block.withUnsafeMutableBytes {
      unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0 {
      if errno == EISDIR { return nil }
      throw failure(path)
    }
    block.removeLast(block.count - count)
    return block
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether certainly nothing is there. What can't be looked at is not absent.
  static func isAbsent(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Whether something is here that is not an empty file.
  static func hasContent(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
      && (status.st_mode & S_IFMT != S_IFREG || status.st_size > 0)
  }

  /// Whether a folder holds nothing, or is none.
  static func isEmptyFolder(_ path: String) -> Bool {
    guard let folder = unsafe opendir(path) else { return errno == ENOENT || errno == ENOTDIR }
    defer { unsafe closedir(folder) }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix(3)) }
      guard name.starts(with: [dot, 0]) || name == [dot, dot, 0] else { return false }
    }
    return true
  }

  /// Goes through what a folder holds, in no order that means anything; through nothing where it
  /// is not there. Links are not followed.
  static func eachEntry(
    of path: [UInt8], _ visit: (_ name: [UInt8], _ isFolder: Bool) -> Void
  ) throws(GitError) {
    guard let folder = unsafe Conversions.withCString(path, { unsafe opendir($0) }) else {
      if errno == ENOENT || errno == ENOTDIR { return }
      throw failure(path)
    }
    defer { unsafe closedir(folder) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        if errno != 0 { throw failure(path) }
        return
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { all in
        unsafe Array(all.prefix { $0 != 0 })
      }
      if name == [dot] || name == [dot, dot] { continue }
      let kind = unsafe Int(entry.pointee.d_type)
      let isFolder =
        kind == Int(DT_UNKNOWN) ? isRealFolder(path, name) : kind == Int(DT_DIR)
      visit(name, isFolder)
    }
  }

  private static let dot = UInt8(ascii: ".")

  private static func isRealFolder(_ folder: [UInt8], _ name: [UInt8]) -> Bool {
    var status = stat()
    let code = unsafe Conversions.withCString(folder + [UInt8(ascii: "/")] + name) {
      unsafe lstat($0, &status)
    }
    return code == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path with every symbolic link resolved; nil where it leads nowhere.
  static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  static func failure(_ path: [UInt8]) -> GitError { failure(Visible.text(path)) }

  static func failure(_ path: String) -> GitError {
    let words = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
    return GitError(kind: .other, asked: Phrase("read \(path)"), words: Phrase(verbatim: words))
  }
}
