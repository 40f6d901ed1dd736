import FlowPolicy
import GitModel
import Guard
import Reporting
import Wording

/// What a command that judges has to say.
extension Printer {
  func report(_ report: Report) throws(Failure) -> ExitCode {
    judged([report]) { style, verbosity in
      TextRenderer(style: style, verbosity: verbosity, part: .all).render(report)
    }
  }

  /// An audit: the summary for people, the annotated chain where it was asked for, the data.
  func audit(_ reports: [Report]) throws(Failure) -> ExitCode {
    for target in targets where target.format == .text && target.file == nil {
      let chain = ChainText(style: style(of: target, stream: .output))
      try Console.print(chain.render(reports))
    }
    return judged(reports) { style, verbosity in
      AuditTextRenderer(style: style, verbosity: verbosity).render(reports)
    }
  }

  /// Writes each document that was asked for, as many as can be written: a file that can't be is
  /// said at the end, and takes nobody the others.
  private func judged(
    _ reports: [Report], text: (Style, TextRenderer.Verbosity) -> [UInt8]
  ) -> ExitCode {
    let code = ExitCode(Judgement(all: reports), isStrict: options.strict)
    var failures: [Failure] = []
    for target in targets {
      do throws(Failure) {
        if let format = target.format.report {
          let renderer = format.renderer(
            exitCode: Int(code.rawValue), isStrict: options.strict)
          try write(renderer.render(reports), to: target.file)
        } else if let file = target.file {
          let chain = ChainText(style: style(of: target)).render(reports)
          try write(chain + text(style(of: target), verbosity), to: file)
        } else {
          Console.tell(told(text, style(of: target)))
        }
      } catch {
        failures.append(error)
      }
    }
    if targets.contains(where: { $0.format == .github }) { summarize(reports) }
    if code == .refused, Judgement(all: reports).verdict == .allowed {
      Console.tell(Phrase("gitflow-guard: warnings count as refusals (--strict)"))
    }
    for failure in failures { Console.tell(failure, in: Spoken.language) }
    return failures.isEmpty ? code : .undecided
  }

  private var verbosity: TextRenderer.Verbosity {
    options.quiet ? .quiet : options.verbose ? .verbose : .normal
  }

  /// The text; in a GitLab job with all the evidence in a section below it.
  private func told(
    _ text: (Style, TextRenderer.Verbosity) -> [UInt8], _ style: Style
  ) -> [UInt8] {
    let isGitLab = Environment.all()["GITLAB_CI"]?.isEmpty == false
    guard isGitLab, verbosity != .quiet else { return text(style, verbosity) }
    let short = text(style, .normal)
    let long = text(style, .verbose)
    guard long != short else { return short }
    return short
      + GitLabSection(
        name: "gitflow_guard_evidence", title: say("All the evidence"), isOpen: options.verbose,
        time: Clock.now()
      ).around(long)
  }

  /// The summary on the page of a GitHub job, which grows by what every step appends. The verdict
  /// does not hang on it.
  private func summarize(_ reports: [Report]) {
    guard let file = Environment.all()["GITHUB_STEP_SUMMARY"], file.isEmpty == false else { return }
    do throws(FileError) {
      try FileSystem.append(MarkdownRenderer().render(reports), to: file)
    } catch {
      Console.tell(Phrase("gitflow-guard: no job summary: \(error.sentence)"))
    }
  }
}
