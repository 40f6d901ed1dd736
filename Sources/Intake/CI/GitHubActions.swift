public import Wording

/// GitHub Actions: `pull_request`, `pull_request_target`, `merge_group` and `push`.
///
/// Variables: https://docs.github.com/actions/reference/workflows-and-actions/variables
/// Events: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
/// The event file: https://docs.github.com/webhooks/webhook-events-and-payloads
/// What actions/checkout leaves: HEAD detached at `refs/remotes/pull/N/merge`, a merge that GitHub
/// made; every branch as `refs/remotes/origin/*` only with a depth of 0.
public struct GitHubActions: CIProvider {
  public let name = "GitHub Actions"
  public let marks = ["GITHUB_ACTIONS"]
  public let wholeHistory = ActionsEvent.wholeHistory
  public let wholeObjects = ActionsEvent.wholeObjects

  public init() {}

  public func job(_ surroundings: CISurroundings) throws(CIUnclear) -> CIJob {
    let name = try surroundings.require("GITHUB_EVENT_NAME")
    let event = try ActionsEvent(surroundings)
    switch name {
    case "pull_request", "pull_request_target": return try event.request()
    case "merge_group": return try event.queue()
    case "push": return try event.landing()
    default: throw event.unknown(name)
    }
  }
}
