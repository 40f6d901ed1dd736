import GitModel
import Guard
import Reporting
import Wording

/// Where words go: machine formats to standard output alone, everything else to standard error.
enum Console {
  /// What `--color` takes.
  enum Color: String, CaseIterable { case auto, always, never }

  static func tell(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    _ = try? StandardStreams.write(bytes, to: .error)
  }

  static func tell(_ line: Phrase) { tell(lines([line], in: Spoken.language)) }

  /// Whether the job's runner takes lines for commands. Gitea and Forgejo set the variable as well.
  static func isWorkflowLog(_ environment: Variables) -> Bool {
    environment["GITHUB_ACTIONS"]?.isEmpty == false
  }

  static func print(_ bytes: [UInt8]) throws(Failure) {
    do throws(FileError) {
      _ = try StandardStreams.write(bytes, to: .output)
    } catch {
      throw Failure.file(error.sentence)
    }
  }

  static func tell(_ failure: Failure, in language: Language) {
    tell(lines(of: failure, in: language))
  }

  /// A failure as it is told: what happened, and the commands that help.
  static func lines(of failure: Failure, in language: Language) -> [UInt8] {
    let remedy = failure.remedy.map { Phrase("    \($0)") }
    return lines(
      [Phrase("gitflow-guard: \(failure.message)")] + (remedy.isEmpty ? [] : [.empty] + remedy),
      in: language)
  }

  /// Lines that are safe to print.
  static func lines(_ lines: [Phrase], in language: Language) -> [UInt8] {
    // Most hooks have none, and nothing is looked up for them.
    if lines.isEmpty { return [] }
    let seen = lines.map { Visible.text($0.text(in: language)) }
    let shown = isWorkflowLog(Environment.all()) ? seen.map(WorkflowLog.inert) : seen
    return shown.flatMap { Array(($0 + "\n").utf8) }
  }

  /// All of standard input; a push of more refs than this holds is refused.
  static func input() throws(Failure) -> [UInt8] {
    do throws(FileError) {
      return try StandardStreams.readInput(limit: 256 << 20)
    } catch {
      throw Failure.file(error.sentence)
    }
  }

  /// Colour and signs as the terminal and the usual variables allow.
  ///
  /// - Parameter directory: where the person's git configuration is looked up.
  static func style(
    _ color: Color, _ environment: Variables, stream: StandardStreams.Stream = .error,
    at directory: String = "."
  ) -> Style {
    let isDumb = environment["TERM"] == "dumb"
    let isWanted: Bool =
      switch color {
      case .always: true
      case .never: false
      case .auto: isColored(stream, environment, isDumb: isDumb, at: directory)
      }
    let locale =
      [environment["LC_ALL"], environment["LC_CTYPE"], environment["LANG"]]
      .compactMap { $0 }.first { $0.isEmpty == false } ?? ""
    // Only a locale that is named and is not UTF-8 asks for plain signs.
    let folded = locale.lowercased()
    let isUTF8 = locale.isEmpty || folded.contains("utf-8") || folded.contains("utf8")
    var style = Style(color: isWanted, unicode: isUTF8 && isDumb == false)
    style.isWorkflowLog = isWorkflowLog(environment)
    style.columns = columns(of: stream, environment)
    return style
  }

  /// Whoever asks last and nearest decides: a variable for this call, the person's configuration,
  /// then what the terminal is. Sources: no-color.org, bixense.com/clicolors.
  private static func isColored(
    _ stream: StandardStreams.Stream, _ environment: Variables, isDumb: Bool, at directory: String
  ) -> Bool {
    if environment["NO_COLOR"]?.isEmpty == false { return false }
    if let force = environment["CLICOLOR_FORCE"], force.isEmpty == false, force != "0" {
      return true
    }
    if let setting = ColorSetting.configured(at: directory, environment) {
      return setting == .always
    }
    return isDumb == false && StandardStreams.isTerminal(stream)
  }

  /// How wide the terminal is, as git finds it out; nil where the stream is no terminal.
  static func columns(of stream: StandardStreams.Stream, _ environment: Variables) -> Int? {
    guard StandardStreams.isTerminal(stream) else { return nil }
    if let named = environment["COLUMNS"].flatMap({ Int($0) }), named > 0 { return named }
    return StandardStreams.columns(of: stream) ?? 80
  }

  /// How wide the argument parser takes its help to be, also where no terminal shows it.
  static func columnsOfHelp(_ environment: Variables) -> Int {
    environment["COLUMNS"].flatMap { Int($0) } ?? StandardStreams.columns(of: .output) ?? 80
  }
}
