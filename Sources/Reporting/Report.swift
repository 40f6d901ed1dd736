public import FlowPolicy
public import Wording

/// All that is told about one judgement: what was judged, by which policy, and what came out.
public struct Report: Hashable, Sendable {
  public var tool: Tool
  /// The command that judged, such as `verify` or `hook pre-push`.
  public var command: String
  /// What was tried, as the first word of a headline.
  public var occasion: Occasion
  /// What was tried in a few words, such as `intermediate/anna into develop`; nil where the
  /// names of the judged refs say enough.
  public var title: Phrase?
  /// How the person named the repository: `.` or the argument of `--repository`.
  public var repository: String
  public var policy: PolicyOrigin
  public var judgement: Judgement
  /// How long the judging took.
  public var seconds: Double
  /// What an audit counted; nil for every other command.
  public var tally: AuditTally?
  /// The audited chains step by step, where they were asked for.
  public var chain: [AnnotatedStep] = []
  /// What the formats must know of the repository.
  public var context = ReportContext()
  /// The language in which all of it is told to people.
  public var language = Language.english

  public init(
    tool: Tool, command: String, occasion: Occasion, title: Phrase? = nil,
    repository: String = ".", policy: PolicyOrigin, judgement: Judgement, seconds: Double
  ) {
    self.tool = tool
    self.command = command
    self.occasion = occasion
    self.title = title
    self.repository = repository
    self.policy = policy
    self.judgement = judgement
    self.seconds = seconds
  }
}

/// The program that speaks.
public struct Tool: Hashable, Sendable {
  public let name = "gitflow-guard"
  public let version: String

  public init(version: String) { self.version = version }
}

/// Where the policy that judged was found.
public struct PolicyOrigin: Hashable, Sendable {
  /// `develop:.gitflow-guard.yml`, a file's path, or `built-in defaults`.
  public let text: Phrase
  /// False where the person who is judged could have chosen it (`--policy FILE`).
  public let isTrusted: Bool
  /// The content's SHA-256 in hexadecimal digits; nil for the built-in defaults.
  public let sha256: String?

  public init(text: Phrase, isTrusted: Bool, sha256: String? = nil) {
    self.text = text
    self.isTrusted = isTrusted
    self.sha256 = sha256
  }

  public static let builtIn = PolicyOrigin(
    text: Phrase("built-in defaults"), isTrusted: true)
}
