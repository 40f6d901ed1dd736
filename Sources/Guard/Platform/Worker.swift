import CProcess
@unsafe @preconcurrency import Glibc

/// A copy of this process that works on a part of the same task and hands its result back. Only
/// for code without threads of its own.
struct Worker: ~Copyable {
  private let child: pid_t
  private let output: Int32

  /// Starts the copy, which does its work on what this process has in memory now, and ends.
  init(_ work: () -> [UInt8]) throws(FileError) {
    var ends: [Int32] = [0, 0]
    guard unsafe guard_pipe(&ends) == 0 else { throw .last(.start, of: .worker) }
    let child = guard_fork()
    if child < 0 {
      close(ends[0])
      close(ends[1])
      throw .last(.start, of: .worker)
    }
    if child == 0 {
      close(ends[0])
      // The parent waits for the end mark: a part that is cut off is no result.
      let result = work() + Self.mark
      let isWritten = (try? Descriptor.write(result, to: ends[1], of: .pipe)) != nil
      _exit(isWritten ? 0 : 1)
    }
    close(ends[1])
    self.child = child
    output = ends[0]
  }

  /// Waits for the copy's end.
  ///
  /// - Returns: its result; nil where it ended without one.
  consuming func result() throws(FileError) -> [UInt8]? {
    var bytes = try Descriptor.readAll(output, of: .worker, limit: 1 << 34)
    close(output)
    var status: Int32 = 0
    guard retrying({ unsafe waitpid(child, &status, 0) }) == child, status == 0,
      bytes.suffix(Self.mark.count).elementsEqual(Self.mark)
    else { return nil }
    bytes.removeLast(Self.mark.count)
    return bytes
  }

  private static let mark = Array("done".utf8)
}

/// The processors that are there to be used.
enum Processors {
  static var online: Int { max(1, Int(guard_processors())) }
}
