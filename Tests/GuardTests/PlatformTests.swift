import Foundation
import GitModel
import Glibc
import GuardTesting
import Synchronization
import Testing
import Wording

@testable import Guard

/// Files, streams and the environment, without Foundation beneath them.
@Suite struct PlatformTests {
  let fixture: InstallationFixture
  var path: String { fixture.root + "/file é" }

  init() throws { fixture = try InstallationFixture() }

  func failure(_ work: () throws -> Void) -> FileError? {
    do {
      try work()
      return nil
    } catch {
      return error as? FileError
    }
  }

  @Test func `writes whole files with their mode and reads them back`() throws {
    let bytes = Array((0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 3) })
    try FileSystem.write(bytes, to: path, mode: 0o640)
    #expect(try FileSystem.read(path, limit: 200_000) == bytes)
    #expect(try fixture.mode(path) == 0o640)
    try FileSystem.write([1], to: path)
    #expect(try FileSystem.read(path, limit: 1) == [1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.root).contains("file é"))
    #expect(try FileSystem.names(in: fixture.root).filter { $0.hasSuffix(".new") } == [])
  }

  @Test func `a failed write leaves the old file and nothing beside it`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(failure { try FileSystem.write([1], to: path) }?.code == EISDIR)
    #expect(try FileSystem.names(in: fixture.root).filter { $0.hasSuffix(".new") } == [])
  }

  @Test func `replaces a link and leaves what it leads to`() throws {
    try fixture.put("target", at: fixture.root + "/target")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "target")
    try FileSystem.write([1], to: path)
    #expect(fixture.text(fixture.root + "/target") == "target")
    #expect(try FileSystem.status(path, followingLinks: false)?.kind == .file)
  }

  @Test func `errors name the path, what was asked, and why`() throws {
    #expect(
      failure { _ = try FileSystem.read(path, limit: 9) }?.sentence.english
        == "cannot read \(path): No such file or directory")
    try fixture.put("12345", at: path)
    let long = failure { _ = try FileSystem.read(path, limit: 4) }
    #expect(long?.sentence.english == "cannot read \(path): it is longer than 4 bytes")
    #expect(try FileSystem.read(path, limit: 5).count == 5)
    let folder = failure { _ = try FileSystem.read(fixture.root, limit: 4) }
    #expect(folder?.cause == .wrongKind(.folder))
    #expect(failure { try FileSystem.writeNew([], to: path) }?.code == EEXIST)
    #expect(failure { try FileSystem.remove("/tmp\0/x") }?.cause == .nulInPath)
    #expect(failure { try FileSystem.makeFolder(path + "/x") }?.code == ENOTDIR)
    #expect(failure { try FileSystem.makeFolder(path) }?.cause == .wrongKind(.file))
  }

  @Test func `a named pipe is refused, not waited for`() throws {
    try #require(unsafe mkfifo(path, 0o600) == 0)
    #expect(failure { _ = try FileSystem.read(path, limit: 4) }?.cause == .wrongKind(.other))
  }

  @Test func `tells what stands at a path`() throws {
    #expect(try FileSystem.status(path) == nil)
    #expect(try FileSystem.isExecutable(path) == false)
    try fixture.put("abc", at: path, mode: 0o644)
    #expect(try FileSystem.isExecutable(path) == false)
    let status = try #require(try FileSystem.status(path))
    #expect((status.kind, status.mode, status.size) == (.file, 0o644, 3))
    try FileSystem.link(path, to: path + "2")
    #expect(try FileSystem.status(path + "2")?.identity == status.identity)
    try FileSystem.copy(path, to: path + "3", limit: 3)
    #expect(try FileSystem.status(path + "3")?.identity != status.identity)
    #expect(try fixture.mode(path + "3") == 0o644)
    try FileManager.default.createSymbolicLink(atPath: path + "4", withDestinationPath: "nowhere")
    #expect(try FileSystem.status(path + "4") == nil)
    #expect(try FileSystem.status(path + "4", followingLinks: false)?.kind == .symbolicLink)
    #expect(try FileSystem.linkTarget(path + "4") == "nowhere")
    #expect(try FileSystem.realPath(fixture.root + "/bin/../file é") == path)
  }

  @Test func `makes folders above folders, once or twice`() throws {
    let deep = fixture.root + "/a/b/c/"
    try FileSystem.makeFolder(deep)
    try FileSystem.makeFolder(deep)
    #expect(try FileSystem.status(deep)?.kind == .folder)
    #expect(["/a", "/a/b", "a/b", "a"].map(FileSystem.folder(of:)) == ["/", "/a", "a", "."])
  }

  @Test func `writes through a full pipe and tells when its reader has gone`() throws {
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    // Non-blocking: the pipe fills up, and writing must wait instead of failing.
    try #require(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let (reading, writing) = (ends[0], ends[1])
    let bytes = [UInt8](repeating: 7, count: 300_000)
    let reader = Thread { [bytes] in
      let read = try? Descriptor.readAll(reading, of: .pipe, limit: bytes.count)
      #expect(read == bytes)
      close(reading)
    }
    let outcome: StandardStreams.Outcome
    reader.start()
    outcome = try StandardStreams.write(bytes, to: writing, of: .standardOutput)
    #expect(outcome == .written)
    close(writing)
  }

  @Test func `a reader that has gone is no failure`() async {
    await #expect(processExitsWith: .exitCode(42)) {
      StandardStreams.ignoreBrokenPipes()
      var ends: [Int32] = [0, 0]
      guard unsafe pipe(&ends) == 0 else { exit(1) }
      close(ends[0])
      dup2(ends[1], 1)
      let outcome = try StandardStreams.write("text", to: .output)
      exit(outcome == .readerGone ? 42 : 2)
    }
  }

  @Test func `reads all of standard input, up to its limit`() async {
    await #expect(processExitsWith: .exitCode(42)) {
      var ends: [Int32] = [0, 0]
      guard unsafe pipe(&ends) == 0 else { exit(1) }
      try Descriptor.write([1, 2, 3], to: ends[1], of: .pipe)
      close(ends[1])
      dup2(ends[0], 0)
      exit(try StandardStreams.readInput(limit: 3) == [1, 2, 3] ? 42 : 2)
    }
  }

  @Test func `knows its environment and its own path`() throws {
    let here = ProcessInfo.processInfo.environment
    let all = Environment.all()
    for (name, value) in here { #expect(all[name] == value, "\(name)") }
    let program = try Executable.path()
    #expect(try FileSystem.isExecutable(program))
    #expect(try FileSystem.realPath("/proc/self/exe") == program)
  }

  @Test func `one holder of a lock at a time`() throws {
    do {
      let first = try FileLock(path)
      #expect(failure { _ = try FileLock(path) }?.cause == .held)
      #expect(first.path == path)
    }
    #expect(try FileSystem.status(path) == nil)
    _ = try FileLock(path)
  }

  /// The holder removes the lock's file, so one who comes meanwhile may open a nameless one.
  @Test func `one holder at a time, also while the file comes and goes`() {
    let holders = Atomic(0)
    let crowds = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 4) { [path] _ in
      for _ in 0..<300 {
        guard let lock = try? FileLock(path) else { continue }
        if holders.wrappingAdd(1, ordering: .relaxed).newValue > 1 {
          crowds.add(1, ordering: .relaxed)
        }
        sched_yield()
        holders.subtract(1, ordering: .relaxed)
        withExtendedLifetime(lock) {}
      }
    }
    #expect(crowds.load(ordering: .relaxed) == 0)
  }
}
