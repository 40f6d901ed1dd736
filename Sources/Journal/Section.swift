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
  /// For each heading, where the first one after it stands that is not below it.
  private var ends: [Int] = []

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
    ends = Self.ends(of: headings)
    all.reserveCapacity(headings.count)
    var top = 0
    while top < headings.count {
      visit(top, isFirst: top == 0)
      top = ends[top]
    }
    for index in all.indices {
      all[index].endLine = index + 1 < all.count ? all[index + 1].firstLine : lineCount
    }
  }

  private static func ends(of headings: [Outline.Heading]) -> [Int] {
    var ends = [Int](repeating: headings.count, count: headings.count)
    var open: [Int] = []
    let levels = headings.map(\.level)
    for index in levels.indices {
      while let last = open.last, levels[last] >= levels[index] {
        ends[last] = index
        open.removeLast()
      }
      open.append(index)
    }
    return ends
  }

  /// The headings right below one.
  private struct Children: Sequence, IteratorProtocol {
    let ends: [Int]
    var place: Int
    let end: Int

    mutating func next() -> Int? {
      guard place < end else { return nil }
      defer { place = ends[place] }
      return place
    }
  }

  private func children(of index: Int) -> Children {
    Children(ends: ends, place: index + 1, end: ends[index])
  }

  private mutating func visit(_ index: Int, isFirst: Bool) {
    let heading = outline.headings[index]
    let below = children(of: index)
    guard below.contains(where: { isField($0) == false }) else {
      add(.entry, index)
      for child in below { takePart(child) }
      return
    }
    let described = fields(of: index).countDescribing
    // One field may be told of all that stands below a title; within an entry it takes two to tell
    // a further entry from a part.
    let least = heading.level == 1 && described < 2 ? 1 : 2
    let hasEntriesBelow = below.contains { isField($0) == false && fields(of: $0).count >= least }
    if described > 1 || (described == 1 && hasEntriesBelow == false) {
      add(.entry, index)
      for child in below {
        if isField(child) {
          takePart(child)
        } else if described == 1 {
          nest(child)
        } else if fields(of: child).count >= least {
          visit(child, isFirst: false)
        } else {
          takePart(child)
        }
      }
    } else if heading.level == 1 || heading.hasText == false || hasEntriesBelow {
      let isTitle = isFirst && heading.level == 1
      add(isTitle || heading.hasText == false || hasEntriesBelow ? .group : .entry, index)
      for child in below {
        if isField(child), hasEntriesBelow {
          takePart(child)
        } else {
          visit(child, isFirst: false)
        }
      }
    } else {
      add(.entry, index)
      for child in below { nest(child) }
    }
  }

  /// Whether a heading names a field of the entry above it.
  private func isField(_ index: Int) -> Bool { outline.headings[index].field != nil }

  /// The known fields that a heading's section gives, by lines or by sub-headings.
  private func fields(of index: Int) -> FieldSet {
    var fields = outline.headings[index].fields
    for child in children(of: index) {
      if let field = outline.headings[child].field { fields.insert(field) }
    }
    return fields
  }

  /// A heading within an entry that counts by itself, and all below it likewise.
  private mutating func nest(_ index: Int) {
    if isField(index) {
      takePart(index)
    } else {
      add(.nested, index)
      for child in children(of: index) { nest(child) }
    }
  }

  private mutating func takePart(_ index: Int) {
    parts.append(outline.headings[index].text)
    for child in children(of: index) { takePart(child) }
  }

  private mutating func add(_ role: Section.Role, _ index: Int) {
    let heading = outline.headings[index]
    all.append(
      Section(role: role, heading: heading.text, firstLine: heading.line - 1, endLine: 0))
  }
}
