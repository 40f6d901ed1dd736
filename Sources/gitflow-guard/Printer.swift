import FlowPolicy
import GitModel
import Guard
import Reporting

/// Prints what a command has to say in the formats that were asked for.
struct Printer {
  enum Format: String, CaseIterable { case text, json, csv, markdown }

  /// A format and the file it goes to; nil for the standard streams.
  private struct Target {
    let format: Format
    let file: String?
  }

  let command: String
  private let options: GlobalOptions
  private let targets: [Target]
  private let tool = Tool(version: Version.text)

  /// - Parameter formats: those that the command can give.
  init(_ options: GlobalOptions, command: String, formats known: [Format]) throws(Failure) {
    self.options = options
    self.command = command
    var targets: [Target] = []
    for text in options.format {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let first = parts.first, let format = Format(rawValue: first), known.contains(format)
      else {
        let names = known.map(\.rawValue)
        let list = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
        throw Failure.usage("--format of \(command) knows \(list), not \"\(text)\"")
      }
      targets.append(Target(format: format, file: parts.count > 1 ? parts[1] : options.output))
    }
    self.targets = targets.isEmpty ? [Target(format: .text, file: options.output)] : targets
  }

  func report(_ report: Report) throws(Failure) -> ExitCode {
    for target in targets {
      switch target.format {
      case .json: try write(JSONRenderer().render(report), to: target.file)
      case .text:
        let style = Console.style(
          target.file == nil ? options.color : .never, Environment.all())
        let renderer = TextRenderer(
          style: style,
          verbosity: options.quiet ? .quiet : options.verbose ? .verbose : .normal, part: .all)
        if let file = target.file {
          try write(renderer.render(report), to: file)
        } else {
          Console.tell(renderer.render(report))
        }
      case .csv, .markdown: break
      }
    }
    return code(of: report.judgement)
  }

  /// An audit: the summary for people, the annotated chain where it was asked for, the data.
  func audit(_ reports: [Report]) throws(Failure) -> ExitCode {
    let verbosity: TextRenderer.Verbosity =
      options.quiet ? .quiet : options.verbose ? .verbose : .normal
    for target in targets {
      switch target.format {
      case .json: try write(JSONRenderer().render(reports), to: target.file)
      case .text:
        func style(_ stream: StandardStreams.Stream) -> Style {
          Console.style(
            target.file == nil ? options.color : .never, Environment.all(), stream: stream)
        }
        let chain = ChainText(style: style(.output)).render(reports)
        let summary = AuditTextRenderer(style: style(.error), verbosity: verbosity).render(reports)
        if target.file != nil {
          try write(chain + summary, to: target.file)
        } else {
          try Console.print(chain)
          Console.tell(summary)
        }
      case .csv, .markdown: break
      }
    }
    return code(of: Judgement(all: reports))
  }

  private func code(of judgement: Judgement) -> ExitCode {
    let code = ExitCode(judgement, isStrict: options.strict)
    if code == .refused, judgement.verdict == .allowed {
      Console.tell("gitflow-guard: warnings count as refusals (--strict)")
    }
    return code
  }

  /// What a command that judges nothing has to say: lines for people, data for machines.
  func data(_ data: JSONValue, lines: [String], toOutput: Bool = false) throws(Failure) {
    for target in targets {
      switch target.format {
      case .json: try write(JSONRenderer.data(tool, command: command, data), to: target.file)
      case .text:
        let text = lines.map { $0 + "\n" }.joined()
        if target.file != nil || toOutput {
          try write(Array(text.utf8), to: target.file)
        } else if options.quiet == false {
          for line in lines { Console.tell(line) }
        }
      case .csv, .markdown: break
      }
    }
  }

  /// A table that was asked for, with remarks on it for people.
  func table(_ table: Table, data: JSONValue, remarks: [String]) throws(Failure) {
    for target in targets {
      switch target.format {
      case .json: try write(JSONRenderer.data(tool, command: command, data), to: target.file)
      case .csv: try write(table.csv, to: target.file)
      case .markdown: try write(table.markdown, to: target.file)
      case .text:
        let style = Console.style(
          target.file == nil ? options.color : .never, Environment.all(), stream: .output)
        let lines = table.text(style)
        try write(Array(lines.map { $0 + "\n" }.joined().utf8), to: target.file)
      }
    }
    if options.quiet == false { for remark in remarks { Console.tell(remark) } }
  }

  /// A text that was asked for, which is Markdown in its source.
  func text(_ lines: [String], markdown: [UInt8], data: JSONValue) throws(Failure) {
    for target in targets {
      switch target.format {
      case .json: try write(JSONRenderer.data(tool, command: command, data), to: target.file)
      case .markdown: try write(markdown, to: target.file)
      case .text, .csv:
        try write(Array(lines.map { Visible.text($0) + "\n" }.joined().utf8), to: target.file)
      }
    }
  }

  func failure(_ failure: Failure) -> ExitCode {
    for target in targets where target.format == .json {
      let place = failure.place
      let bytes = JSONRenderer.error(
        tool, command: command, code: failure.code, message: failure.message, file: place?.file,
        line: place?.line, column: place?.column)
      try? write(bytes, to: target.file)
    }
    Console.tell(failure)
    return failure.exitCode
  }

  private func write(_ bytes: [UInt8], to file: String?) throws(Failure) {
    guard let file else { return try Console.print(bytes) }
    do throws(FileError) {
      try FileSystem.write(bytes, to: file)
    } catch {
      throw Failure.file(error.description)
    }
  }
}
