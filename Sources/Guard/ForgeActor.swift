import FlowPolicy
import GitModel
import Wording

/// Says who pushes, by what the forge or the web server tells its hooks.
struct ForgeActor {
  let environment: Variables

  /// The variables in the order in which they count: GitLab's, Gitea's and Forgejo's, gitolite's,
  /// and that of any web server which asked for a password.
  static let variables = ["GL_USERNAME", "GITEA_PUSHER_NAME", "GL_USER", "REMOTE_USER"]

  /// - Parameter owners: the policy's; a name at the forge stands there as `@NAME`.
  /// - Returns: nil where nobody is known; then `branch-owner` is not asked.
  func actor(owners: [String: [String]]) -> Actor? {
    for variable in Self.variables {
      guard let name = environment[variable], name.isEmpty == false else { continue }
      let wanted = "@\(name)".lowercased()
      let owner = owners.keys.sorted().first { owner in
        (owners[owner] ?? []).contains { $0.lowercased() == wanted }
      }
      return Actor(owner: owner ?? name, certainty: .known, origin: Phrase(verbatim: variable))
    }
    return nil
  }
}
