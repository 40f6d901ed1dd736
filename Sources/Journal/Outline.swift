internal import FlowPolicy

/// The headings of a text and, briefly, what stands directly below each.
struct Outline {
  struct Heading {
    let level: Int
    let text: String
    /// From 1, in the text.
    fileprivate(set) var line: Int
    /// The known fields that are given below it and above the next heading.
    fileprivate(set) var fields = FieldSet()
    fileprivate(set) var hasText = false

    /// The known field that the heading itself names.
    let field: FieldSet.Field?
  }

  /// Blank headings are left out: what stands below them belongs to the one above.
  private(set) var headings: [Heading] = []
  /// Whether anything to read stands before the first heading.
  private(set) var hasPreamble = false

  /// - Parameter sections: the policy's own names of fields.
  init(_ blocks: [Block], sections: [String]) {
    let own: Set<String> = sections.isEmpty ? [] : Set(sections.map(EntryField.canonical))
    func known(_ name: String) -> FieldSet.Field? {
      if let field = EntryField(named: name) { return .common(field) }
      guard own.isEmpty == false else { return nil }
      let key = EntryField.key(name)
      return own.contains(key) ? .own(key) : nil
    }
    // The entries of a long journal name the same few fields over and over.
    let isLong = blocks.count > 16
    var names: [String] = []
    var fieldsOfNames: [FieldSet.Field?] = []
    func given(_ name: String) -> FieldSet.Field? {
      if let place = names.firstIndex(of: name) { return fieldsOfNames[place] }
      let field = known(name)
      if isLong, names.count < 16 {
        names.append(name)
        fieldsOfNames.append(field)
      }
      return field
    }
    for block in blocks {
      switch block.kind {
      case .heading(let level, let text):
        guard Blank.isBlank(text) == false else { continue }
        headings.append(
          Heading(level: level, text: text.squeezed, line: block.line, field: known(text)))
      case .rule: break
      case .paragraph(let lines):
        guard lines.contains(where: { Blank.isBlank($0.text) == false }) else { continue }
        var fields = FieldSet()
        for line in lines {
          if let name = line.fieldName, let field = given(name) { fields.insert(field) }
        }
        note(fields)
      case .text(let text):
        if Blank.isBlank(text) == false { note(FieldSet()) }
      case .table(let rows):
        var fields = FieldSet()
        for row in rows where rows[0].count == 2 {
          if let name = row.first, let field = given(name) { fields.insert(field) }
        }
        note(fields)
      }
    }
  }

  /// The same with some headings in place of others, and what follows them moved by some lines.
  func replacing(_ range: Range<Int>, with others: ArraySlice<Heading>, at line: Int, shift: Int)
    -> Outline
  {
    var outline = self
    outline.headings.removeSubrange(range.lowerBound...)
    outline.headings.reserveCapacity(headings.count + others.count)
    for var heading in others {
      heading.line += line
      outline.headings.append(heading)
    }
    for var heading in headings[range.upperBound...] {
      heading.line += shift
      outline.headings.append(heading)
    }
    return outline
  }

  private mutating func note(_ fields: FieldSet) {
    guard headings.isEmpty == false else {
      hasPreamble = true
      return
    }
    headings[headings.count - 1].hasText = true
    headings[headings.count - 1].fields.formUnion(fields)
  }
}
