import ArgumentParser
import Guard
import Wording

/// `gitflow-guard hook NAME …` for the help page and for global options before it; the thin hooks
/// themselves never get here.
struct Hook: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: say("Judges what a git hook hands over; the installed hooks call this."))

  @Argument(help: ArgumentHelp(say("The hook's name."), valueName: "name"))
  var name: String

  @Argument(parsing: .captureForPassthrough, help: ArgumentHelp(say("What git gives the hook.")))
  var arguments: [String] = []

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    guard options.folders.isEmpty else {
      throw Failure.usage(
        Phrase("a hook judges the repository that git starts it in: leave -C out"))
    }
    return HookEntry.run([name] + arguments, isVerbose: options.verbose)
  }
}
