import ArgumentParser
import Git
import GitModel
import Guard
import PolicyFile
import Reporting

/// `gitflow-guard policy`
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Checks and shows the policy.",
    subcommands: [PolicyCheck.self, PolicyShow.self])
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
    let (path, name) = try locate()
    do throws(PolicyFileError) {
      _ = try PolicyFile.read(try read(path), file: name)
    } catch {
      throw Failure.policy(error, origin: error.file)
    }
    try printer.data(
      .object([.init("file", .string(name)), .init("valid", .bool(true))]),
      lines: ["\(name) is valid"])
    return .allowed
  }

  /// One byte over the limit is enough to be refused by the reader with the right words.
  private func read(_ path: String) throws(PolicyFileError) -> [UInt8] {
    (try? FileSystem.read(path, limit: PolicyFile.sizeLimit))
      ?? [UInt8](repeating: UInt8(ascii: "#"), count: PolicyFile.sizeLimit + 1)
  }

  private func locate() throws(Failure) -> (path: String, name: String) {
    func isThere(_ path: String) throws(Failure) -> Bool {
      do throws(FileError) {
        return try FileSystem.status(path, followingLinks: true)?.kind == .file
      } catch {
        throw Failure.file(error.description)
      }
    }
    if let file {
      let path = file.hasPrefix("/") ? file : "\(options.directory)/\(file)"
      guard try isThere(path) else {
        throw Failure.file("there is no file \(Visible.text(path))")
      }
      return (path, file)
    }
    let session = try session()
    guard let top = session.repository.workTree else {
      throw Failure.usage("a bare repository has no work tree: name the file")
    }
    var found: [String] = []
    for name in PolicyFile.names where try isThere("\(top)/\(name)") { found.append(name) }
    if found.count > 1 {
      throw Failure.policy(.bothNames, origin: PolicyFile.names[1])
    }
    guard let name = found.first else {
      throw Failure.notFound(
        "there is no \(PolicyFile.names[0]) in \(Visible.text(top)): the built-in defaults hold",
        remedy: ["gitflow-guard policy show"])
    }
    return ("\(top)/\(name)", name)
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
    let text = PolicyFile.render(sourced.policy)
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
