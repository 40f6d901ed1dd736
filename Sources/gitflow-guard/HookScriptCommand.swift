import ArgumentParser
import Guard
import Wording

/// `gitflow-guard hook-script NAME`: the thin hook as it stands in `hooks/`, for a folder of hooks
/// that `install` does not touch.
struct HookScriptCommand: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook-script",
    abstract: say("Prints the script of a hook, for a folder that install does not write to."))

  @Argument(help: ArgumentHelp(say("The hook's name."), valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      say("The absolute path of gitflow-guard where the hook runs; without it PATH is searched."),
      valueName: "path"))
  var engine: String?

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    guard let hook = HookName(rawValue: name) else {
      let known = HookName.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage(Phrase("there is no hook \"\(name)\" of ours: \(known)"))
    }
    if let engine, engine.hasPrefix("/") == false || engine.contains("\n") {
      throw Failure.usage(Phrase("--engine takes an absolute path, not \"\(engine)\""))
    }
    try Console.print(Array(HookScript.text(for: hook, engine: engine).utf8))
    return .allowed
  }
}
