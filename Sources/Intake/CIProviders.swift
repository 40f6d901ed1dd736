public import GitModel
import Wording

/// The providers that are known, and what else tells that a process runs in CI.
public enum CIProviders {
  // Gitea and Forgejo set GitHub's variables as well, so they are asked first.
  public static let all: [any CIProvider] = [
    GitLab(),
    GiteaActions(),
    GitHubActions(),
  ]

  /// The provider of this job; nil where none is known.
  ///
  /// - Throws: where two say that it is theirs.
  public static func provider(
    of environment: Variables
  ) throws(CIUnclear) -> (any CIProvider)? {
    let found = all.filter { $0.isHere(environment) }
    guard let first = found.first else { return nil }
    let others = found.dropFirst().filter {
      ($0 is GitHubActions && first is GiteaActions) == false
    }
    if let other = others.first {
      throw CIUnclear(
        Phrase(
          """
          the variables are those of \(first.name) (\(named(first, environment))) and of \
          \(other.name) (\(named(other, environment))) at once
          """))
    }
    return first
  }

  private static func named(_ provider: any CIProvider, _ environment: Variables) -> String {
    provider.marks.filter { isTrue(environment[$0]) }.joined(separator: ", ")
  }

  /// Whether this is a CI job. Nearly every provider sets `CI`; the few others, and those whose jobs
  /// are read here, are known by a variable of their own. Commit hooks ask, so no list is made.
  public static func isCI(_ environment: Variables) -> Bool {
    isTrue(environment["CI"]) || isTrue(environment["GITHUB_ACTIONS"])
      || isTrue(environment["GITLAB_CI"]) || isTrue(environment["TF_BUILD"])
      || environment["JENKINS_URL"]?.isEmpty == false
  }

  /// Why a CI job can't be read: what was looked for, and how to tell it.
  public static func unknown(_ environment: Variables) -> CIUnclear {
    let marks = all.flatMap(\.marks).joined(separator: ", ")
    if let other = OtherCI.all.first(where: { environment[$0.mark]?.isEmpty == false }) {
      return CIUnclear(
        Phrase("this is \(other.name) (\(other.mark)), which verify must be told what to judge"),
        remedy: [
          Phrase("# for a \(other.request):"), Phrase(verbatim: other.command),
          Phrase("# docs/ci.md has the rest"),
        ])
    }
    return CIUnclear(
      Phrase("this is a CI job (CI is set) of no provider that is known: none of \(marks) is set"),
      remedy: [
        Phrase(verbatim: "gitflow-guard verify --source BRANCH --head COMMIT --target BRANCH"),
        Phrase("# docs/ci.md has the variables to pass"),
      ])
  }

  static func isTrue(_ value: String?) -> Bool {
    guard let value = value?.lowercased() else { return false }
    return ["", "0", "false", "no"].contains(value) == false
  }
}
