import ArgumentParser
import GitModel
import Guard
import Reporting
import Wording

/// `gitflow-guard policy`
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: say("Checks and shows the policy."),
    subcommands: [PolicyCheck.self, PolicyShow.self, PolicySchemaCommand.self])
}

/// `gitflow-guard policy check [FILE]`
struct PolicyCheck: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: say("Says whether a policy file is valid, and if not, where."))
  static let spelled = "policy check"

  @Argument(help: ArgumentHelp(say("The file (default: the work tree's)."), valueName: "file"))
  var file: String?

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let inspection: PolicyInspection
    if let file {
      inspection = PolicyInspection(path: options.located(file), name: file)
    } else {
      inspection = try PolicyInspection(workTreeOf: session())
    }
    try inspection.check()
    try printer.data(
      .object([.init("file", .string(inspection.name)), .init("valid", .bool(true))]),
      lines: [Phrase("\(Visible.text(inspection.name)) is valid")])
    return .allowed
  }
}

/// `gitflow-guard policy show`
struct PolicyShow: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Prints the policy that judges here, with every default filled in."))
  static let spelled = "policy show"

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let sourced = try session().source().standard()
    let text = PolicyInspection.text(of: sourced)
    try printer.data(
      .object([
        .init("origin", .string(sourced.origin)),
        .init("trusted", .bool(sourced.isTrusted)),
        .init("policy", .prose(text)),
      ]),
      lines: [Phrase("# from \(sourced.place)")]
        + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).verbatim,
      toOutput: true)
    return .allowed
  }
}

/// `gitflow-guard policy schema`
struct PolicySchemaCommand: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: say("Prints the policy file's JSON Schema, for editors."),
    discussion: say(
      """
      An editor with a YAML language server takes it from a first line such as
      # yaml-language-server: $schema=policy.schema.json
      """))
  static let spelled = "policy schema"

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    try printer.data(
      PolicySchema.value, lines: PolicySchema.value.lines(in: .english).verbatim, toOutput: true)
    return .allowed
  }
}
