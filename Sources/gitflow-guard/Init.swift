import ArgumentParser
import FlowPolicy
import Guard
import Wording

/// `gitflow-guard init`
struct Init: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: say("Sets a repository up: policy, journal, template, CI and hooks."),
    discussion: say(
      """
      What stands there already is left as it is, so it can be run again at any time. Nothing is \
      committed: the commands for that are printed.
      """))

  @Option(
    help: ArgumentHelp(say("Add the folders of a layout: mlops."), valueName: "layout"),
    transform: { text in
      guard let layout = SetupOptions.Layout(rawValue: text) else {
        throw ValidationError(say("--layout knows mlops, not \"\(text)\""))
      }
      return layout
    })
  var layout: SetupOptions.Layout?

  @Option(
    help: ArgumentHelp(
      say("Write the CI file that runs verify: gitlab, github, gitea or none."),
      valueName: "provider"),
    transform: { text in
      guard let kind = PipelineKind(rawValue: text) else {
        throw ValidationError(say("--ci knows gitlab, github, gitea and none, not \"\(text)\""))
      }
      return kind
    })
  var ci: PipelineKind = .none

  @Flag(help: ArgumentHelp(say("List what would be written, and write nothing.")))
  var dryRun = false

  @Flag(help: ArgumentHelp(say("Leave the hooks out.")))
  var noHooks = false

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let session = try session()
    var wishes = SetupOptions()
    wishes.layout = layout
    wishes.pipeline = ci
    wishes.installsHooks = noHooks == false
    wishes.language = session.language(option: options.language)
    let setup = try RepositorySetup(session, wishes)
    var isComplete = true
    var hooks: [Phrase] = []
    if dryRun == false {
      try setup.write()
      if let installed = try setup.hooks?.install() {
        hooks = installed.lines
        isComplete = installed.isComplete
      }
    }
    try printer.data(setup.data, lines: setup.lines(isDry: dryRun, hooks: hooks))
    return isComplete ? .allowed : .undecided
  }
}
