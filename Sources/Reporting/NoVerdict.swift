public import Wording

/// Why a command came to no verdict: wrong usage, a broken policy, a repository that can't be read.
public struct NoVerdict: Hashable, Sendable {
  public var tool: Tool
  public var command: String
  /// A short constant name of the kind of error, such as `policy`.
  public var code: String
  public var message: Phrase
  /// Commands that help, ready to paste.
  public var remedy: [Phrase] = []
  public var file: String?
  /// Counted from 1, like ``column``.
  public var line: Int?
  public var column: Int?
  public var exitCode: Int
  /// The language in which it is told.
  public var language = Language.english

  public init(tool: Tool, command: String, code: String, message: Phrase, exitCode: Int) {
    self.tool = tool
    self.command = command
    self.code = code
    self.message = message
    self.exitCode = exitCode
  }

  /// The commands as they are shown.
  var shownRemedy: [String] { remedy.map { RemedyLines.safe($0, in: language) } }

  /// The place that a format shows: the file that is wrong, else the policy's.
  var path: String { file ?? ".gitflow-guard.yml" }
}
