import FlowPolicy
import Git
import GitModel
import Intake
import Wording

/// Says who moves a branch, as policy.md orders the sources on a client and in CI.
struct ActorSource {
  let repository: Repository
  let environment: Variables

  /// Who a CI provider says it is: by `owners:` where it names that login, else the login itself.
  static func actor(_ person: CIJob.Person, owners: [String: [String]]) -> Actor {
    let login = "@" + person.login.lowercased()
    let owner = owners.keys.sorted().first { owner in
      (owners[owner] ?? []).contains { $0.lowercased() == login }
    }
    return Actor(
      owner: owner ?? person.login, certainty: person.isPusher ? .known : .guessed,
      origin: Phrase(verbatim: person.origin))
  }

  /// nil where nobody is known; then `branch-owner` is not asked.
  func actor(owners: [String: [String]]) -> Actor? {
    if let owner = value("gitflow-guard.owner"), owner.isEmpty == false {
      return Actor(owner: owner, certainty: .known, origin: Phrase(verbatim: "gitflow-guard.owner"))
    }
    // A CI job's address is the machine's, not a person's.
    guard CIProviders.isCI(environment) == false, let email = value("user.email"),
      email.isEmpty == false
    else { return nil }
    if owners.isEmpty == false {
      let folded = email.lowercased()
      for owner in owners.keys.sorted() {
        let isTheirs = (owners[owner] ?? []).contains { $0.lowercased() == folded }
        if isTheirs {
          return Actor(
            owner: owner, certainty: .known, origin: Phrase(verbatim: "owners: \(email)"))
        }
      }
    }
    let local = String(email.prefix { $0 != "@" })
    return local.isEmpty
      ? nil
      : Actor(owner: local, certainty: .guessed, origin: Phrase(verbatim: "user.email \(email)"))
  }

  /// A setting that can't be read is none: who the actor is decides no other rule.
  private func value(_ key: String) -> String? { (try? repository.value(key)) ?? nil }
}
