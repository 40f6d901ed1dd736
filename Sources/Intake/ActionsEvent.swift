import FlowPolicy
import GitModel
import Wording

/// The event file of GitHub Actions and of those that follow it, beside the variables: where both
/// say something, they have to agree.
struct ActionsEvent {
  private let surroundings: CISurroundings
  private let content: JSON
  private let path: String

  init(_ surroundings: CISurroundings) throws(CIUnclear) {
    self.surroundings = surroundings
    path = try surroundings.require("GITHUB_EVENT_PATH")
    guard let bytes = surroundings.read(path) else {
      throw CIUnclear(
        Phrase("the event file \(Visible.text(path)) (GITHUB_EVENT_PATH) can't be read"))
    }
    do throws(JSON.Malformed) {
      content = try JSON(reading: bytes)
    } catch {
      throw CIUnclear(
        Phrase(
          """
          the event file \(Visible.text(path)) (GITHUB_EVENT_PATH) is no JSON (byte \
          \(error.offset))
          """
        ))
    }
  }

  var isRequest: Bool { content["pull_request"] != nil }
  var isPush: Bool { content["after"] != nil && content["ref"] != nil }

  /// The text under a path of names, such as `pull_request.head.sha`.
  private func text(_ names: String) -> String? {
    var value: JSON? = content
    for name in names.split(separator: ".") { value = value?[String(name)] }
    return value?.text.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func require(_ names: String) throws(CIUnclear) -> String {
    guard let text = text(names) else {
      throw CIUnclear(Phrase("the event file (GITHUB_EVENT_PATH) has no \(names)"))
    }
    return text
  }

  private func id(_ names: String) throws(CIUnclear) -> ObjectID {
    let text = try require(names)
    guard let id = ObjectID(text) else {
      throw CIUnclear(
        Phrase("\(names) of the event file is no commit id: \"\(Visible.text(text))\""))
    }
    return id
  }

  private func agree(_ variable: String, _ names: String) throws(CIUnclear) {
    guard let said = surroundings[variable], let told = text(names), said != told else { return }
    throw CIUnclear(
      Phrase(
        """
        \(variable) is "\(Visible.text(said))", and the event file says \(names): \
        "\(Visible.text(told))"
        """))
  }

  private func job(_ task: CIJob.Task, isPusher: Bool) -> CIJob {
    CIJob(
      task,
      person: surroundings["GITHUB_ACTOR"].map {
        CIJob.Person(login: $0, origin: "GITHUB_ACTOR", isPusher: isPusher)
      },
      repositoryOwner: surroundings["GITHUB_REPOSITORY_OWNER"]
        ?? surroundings["GITHUB_REPOSITORY"].map { String($0.prefix { $0 != "/" }) },
      defaultBranch: text("repository.default_branch"))
  }

  func request() throws(CIUnclear) -> CIJob {
    guard isRequest else {
      throw CIUnclear(Phrase("the event file (GITHUB_EVENT_PATH) has no pull_request"))
    }
    try agree("GITHUB_BASE_REF", "pull_request.base.ref")
    try agree("GITHUB_HEAD_REF", "pull_request.head.ref")
    try agree("GITHUB_REPOSITORY", "pull_request.base.repo.full_name")
    let target = try require("pull_request.base.ref")
    guard content["pull_request"]?["merged"]?.flag != true else {
      throw CIUnclear(
        Phrase("this pull request is merged already"),
        remedy: [
          Phrase("# what came of it is judged by the push to \(Visible.text(target)):"),
          Phrase(verbatim: "on: { push: { branches: [\(Visible.text(target))] } }"),
        ])
    }
    let request = CIJob.Request(
      source: BranchName(try require("pull_request.head.ref")),
      head: try id("pull_request.head.sha"), fork: try fork(), target: BranchName(target),
      headRef: number.map { "refs/pull/\($0)/head" })
    return job(.request(request), isPusher: false)
  }

  private var number: String? {
    guard case .number(let text)? = content["pull_request"]?["number"] else { return nil }
    return text
  }

  /// The owner of the repository that the source stands in, where it is another one.
  private func fork() throws(CIUnclear) -> String? {
    let base = try require("pull_request.base.repo.full_name")
    guard let head = text("pull_request.head.repo.full_name") else {
      // The fork is gone; GitHub keeps its name in the label.
      let label = text("pull_request.head.label")?.prefix { $0 != ":" }
      return text("pull_request.head.user.login") ?? label.map { String($0) } ?? "fork"
    }
    return head == base ? nil : String(head.prefix { $0 != "/" })
  }

  func queue() throws(CIUnclear) -> CIJob {
    let target = RefName(try require("merge_group.base_ref"))
    guard target.branch != nil else {
      throw CIUnclear(Phrase("merge_group.base_ref of the event file is no branch: \"\(target)\""))
    }
    try agree("GITHUB_SHA", "merge_group.head_sha")
    let move = RefMove(
      ref: target, before: try id("merge_group.base_sha"), after: try id("merge_group.head_sha"))
    return job(.queue(move), isPusher: false)
  }

  func landing() throws(CIUnclear) -> CIJob {
    try agree("GITHUB_REF", "ref")
    let ref = RefName(try require("ref"))
    guard ref.hasPrefix("refs/") else {
      throw CIUnclear(Phrase("ref of the event file is no full name: \"\(ref)\""))
    }
    let move = RefMove(ref: ref, before: try end("before"), after: try end("after"))
    guard move.before != nil || move.after != nil else {
      throw CIUnclear(Phrase("both ends of the push are zeros in the event file"))
    }
    return job(.landed(CIJob.Landing(move)), isPusher: true)
  }

  /// One end of a push: zeros stand for none.
  private func end(_ name: String) throws(CIUnclear) -> ObjectID? {
    let text = try require(name)
    return text.count >= 40 && text.allSatisfy { $0 == "0" } ? nil : try id(name)
  }

  /// What to set for the whole history: every kind of Actions has GitHub's action for the clone.
  static let wholeHistory = [
    Phrase("# at actions/checkout in the workflow:"), Phrase(verbatim: "with: { fetch-depth: 0 }"),
  ]
  static let wholeObjects = [
    Phrase("# at actions/checkout in the workflow, without filter: and sparse-checkout:"),
    Phrase(verbatim: "with: { fetch-depth: 0 }"),
  ]

  func unknown(_ event: String) -> CIUnclear {
    CIUnclear(
      Phrase(
        """
        GITHUB_EVENT_NAME is "\(Visible.text(event))", which moves no branch and asks for no \
        merge
        """
      ),
      remedy: [
        Phrase(
          "# verify judges pull_request, pull_request_target, merge_group and push; else:"),
        Phrase("gitflow-guard audit   # the whole history, for a schedule"),
      ])
  }
}
