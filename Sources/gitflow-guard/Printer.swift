import FlowPolicy
import GitModel
import Guard
import Reporting
import Wording

/// Prints what a command has to say in the formats that were asked for.
struct Printer {
  typealias Format = Targets.Format

  let command: String
  let options: GlobalOptions
  let targets: [Targets.Target]
  let tool = Tool(version: Version.text)

  /// - Parameter formats: those that the command can give.
  init(_ options: GlobalOptions, command: String, formats: [Format]) throws(Failure) {
    self.options = options
    self.command = command
    targets = try Targets(options, command: command, formats: formats).all
  }

  /// What a command that judges nothing has to say: lines for people, data for machines.
  func data(_ data: JSONValue, lines: [Phrase], toOutput: Bool = false) throws(Failure) {
    for target in targets {
      guard target.format == .text else {
        try write(json(data), to: target.file)
        continue
      }
      if target.file != nil || toOutput {
        try write(lines.texts(in: Spoken.language), to: target.file)
      } else if options.quiet == false {
        for line in lines { Console.tell(line) }
      }
    }
  }

  /// A table that was asked for, with remarks on it for people.
  func table(_ table: Table, data: JSONValue, remarks: [Phrase]) throws(Failure) {
    for target in targets {
      switch target.format {
      case .csv: try write(table.csv, to: target.file)
      case .markdown: try write(table.markdown(in: Spoken.language), to: target.file)
      case .text:
        try write(
          table.text(style(of: target, stream: .output), in: Spoken.language), to: target.file)
      case .json, .sarif, .junit, .gitlab, .github:
        try write(json(data), to: target.file)
      }
    }
    if options.quiet == false { for remark in remarks { Console.tell(remark) } }
  }

  /// A text that was asked for, which is Markdown in its source.
  func text(_ lines: [String], markdown: [UInt8], data: JSONValue) throws(Failure) {
    for target in targets {
      switch target.format {
      case .markdown: try write(markdown, to: target.file)
      case .text, .csv:
        try write(lines.map { Visible.text($0) }, to: target.file)
      case .json, .sarif, .junit, .gitlab, .github:
        try write(json(data), to: target.file)
      }
    }
  }

  /// Why there is nothing to report, in every format that was asked for and on standard error.
  func failure(_ failure: Failure) -> ExitCode {
    var told = NoVerdict(
      tool: tool, command: command, code: failure.code, message: failure.message,
      exitCode: Int(failure.exitCode.rawValue))
    told.remedy = failure.remedy
    told.language = Spoken.language
    if let place = failure.place {
      (told.file, told.line, told.column) = (place.file, place.line, place.column)
    }
    for target in targets {
      guard let format = target.format.report else { continue }
      let renderer = format.renderer(exitCode: told.exitCode, isStrict: options.strict)
      try? write(renderer.render(told), to: target.file)
    }
    Console.tell(failure, in: Spoken.language)
    return failure.exitCode
  }

  private func json(_ data: JSONValue) -> [UInt8] {
    JSONRenderer.data(tool, command: command, data, in: Spoken.language)
  }

  /// What standard output can show.
  var outputStyle: Style {
    Console.style(options.color, Environment.all(), stream: .output, at: options.directory)
  }

  /// What the stream can show; a file shows everything, and no runner reads along.
  func style(of target: Targets.Target, stream: StandardStreams.Stream = .error) -> Style {
    guard target.file == nil else { return .plain }
    return Console.style(
      options.color, Environment.all(), stream: stream, at: options.directory)
  }

  /// Text for people, which a job's runner may read along.
  private func write(_ lines: [String], to file: String?) throws(Failure) {
    let isWorkflowLog = file == nil && Console.isWorkflowLog(Environment.all())
    let shown = isWorkflowLog ? lines.map(WorkflowLog.inert) : lines
    try write(Array(shown.map { $0 + "\n" }.joined().utf8), to: file)
  }

  func write(_ bytes: [UInt8], to file: String?) throws(Failure) {
    guard let file else { return try Console.print(bytes) }
    do throws(FileError) {
      try FileSystem.write(bytes, to: file)
    } catch {
      throw Failure.file(error.sentence)
    }
  }
}
