import GuardTesting
import Testing

/// `Sources/CStartup/smallblocks.c` does what malloc(3) says. The program that asks it is
/// `Tests/Startup/smallblocks-check.c`, linked as the executable is.
@Suite struct SmallBlocksTests {
  static let abortStatus: Int32 = 128 + 6

  /// The check, built for one test.
  private struct Check {
    let folder: ScratchFolder
    let program: String

    init() throws {
      folder = try ScratchFolder()
      program = folder.path + "/check"
      let wrapped = ["malloc", "free", "calloc", "realloc", "malloc_usable_size"]
      // The compiler must not know what malloc does, or it leaves calls out.
      let built = try folder.run(
        "cc",
        ["-O1", "-fno-builtin", "-pthread", "-o", program] + wrapped.map { "-Wl,--wrap=\($0)" } + [
          CITools.root + "Tests/Startup/smallblocks-check.c",
          CITools.root + "Sources/CStartup/smallblocks.c",
        ])
      try #require(built.status == 0, "\(built)")
    }

    func run(_ name: String) throws -> ScratchOutcome { try folder.run(program, [name]) }
  }

  @Test(arguments: ["random", "ends", "too-much", "many", "without-room", "threads"])
  func itKeepsToTheManual(_ name: String) throws {
    let outcome = try Check().run(name)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test(arguments: ["twice", "written-over"])
  func aDamagedBlockEndsTheProcess(_ name: String) throws {
    let outcome = try Check().run(name)
    #expect(outcome.status == Self.abortStatus, "\(outcome)")
    #expect(outcome.stderr.contains("freed twice or written over"))
  }
}
