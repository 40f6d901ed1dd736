import ArgumentParser
import FlowPolicy
import Guard
import Wording

/// `gitflow-guard verify`
struct Verify: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: say("Judges a merge request or a pushed range."),
    discussion: say(
      """
      In GitLab CI/CD, GitHub Actions, Gitea and Forgejo Actions the job's variables say what is
      judged; any other CI passes --source, --head and --target (docs/ci.md). Elsewhere, without
      options, it judges the current branch's merge request into the branch that it is promoted to.
      A merge request that does not exist yet is judged by merging in memory.
      """))

  static let formats = Printer.Format.judging

  @Option(
    help: ArgumentHelp(
      say("The source: a local branch, else a remote-tracking one, or a commit id."),
      valueName: "branch"))
  var source: String?

  @Option(
    help: ArgumentHelp(
      say("The source's commit, where the branch need not be here; a fork's is OWNER:BRANCH."),
      valueName: "commit"))
  var head: String?

  @Option(
    help: ArgumentHelp(
      say("The target: a remote-tracking branch, else a local one."), valueName: "branch"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      say("Judge against this commit of the target instead of its tip."), valueName: "commit"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      say("Judge the move of --ref from OLD to NEW; zeros stand for none."), valueName: "old..new"))
  var range: String?

  @Option(help: ArgumentHelp(say("The branch that --range moves."), valueName: "branch"))
  var ref: String?

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let session = try session()
    return try printer.report(
      session.verify(try drafted(in: session), command: printer.command))
  }

  private func drafted(in session: Session) throws(Failure) -> MergeRequest.Drafted {
    switch (range, ref) {
    case (let range?, let ref?):
      guard source == nil, head == nil, target == nil, base == nil else {
        throw Failure.usage(
          Phrase("--range and --ref go without --source, --head, --target and --base"))
      }
      return try PushedRange(range: range, ref: ref).draft(in: session)
    case (nil, nil):
      // Who says what is to be judged is not asked of the job's variables.
      if source == nil, head == nil, target == nil, let pipeline = try Pipeline(session) {
        return try pipeline.draft(base: base, in: session)
      }
      return try MergeRequest(
        source: source, head: head, target: target, base: base, options: ("--source", "--target")
      ).draft(in: session)
    case (nil, _?): throw Failure.usage(Phrase("--ref goes with --range OLD..NEW"))
    case (_?, nil): throw Failure.usage(Phrase("--range goes with --ref BRANCH"))
    }
  }
}

/// `gitflow-guard dry-run`
struct DryRun: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "dry-run",
    abstract: say("Says what verify would say of a merge request from here. Changes nothing."))

  static let formats = Printer.Format.judging

  @Option(help: ArgumentHelp(say("The source (default: the current branch)."), valueName: "branch"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      say("The target (default: where the source's lane is promoted to)."), valueName: "branch"))
  var into: String?

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let session = try session()
    let drafted = try MergeRequest(source: from, target: into, options: ("--from", "--into"))
      .draft(in: session)
    return try printer.report(session.report(drafted, command: printer.command))
  }
}
