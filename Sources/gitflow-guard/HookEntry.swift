import Guard
import Reporting

/// The hook path: what the thin scripts call. No parser, no Foundation.
enum HookEntry {
  static func run(_ words: [String]) -> ExitCode {
    guard let word = words.first, let name = HookName(rawValue: word) else {
      let known = HookName.allCases.map(\.rawValue).joined(separator: ", ")
      Console.tell("gitflow-guard: hook NAME takes one of \(known)")
      return .usage
    }
    StandardStreams.ignoreBrokenPipes()
    let environment = Environment.all()
    let run = HookRun(
      name: name, arguments: Array(words.dropFirst()), environment: environment
    ) { () throws(Failure) in try Console.input() }
    do throws(Failure) {
      let outcome = try run.run()
      for remark in outcome.remarks { Console.tell(remark) }
      if let report = outcome.report {
        let renderer = TextRenderer(
          style: Console.style(.auto, environment), verbosity: .normal,
          part: run.tellsWarnings ? .concerns : .refusalsOnly)
        Console.tell(renderer.render(report))
      }
      return outcome.code
    } catch {
      Console.tell(error)
      return error.exitCode
    }
  }
}
