import FlowPolicy
import Git
import GitModel
import Intake
import Wording

extension HookRun {
  /// The one ref of a push that the pre-commit tool tells of; empty where nothing is pushed.
  func movesOfPreCommitTool() throws(Failure) -> [RefMove] {
    guard PreCommitTool.runs(environment), let push = PreCommitTool.push(environment)
    else { return [] }
    let session = try Session(at: ".", environment: environment, preferred: pushedRemote)
    let after = try push.source.map { source throws(Failure) in
      try session.reading { () throws(GitError) in
        try session.repository.resolve(revision: source)
      }
    }
    guard let after = after ?? nil else {
      throw Failure.notFound(
        Phrase("pre-commit tells of a push into \(push.ref), and not of what is pushed"),
        remedy: [Phrase("gitflow-guard install   # hooks that see the whole push")])
    }
    // The tool keeps what the remote has to itself where that is not here.
    var before: ObjectID?
    if let remote = session.remote, let branch = push.ref.branch {
      let tracking = RefName(bytes: Array("refs/remotes/\(remote)/".utf8) + branch.bytes)
      before = try session.reading { () throws(GitError) in
        try session.repository.tip(of: tracking)
      }
    }
    return [RefMove(ref: push.ref, before: before, after: after)]
  }

  /// The remote that is pushed to, by its name or URL.
  var pushedRemote: String? { arguments.first ?? environment["PRE_COMMIT_REMOTE_NAME"] }
}
