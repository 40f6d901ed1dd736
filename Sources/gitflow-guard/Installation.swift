import ArgumentParser
import FlowPolicy
import GitModel
import Guard
import Reporting
import Wording

/// `gitflow-guard install`
struct Install: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: say("Puts the client hooks into this repository, or with --server the server's."),
    discussion: say(
      """
      A hook that is there already is kept and runs as well; uninstall brings it back byte for byte.
      """))

  @Option(
    help: ArgumentHelp(
      say("A further hook: reference-transaction, which also sees branches move without a commit."),
      valueName: "hook"),
    transform: { text in
      guard let hook = HookName(rawValue: text), HookName.optional.contains(hook) else {
        throw ValidationError(say("--with knows reference-transaction, not \"\(text)\""))
      }
      return hook
    })
  var with: [HookName] = []

  @OptionGroup(title: say("A server")) var place: ServerPlace
  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func validate() throws {
    if place.server, with.isEmpty == false {
      throw ValidationError(say("--with is for clones, and --server is none"))
    }
  }

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let setup = try place.setup(session(), hooks: HookName.client + with)
    return try printer.setup(setup, setup.install())
  }
}

/// `gitflow-guard uninstall`
struct Uninstall: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: say("Takes the hooks out and restores what stood there before."))

  @OptionGroup(title: say("A server")) var place: ServerPlace
  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let setup = try place.setup(session(), hooks: HookName.allCases)
    return try printer.setup(setup, setup.uninstall())
  }
}

/// Where hooks go, if not into a clone.
struct ServerPlace: ParsableArguments {
  @Flag(help: ArgumentHelp(say("For a repository that is pushed to: the pre-receive hook.")))
  var server = false

  @Option(
    help: ArgumentHelp(
      say("Whose hook folders: plain (git's, gitolite's), gitlab, gitea (also Forgejo)."),
      valueName: "layout"),
    transform: { text in
      guard let layout = ServerLayout(rawValue: text == "forgejo" ? "gitea" : text) else {
        throw ValidationError(
          say("--layout knows plain, gitlab, gitea and forgejo, not \"\(text)\""))
      }
      return layout
    })
  var layout = ServerLayout.plain

  @Flag(help: ArgumentHelp(say("The update hook instead, for a forge that offers no pre-receive.")))
  var update = false

  func validate() throws {
    if server == false, layout != .plain || update {
      throw ValidationError(say("--layout and --update go with --server"))
    }
  }

  func setup(_ session: Session, hooks: [HookName]) throws(Failure) -> HookSetup {
    guard server else { return try HookSetup(session, hooks: hooks) }
    return try HookSetup(session, layout: layout, hook: update ? .update : .preReceive)
  }
}

extension Printer {
  fileprivate func setup(
    _ setup: HookSetup, _ outcome: HookSetup.Outcome
  ) throws(Failure) -> Guard.ExitCode {
    let lines = outcome.lines
    try data(
      .object([
        .init("folder", .string(setup.folder)), .init("complete", .bool(outcome.isComplete)),
        .init("hooks", .strings(lines)),
      ]), lines: lines)
    return outcome.isComplete ? .allowed : .undecided
  }
}

/// `gitflow-guard doctor`
struct DoctorCommand: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: say(
      "Says whether the guard is really on here; exit code 0 only when every check holds."))

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let environment = Environment.all()
    let doctor = Doctor(at: options.directory, environment: environment)
    let signs = Console.style(.never, environment).unicode ? ("✓", "✗") : ("+", "x")
    var lines = [Phrase(verbatim: "gitflow-guard \(Version.text)")]
    for check in doctor.checks {
      let sign = check.isGood ? signs.0 : signs.1
      lines.append(Phrase("\(sign) \(check.name): \(check.detail)"))
      lines += check.remedy.map { Phrase("      \($0)") }
    }
    try printer.data(doctor.data, lines: lines)
    return doctor.isHealthy ? .allowed : .refused
  }
}
