import GitModel
import Glibc

/// A part of what is mapped. (A `Range` would cost a hook its generic machinery.)
struct Span {
  let start: Int
  let end: Int

  var count: Int { end - start }
}

/// Files that are read where they lie, one behind the other at places of one numbering.
///
/// Their sizes are taken when they are opened. git puts a new file in an old one's place by
/// renaming it and never shortens one that is there, so what is mapped stays; somebody else who
/// cuts a file short meanwhile ends this process by a bus error, as it ends git.
@safe struct MappedFiles: ~Copyable {
  private let start: UnsafeMutableRawPointer
  private let count: Int
  /// Where each file lies.
  let files: [Span]
  /// The open files; none for contents in memory.
  private let descriptors: [Int]

  /// Maps for each number the first of its paths that leads to a file; ends at the first number of
  /// which none does. `nil` where there is nothing to map.
  init?(_ numbers: Int, choices: (Int) -> [String]) {
    var files: [Span] = []
    // No list of a kind that a hook would have to make for it alone.
    var descriptors: [Int] = []
    var total = 0
    for number in 0..<numbers {
      guard let (descriptor, size) = Self.open(choices(number)) else { break }
      descriptors.append(Int(descriptor))
      files.append(Span(start: total, end: total + size))
      total += Self.whole(size)
    }
    guard total > 0, let start = unsafe Self.reserve(total) else {
      Self.close(descriptors)
      return nil
    }
    for (file, descriptor) in zip(files, descriptors) {
      let mapped = unsafe mmap(
        start + file.start, Self.whole(file.count), PROT_READ, MAP_PRIVATE | MAP_FIXED,
        Int32(descriptor), 0)
      guard unsafe mapped != MAP_FAILED else {
        unsafe munmap(start, total)
        Self.close(descriptors)
        return nil
      }
    }
    unsafe self.start = start
    count = total
    self.files = files
    self.descriptors = descriptors
  }

  /// The same for contents in memory.
  init?(copying contents: [[UInt8]]) {
    var total = 0
    for content in contents { total += Self.whole(content.count) }
    guard total > 0, let start = unsafe Self.reserve(total) else { return nil }
    unsafe mprotect(start, total, PROT_READ | PROT_WRITE)
    var files: [Span] = []
    var place = 0
    for content in contents {
      unsafe (start + place).copyMemory(from: content, byteCount: content.count)
      files.append(Span(start: place, end: place + content.count))
      place += Self.whole(content.count)
    }
    unsafe self.start = start
    count = total
    self.files = files
    descriptors = []
  }

  deinit {
    unsafe munmap(start, count)
    Self.close(descriptors)
  }

  borrowing func byte(at place: Int) -> UInt8 {
    precondition(place >= 0 && place < count, "a place outside of the mapped files")
    return unsafe start.load(fromByteOffset: place, as: UInt8.self)
  }

  /// Four bytes as a number, most significant first.
  borrowing func word(at place: Int) -> UInt32 {
    precondition(place >= 0 && place <= count - 4, "a place outside of the mapped files")
    return unsafe UInt32(
      bigEndian: start.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  /// Eight bytes as a number, most significant first.
  borrowing func long(at place: Int) -> UInt64 {
    precondition(place >= 0 && place <= count - 8, "a place outside of the mapped files")
    return unsafe UInt64(
      bigEndian: start.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The twenty bytes of an object id.
  borrowing func id(at place: Int) -> ObjectID { unsafe Self.id(mapped(20, at: place)) }

  /// What stands behind the tree in the 36 bytes of a commit's line in a graph.
  borrowing func line(at place: Int) -> GraphLine { unsafe Self.line(mapped(36, at: place)) }

  /// The same as ``word(at:)``, read from the file so that no page has to be mapped.
  borrowing func readWord(at place: Int) -> UInt32 {
    unsafe read(4, at: place) { unsafe UInt32(bigEndian: $0.loadUnaligned(as: UInt32.self)) }
  }

  /// The same as ``id(at:)``, read from the file so that no page has to be mapped.
  borrowing func readID(at place: Int) -> ObjectID {
    unsafe read(20, at: place) { unsafe Self.id($0) }
  }

  /// A commit's tree and ``line(at:)``, read from the file so that no page has to be mapped.
  borrowing func readLine(at place: Int) -> (tree: TreeID, line: GraphLine) {
    unsafe read(36, at: place) { unsafe (TreeID(Self.id($0)), Self.line($0)) }
  }

  private static func id(_ bytes: UnsafeRawPointer) -> ObjectID {
    unsafe ObjectID(
      high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      middle: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      low: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
  }

  private static func line(_ bytes: UnsafeRawPointer) -> GraphLine {
    unsafe GraphLine(
      first: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 20, as: UInt32.self)),
      second: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt32.self)),
      packed: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 28, as: UInt64.self)))
  }

  private borrowing func mapped(_ size: Int, at place: Int) -> UnsafeRawPointer {
    precondition(place >= 0 && place <= count - size, "a place outside of the mapped files")
    return unsafe UnsafeRawPointer(start + place)
  }

  /// Lends up to 36 bytes as they stand in a file; those that are mapped where it can't be read.
  private borrowing func read<Value>(
    _ size: Int, at place: Int, _ body: (UnsafeRawPointer) -> Value
  ) -> Value {
    let mapped = unsafe mapped(size, at: place)
    return unsafe withUnsafeTemporaryAllocation(byteCount: 36, alignment: 8) { buffer in
      guard let bytes = buffer.baseAddress, size <= buffer.count else { return unsafe body(mapped) }
      for number in descriptors.indices where files[number].start <= place {
        guard place + size <= files[number].end else { continue }
        let offset = place - files[number].start
        if unsafe pread(Int32(descriptors[number]), bytes, size, offset) == size {
          return unsafe body(bytes)
        }
      }
      return unsafe body(mapped)
    }
  }

  private static func open(_ paths: [String]) -> (descriptor: Int32, size: Int)? {
    for path in paths {
      // Whatever else has that name, a pipe say, must not keep us waiting.
      let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      var status = stat()
      if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        status.st_size > 0
      {
        return (descriptor, Int(status.st_size))
      }
      Glibc.close(descriptor)
    }
    return nil
  }

  private static func close(_ descriptors: [Int]) {
    for descriptor in descriptors { Glibc.close(Int32(descriptor)) }
  }

  private static func reserve(_ size: Int) -> UnsafeMutableRawPointer? {
    let made = unsafe mmap(
      nil, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    return unsafe made == MAP_FAILED ? nil : made
  }

  /// A size in whole pages.
  private static func whole(_ size: Int) -> Int {
    let page = sysconf(Int32(_SC_PAGESIZE))
    return (size + page - 1) / page * page
  }
}
