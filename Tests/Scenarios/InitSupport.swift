import Foundation
import GuardTesting
import Testing

/// `init` as a person runs it.
enum InitRun {
  static func run(
    _ words: [String], in clone: ScratchRepository, expecting status: Int32 = 0
  ) throws -> ScratchOutcome {
    let outcome = try clone.run(
      GuardBinary.path(), words, environment: PersonsShell.variables(["USER": "anna"]))
    #expect(outcome.status == status, "\(words): \(outcome)")
    return outcome
  }

  /// The commands below "next:", up to those for others.
  static func commands(_ outcome: ScratchOutcome) -> [String] {
    outcome.stderr.components(separatedBy: "\n").drop { $0 != "next:" }
      .filter { $0.hasPrefix("    git ") }.map { String($0.dropFirst(4)) }
  }

  /// Runs them from where the person stands: each has to go through, hooks and all.
  static func follow(
    _ outcome: ScratchOutcome, in clone: ScratchRepository, at folder: String = "."
  ) throws {
    let commands = commands(outcome)
    #expect(commands.isEmpty == false, "\(outcome)")
    for command in commands {
      let done = try clone.run(
        "sh", ["-c", "cd -- \"$1\" && \(command)", "sh", folder],
        environment: PersonsShell.variables())
      #expect(done.status == 0, "\(command): \(done)\n\(outcome)")
    }
  }
}
