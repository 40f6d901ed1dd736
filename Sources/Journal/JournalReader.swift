public import FlowPolicy
public import GitModel

/// One entry as it is listed: everything that belongs to it, sub-sections included.
public struct DescribedEntry: Hashable, Sendable {
  public let entry: JournalEntry
  public let metrics: [Metric]
  /// False for a section that still holds placeholders only.
  public let isFilledIn: Bool
  /// The Markdown as it is written.
  public let source: String
}

/// Reads all entries of the journals, for lists and tables. Titles, groups and the template are
/// left out.
public struct JournalReader: Sendable {
  private let experiments: Experiments
  private let template: Template

  public init(_ experiments: Experiments, template: Template) {
    self.experiments = experiments
    self.template = template
  }

  /// The largest file that is read, in bytes.
  public static let sizeLimit = JournalFile.journalLimit

  /// The entries of one file, in their order; none where it is no journal or holds no text.
  public func entries(in bytes: [UInt8], at path: TreePath) -> [DescribedEntry] {
    read(bytes, at: path).entries
  }

  /// The same, with what keeps the file or a part of it from being read.
  public func read(
    _ bytes: [UInt8], at path: TreePath
  ) -> (entries: [DescribedEntry], obstacle: JournalChange.Obstacle?) {
    guard experiments.isJournal(path) else { return ([], nil) }
    switch JournalFile.of(bytes, at: path, isJournal: true, experiments: experiments) {
    case .journal(let text): return (entries(of: text, at: path), text.obstacle)
    case .nothing(let obstacle): return ([], obstacle)
    case .text: return ([], nil)
    }
  }

  private func entries(of text: JournalText, at path: TreePath) -> [DescribedEntry] {
    text.wholeEntries.enumerated().compactMap { number, section in
      let read = text.read(section, template: template)
      let saysMore = read.free.isEmpty == false || read.entry.fields.isEmpty == false
      // A journal that is still empty has its title alone.
      if number == 0, saysMore == false, read.entry.tables.isEmpty { return nil }
      return DescribedEntry(
        entry: read.entry, metrics: MetricReader.read(read.entry, known: experiments.metrics),
        isFilledIn: template.isFilledIn(read),
        source: String(decoding: text.bytes(of: section), as: UTF8.self))
    }
  }
}
