import Foundation
import GuardTesting
import Testing

/// A server with our hook in it, and people who push to it with nothing in their way before.
struct Server {
  let team: Team
  let anna: ScratchRepository
  var origin: ScratchRepository { team.origin }

  /// - Parameters:
  ///   - name: the bare repository's folder.
  ///   - options: for `install --server`.
  init(
    policy: String? = nil, named name: String = "origin.git", options: [String] = []
  ) throws {
    team = try Team(policy: policy, named: name)
    anna = try team.member("anna", installing: false)
    let outcome = try origin.run(team.binary, ["install", "--server"] + options)
    try #require(outcome.status == 0, "\(outcome)")
  }

  /// The refs and where they stand.
  func standing() throws -> [String] { try origin.git("for-each-ref").lines }

  /// A push that the server refuses by these rules, moving nothing.
  @discardableResult
  func refused(
    _ rules: String..., by arguments: [String], environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ScratchOutcome {
    let before = try standing()
    let push = try anna.git(
      ["push", "origin"] + arguments, expecting: nil, environment: environment)
    #expect(push.status == 1, "\(push)", sourceLocation: sourceLocation)
    #expect(
      push.serverRefusals.isSuperset(of: rules), "\(push)", sourceLocation: sourceLocation)
    #expect(try standing() == before, sourceLocation: sourceLocation)
    return push
  }

  /// A push that goes through without a word.
  func accepted(
    _ arguments: String..., environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let push = try anna.git(
      ["push", "-q", "origin"] + arguments, expecting: nil, environment: environment)
    #expect(push.status == 0, "\(push)", sourceLocation: sourceLocation)
    #expect(push.told == "", "\(push)", sourceLocation: sourceLocation)
  }

  /// An experiment in anna's branch, described, and merged into her develop.
  func landed(_ experiment: String = "experiment/resnet") throws {
    try anna.experiment(experiment)
    try anna.bring(experiment, into: "intermediate/anna")
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
  }
}

extension ScratchOutcome {
  /// What the server said, without git's `remote: ` before each line.
  var fromServer: [String] {
    stderr.split(separator: "\n").filter { $0.hasPrefix("remote: ") }.map { line in
      var text = String(line.dropFirst("remote: ".count))
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }

  /// The rules by which a server refused.
  var serverRefusals: Set<String> {
    Set(
      fromServer.compactMap { line in
        line.firstMatch(of: /^(?:GL-HOOK-ERR: )?  ([a-z]+(?:-[a-z]+)+)(?:   .*)?$/)
          .map { String($0.1) }
      })
  }
}
