import Git
import GitModel
import Intake

/// How the CI provider of this job is told to make a whole clone; nothing outside CI.
struct CloneSetting {
  private let environment: Variables

  init(_ environment: Variables) { self.environment = environment }

  // Looked for only where something is missing.
  private var provider: (any CIProvider)? {
    (try? CIProviders.provider(of: environment)) ?? nil
  }

  func forHistory(or commands: [String]) -> [String] {
    joined(provider?.wholeHistory, commands)
  }

  func forObjects(or commands: [String]) -> [String] {
    joined(provider?.wholeObjects, commands)
  }

  private func joined(_ setting: [String]?, _ commands: [String]) -> [String] {
    guard let setting else { return commands }
    return setting + (commands.isEmpty ? [] : ["# or, before gitflow-guard:"] + commands)
  }

  /// A failure that a whole clone would mend, with the provider's setting in its remedy.
  func mending(_ failure: Failure) -> Failure {
    switch failure {
    case .notFound(let message, let remedy)
    where remedy.contains(where: { $0.hasPrefix("git fetch") }):
      .notFound(message, remedy: forHistory(or: remedy))
    case .repository(let error) where provider != nil && error.kind == .shallow:
      .notFound(failure.message, remedy: forHistory(or: failure.remedy))
    case .repository(let error) where provider != nil && error.kind == .partial:
      .notFound(failure.message, remedy: forObjects(or: failure.remedy))
    default: failure
    }
  }
}
