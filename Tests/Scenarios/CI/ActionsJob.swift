import Foundation
import GuardTesting

/// A job of GitHub Actions, or of Gitea's and Forgejo's: its variables and its event file, as the
/// documentation has them.
struct ActionsJob {
  var variables: [String: String]
  var event: [String: Any]

  private static let runner = [
    "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "team/model",
    "GITHUB_REPOSITORY_OWNER": "team", "GITHUB_ACTOR": "anna", "GITHUB_WORKFLOW": "guard",
    "GITHUB_RUN_ID": "4711", "GITHUB_SERVER_URL": "https://github.com", "RUNNER_OS": "Linux",
    "GITHUB_TRIGGERING_ACTOR": "boris",
  ]

  private static func end(
    _ ref: String, _ sha: String, _ repository: String?
  ) -> [String: Any] {
    let owner = (repository ?? "mallory/model").prefix { $0 != "/" }
    let about: Any =
      repository.map { ["full_name": $0, "fork": $0 != "team/model", "id": 1] as [String: Any] }
      ?? NSNull()
    return [
      "ref": ref, "sha": sha, "label": "\(owner):\(ref)", "user": ["login": String(owner)],
      "repo": about,
    ]
  }

  /// - Parameter repository: the source's, nil where the fork is gone.
  static func request(
    _ source: String, _ head: String, into target: String, base: String,
    from repository: String? = "team/model", event name: String = "pull_request", sha: String
  ) -> ActionsJob {
    var variables = runner
    variables["GITHUB_EVENT_NAME"] = name
    variables["GITHUB_REF"] =
      name == "pull_request_target" ? "refs/heads/\(target)" : "refs/pull/1/merge"
    variables["GITHUB_HEAD_REF"] = source
    variables["GITHUB_BASE_REF"] = target
    variables["GITHUB_SHA"] = sha
    let request: [String: Any] = [
      "number": 1, "state": "open", "merged": false, "title": "R\u{e9}sum\u{e9} \u{1f680} \"x\"\n",
      "head": end(source, head, repository), "base": end(target, base, "team/model"),
      "user": ["login": "anna"], "merge_commit_sha": sha, "body": NSNull(), "additions": 1.5e3,
    ]
    return ActionsJob(
      variables: variables,
      event: [
        "action": "synchronize", "number": 1, "pull_request": request,
        "repository": ["full_name": "team/model", "default_branch": "main"],
        "sender": ["login": "anna"],
      ])
  }

  static func push(_ ref: String, _ before: String, _ after: String) -> ActionsJob {
    var variables = runner
    variables["GITHUB_EVENT_NAME"] = "push"
    variables["GITHUB_REF"] = ref
    variables["GITHUB_SHA"] = after
    let zeros = String(repeating: "0", count: 40)
    return ActionsJob(
      variables: variables,
      event: [
        "ref": ref, "before": before, "after": after, "created": before == zeros,
        "deleted": after == zeros, "forced": false, "commits": [Any](),
        "repository": ["full_name": "team/model", "default_branch": "main"],
        "pusher": ["name": "anna"], "sender": ["login": "anna"],
      ])
  }

  static func queue(_ target: String, base: String, head: String) -> ActionsJob {
    let ref = "refs/heads/gh-readonly-queue/\(target)/pr-1-\(base)"
    var variables = runner
    variables["GITHUB_EVENT_NAME"] = "merge_group"
    variables["GITHUB_REF"] = ref
    variables["GITHUB_SHA"] = head
    return ActionsJob(
      variables: variables,
      event: [
        "action": "checks_requested",
        "merge_group": [
          "head_sha": head, "head_ref": ref, "base_sha": base,
          "base_ref": "refs/heads/\(target)",
        ],
        "repository": ["full_name": "team/model", "default_branch": "main"],
      ])
  }

  /// The same at Gitea or Forgejo: their runners' variables, and the head's ref in place of a merge.
  func gitea(_ marks: [String] = ["GITEA_ACTIONS"]) -> ActionsJob {
    var job = self
    for mark in marks { job.variables[mark] = "true" }
    if job.variables["GITHUB_EVENT_NAME"] == "pull_request" {
      job.variables["GITHUB_REF"] = "refs/pull/1/head"
    }
    return job
  }

  /// The variables, with the event file written beside the clone.
  func variables(beside clone: ScratchRepository) throws -> [String: String] {
    let path = clone.folder.path + "/event-" + UUID().uuidString + ".json"
    let data = try JSONSerialization.data(withJSONObject: event)
    try data.write(to: URL(fileURLWithPath: path))
    return variables.merging(["GITHUB_EVENT_PATH": path]) { $1 }
  }
}

extension Forge {
  static let branches = "+refs/heads/*:refs/remotes/origin/*"

  /// What actions/checkout leaves for a pull request.
  func checkout(
    pull ref: String, depth: Int = 0, options: [String] = []
  ) throws -> ScratchRepository {
    let name = ref.replacing("refs/", with: "refs/remotes/")
    let own = "+\(ref):\(name)"
    return try clone(
      depth == 0 ? [Self.branches, own] : [own], at: name,
      options: options + (depth == 0 ? [] : ["--depth", "\(depth)"]))
  }

  /// What it leaves for a branch: a local one of that name is made.
  func checkout(branch: String, depth: Int = 0) throws -> ScratchRepository {
    let own = "+refs/heads/\(branch):refs/remotes/origin/\(branch)"
    return try clone(
      depth == 0 ? [Self.branches] : [own], at: "refs/remotes/origin/\(branch)",
      options: depth == 0 ? [] : ["--depth", "\(depth)"], branch: branch)
  }

  func verify(
    _ clone: ScratchRepository, _ job: ActionsJob, _ options: String...
  ) throws -> ScratchOutcome {
    try clone.run(
      team.binary, ["verify"] + options, environment: job.variables(beside: clone))
  }

  /// A pull request as GitHub opens it: the head and its merge under their refs.
  func pullRequest(
    _ source: String, into target: String, event: String = "pull_request"
  ) throws -> ActionsJob {
    let head = try id(source)
    try team.origin.git("update-ref", "refs/pull/1/head", head)
    let merge = try merged(source, into: target, as: "refs/pull/1/merge")
    return ActionsJob.request(
      source, head, into: target, base: try id(target), event: event,
      sha: event == "pull_request_target" ? try id(target) : merge)
  }
}
