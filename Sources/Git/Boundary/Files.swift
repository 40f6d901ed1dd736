import Glibc

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
        throw GitError(kind: .damaged, asked: "read \(path)", words: "the file is too large")
      }
    }
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
      let dot = UInt8(ascii: ".")
      guard name.starts(with: [dot, 0]) || name == [dot, dot, 0] else { return false }
    }
    return true
  }

  /// The path with every symbolic link resolved; nil where it leads nowhere.
  static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func failure(_ path: String) -> GitError {
    let words = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
    return GitError(kind: .other, asked: "read \(path)", words: words)
  }
}
