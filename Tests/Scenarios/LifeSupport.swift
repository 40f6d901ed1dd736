import GuardTesting
import Testing

extension ScratchOutcome {
  /// What the guard itself said: its lines of standard error, without git's, and without the line
  /// that says that something is free while a repository is being set up.
  var spoken: [String] {
    let signs = ["x ", "! ", "? ", "~ ", "  note:", "gitflow-guard"]
    return stderr.split(separator: "\n").map(String.init).filter { line in
      (signs.contains { line.hasPrefix($0) } || line.contains("gitflow-guard explain"))
        && isAnnouncement(line) == false
    }
  }
}

private func isAnnouncement(_ line: String) -> Bool {
  line.hasSuffix(": commits to it are free") || line.hasSuffix(": it is free to begin anywhere")
}

extension ScratchRepository {
  /// Types a git command that must succeed without a word from the guard.
  @discardableResult
  func calm(
    _ words: String..., location: SourceLocation = #_sourceLocation
  ) throws -> ScratchOutcome {
    let outcome = try git(words, expecting: nil)
    let typed = words.joined(separator: " ")
    #expect(outcome.status == 0, "git \(typed): \(outcome)", sourceLocation: location)
    #expect(outcome.spoken.isEmpty, "git \(typed): \(outcome)", sourceLocation: location)
    return outcome
  }

  /// The same for a command that may warn, by these rules alone.
  func warned(
    _ rules: Set<String>, _ words: String..., location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try git(words, expecting: nil)
    #expect(outcome.status == 0, "\(outcome)", sourceLocation: location)
    let signs = outcome.spoken.filter { $0.hasPrefix("! ") }
    let told = Set(signs.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) })
    #expect(told == rules, "\(outcome)", sourceLocation: location)
    #expect(signs.count == rules.count, "told more than once: \(outcome)", sourceLocation: location)
  }

  /// Writes files and commits them without a word from the guard.
  func calmly(
    _ message: String, _ files: [String: String], location: SourceLocation = #_sourceLocation
  ) throws {
    for (path, text) in files { try write(path, text) }
    try git("add", "-A")
    try calm("commit", "-q", "-m", message, location: location)
  }

  /// Steps two to four, with a description in a file of its own.
  func calmlyBring(
    _ experiments: [String], into own: String, location: SourceLocation = #_sourceLocation
  ) throws {
    try calm("fetch", "-q", "origin", location: location)
    if try git("show-ref", "-q", "--verify", "refs/heads/\(own)", expecting: nil).status == 0 {
      try calm("checkout", "-q", own, location: location)
      try calm("pull", "-q", "--no-rebase", "--no-edit", "origin", "develop", location: location)
    } else {
      try calm("checkout", "-q", "--no-track", "-b", own, "origin/develop", location: location)
    }
    for experiment in experiments {
      try calm("merge", "-q", "--no-ff", "--no-edit", experiment, location: location)
      let file = experiment.replacing("/", with: "-")
      try calmly(
        "Describe it", ["experiments/\(file).md": "# \(experiment)\n"], location: location)
    }
    try calm("push", "-q", "origin", own, location: location)
  }

  /// Step five by hand.
  func calmlyLand(_ own: String, location: SourceLocation = #_sourceLocation) throws {
    try calm("checkout", "-q", "develop", location: location)
    try calm("pull", "-q", "--ff-only", "origin", "develop", location: location)
    try calm("merge", "-q", "--no-ff", "--no-edit", own, location: location)
    try calm("push", "-q", "origin", "develop", location: location)
  }

  /// Step six by hand.
  func calmlyPromote(
    _ method: String = "--no-ff", location: SourceLocation = #_sourceLocation
  ) throws {
    try calm("fetch", "-q", "origin", location: location)
    try calm("checkout", "-q", "main", location: location)
    try calm("merge", "-q", "--ff-only", "origin/main", location: location)
    try calm("merge", "-q", method, "--no-edit", "origin/develop", location: location)
    try calm("push", "-q", "origin", "main", location: location)
  }
}
