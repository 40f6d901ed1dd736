internal import FlowPolicy
internal import GitModel

/// An entry, and what of it stands in no field.
struct ReadEntry {
  let entry: JournalEntry
  /// The lines outside fields and headings, squeezed.
  let free: [String]
}

/// Reads the fields of one entry from its blocks.
struct EntryReader {
  /// A field whose value may still go on.
  private struct Open {
    let index: Int
    /// The level of the heading that opened it; nil where a line did.
    let level: Int?
    let depth: Int
    let item: Int
    /// Whether the line that opened it gave a value already: then only its own paragraph and what
    /// stands deeper in its list item belong to it.
    let isGiven: Bool
  }

  /// A field as far as it was read.
  private struct Field {
    let name: String
    var lines: [String]
    let line: Int

    init(_ name: String, _ lines: [String], _ line: Int) {
      self.name = name
      self.lines = lines
      self.line = line
    }
  }

  private let template: Template
  /// How many lines of the file stand before the blocks.
  private let offset: Int
  private var fields: [Field] = []
  private var open: [Open] = []
  private var tables: [JournalEntry.Table] = []
  private var text: [String] = []
  private var free: [String] = []
  private var firstLine: Int?

  init(template: Template, offset: Int) {
    self.template = template
    self.offset = offset
  }

  mutating func take(_ frontMatter: [(name: String, value: String, line: Int)]) {
    for field in frontMatter {
      fields.append(Field(field.name, field.value.isEmpty ? [] : [field.value], field.line))
      text.append("\(field.name): \(field.value)")
    }
    if frontMatter.isEmpty == false { firstLine = 1 }
  }

  /// - Parameter heading: the entry's own, which is no field of it.
  mutating func take(_ blocks: [Block], heading: String?) {
    var isOwn = heading != nil
    for block in blocks {
      let line = block.line + offset
      firstLine = firstLine ?? line
      switch block.kind {
      case .heading(let level, let name):
        guard Blank.isBlank(name) == false else { continue }
        if isOwn, name.squeezed == heading {
          isOwn = false
          text.append(name)
          continue
        }
        open.removeAll { $0.level.map { $0 >= level } ?? true }
        say(name, isFree: false)
        fields.append(Field(name.droppingColon ?? name.trimmed, [], line))
        open.append(
          Open(index: fields.count - 1, level: level, depth: 0, item: 0, isGiven: false))
      case .paragraph(let lines): paragraph(lines, block, line)
      case .text(let words):
        close(before: block)
        for line in words.split(whereSeparator: \.isNewline) { say(String(line)) }
      case .table(let rows):
        close(before: block)
        table(rows, line)
      case .rule: open.removeAll { $0.level == nil }
      }
    }
  }

  func entry(path: TreePath, heading: String?) -> ReadEntry {
    let entry = JournalEntry(
      path: path, heading: heading, line: firstLine ?? offset + 1,
      fields: fields.map { field in
        let value = field.lines.joined(by: "\n")
        return JournalEntry.Field(
          name: field.name, value: value, line: field.line,
          isBlank: Placeholder.isOne(value) || template.holds(value, as: field.name))
      }, tables: tables, text: text.joined(by: "\n"))
    return ReadEntry(entry: entry, free: free)
  }

  private mutating func paragraph(_ lines: [Line], _ block: Block, _ line: Int) {
    close(before: block)
    for (number, part) in lines.enumerated() {
      guard let field = part.field else {
        say(part.text)
        continue
      }
      // A field within a list item below another field is both: its own and part of that value.
      open.removeAll { $0.level == nil && $0.depth >= block.depth }
      say(part.text, isFree: false)
      let isGiven = Blank.isBlank(field.value) == false
      fields.append(Field(field.name, isGiven ? [field.value] : [], line + number))
      open.append(
        Open(
          index: fields.count - 1, level: nil, depth: block.depth, item: block.item,
          isGiven: isGiven))
    }
    // A line's own paragraph has ended; only a value that is still missing may follow below.
    open.removeAll { open in
      open.level == nil && open.isGiven && open.item == 0 && open.depth == block.depth
    }
  }

  /// Closes the fields of lines to which a block can't belong.
  private mutating func close(before block: Block) {
    open.removeAll { open in
      guard open.level == nil else { return false }
      if block.depth < open.depth { return true }
      return block.depth == open.depth && (block.item != open.item || open.isGiven)
    }
  }

  private mutating func say(_ line: String, isFree: Bool = true) {
    text.append(line)
    for open in open { fields[open.index].lines.append(line.trimmed) }
    if isFree, open.isEmpty, Blank.isBlank(line) == false { free.append(line.squeezed) }
  }

  /// A two-column table with a known field in it gives fields; any other is a table of values, and
  /// one that is headed `metric` is the field of that name as well.
  private mutating func table(_ rows: [[String]], _ line: Int) {
    let rows = rows.map { $0.map(\.trimmed) }
    let isPaired = rows.allSatisfy { $0.count == 2 }
    let isHeaded = rows.count > 1 && EntryField(named: rows[0][0]) == .metrics
    let known = isHeaded ? rows.dropFirst() : rows[...]
    guard isPaired, known.contains(where: { EntryField(named: $0[0]) != nil }) else {
      tables.append(JournalEntry.Table(rows: rows, line: line))
      let lines = rows.map { $0.joined(by: " | ") }
      for (number, text) in lines.enumerated() { say(text, isFree: number > 0 && !isHeaded) }
      if isHeaded { fields.append(Field(rows[0][0], Array(lines.dropFirst()), line)) }
      return
    }
    for (number, row) in rows.enumerated() {
      let isHead = number == 0
      guard isHead == false || EntryField(named: row[0]) != nil, Blank.isBlank(row[0]) == false
      else {
        if isHead == false { say(row.joined(by: " | "), isFree: true) }
        continue
      }
      text.append(row.joined(by: " | "))
      for open in open { fields[open.index].lines.append(row.joined(by: ": ")) }
      // The line of dashes stands below the head.
      fields.append(
        Field(row[0].droppingColon ?? row[0], [row[1]], line + number + (isHead ? 0 : 1)))
    }
  }
}
