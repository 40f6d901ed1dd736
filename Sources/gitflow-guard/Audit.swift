import ArgumentParser
import FlowPolicy
import Guard
import Reporting
import Wording

/// `gitflow-guard audit`
struct Audit: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: say("Judges the whole history of the protected branches."),
    discussion: say(
      """
      Every step on the first-parent chain is judged as if it were made now, except that merge
      subjects count as evidence for branches that are gone. The remote's state of a branch is
      taken where there is one. Exit code 1 where an error was found.
      """))

  static let formats = Printer.Format.judging

  @Argument(
    help: ArgumentHelp(
      say("The branches (default: all of protected lanes)."), valueName: "branch"))
  var branches: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "Judge only what this commit does not have, or what was committed since this date (UTC)."),
      valueName: "commit|date"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      say("Judge by this policy file instead of the trusted one."), valueName: "file"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      say("Audit the repository in this folder; repeatable, all in one report."), valueName: "dir"))
  var repository: [String] = []

  @Flag(help: ArgumentHelp(say("Judge the branches that came in as well."))) var deep = false

  @Flag(
    help: ArgumentHelp(
      say("Print the chain itself: each step with its source, evidence and findings.")))
  var annotate = false

  @Option(
    help: ArgumentHelp(
      say("Work in so many processes (default: one for each processor, where it pays)."),
      valueName: "n"))
  var jobs: Int?

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(say("--jobs takes a number from 1 on, not \(jobs)"))
    }
  }

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    var request = AuditRequest()
    request.branches = branches
    request.since = since
    request.policyFile = policy.map { options.located($0) }
    request.isDeep = deep
    request.isAnnotated = annotate
    request.jobs = jobs
    let progress = Progress(Phrase("audit"))
    if options.quiet == false, Progress.isSeen { request.progress = progress.tell }
    var reports: [Report] = []
    for folder in repository.isEmpty ? ["."] : repository {
      let place = folder == "." ? options.directory : options.located(folder)
      reports.append(try request.report(in: session(at: place), named: folder))
    }
    progress.clear()
    return try printer.audit(reports)
  }
}
