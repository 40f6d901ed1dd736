import Testing

/// The static binary counts references without atomic operations, so it must never start a thread
/// (docs/decisions/0018).
@Suite struct OneThreadTests {
  /// What starts one, as Swift code says it.
  static let starters = [
    "async", "await", "DispatchQueue", "OperationQueue", "Thread", "pthread_create",
    // What was locked by trying is not unlocked by a lock that is left out.
    "NSLock", "pthread_mutex_trylock",
  ]

  /// The files that a binary is made of and that start a thread.
  static func offenders(in files: [SourceFile]) -> [String] {
    files.filter { file in
      // Intake has a type of that name, too.
      let makesTask = file.lines.contains { $0.contains("Task {") || $0.contains("Task.detached") }
      return file.target != "GuardTesting"
        && (makesTask || starters.contains { file.says($0) })
    }.map(\.path)
  }

  @Test func noneIsStarted() {
    let files = House.files.filter {
      $0.path.hasPrefix("Sources/") && ($0.path.hasSuffix(".swift") || $0.path.hasSuffix(".c"))
    }
    #expect(
      Self.offenders(in: files) == [],
      "who starts a thread takes `counting` out of Package.swift first (docs/decisions/0018)")
  }

  @Test(arguments: starters + ["Task"]) func oneThatIsStartedIsSeen(starter: String) {
    let file = SourceFile(path: "Sources/Guard/A.swift", text: "let a = \(starter) { 1 }")
    #expect(Self.offenders(in: [file]) == ["Sources/Guard/A.swift"])
  }

  @Test(arguments: [
    "/// One Thread runs.", "let text = \"Thread\"", "enum Task: Hashable {", "let awaited = 1",
  ])
  func wordsAreNoCode(text: String) {
    let file = SourceFile(path: "Sources/Guard/A.swift", text: text)
    #expect(Self.offenders(in: [file]) == [])
  }
}
