public import Wording

/// Gitea Actions and Forgejo Actions: `pull_request`, `pull_request_target` and `push`, in GitHub's
/// variables and nearly its event file.
///
/// Gitea: https://docs.gitea.com/usage/actions/comparison and services/actions/context.go
/// Forgejo: https://forgejo.org/docs/latest/user/actions/reference/
/// Their runners set `GITEA_ACTIONS` and `FORGEJO_ACTIONS` (Forgejo's both) beside
/// `GITHUB_ACTIONS`. A pull request's `GITHUB_REF` is `refs/pull/N/head`: no merge is made for it.
/// A called workflow's event is `workflow_call`, with the caller's event file.
public struct GiteaActions: CIProvider {
  public let name = "Gitea or Forgejo Actions"
  public let marks = ["GITEA_ACTIONS", "FORGEJO_ACTIONS"]
  public let wholeHistory = ActionsEvent.wholeHistory
  public let wholeObjects = ActionsEvent.wholeObjects

  public init() {}

  public func job(_ surroundings: CISurroundings) throws(CIUnclear) -> CIJob {
    let name = try surroundings.require("GITHUB_EVENT_NAME")
    let event = try ActionsEvent(surroundings)
    switch name {
    case "pull_request", "pull_request_target", "pull_request_sync": return try event.request()
    case "push": return try event.landing()
    case "workflow_call":
      if event.isRequest { return try event.request() }
      if event.isPush { return try event.landing() }
      throw event.unknown(name)
    default: throw event.unknown(name)
    }
  }
}
