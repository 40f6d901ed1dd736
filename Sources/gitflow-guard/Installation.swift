import ArgumentParser
import FlowPolicy
import GitModel
import Guard
import Reporting

/// `gitflow-guard install`
struct Install: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Puts the client hooks into this repository.",
    discussion: """
      A hook that is there already is kept and runs as well; uninstall brings it back byte for byte.
      """)

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let setup = try HookSetup(session())
    return try printer.setup(setup, setup.install(language: .english))
  }
}

/// `gitflow-guard uninstall`
struct Uninstall: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Takes the client hooks out and restores what stood there before.")

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let setup = try HookSetup(session())
    return try printer.setup(setup, setup.uninstall())
  }
}

extension Printer {
  fileprivate func setup(
    _ setup: HookSetup, _ outcome: HookSetup.Outcome
  ) throws(Failure) -> Guard.ExitCode {
    let lines = outcome.lines.map { Visible.text($0) }
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
    abstract: "Says whether the guard is really on here; exit code 0 only when every check holds.")

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let environment = Environment.all()
    let doctor = Doctor(at: options.directory, environment: environment)
    let signs = Console.style(.never, environment).unicode ? ("✓", "✗") : ("+", "x")
    var lines = ["gitflow-guard \(Version.text)"]
    for check in doctor.checks {
      let sign = check.isGood ? signs.0 : signs.1
      lines.append("\(sign) \(check.name): \(Visible.text(check.detail))")
      lines += check.remedy.map { "      \(Visible.text($0))" }
    }
    try printer.data(doctor.data, lines: lines)
    return doctor.isHealthy ? .allowed : .refused
  }
}
