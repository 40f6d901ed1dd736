internal import FlowPolicy
internal import GitModel

/// A journal, taken apart into its sections. What they say is read only where it is asked for.
/// It is passed on from list to list, so it is one object.
final class JournalText {
  let path: TreePath
  let sections: [Section]
  /// Headings that are no sections, and a mark for what stands above the first heading.
  let parts: [String]
  /// The policy's own names of fields.
  let names: [String]
  let lines: LineIndex
  let outline: Outline
  let frontMatter: FrontMatter?
  /// Whether something may define the target of links. Such a line works on the whole text.
  let hasReferences: Bool
  let firstLineOutsideUTF8: Int?
  private let fault: FrontMatter.Fault?

  convenience init(_ path: TreePath, _ bytes: [UInt8], sections names: [String]) {
    let lines = LineIndex(bytes)
    let (frontMatter, fault): (FrontMatter?, FrontMatter.Fault?) =
      switch FrontMatter.read(lines) {
      case .none: (nil, nil)
      case .found(let found): (found, nil)
      case .broken(let found): (nil, found)
      }
    let skipped = frontMatter?.lineCount ?? 0
    let body = Markdown(lines.bytes(from: skipped, to: lines.count)).blocks(isBrief: true)
    self.init(
      path, lines, Outline(body, sections: names), sections: names, frontMatter, fault,
      hasReferences: References.mayBe(in: lines.text[...]),
      firstLineOutsideUTF8: lines.firstLineOutsideUTF8)
  }

  /// Another version of a journal that is known.
  convenience init(
    _ known: JournalText, _ lines: LineIndex, _ outline: Outline, firstLineOutsideUTF8: Int?
  ) {
    self.init(
      known.path, lines, outline, sections: known.names, known.frontMatter, known.fault,
      hasReferences: known.hasReferences, firstLineOutsideUTF8: firstLineOutsideUTF8)
  }

  private init(
    _ path: TreePath, _ lines: LineIndex, _ outline: Outline, sections names: [String],
    _ frontMatter: FrontMatter?, _ fault: FrontMatter.Fault?, hasReferences: Bool,
    firstLineOutsideUTF8: Int?
  ) {
    self.path = path
    self.names = names
    self.lines = lines
    self.outline = outline
    self.frontMatter = frontMatter
    self.fault = fault
    self.hasReferences = hasReferences
    self.firstLineOutsideUTF8 = firstLineOutsideUTF8
    let skipped = frontMatter?.lineCount ?? 0
    let isWhole = frontMatter?.isEntry(names) ?? false
    let found = Sections(
      outline, lineCount: lines.count - skipped, isWhole: isWhole, title: frontMatter?.title)
    let isBlank =
      outline.headings.isEmpty && outline.hasPreamble == false
      && (frontMatter?.fields.allSatisfy { Blank.isBlank($0.value) } ?? true)
    sections = isBlank ? [] : found.all
    let hasPreamble = outline.hasPreamble && outline.headings.isEmpty == false
    parts = found.parts + (hasPreamble ? [EntryMatch.Candidate.preamble(of: path)] : [])
  }

  /// What keeps a part of it from being read.
  var obstacle: JournalChange.Obstacle? {
    firstLineOutsideUTF8.map { .notUTF8(line: $0) }
      ?? fault.map { .frontMatter(line: $0.line, words: $0.words) }
  }

  /// The bytes of a section as they stand, for telling what is the same.
  func bytes(of section: Section) -> ArraySlice<UInt8> { lines.text[range(of: section)] }

  /// Where a section stands, in bytes.
  func range(of section: Section) -> Range<Int> {
    let skipped = frontMatter?.lineCount ?? 0
    let first = isWhole(section) ? 0 : section.firstLine + skipped
    return lines.start(of: first)..<lines.start(of: section.endLine + skipped)
  }

  /// What a section says.
  func read(_ section: Section, template: Template) -> ReadEntry {
    let skipped = frontMatter?.lineCount ?? 0
    let first = section.firstLine + skipped
    let blocks = Markdown(lines.bytes(from: first, to: section.endLine + skipped)).blocks()
    var reader = EntryReader(template: template, offset: first)
    if isWhole(section) { reader.take(frontMatter?.fields ?? []) }
    reader.take(blocks, heading: section.heading)
    return reader.entry(path: path, heading: section.heading)
  }

  /// The first entry below a title or group, by its place among the sections.
  func firstEntry(below group: Section) -> Int? {
    sections.firstIndex { $0.firstLine > group.firstLine && $0.role != .group }
  }

  /// The entries with the sections nested in them, as a reader sees them.
  var wholeEntries: [Section] {
    var entries: [Section] = []
    for section in sections {
      switch section.role {
      case .entry: entries.append(section)
      case .nested:
        // It stands right below its entry or another part of it.
        guard let last = entries.popLast() else { continue }
        entries.append(last.extended(to: section))
      case .group: continue
      }
    }
    return entries
  }

  /// A whole file's section has the front matter, too.
  private func isWhole(_ section: Section) -> Bool {
    sections.count == 1 && section.firstLine == 0
  }
}
