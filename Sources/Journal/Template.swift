internal import FlowPolicy
public import GitModel

/// What the team's template says, so that a copy of it is told from an entry.
public struct Template: Sendable {
  public static let empty = Template()
  /// In bytes. What is larger is no template.
  public static let sizeLimit = 1 << 20

  private var values: [String: Set<String>] = [:]
  private var lines: Set<String> = []
  private var headings: Set<String> = []

  private init() {}

  /// - Parameter sections: the policy's own names of fields.
  public init(_ bytes: [UInt8], sections: [String]) {
    let text = JournalText(TreePath("TEMPLATE.md"), bytes, sections: sections)
    for section in text.sections {
      let read = text.read(section, template: .empty)
      if let heading = section.heading { headings.insert(heading.squeezed) }
      for field in read.entry.fields {
        values[EntryField.canonical(field.name), default: []].insert(field.value.squeezed)
      }
      lines.formUnion(
        read.entry.text.split(whereSeparator: \.isNewline).map { String($0).squeezed })
    }
    headings.formUnion(text.parts.map(\.squeezed))
  }

  /// Adds what another template says: a change may replace the team's template and copy the old
  /// one.
  public mutating func formUnion(_ other: Template) {
    values.merge(other.values) { $0.union($1) }
    lines.formUnion(other.lines)
    headings.formUnion(other.headings)
  }

  /// Where the template stands: `TEMPLATE.md`, in any letter case, in the experiments' folder.
  public static func isTemplate(_ path: TreePath, in directory: TreePath) -> Bool {
    guard let relative = path.relative(to: directory) else { return false }
    return isTemplate(name: relative.bytes[...])
  }

  /// The same of what stands in the experiments' folder itself.
  public static func isTemplate(name: ArraySlice<UInt8>) -> Bool {
    let wanted = "template.md".utf8
    guard name.count == wanted.count else { return false }
    return zip(name, wanted).allSatisfy { byte, wanted in
      byte == wanted
        || ((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(wanted) && byte | 0x20 == wanted)
    }
  }

  /// Whether a field's value is what the template says there.
  func holds(_ value: String, as name: String) -> Bool {
    guard values.isEmpty == false else { return false }
    return values[EntryField.canonical(name)]?.contains(value.squeezed) ?? false
  }

  /// Whether the template has a heading of this text.
  func holds(heading: String) -> Bool {
    headings.isEmpty == false && headings.contains(heading.squeezed)
  }

  /// Whether something in an entry is neither a placeholder nor the template's own text. Where a
  /// branch, an author or a date stands alone, somebody gave it.
  func isFilledIn(_ read: ReadEntry) -> Bool {
    func describes(_ field: JournalEntry.Field) -> Bool {
      EntryField(named: field.name)?.isOrigin != true
    }
    let fields = read.entry.fields
    if fields.contains(where: { $0.isBlank == false && describes($0) }) { return true }
    if read.free.contains(where: { Placeholder.isOne($0) == false && lines.contains($0) == false })
    {
      return true
    }
    guard read.free.isEmpty, fields.contains(where: describes) == false else { return false }
    if fields.isEmpty == false { return fields.contains { $0.isBlank == false } }
    guard let heading = read.entry.heading else { return false }
    return holds(heading: heading) == false
  }
}
