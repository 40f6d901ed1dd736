import ArgumentParser
import Guard
import Reporting

/// `gitflow-guard status`
struct Status: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Where this branch stands in the six steps, what is missing, and what to type next.",
    discussion: "What the remote has is taken as it was last fetched.")

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let status = try StatusInquiry(session()).status()
    try printer.data(
      status.data, lines: status.lines(printer.outputStyle), toOutput: true)
    return .allowed
  }
}
