import ArgumentParser
import GitModel
import Guard
import Reporting

/// `gitflow-guard policy`
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Checks and shows the policy.",
    subcommands: [PolicyCheck.self, PolicyShow.self, PolicySchemaCommand.self])
}

/// `gitflow-guard policy check [FILE]`
struct PolicyCheck: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says whether a policy file is valid, and if not, where.")
  static let spelled = "policy check"

  @Argument(help: ArgumentHelp("The file (default: the work tree's).", valueName: "file"))
  var file: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let inspection: PolicyInspection
    if let file {
      let path = file.hasPrefix("/") ? file : "\(options.directory)/\(file)"
      inspection = PolicyInspection(path: path, name: file)
    } else {
      inspection = try PolicyInspection(workTreeOf: session())
    }
    try inspection.check()
    try printer.data(
      .object([.init("file", .string(inspection.name)), .init("valid", .bool(true))]),
      lines: ["\(Visible.text(inspection.name)) is valid"])
    return .allowed
  }
}

/// `gitflow-guard policy show`
struct PolicyShow: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints the policy that judges here, with every default filled in.")
  static let spelled = "policy show"

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let sourced = try session().source().standard()
    let text = PolicyInspection.text(of: sourced)
    try printer.data(
      .object([
        .init("origin", .string(sourced.origin)),
        .init("trusted", .bool(sourced.isTrusted)),
        .init("policy", .prose(text)),
      ]),
      lines: ["# from \(Visible.text(sourced.origin))"]
        + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      toOutput: true)
    return .allowed
  }
}

/// `gitflow-guard policy schema`
struct PolicySchemaCommand: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the policy file's JSON Schema, for editors.",
    discussion: """
      An editor with a YAML language server takes it from a first line such as
      # yaml-language-server: $schema=policy.schema.json
      """)
  static let spelled = "policy schema"

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    try printer.data(PolicySchema.value, lines: PolicySchema.value.lines, toOutput: true)
    return .allowed
  }
}
