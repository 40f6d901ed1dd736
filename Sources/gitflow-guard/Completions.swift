import ArgumentParser
import Guard
import Reporting
import Wording

/// `gitflow-guard completions SHELL`
struct Completions: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: say("Prints the completion script of a shell: bash, zsh or fish."),
    discussion: say(
      """
      bash: gitflow-guard completions bash > ~/.local/share/bash-completion/completions/gitflow-guard
      zsh:  gitflow-guard completions zsh > DIR/_gitflow-guard, where DIR is in $fpath
      fish: gitflow-guard completions fish > ~/.config/fish/completions/gitflow-guard.fish
      """))
  static let formats: [Printer.Format] = [.text]
  static let shells: [(name: String, shell: CompletionShell)] = [
    ("bash", .bash), ("zsh", .zsh), ("fish", .fish),
  ]

  @Argument(help: ArgumentHelp(say("bash, zsh or fish."), valueName: "shell"))
  var shell: String

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    guard let found = Self.shells.first(where: { $0.name == shell }) else {
      throw Failure.usage(
        Phrase("completions are there for bash, zsh and fish, not for \"\(shell)\""))
    }
    let script = GitflowGuard.completionScript(for: found.shell)
    try printer.data(
      .prose(script),
      lines: script.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init).verbatim, toOutput: true)
    return .allowed
  }
}
