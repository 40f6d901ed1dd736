internal import FlowPolicy

/// A part of a journal that may be an entry. The sections of a file don't overlap.
struct Section {
  enum Role {
    case entry
    /// A further heading within an entry that gives no fields. It is listed with its entry and
    /// counts as one more section.
    case nested
    /// A title or a heading above entries. It counts where nothing else was added.
    case group
  }

  let role: Role
  /// nil for a whole file without a title.
  let heading: String?
  /// From 0.
  let firstLine: Int
  /// The line after its last.
  fileprivate(set) var endLine: Int

  /// A text file that is no journal: an entry as a whole.
  static let whole = Section(role: .entry, heading: nil, firstLine: 0, endLine: 0)

  /// The same section with all that follows up to the end of a later one.
  func extended(to other: Section) -> Section {
    var section = self
    section.endLine = other.endLine
    return section
  }
}

/// Tells entries from titles above them and from the parts within them.
///
/// A sub-heading that names a field (`### Metrics`) is part of the entry above it. Any other
/// heading is a section of its own, unless it stands in an entry that gives two fields or more.
/// The first heading of a file, at level one with other headings below it, is the file's title.
struct Sections {
  private(set) var all: [Section] = []
  /// The texts of headings that are no sections: fields and parts of entries.
  private(set) var parts: [String] = []
  private let outline: Outline

  init(_ outline: Outline, lineCount: Int, isWhole: Bool, title: String?) {
    self.outline = outline
    let headings = outline.headings
    let isOnlyFields =
      headings.isEmpty == false
      && headings.allSatisfy { $0.field != nil && $0.level == headings[0].level }
    if isWhole || isOnlyFields || headings.isEmpty {
      let heading = title ?? (isOnlyFields ? nil : headings.first?.text)
      all = [Section(role: .entry, heading: heading, firstLine: 0, endLine: lineCount)]
      parts = headings.map(\.text)
      return
    }
    var tops: [Int] = []
    var children = [[Int]](repeating: [], count: headings.count)
    var open: [Int] = []
    for (index, heading) in headings.enumerated() {
      while let last = open.last, headings[last].level >= heading.level { open.removeLast() }
      if let parent = open.last { children[parent].append(index) } else { tops.append(index) }
      open.append(index)
    }
    for top in tops { visit(top, children, isFirst: top == 0) }
    for index in all.indices {
      all[index].endLine = index + 1 < all.count ? all[index + 1].firstLine : lineCount
    }
  }

  private mutating func visit(_ index: Int, _ children: [[Int]], isFirst: Bool) {
    let heading = outline.headings[index]
    let below = children[index]
    let others = below.filter { outline.headings[$0].field == nil }
    guard others.isEmpty == false else {
      add(.entry, index)
      for child in below { takePart(child, children) }
      return
    }
    let described = fields(of: index, children).filter {
      EntryField(rawValue: $0)?.isOrigin != true
    }
    // One field may be told of all that stands below a title; within an entry it takes two to tell
    // a further entry from a part.
    let least = heading.level == 1 && described.count < 2 ? 1 : 2
    let hasEntriesBelow = others.contains { fields(of: $0, children).count >= least }
    if described.count > 1 || (described.count == 1 && hasEntriesBelow == false) {
      add(.entry, index)
      for child in below {
        if outline.headings[child].field != nil {
          takePart(child, children)
        } else if described.count == 1 {
          nest(child, children)
        } else if fields(of: child, children).count >= least {
          visit(child, children, isFirst: false)
        } else {
          takePart(child, children)
        }
      }
    } else if heading.level == 1 || heading.hasText == false || hasEntriesBelow {
      let isTitle = isFirst && heading.level == 1
      add(isTitle || heading.hasText == false || hasEntriesBelow ? .group : .entry, index)
      for child in below {
        if outline.headings[child].field != nil, hasEntriesBelow {
          takePart(child, children)
        } else {
          visit(child, children, isFirst: false)
        }
      }
    } else {
      add(.entry, index)
      for child in below { nest(child, children) }
    }
  }

  /// The known fields that a heading's section gives, by lines or by sub-headings.
  private func fields(of index: Int, _ children: [[Int]]) -> Set<String> {
    let below = children[index].compactMap { outline.headings[$0].field }
    let fields = outline.headings[index].fields
    return below.isEmpty ? fields : fields.union(below)
  }

  /// A heading within an entry that counts by itself, and all below it likewise.
  private mutating func nest(_ index: Int, _ children: [[Int]]) {
    if outline.headings[index].field != nil {
      takePart(index, children)
    } else {
      add(.nested, index)
      for child in children[index] { nest(child, children) }
    }
  }

  private mutating func takePart(_ index: Int, _ children: [[Int]]) {
    parts.append(outline.headings[index].text)
    for child in children[index] { takePart(child, children) }
  }

  private mutating func add(_ role: Section.Role, _ index: Int) {
    let heading = outline.headings[index]
    all.append(
      Section(role: role, heading: heading.text, firstLine: heading.line - 1, endLine: 0))
  }
}
