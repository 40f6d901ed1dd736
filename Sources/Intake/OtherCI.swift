/// A CI system whose variables have to be passed on the command line: what docs/ci.md tells of it.
public struct OtherCI: Hashable, Sendable {
  public let name: String
  /// The variable by which it is known.
  public let mark: String
  /// What it calls a merge request.
  public let request: String
  /// The command for one from this repository, and for a fork's.
  public let command: String
  public let forksCommand: String?
  /// How it is told to fetch everything.
  public let wholeHistory: String
  /// Where its variables are documented.
  public let source: String

  private init(
    _ name: String, mark: String, request: String = "pull request", from source: String,
    head: String, into target: String, fork: String?, wholeHistory: String,
    documentation: String
  ) {
    func command(_ name: String) -> String {
      "gitflow-guard verify --source \"\(name)\" --head \"\(head)\" --target \"\(target)\""
    }
    self.name = name
    self.mark = mark
    self.request = request
    self.command = command(source)
    self.forksCommand = fork.map { command("\($0):\(source)") }
    self.wholeHistory = wholeHistory
    self.source = documentation
  }

  public static let all: [OtherCI] = [
    OtherCI(
      "Bitbucket Pipelines", mark: "BITBUCKET_BUILD_NUMBER", from: "$BITBUCKET_BRANCH",
      head: "$BITBUCKET_COMMIT", into: "$BITBUCKET_PR_DESTINATION_BRANCH", fork: nil,
      wholeHistory:
        "clone: { depth: full }, and git fetch origin '+refs/heads/*:refs/remotes/origin/*'",
      documentation: "https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/"),
    OtherCI(
      "Azure Pipelines", mark: "TF_BUILD",
      from: "${SYSTEM_PULLREQUEST_SOURCEBRANCH#refs/heads/}",
      head: "$SYSTEM_PULLREQUEST_SOURCECOMMITID",
      into: "${SYSTEM_PULLREQUEST_TARGETBRANCH#refs/heads/}", fork: "fork",
      wholeHistory: "checkout: self with fetchDepth: 0",
      documentation: "https://learn.microsoft.com/azure/devops/pipelines/build/variables"),
    OtherCI(
      "Jenkins", mark: "JENKINS_URL", request: "change request", from: "$CHANGE_BRANCH",
      head: "$(git rev-parse HEAD)", into: "$CHANGE_TARGET", fork: "${CHANGE_FORK%%/*}",
      wholeHistory: "no shallow clone, and a refspec of all branches, in the branch source's "
        + "advanced clone behaviours; discover the head itself, not merged with its target",
      documentation: "https://www.jenkins.io/doc/book/pipeline/multibranch/"),
    OtherCI(
      "CircleCI", mark: "CIRCLECI", from: "$CIRCLE_BRANCH", head: "$CIRCLE_SHA1",
      into: "<< pipeline.event.github.pull_request.base.ref >>", fork: "$CIRCLE_PR_USERNAME",
      wholeHistory: "checkout with method: full",
      documentation: "https://circleci.com/docs/variables/"),
    OtherCI(
      "Buildkite", mark: "BUILDKITE", from: "$BUILDKITE_BRANCH", head: "$BUILDKITE_COMMIT",
      into: "$BUILDKITE_PULL_REQUEST_BASE_BRANCH", fork: nil,
      wholeHistory: "BUILDKITE_GIT_CLONE_FLAGS and BUILDKITE_GIT_FETCH_FLAGS without --depth",
      documentation: "https://buildkite.com/docs/pipelines/environment-variables"),
    OtherCI(
      "Woodpecker", mark: "CI_PIPELINE_FORGE_URL", from: "$CI_COMMIT_SOURCE_BRANCH",
      head: "$CI_COMMIT_SHA", into: "$CI_COMMIT_TARGET_BRANCH", fork: nil,
      wholeHistory: "the clone step with partial: false and depth: 0, then "
        + "git fetch origin '+refs/heads/*:refs/remotes/origin/*'",
      documentation: "https://woodpecker-ci.org/docs/usage/environment"),
    OtherCI(
      "Drone", mark: "DRONE", from: "$DRONE_SOURCE_BRANCH", head: "$DRONE_COMMIT_SHA",
      into: "$DRONE_TARGET_BRANCH", fork: nil,
      wholeHistory:
        "clone: { depth: 0 }, then git fetch origin '+refs/heads/*:refs/remotes/origin/*'",
      documentation: "https://docs.drone.io/pipeline/environment/reference/"),
  ]
}
