import ArgumentParser
import Guard

/// `gitflow-guard hook-script NAME`: the thin hook as it stands in `hooks/`, for a folder of hooks
/// that `install` does not touch.
struct HookScriptCommand: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook-script",
    abstract: "Prints the script of a hook, which finds the engine by PATH.")

  @Argument(help: ArgumentHelp("The hook's name.", valueName: "name"))
  var name: String

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    guard let hook = HookName(rawValue: name) else {
      let known = HookName.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage("there is no hook \"\(name)\" of ours: \(known)")
    }
    try Console.print(Array(HookScript.text(for: hook, engine: nil).utf8))
    return .allowed
  }
}
