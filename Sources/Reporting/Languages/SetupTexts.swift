public import FlowPolicy

/// What `init` writes and says, in one language. Names of keys, branches and commands stay as they
/// are.
public struct SetupTexts: Hashable, Sendable {
  /// What stands at the top of the policy file; one line each.
  public let policyHead: [String]
  /// What stands above each key of the policy file.
  public let policyKeys: [String: [String]]
  /// What stands in an empty journal: seen by who writes in it, not by who reads it.
  public let journal: [String]
  /// What stands above the template.
  public let template: [String]
  /// What stands above our line in `.gitattributes`.
  public let attributes: String
  /// What stands above the CI file; one line each.
  public let pipeline: [String]
  /// What names the image that its job runs in.
  public let pipelineImage: String
  public let layout: Layout
  public let words: Words
  public let hooks: Hooks

  /// The files of the team's layout.
  public struct Layout: Hashable, Sendable {
    public let readme: [String]
    public let app: String
    public let requirements: String
  }

  /// What the command says on its way.
  public struct Words: Hashable, Sendable {
    public let written, wouldWrite, extended, wouldExtend, kept, hooksPlanned, ignored: String
    public let next, commit, request, everybody, check, pipeline, nothing: String
    public let include: String
  }

  /// What is said of a hook when it is installed.
  public struct Hooks: Hashable, Sendable {
    public let installed, renewed, unchanged, chained, kept, refused: String
  }

  public static func of(_ language: Language) -> SetupTexts {
    switch language {
    case .english: english
    case .russian: russian
    }
  }
}
