import GuardTesting
import Testing

/// A stage for ways round the commit hooks: each names its rule in `verify` and at the push, and
/// the remote does not move.
struct Bypass {
  let team: Team
  let anna: ScratchRepository

  init(policy: String? = nil) throws {
    team = try Team(policy: policy)
    anna = try team.member("anna")
  }

  /// What is to be pushed to a branch is refused, by these rules among the errors.
  func caught(
    _ rules: Set<String>, new: String = "develop", on ref: String = "develop",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try team.tip(ref)
    let zero = String(repeating: "0", count: 40)
    let after = new.isEmpty ? zero : try anna.id(new)
    let (status, judged) = try team.verify(before ?? zero, to: after, on: ref, in: anna)
    #expect(status == 1, sourceLocation: sourceLocation)
    #expect(judged.verdict == "refused", sourceLocation: sourceLocation)
    #expect(
      judged.errors.isSuperset(of: rules), "\(judged.errors)", sourceLocation: sourceLocation)
    let push = try anna.git(
      "push", "--force", "origin", "\(new.isEmpty ? "" : after):refs/heads/\(ref)", expecting: nil)
    #expect(push.status == 1, "\(push)", sourceLocation: sourceLocation)
    #expect(push.refusals.isSuperset(of: rules), "\(push)", sourceLocation: sourceLocation)
    #expect(try team.tip(ref) == before, sourceLocation: sourceLocation)
    try stoppedByTheServer("\(new.isEmpty ? "" : after):refs/heads/\(ref)", sourceLocation)
  }

  /// Without any hook of the clone the server refuses it, though it knows fewer branches.
  private func stoppedByTheServer(_ refspec: String, _ sourceLocation: SourceLocation) throws {
    let before = try team.origin.git("for-each-ref").lines
    _ = try team.run("install", "--server", in: team.origin)
    // git itself can't pack what grafts hide.
    _ = try anna.run("rm", ["-f", ".git/info/grafts"])
    let push = try anna.git(
      "push", "--no-verify", "--force", "origin", refspec, expecting: nil)
    #expect(push.status == 1, "\(push)", sourceLocation: sourceLocation)
    #expect(
      push.stderr.contains("pre-receive hook declined"), "\(push)", sourceLocation: sourceLocation)
    #expect(push.serverRefusals.isEmpty == false, "\(push)", sourceLocation: sourceLocation)
    #expect(try team.origin.git("for-each-ref").lines == before, sourceLocation: sourceLocation)
    _ = try team.run("uninstall", in: team.origin)
  }

  /// An experiment in anna's intermediate branch, described, and develop checked out.
  func brought(_ experiment: String = "experiment/resnet") throws {
    try anna.experiment(experiment)
    try anna.bring(experiment, into: "intermediate/anna")
    try anna.git("checkout", "-q", "develop")
  }
}
