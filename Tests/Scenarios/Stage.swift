import GuardTesting
import Testing

/// A stage for short scenarios: anna's clone with the hooks in it, and words for what is expected.
struct Stage {
  let team: Team
  let anna: ScratchRepository

  init(policy: String? = nil) throws {
    team = try Team(policy: policy)
    anna = try team.member("anna")
  }

  /// What git is told, with git's own words for the failure.
  func git(_ arguments: String..., expecting status: Int32? = 0) throws {
    try anna.git(arguments, expecting: status)
  }

  /// A git command that the guard stops, naming these rules and moving neither HEAD nor origin.
  func refused(
    _ rules: String..., by arguments: [String], environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try standing()
    let outcome = try anna.git(arguments, expecting: nil, environment: environment)
    #expect(outcome.status != 0, "\(arguments): \(outcome)", sourceLocation: sourceLocation)
    for rule in rules {
      #expect(
        outcome.stderr.contains("  \(rule) "), "\(arguments): \(outcome)",
        sourceLocation: sourceLocation)
    }
    #expect(try standing() == before, sourceLocation: sourceLocation)
  }

  /// A git command that goes through without a word from the guard.
  func silent(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try anna.git(arguments, expecting: nil)
    #expect(outcome.status == 0, "\(arguments): \(outcome)", sourceLocation: sourceLocation)
    #expect(
      outcome.stderr.contains("gitflow-guard:") == false
        && outcome.stderr.contains("refused") == false,
      "\(arguments): \(outcome)", sourceLocation: sourceLocation)
  }

  private func standing() throws -> [String] {
    try [anna.id("HEAD")] + team.origin.git("for-each-ref").lines
  }

  /// An experiment that is brought into anna's branch; described unless asked otherwise.
  func brought(_ name: String = "experiment/resnet", describing: Bool = true) throws {
    try anna.experiment(name)
    try git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try git("merge", "-q", "--no-ff", "--no-edit", name)
    if describing { try anna.describe(name) }
    try git("checkout", "-q", "develop")
  }

  /// Does something on develop that no hook is to see before the push.
  func unguarded(_ arguments: String...) throws {
    try anna.git(["-c", "core.hooksPath=/dev/null"] + arguments)
  }
}
