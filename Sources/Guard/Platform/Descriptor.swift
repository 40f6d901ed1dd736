import Glibc

/// An open file that is closed with its owner.
struct Descriptor: ~Copyable {
  let number: Int32
  let path: String

  /// Opens a path; `O_CLOEXEC` is always added. The mode counts for new files only.
  init(
    open path: String, _ flags: Int32, mode: mode_t = 0, for action: FileError.Action
  ) throws(FileError) {
    try FileSystem.check(path, for: action)
    let number = retrying { unsafe Glibc.open(path, flags | O_CLOEXEC, mode) }
    if number < 0 { throw .last(action, path) }
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  func status() throws(FileError) -> FileStatus {
    var raw = stat()
    guard unsafe fstat(number, &raw) == 0 else { throw .last(.look, path) }
    return FileStatus(raw)
  }

  func sync() throws(FileError) {
    guard retrying({ fsync(number) }) == 0 else { throw .last(.sync, path) }
  }

  func setMode(_ mode: UInt32) throws(FileError) {
    guard fchmod(number, mode_t(mode)) == 0 else { throw .last(.changeMode, path) }
  }

  func readAll(limit: Int) throws(FileError) -> [UInt8] {
    try Self.readAll(number, of: .path(path), limit: limit)
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    try Self.write(bytes, to: number, of: .path(path))
  }

  /// Reads to the end. More than `limit` bytes are an error, never a cut.
  static func readAll(
    _ number: Int32, of subject: FileError.Subject, limit: Int
  ) throws(FileError) -> [UInt8] {
    var result: [UInt8] = []
    // Most of what is read is a line or nothing, and a large buffer would have to be cleared.
    var buffer = [UInt8](repeating: 0, count: 1_024)
    while true {
      let count = retrying { unsafe Glibc.read(number, &buffer, buffer.count) }
      if count < 0 {
        guard waits(errno, number, POLLIN) else { throw .last(.read, of: subject) }
        continue
      }
      if count == 0 { return result }
      if result.count + count > limit {
        throw FileError(.read, of: subject, .tooLarge(limit: limit))
      }
      result.append(contentsOf: buffer[..<count])
      if count == buffer.count, count < 65_536 {
        buffer = [UInt8](repeating: 0, count: 65_536)
      }
    }
  }

  /// Writes everything, however little the system takes at once.
  static func write(
    _ bytes: [UInt8], to number: Int32, of subject: FileError.Subject
  ) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        retrying { unsafe Glibc.write(number, all.baseAddress! + done, all.count - done) }
      }
      if count >= 0 {
        done += count
      } else if waits(errno, number, POLLOUT) == false {
        throw .last(.write, of: subject)
      }
    }
  }

  /// A descriptor that somebody made non-blocking says "try again": wait until it is ready.
  private static func waits(_ code: Int32, _ number: Int32, _ event: Int32) -> Bool {
    guard code == EAGAIN || code == EWOULDBLOCK else { return false }
    var wanted = pollfd(fd: number, events: Int16(event), revents: 0)
    return retrying { unsafe poll(&wanted, 1, -1) } > 0
  }
}

/// Repeats a system call that a signal interrupted.
func retrying<Number: SignedInteger>(_ call: () -> Number) -> Number {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
