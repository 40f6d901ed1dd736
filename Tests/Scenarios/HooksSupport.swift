import Foundation
import GuardTesting

/// What the guard told a person, taken apart for expectations.
extension ScratchOutcome {
  /// Everything that was printed, on both streams.
  var told: String { stdout + stderr }

  /// The rules that refused: a row of a refusal begins with its rule's name.
  var refusals: Set<String> {
    Set(
      stderr.split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^  ([a-z]+(?:-[a-z]+)+)(?:   .*)?$/).map { String($0.1) }
      })
  }

  /// The rules that warned, as often as they did.
  var warnings: [String] {
    stderr.split(separator: "\n").compactMap { line in
      line.firstMatch(of: #/^! ([a-z]+(?:-[a-z]+)+) /#).map { String($0.1) }
    }
  }

  /// The commands of the first remedy.
  var remedy: [String] {
    let lines = stderr.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("  do this") }) else { return [] }
    return lines[(start + 1)...].prefix { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
  }

  /// Control characters, but for line ends and tabs: none may ever reach a terminal.
  var rawControls: [UInt8] {
    (output + errors).filter { ($0 < 0x20 && $0 != 10 && $0 != 9 && $0 != 13) || $0 == 0x7f }
  }
}

/// The parts of `--format json` that these tests look at.
struct JudgedJSON: Decodable {
  struct Finding: Decodable {
    struct Source: Decodable {
      let branch: String?
      let lane: String?
      let evidence: String
    }
    let rule: String
    let severity: String
    let ref: String
    let commit: String?
    let path: String?
    let source: Source?
    let message: String
  }
  struct Gap: Decodable {
    let rule: String
    let remedy: [String]
  }
  struct Policy: Decodable {
    let origin: String
    let trusted: Bool
  }
  let verdict: String
  let policy: Policy
  let findings: [Finding]
  let gaps: [Gap]

  var errors: Set<String> { Set(findings.filter { $0.severity == "error" }.map(\.rule)) }
  var warnings: Set<String> { Set(findings.filter { $0.severity == "warning" }.map(\.rule)) }
}

extension Team {
  /// The commit that a branch of the origin stands at; nil where there is no such branch.
  func tip(_ branch: String) throws -> String? {
    let found = try origin.git(
      "rev-parse", "-q", "--verify", "refs/heads/\(branch)", expecting: nil)
    return found.status == 0 ? found.text : nil
  }

  /// What `verify` says of a range that is to be pushed to a branch of the origin.
  func verify(
    _ old: String, to new: String, on ref: String, in clone: ScratchRepository
  ) throws -> (status: Int32, judged: JudgedJSON) {
    let outcome = try clone.run(
      binary, ["verify", "--format", "json", "--range", "\(old)..\(new)", "--ref", ref])
    let judged = try JSONDecoder().decode(JudgedJSON.self, from: Data(outcome.output))
    return (outcome.status, judged)
  }

  /// Brings an experiment of somebody else all the way into develop: the shared branch moves on.
  func moveOn(_ name: String = "boris", file: String? = nil) throws {
    let other = try member(name, folder: "\(name)-moves", installing: false)
    try other.experiment("experiment/by-\(name)")
    if let file { try other.commit("Change \(file)", files: [file: "changed by \(name)\n"]) }
    try other.bring("experiment/by-\(name)", into: "intermediate/\(name)")
    try other.git(
      "push", "-q", "origin", "experiment/by-\(name)", "intermediate/\(name)")
    try other.land("intermediate/\(name)")
  }
}

extension ScratchRepository {
  /// git with every hook out of the way: what a bypass leaves behind.
  @discardableResult
  func unhooked(
    _ arguments: String..., expecting status: Int32? = 0, environment: [String: String] = [:]
  ) throws -> ScratchOutcome {
    try git(
      ["-c", "core.hooksPath=/dev/null"] + arguments, expecting: status, environment: environment)
  }

  /// Runs a remedy as a shell would after a paste, with an editor that fills entries in.
  func paste(_ lines: [String]) throws -> ScratchOutcome {
    try run(
      "sh", ["-ec", lines.joined(separator: "\n")],
      environment: try PersonsShell.variables(["USER": "anna", "GIT_EDITOR": PersonsShell.filling]))
  }
}
