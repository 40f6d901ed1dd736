import ArgumentParser
import Guard
import Reporting
import Wording

/// `gitflow-guard status`
struct Status: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(
      "Where this branch stands in the six steps, what is missing, and what to type next."),
    discussion: say("What the remote has is taken as it was last fetched."))

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let status = try StatusInquiry(session()).status()
    try printer.data(
      status.data, lines: status.lines(printer.outputStyle), toOutput: true)
    return .allowed
  }
}
