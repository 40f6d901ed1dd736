import ArgumentParser
import Guard
import Wording

/// The command line.
struct GitflowGuard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gitflow-guard",
    abstract: say(
      "Keeps a team's git workflow: it proves from the history which way a change came."),
    discussion: say(
      """
      Exit codes: 0 allowed, 1 refused, 2 wrong usage or policy file, 3 undecided or the
      repository could not be read.
      """),
    version: Version.text,
    subcommands: [
      Init.self, Install.self, Uninstall.self, DoctorCommand.self, Status.self, DryRun.self,
      Verify.self,
      Audit.self, ExperimentsCommand.self, PolicyCommand.self, Explain.self, Rules.self, Hook.self,
      HookScriptCommand.self, Completions.self,
    ])

  /// Runs a command line and says how it ends. The parser's own exit codes are not ours.
  static func run(_ words: [String]) -> Guard.ExitCode {
    do {
      let command = try parseAsRoot(understood(GlobalOptions.moved(words)))
      if let command = command as? any GuardCommand { return command.perform() }
      var other = command
      try other.run()
      return .allowed
    } catch {
      let isHelp = exitCode(for: error).isSuccess
      let text = ParserTexts.said(
        { fullMessage(for: error, columns: $0) }, in: Spoken.language,
        columns: Console.columnsOfHelp(Environment.all()))
      if isHelp {
        try? Console.print(Array((text + "\n").utf8))
        return .allowed
      }
      Console.tell(Array((text + "\n").utf8))
      return .usage
    }
  }

  /// The words for the parser. Help, and commands that only hold others, have no options of ours,
  /// but are told in the language that was asked for all the same.
  private static func understood(_ words: [String]) -> [String] {
    var command: any ParsableCommand.Type = GitflowGuard.self
    for name in words.prefix(while: { $0.hasPrefix("-") == false }) {
      let inner = command.configuration.subcommands
      guard let next = inner.first(where: { $0.configuration.commandName == name }) else { break }
      command = next
    }
    return command is any GuardCommand.Type ? words : Spoken.withoutOption(words)
  }
}

/// A command of ours: it ends with an exit code and never with a stray error.
protocol GuardCommand: ParsableCommand {
  /// The name as the person typed it, without the tool's.
  static var spelled: String { get }
  /// What `--format` may ask of it.
  static var formats: [Printer.Format] { get }
  var options: GlobalOptions { get }
  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode
}

extension GuardCommand {
  static var spelled: String { configuration.commandName ?? _commandName }
  static var formats: [Printer.Format] { [.text, .json] }

  func perform() -> Guard.ExitCode {
    let printer: Printer
    do throws(Failure) {
      printer = try Printer(options, command: Self.spelled, formats: Self.formats)
    } catch {
      Console.tell(error, in: Spoken.language)
      return error.exitCode
    }
    do throws(Failure) {
      return try perform(printer)
    } catch {
      return printer.failure(error.namingCloneSetting(in: Environment.all()))
    }
  }

  func session() throws(Failure) -> Session { try session(at: options.directory) }

  func session(at directory: String) throws(Failure) -> Session {
    var session = try Session(at: directory, environment: Environment.all())
    session.language = options.language
    return session
  }
}
