import FlowPolicy
import Git
import GitModel

/// Says who moves a branch, as policy.md orders the sources on a client.
struct ActorSource {
  let repository: Repository
  let environment: Variables

  /// nil where nobody is known; then `branch-owner` is not asked.
  func actor(owners: [String: [String]]) -> Actor? {
    if let owner = value("gitflow-guard.owner"), owner.isEmpty == false {
      return Actor(owner: owner, certainty: .known, origin: "gitflow-guard.owner")
    }
    // A CI job's address is the machine's, not a person's.
    guard Surroundings.isCI(environment) == false, let email = value("user.email"),
      email.isEmpty == false
    else { return nil }
    if owners.isEmpty == false {
      let folded = email.lowercased()
      for owner in owners.keys.sorted() {
        let isTheirs = (owners[owner] ?? []).contains { $0.lowercased() == folded }
        if isTheirs { return Actor(owner: owner, certainty: .known, origin: "owners: \(email)") }
      }
    }
    let local = String(email.prefix { $0 != "@" })
    return local.isEmpty
      ? nil : Actor(owner: local, certainty: .guessed, origin: "user.email \(email)")
  }

  /// A setting that can't be read is none: who the actor is decides no other rule.
  private func value(_ key: String) -> String? { (try? repository.value(key)) ?? nil }
}

/// What the process's environment says of the place it runs in.
enum Surroundings {
  /// Whether this is a CI job: every provider sets `CI` to something that is not false.
  static func isCI(_ environment: Variables) -> Bool {
    guard let value = environment["CI"]?.lowercased() else { return false }
    return ["", "0", "false", "no"].contains(value) == false
  }
}
