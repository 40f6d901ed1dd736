import Glibc

/// A lock that one process at a time holds, by means of a file of its own. The system frees it
/// when the process ends, however it ends; a file that a killed process left behind locks nothing.
struct FileLock: ~Copyable {
  private let file: Descriptor

  var path: String { file.path }

  /// Takes the lock or says at once, by ``FileError/Cause/held``, that another process has it.
  init(_ path: String) throws(FileError) {
    while true {
      let file = try Descriptor(
        open: path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, mode: 0o666, for: .lock)
      guard retrying({ flock(file.number, LOCK_EX | LOCK_NB) }) == 0 else {
        throw errno == EWOULDBLOCK ? FileError(.lock, path, .held) : .last(.lock, path)
      }
      // The one who held it before removes the file: then this lock is on a nameless file.
      let named = try FileSystem.status(path, followingLinks: false)
      if try file.status().identity == named?.identity {
        self.file = file
        return
      }
    }
  }

  /// Removes the file while the lock is still held, so that nobody else's goes with it.
  deinit { try? FileSystem.remove(file.path) }
}
