import FlowPolicy
import GitModel
public import Wording

/// GitLab CI/CD: merge request pipelines (detached, merged results, merge trains), branch and tag
/// pipelines, and pipelines for pull requests of a mirrored repository.
///
/// Variables: https://docs.gitlab.com/ci/variables/predefined_variables/
/// What the runner fetches: refs/pipelines/ID alone in a merge request pipeline, the branch besides
/// in a branch pipeline, every branch only with a depth of 0 (GitLab's own source,
/// app/presenters/ci/build_runner_presenter.rb).
public struct GitLab: CIProvider {
  public let name = "GitLab CI/CD"
  public let marks = ["GITLAB_CI"]
  public let wholeHistory = [
    Phrase("# in this job of .gitlab-ci.yml:"), Phrase(verbatim: "variables: { GIT_DEPTH: 0 }"),
  ]
  public let wholeObjects = [
    Phrase("# in this job of .gitlab-ci.yml, with no --filter in GIT_CLONE_EXTRA_FLAGS and"),
    Phrase(verbatim: "# GIT_FETCH_EXTRA_FLAGS:"),
    Phrase(verbatim: "variables: { GIT_DEPTH: 0, GIT_STRATEGY: clone }"),
  ]

  public init() {}

  public func job(_ surroundings: CISurroundings) throws(CIUnclear) -> CIJob {
    var job: CIJob
    if surroundings["CI_MERGE_REQUEST_IID"] != nil {
      job = CIJob(.request(try request(surroundings)))
    } else if surroundings["CI_EXTERNAL_PULL_REQUEST_IID"] != nil {
      job = CIJob(.request(try externalRequest(surroundings)))
    } else {
      job = CIJob(.landed(try landing(surroundings)))
    }
    let isStartedOtherwise: Bool =
      if case .landed = job.task { surroundings["CI_PIPELINE_SOURCE"] != "push" } else { false }
    if isStartedOtherwise == false, let login = surroundings["GITLAB_USER_LOGIN"] {
      // Whoever retries a job is named as well, so it is no certain word for who pushed.
      job.person = CIJob.Person(login: login, origin: "GITLAB_USER_LOGIN", isPusher: false)
    }
    job.repositoryOwner = surroundings["CI_PROJECT_NAMESPACE"]
    job.defaultBranch = surroundings["CI_DEFAULT_BRANCH"].map { BranchName($0) }
    return job
  }

  private func request(_ surroundings: CISurroundings) throws(CIUnclear) -> CIJob.Request {
    let project = try surroundings.require("CI_MERGE_REQUEST_PROJECT_PATH")
    // A fork's own pipeline sees the fork's branches, and its policy.
    let here = try surroundings.require("CI_PROJECT_PATH")
    guard here == project else {
      throw CIUnclear(
        Phrase(
          """
          this pipeline of a merge request into \(Visible.text(project)) runs in the fork \
          \(Visible.text(here)), whose branches and policy are not that project's
          """),
        remedy: [
          Phrase(
            """
            # a member of the project runs it there: the request's tab Pipelines, Run pipeline
            """)
        ])
    }
    let event = try surroundings.require("CI_MERGE_REQUEST_EVENT_TYPE")
    let head: ObjectID
    switch event {
    case "detached": head = try surroundings.requireID("CI_COMMIT_SHA")
    // There CI_COMMIT_SHA is a merge that GitLab made.
    case "merged_result", "merge_train":
      head = try surroundings.requireID("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA")
    default:
      throw CIUnclear(
        Phrase(
          """
          CI_MERGE_REQUEST_EVENT_TYPE is "\(Visible.text(event))", which is none of detached, \
          merged_result and merge_train
          """))
    }
    return CIJob.Request(
      source: BranchName(try surroundings.require("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME")),
      head: head, fork: try fork(surroundings, of: project),
      target: BranchName(try surroundings.require("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")),
      isQueued: event == "merge_train", headRef: surroundings["CI_MERGE_REQUEST_REF_PATH"])
  }

  /// The namespace of the fork; nil for a branch of the project itself.
  private func fork(
    _ surroundings: CISurroundings, of project: String
  ) throws(CIUnclear) -> String? {
    let path = surroundings["CI_MERGE_REQUEST_SOURCE_PROJECT_PATH"]
    let id = surroundings["CI_MERGE_REQUEST_SOURCE_PROJECT_ID"]
    let isSamePath = path.map { $0 == project }
    let isSameID = id.map { $0 == surroundings["CI_MERGE_REQUEST_PROJECT_ID"] }
    guard let isSame = isSamePath ?? isSameID else {
      throw CIUnclear(
        Phrase(
          """
          neither CI_MERGE_REQUEST_SOURCE_PROJECT_PATH nor CI_MERGE_REQUEST_SOURCE_PROJECT_ID says \
          whether the source stands in a fork
          """))
    }
    if let isSameID, isSameID != isSame {
      throw CIUnclear(
        Phrase(
          """
          CI_MERGE_REQUEST_SOURCE_PROJECT_PATH and CI_MERGE_REQUEST_SOURCE_PROJECT_ID contradict \
          each other on whether the source stands in a fork
          """))
    }
    if isSame { return nil }
    guard let path, let slash = path.lastIndex(of: "/") else { return "fork" }
    return String(path[..<slash])
  }

  /// A pull request at GitHub whose repository GitLab only builds.
  private func externalRequest(_ surroundings: CISurroundings) throws(CIUnclear) -> CIJob.Request {
    let source = try surroundings.require("CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY")
    let target = try surroundings.require("CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY")
    return CIJob.Request(
      source: BranchName(try surroundings.require("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME")),
      head: try surroundings.requireID("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA"),
      fork: source == target ? nil : String(source.prefix { $0 != "/" }),
      target: BranchName(try surroundings.require("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME")))
  }

  private func landing(_ surroundings: CISurroundings) throws(CIUnclear) -> CIJob.Landing {
    let after = try surroundings.requireID("CI_COMMIT_SHA")
    let ref: RefName
    switch (surroundings["CI_COMMIT_BRANCH"], surroundings["CI_COMMIT_TAG"]) {
    case (let branch?, nil): ref = .branch(BranchName(branch))
    case (nil, let tag?): ref = RefName("refs/tags/" + tag)
    case (_?, _?): throw CIUnclear(Phrase("CI_COMMIT_BRANCH and CI_COMMIT_TAG are both set"))
    case (nil, nil):
      throw CIUnclear(
        Phrase("none of CI_MERGE_REQUEST_IID, CI_COMMIT_BRANCH and CI_COMMIT_TAG is set"))
    }
    // Zeros: the first pipeline of a branch, and every one that no push started.
    let zeros = String(repeating: "0", count: 40)
    let old = surroundings["CI_COMMIT_BEFORE_SHA"] ?? zeros
    let isZero = old.allSatisfy { $0 == "0" }
    let before = isZero ? nil : try surroundings.requireID("CI_COMMIT_BEFORE_SHA")
    return CIJob.Landing(
      RefMove(ref: ref, before: before, after: after),
      knowsBefore: before != nil || surroundings["CI_PIPELINE_SOURCE"] == "push")
  }
}
