import GitModel
import Guard
import Reporting

/// The hook path: what the thin scripts call. No parser, no Foundation.
enum HookEntry {
  /// - Parameter isVerbose: whether all is told, with the policy and what could not be seen.
  static func run(_ words: [String], isVerbose: Bool = false) -> ExitCode {
    if words.first == "--verbose" { return run(Array(words.dropFirst()), isVerbose: true) }
    guard let word = words.first, let name = HookName(rawValue: word) else {
      let known = HookName.allCases.map(\.rawValue).joined(separator: ", ")
      Console.tell("gitflow-guard: hook NAME takes one of \(known)")
      return .usage
    }
    StandardStreams.ignoreBrokenPipes()
    let environment = Environment.all()
    let run = HookRun(
      name: name, arguments: Array(words.dropFirst()), environment: environment,
      isVerbose: isVerbose
    ) { () throws(Failure) in try Console.input() }
    let audience = name.isOnServer ? ForgeAudience(environment) : .terminal
    do throws(Failure) {
      let outcome = try run.run()
      var told = Console.lines(outcome.remarks)
      if let report = outcome.report {
        let renderer = TextRenderer(
          style: Console.style(.auto, environment), verbosity: isVerbose ? .verbose : .normal,
          part: run.tellsWarnings ? .concerns : .refusalsOnly)
        told += renderer.render(report)
      }
      Console.tell(audience.fitted(told, isRefusal: outcome.code != .allowed))
      return outcome.code
    } catch {
      Console.tell(audience.fitted(Console.lines(of: error), isRefusal: true))
      return error.exitCode
    }
  }
}
