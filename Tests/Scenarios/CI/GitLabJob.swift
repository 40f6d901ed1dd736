import GuardTesting

/// A job of GitLab CI/CD: its variables, as the documentation has them.
enum GitLabJob {
  private static let common = [
    "CI": "true", "GITLAB_CI": "true", "CI_PROJECT_PATH": "team/model",
    "CI_PROJECT_NAMESPACE": "team", "CI_PROJECT_ID": "7", "CI_DEFAULT_BRANCH": "main",
    "GITLAB_USER_LOGIN": "anna", "CI_JOB_NAME": "gitflow-guard", "CI_PIPELINE_ID": "1",
  ]

  private static let zeros = String(repeating: "0", count: 40)

  static func request(
    _ source: String, _ head: String, into target: String, event: String = "detached",
    commit: String? = nil, from project: String = "team/model"
  ) -> [String: String] {
    common.merging([
      "CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_IID": "1",
      "CI_MERGE_REQUEST_ID": "101", "CI_MERGE_REQUEST_EVENT_TYPE": event,
      "CI_MERGE_REQUEST_PROJECT_ID": "7", "CI_MERGE_REQUEST_PROJECT_PATH": "team/model",
      "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": project == "team/model" ? "7" : "9",
      "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH": project,
      "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": source,
      "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": target,
      "CI_MERGE_REQUEST_REF_PATH": "refs/merge-requests/1/head",
      "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": event == "detached" ? "" : head,
      // Old by now: nobody is to go by it.
      "CI_MERGE_REQUEST_DIFF_BASE_SHA": head,
      "CI_COMMIT_SHA": commit ?? head, "CI_COMMIT_BEFORE_SHA": zeros,
      "CI_COMMIT_REF_NAME": source,
    ]) { $1 }
  }

  static func branch(
    _ name: String, _ before: String?, _ after: String, source: String = "push"
  ) -> [String: String] {
    common.merging([
      "CI_PIPELINE_SOURCE": source, "CI_COMMIT_BRANCH": name, "CI_COMMIT_REF_NAME": name,
      "CI_COMMIT_SHA": after, "CI_COMMIT_BEFORE_SHA": before ?? zeros,
    ]) { $1 }
  }

  static func tag(_ name: String, _ commit: String) -> [String: String] {
    common.merging([
      "CI_PIPELINE_SOURCE": "push", "CI_COMMIT_TAG": name, "CI_COMMIT_REF_NAME": name,
      "CI_COMMIT_SHA": commit, "CI_COMMIT_BEFORE_SHA": zeros,
    ]) { $1 }
  }
}

extension Forge {
  /// What the runner leaves: HEAD detached at the pipeline's own ref; every branch only with a
  /// depth of 0, else the pipeline's branch alone, if it has one.
  func runner(
    at commit: String, branch: String? = nil, depth: Int = 0
  ) throws -> ScratchRepository {
    try team.origin.git("update-ref", "refs/pipelines/1", commit)
    let pipeline = "+refs/pipelines/1:refs/pipelines/1"
    let own = branch.map { ["+refs/heads/\($0):refs/remotes/origin/\($0)"] } ?? []
    return try clone(
      [pipeline] + (depth == 0 ? [Self.branches] : own), at: commit,
      options: depth == 0 ? [] : ["--depth", "\(depth)"])
  }
}
