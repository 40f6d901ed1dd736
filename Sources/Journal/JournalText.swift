internal import FlowPolicy
internal import GitModel

/// A journal, taken apart into its sections. What they say is read only where it is asked for.
struct JournalText {
  let path: TreePath
  let sections: [Section]
  /// Headings that are no sections, and an empty text for what stands above the first heading.
  let parts: [String]
  private let firstLineOutsideUTF8: Int?
  private let lines: LineIndex
  private let frontMatter: FrontMatter?
  private let fault: FrontMatter.Fault?

  init(_ path: TreePath, _ bytes: [UInt8], sections names: [String]) {
    self.path = path
    lines = LineIndex(bytes)
    switch FrontMatter.read(lines) {
    case .none: (frontMatter, fault) = (nil, nil)
    case .found(let found): (frontMatter, fault) = (found, nil)
    case .broken(let found): (frontMatter, fault) = (nil, found)
    }
    firstLineOutsideUTF8 = lines.firstLineOutsideUTF8
    let skipped = frontMatter?.lineCount ?? 0
    let body = Markdown(lines.bytes(from: skipped, to: lines.count)).blocks(isBrief: true)
    let outline = Outline(body, sections: names)
    let isWhole = frontMatter?.isEntry(names) ?? false
    let found = Sections(
      outline, lineCount: lines.count - skipped, isWhole: isWhole, title: frontMatter?.title)
    let isBlank =
      outline.headings.isEmpty && outline.hasPreamble == false
      && (frontMatter?.fields.allSatisfy { Blank.isBlank($0.value) } ?? true)
    sections = isBlank ? [] : found.all
    parts = found.parts + (outline.hasPreamble && outline.headings.isEmpty == false ? [""] : [])
  }

  /// What keeps a part of it from being read.
  var obstacle: JournalChange.Obstacle? {
    firstLineOutsideUTF8.map { .notUTF8(line: $0) }
      ?? fault.map { .frontMatter(line: $0.line, words: $0.words) }
  }

  /// The bytes of a section as they stand, for telling what is the same.
  func bytes(of section: Section) -> ArraySlice<UInt8> {
    let skipped = frontMatter?.lineCount ?? 0
    let first = isWhole(section) ? 0 : section.firstLine + skipped
    return lines.bytes(from: first, to: section.endLine + skipped)
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

  /// Whether a title or group says nothing by itself: the template has it, or the first entry below
  /// is still to be filled in.
  func isIdle(_ group: Section, template: Template) -> Bool {
    if let heading = group.heading, template.holds(heading: heading) { return true }
    let below = sections.first { $0.firstLine > group.firstLine && $0.role != .group }
    return below.map { template.isFilledIn(read($0, template: template)) == false } ?? false
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
