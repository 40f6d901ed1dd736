import GitModel
import Guard
import Reporting
import Wording

/// Where a command writes, in which formats: what `--format` and `--output` come to.
struct Targets {
  /// What `--format` knows.
  enum Format: String, CaseIterable {
    case text, json, sarif, junit, gitlab, github, markdown, csv

    /// Those of a command that judges.
    static let judging: [Format] = [.text] + ReportFormat.allCases.compactMap { Format($0) }
    /// Those of a command that gives a table.
    static let tables: [Format] = [.text, .json, .csv, .markdown]

    init?(_ format: ReportFormat) { self.init(rawValue: format.rawValue) }

    /// The format of a judgement; nil for text and tables.
    var report: ReportFormat? { ReportFormat(rawValue: rawValue) }
  }

  /// A format and the file that it goes to; nil for the standard streams.
  struct Target {
    let format: Format
    var file: String?
  }

  let all: [Target]

  /// - Parameters:
  ///   - command: its name, for error messages.
  ///   - known: the formats that it can give.
  init(_ options: GlobalOptions, command: String, formats known: [Format]) throws(Failure) {
    var targets: [Target] = []
    for text in options.format {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let format = try Self.format(String(parts[0]), command, known)
      if parts.count > 1, parts[1].isEmpty {
        throw Failure.usage(Phrase("--format \(text) names no file behind the ="))
      }
      targets.append(Target(format: format, file: parts.count > 1 ? String(parts[1]) : nil))
    }
    if targets.isEmpty { targets = [Target(format: .text, file: nil)] }
    if let output = options.output { try Self.place(output, in: &targets) }
    for place in targets.indices {
      targets[place].file = targets[place].file.map { options.located($0) }
    }
    try Self.check(targets)
    all = targets
  }

  private static func format(
    _ name: String, _ command: String, _ known: [Format]
  ) throws(Failure) -> Format {
    let names = known.map(\.rawValue)
    let list = Phrase.all(names.verbatim)
    guard let format = Format(rawValue: name) else {
      throw Failure.usage(
        Phrase("--format of \(command) knows \(list), not \"\(Visible.text(name))\""))
    }
    guard known.contains(format) else {
      let others =
        Format.judging.contains(format) ? Phrase("verify, dry-run and audit") : Phrase("tables")
      throw Failure.usage(
        Phrase("\(command) has no \(name), which is for \(others): it gives \(list)"))
    }
    return format
  }

  /// `--output` is for the format that has no file of its own, text last.
  private static func place(_ output: String, in targets: inout [Target]) throws(Failure) {
    let free = targets.indices.filter { targets[$0].file == nil }
    let machine = free.filter { targets[$0].format != .text }
    let wanted = machine.isEmpty ? free : machine
    guard let place = wanted.first, wanted.count == 1 else {
      throw Failure.usage(
        wanted.isEmpty
          ? Phrase("--output has nothing to write: every --format names its file")
          : Phrase(
            counting: wanted.count,
            one:
              "--output is for one format, and \(wanted.count) has no file: use --format FORMAT=FILE",
            other: """
              --output is for one format, and \(wanted.count) have no file: use --format FORMAT=FILE
              """)
      )
    }
    targets[place].file = output
  }

  /// Two documents in one stream or file are none. What can be known of the files is said before
  /// the work begins, not after an hour of it.
  private static func check(_ targets: [Target]) throws(Failure) {
    let streamed = targets.filter { $0.file == nil && $0.format != .text }
    guard streamed.count < 2 else {
      let names = Phrase.all(streamed.map(\.format.rawValue).verbatim)
      throw Failure.usage(Phrase("\(names) can't share standard output: use --format FORMAT=FILE"))
    }
    var seen: Set<String> = []
    for file in targets.compactMap(\.file) {
      guard seen.insert(file).inserted else {
        throw Failure.usage(Phrase("two formats can't share the file \(Visible.text(file))"))
      }
      try checkFolder(of: file)
    }
  }

  private static func checkFolder(of file: String) throws(Failure) {
    let folder = FileSystem.folder(of: file)
    guard try kind(of: folder) == .folder else {
      throw Failure.file(
        Phrase("cannot write \(Visible.text(file)): there is no folder \(Visible.text(folder))"))
    }
    if try kind(of: file) == .folder {
      throw Failure.file(Phrase("cannot write \(Visible.text(file)): it is a folder"))
    }
  }

  private static func kind(of path: String) throws(Failure) -> FileStatus.Kind? {
    do throws(FileError) {
      return try FileSystem.status(path)?.kind
    } catch {
      throw Failure.file(error.sentence)
    }
  }
}
