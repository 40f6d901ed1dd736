import GitModel
import Glibc
import Wording

/// A file that is read where it lies. What git replaces it renames a new file onto, so what is
/// mapped stays as it was.
@safe final class MappedFile {
  /// Which file it is, and in which state: git writes a new one for every change.
  struct Identity: Equatable {
    let device: UInt64
    let number: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int

    /// nil where certainly nothing is there.
    init?(of path: [UInt8]) throws(GitError) {
      var status = stat()
      guard unsafe Conversions.withCString(path, { unsafe stat($0, &status) }) == 0 else {
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw Files.failure(path)
      }
      self.init(status)
    }

    fileprivate init(_ status: stat) {
      device = UInt64(status.st_dev)
      number = UInt64(status.st_ino)
      size = Int64(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  let identity: Identity
  let count: Int
  private let start: UnsafeMutableRawPointer?

  /// - Returns: nil where certainly nothing is there.
  init?(_ path: [UInt8]) throws(GitError) {
    // Whatever else has that name, a pipe say, must not keep us waiting.
    let descriptor = unsafe Conversions.withCString(path) {
      unsafe open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Files.failure(path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Files.failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw GitError(
        kind: .damaged, asked: Phrase("read \(Visible.text(path))"),
        words: Phrase("it is no regular file"))
    }
    identity = Identity(status)
    count = Int(status.st_size)
    guard count > 0 else {
      unsafe start = nil
      return
    }
    let mapped = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
      throw Files.failure(path)
    }
    unsafe start = mapped
  }

  deinit { if let start = unsafe start { unsafe munmap(start, count) } }

  subscript(place: Int) -> UInt8 {
    guard let start = unsafe start, place >= 0, place < count else {
      preconditionFailure("a place outside of the mapped file")
    }
    return unsafe start.load(fromByteOffset: place, as: UInt8.self)
  }

  /// Where a byte stands next, from a place on.
  func place(of byte: UInt8, from first: Int) -> Int? {
    guard let start = unsafe start, first >= 0, first < count,
      let found = unsafe memchr(start + first, Int32(byte), count - first)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  /// Lends some of its bytes, where they lie.
  func read<Result>(_ places: Range<Int>, _ body: (Swift.Span<UInt8>) -> Result) -> Result {
    guard let start = unsafe start, places.lowerBound >= 0, places.upperBound <= count else {
      preconditionFailure("places outside of the mapped file")
    }
    let bytes = unsafe UnsafeRawBufferPointer(
      start: start + places.lowerBound, count: places.count)
    return body(unsafe Swift.Span(_unsafeBytes: bytes))
  }

  func bytes(_ places: Range<Int>) -> [UInt8] {
    guard let start = unsafe start, places.lowerBound >= 0, places.upperBound <= count else {
      preconditionFailure("places outside of the mapped file")
    }
    return unsafe Array(
      UnsafeRawBufferPointer(start: start + places.lowerBound, count: places.count))
  }
}
