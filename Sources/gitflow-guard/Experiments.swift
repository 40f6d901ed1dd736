import ArgumentParser
import FlowPolicy
import GitModel
import Guard
import Reporting
import Wording

/// `gitflow-guard experiments`
struct ExperimentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiments",
    abstract: say("The shared journals: a new entry, all entries, their metrics side by side."),
    subcommands: [
      ExperimentsList.self, ExperimentsNew.self, ExperimentsShow.self, ExperimentsCompare.self,
    ])
}

/// Where the journals are read.
struct JournalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        """
        Read the journals at this commit or branch (default: the work tree; in a bare repository \
        HEAD).
        """
      ),
      valueName: "rev"))
  var rev: String?

  func journals(_ session: Session) throws(Failure) -> ExperimentJournals {
    try ExperimentJournals(in: session, at: rev)
  }
}

/// `gitflow-guard experiments list`
struct ExperimentsList: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("All entries with their branch, author, date and metrics."))
  static let spelled = "experiments list"
  static let formats = Printer.Format.tables

  @OptionGroup var journals: JournalOptions
  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let found = try journals.journals(session())
    let list = EntryList(found.entries, others: found.others)
    let nothing = Phrase("there is no entry under \(found.experiments.directory)/ yet")
    try printer.table(
      list.table, data: list.data,
      remarks: (found.entries.isEmpty ? [nothing] : []) + list.remarks)
    return .allowed
  }
}

/// `gitflow-guard experiments show`
struct ExperimentsShow: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("What entries say."))
  static let spelled = "experiments show"
  static let formats: [Printer.Format] = [.text, .json, .markdown]

  @Argument(
    help: ArgumentHelp(
      say("Branches, headings, files, or places as FILE:LINE."), valueName: "entry"))
  var entries: [String]

  @OptionGroup var journals: JournalOptions
  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let found = try journals.journals(session()).entries(named: entries)
    let list = EntryList(found)
    try printer.text(
      list.lines(in: Spoken.language), markdown: list.markdown, data: list.data)
    return .allowed
  }
}

/// `gitflow-guard experiments compare`
struct ExperimentsCompare: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: say("The metrics of entries side by side, the best of each marked."),
    discussion: say(
      """
      Which direction is better stands in the policy (experiments: metrics:). Numbers of different \
      units are never ranked, and what can't be read as a number is named.
      """))
  static let spelled = "experiments compare"
  static let formats = Printer.Format.tables

  @Argument(
    help: ArgumentHelp(
      say("Branches, headings, files, or places as FILE:LINE (default: all entries)."),
      valueName: "entry"))
  var entries: [String] = []

  @Option(help: ArgumentHelp(say("Show this metric alone; repeatable."), valueName: "name"))
  var metric: [String] = []

  @Option(help: ArgumentHelp(say("Sort by this metric, best first."), valueName: "name"))
  var sort: String?

  @OptionGroup var journals: JournalOptions
  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let found = try journals.journals(session())
    let comparison = try MetricComparison(
      found.entries(named: entries), others: entries.isEmpty ? found.others : [],
      known: found.experiments.metrics, only: metric, sort: sort)
    try printer.table(comparison.table, data: comparison.data, remarks: comparison.remarks)
    return .allowed
  }
}

/// `gitflow-guard experiments new`
struct ExperimentsNew: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: say(
      "Appends an entry with all that is known already: branch, author, date, commits."),
    discussion: say(
      """
      Without a branch it describes the current one, or on an intermediate branch the experiments \
      that were merged into it. A branch that has a new entry already gets no second one.
      """))
  static let spelled = "experiments new"

  @Argument(help: ArgumentHelp(say("The experiment branches to describe."), valueName: "branch"))
  var branches: [String] = []

  @Option(help: ArgumentHelp(say("Describe something that is no branch."), valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      say("The journal (default: journal.md, or the one that the policy names)."), valueName: "file"
    ))
  var file: String?

  @Flag(help: ArgumentHelp(say("Add an entry even where the branch has a new one already.")))
  var again = false

  @Flag(help: ArgumentHelp(say("Open git's editor on the journal afterwards.")))
  var edit = false

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    let session = try session()
    var entry = NewEntry()
    entry.branches = branches
    entry.title = title
    entry.file = file
    entry.isAgain = again
    entry.language = options.language
    let outcomes = try entry.write(in: session, editing: edit)
    let data = outcomes.map { outcome in
      JSONValue.object([
        .init("title", .string(outcome.title)), .init("path", .string("\(outcome.path)")),
        .init("line", .integer(outcome.line)), .init("new", .bool(outcome.isNew)),
      ])
    }
    var lines = outcomes.map { outcome in
      let place = "\(outcome.path):\(outcome.line)"
      return outcome.isNew
        ? Phrase("\(place): a new entry for \(outcome.title)")
        : Phrase("\(place): \(outcome.title) has its entry already (--again adds another)")
    }
    if edit == false, outcomes.contains(where: \.isNew) {
      lines.append(Phrase("fill it in and commit it: what stands in <…> counts as blank"))
    }
    try printer.data(.object([.init("entries", .array(data))]), lines: lines)
    return .allowed
  }
}
