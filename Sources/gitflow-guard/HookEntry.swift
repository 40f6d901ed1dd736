import FlowPolicy
import GitModel
import Guard
import Reporting
import Wording

/// The hook path: what the thin scripts call. No parser, no Foundation.
enum HookEntry {
  /// - Parameter isVerbose: whether all is told, with the policy and what could not be seen.
  static func run(_ words: [String], isVerbose: Bool = false) -> ExitCode {
    if words.first == "--verbose" { return run(Array(words.dropFirst()), isVerbose: true) }
    guard let word = words.first, let name = HookName(rawValue: word) else {
      let known = HookName.allCases.map(\.rawValue).joined(separator: ", ")
      Console.tell(Phrase("gitflow-guard: hook NAME takes one of \(known)"))
      return .usage
    }
    StandardStreams.ignoreBrokenPipes()
    let environment = Environment.all()
    let run = HookRun(
      name: name, arguments: Array(words.dropFirst()), environment: environment,
      isVerbose: isVerbose
    ) { () throws(Failure) in try Console.input() }
    // Looked for only where something is told: most hooks have nothing to say.
    func language(_ messages: Policy.Messages?) -> Language {
      Session.language(
        option: Spoken.asked, messages: messages, at: ".", environment: environment,
        standpoint: name.isOnServer ? .server : .client)
    }
    let audience = name.isOnServer ? ForgeAudience(environment) : .terminal
    do throws(Failure) {
      let outcome = try run.run()
      var told =
        outcome.remarks.isEmpty
        ? []
        : Console.lines(
          outcome.remarks,
          in: Spoken.asked ?? outcome.report?.language ?? language(outcome.messages))
      if var report = outcome.report {
        if let asked = Spoken.asked { report.language = asked }
        let renderer = TextRenderer(
          style: Console.style(.auto, environment), verbosity: isVerbose ? .verbose : .normal,
          part: run.tellsWarnings ? .concerns : .refusalsOnly)
        told += renderer.render(report)
      }
      Console.tell(audience.fitted(told, isRefusal: outcome.code != .allowed))
      return outcome.code
    } catch {
      let told = Console.lines(of: error, in: language(nil))
      Console.tell(audience.fitted(told, isRefusal: true))
      return error.exitCode
    }
  }
}
