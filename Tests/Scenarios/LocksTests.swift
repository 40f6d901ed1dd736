import GuardTesting
import Testing

/// `Sources/CStartup/startup.c` does without locks while there is one thread, and not longer. The
/// program that asks it is `Tests/Startup/locks-check.c`, linked as the executable is.
@Suite struct LocksTests {
  @Test func locksHoldAsSoonAsThereAreTwoThreads() throws {
    let folder = try ScratchFolder()
    let program = folder.path + "/check"
    let wrapped = ["pthread_mutex_lock", "pthread_mutex_unlock", "fopen", "sysconf"]
    let built = try folder.run(
      "cc",
      ["-O1", "-pthread", "-o", program] + wrapped.map { "-Wl,--wrap=\($0)" } + [
        CITools.root + "Tests/Startup/locks-check.c", CITools.root + "Sources/CStartup/startup.c",
      ])
    try #require(built.status == 0, "\(built)")
    let outcome = try folder.run("timeout", ["60", program])
    #expect(outcome.status == 0, "\(outcome)")
  }
}
