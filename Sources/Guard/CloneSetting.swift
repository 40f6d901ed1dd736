import Git
public import GitModel
import Intake
import Wording

/// How the CI provider of this job is told to make a whole clone; nothing outside CI.
struct CloneSetting {
  private let environment: Variables

  init(_ environment: Variables) { self.environment = environment }

  // Looked for only where something is missing.
  private var provider: (any CIProvider)? {
    (try? CIProviders.provider(of: environment)) ?? nil
  }

  func forHistory(or commands: [Phrase]) -> [Phrase] {
    joined(provider?.wholeHistory, commands)
  }

  func forObjects(or commands: [Phrase]) -> [Phrase] {
    joined(provider?.wholeObjects, commands)
  }

  private func joined(_ setting: [Phrase]?, _ commands: [Phrase]) -> [Phrase] {
    guard let setting else { return commands }
    return setting + (commands.isEmpty ? [] : [Phrase("# or, before gitflow-guard:")] + commands)
  }
}

extension Failure {
  /// The same failure; where a whole clone would mend it, with the CI provider's own setting for that
  /// before git's commands.
  public func namingCloneSetting(in environment: Variables) -> Failure {
    let setting = CloneSetting(environment)
    switch self {
    case .notFound(let message, let remedy)
    where remedy.contains(where: { $0.english.hasPrefix("git fetch") }):
      return .notFound(message, remedy: setting.forHistory(or: remedy))
    case .repository(let error) where error.kind == .shallow:
      return .notFound(message, remedy: setting.forHistory(or: remedy))
    case .repository(let error) where error.kind == .partial:
      return .notFound(message, remedy: setting.forObjects(or: remedy))
    default: return self
    }
  }
}
