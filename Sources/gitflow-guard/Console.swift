import GitModel
import Guard
import Reporting

/// Where words go: machine formats to standard output alone, everything else to standard error.
enum Console {
  /// What `--color` takes.
  enum Color: String, CaseIterable { case auto, always, never }

  static func tell(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    _ = try? StandardStreams.write(bytes, to: .error)
  }

  static func tell(_ line: String) {
    let seen = Visible.text(line)
    tell(Array(((isWorkflowLog(Environment.all()) ? WorkflowLog.inert(seen) : seen) + "\n").utf8))
  }

  /// Whether the job's runner takes lines for commands. Gitea and Forgejo set the variable as well.
  static func isWorkflowLog(_ environment: Variables) -> Bool {
    environment["GITHUB_ACTIONS"]?.isEmpty == false
  }

  static func print(_ bytes: [UInt8]) throws(Failure) {
    do throws(FileError) {
      _ = try StandardStreams.write(bytes, to: .output)
    } catch {
      throw Failure.file(error.description)
    }
  }

  static func tell(_ failure: Failure) { tell(lines(of: failure)) }

  /// A failure as it is told: what happened, and the commands that help.
  static func lines(of failure: Failure) -> [UInt8] {
    let remedy = failure.remedy.map { "    \($0)" }
    return lines(["gitflow-guard: \(failure.message)"] + (remedy.isEmpty ? [] : [""] + remedy))
  }

  /// Lines that are safe to print.
  static func lines(_ lines: [String]) -> [UInt8] {
    lines.flatMap { Array((Visible.text($0) + "\n").utf8) }
  }

  /// All of standard input; a push of more refs than this holds is refused.
  static func input() throws(Failure) -> [UInt8] {
    do throws(FileError) {
      return try StandardStreams.readInput(limit: 256 << 20)
    } catch {
      throw Failure.file(error.description)
    }
  }

  /// Colour and signs as the terminal and the usual variables allow.
  static func style(
    _ color: Color, _ environment: Variables,
    stream: StandardStreams.Stream = .error
  ) -> Style {
    let isDumb = environment["TERM"] == "dumb"
    let isWanted: Bool =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        if environment["NO_COLOR"]?.isEmpty == false {
          false
        } else if let force = environment["CLICOLOR_FORCE"], force.isEmpty == false, force != "0" {
          true
        } else {
          isDumb == false && StandardStreams.isTerminal(stream)
        }
      }
    let locale =
      [environment["LC_ALL"], environment["LC_CTYPE"], environment["LANG"]]
      .compactMap { $0 }.first { $0.isEmpty == false } ?? ""
    // Only a locale that is named and is not UTF-8 asks for plain signs.
    let folded = locale.lowercased()
    let isUTF8 = locale.isEmpty || folded.contains("utf-8") || folded.contains("utf8")
    var style = Style(color: isWanted, unicode: isUTF8 && isDumb == false)
    style.isWorkflowLog = isWorkflowLog(environment)
    return style
  }
}
