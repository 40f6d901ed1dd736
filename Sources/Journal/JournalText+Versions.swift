internal import GitModel

/// Reading a version of a journal by what it shares with another one.
///
/// The block structure of Markdown is decided line by line (CommonMark 0.31.2, appendix "A parsing
/// strategy"). A `#` heading that begins its line leaves every list and quote, ends every paragraph
/// and table, and is a heading of the document unless code or HTML above it is still open. So where
/// one version has such a heading, the part above it reads the same in a version that goes on with
/// any other such heading, and so does the part from the heading on. Three things work on a whole
/// text: definitions of links, front matter, and code or HTML that is open where a shared end
/// begins; each is looked for.
extension JournalText {
  /// Another version of this journal. Only what stands between the shared beginning and the shared
  /// end is parsed.
  ///
  /// - Parameter bytes: a file's content.
  /// - Returns: nil where only reading the whole tells.
  func version(_ bytes: [UInt8]) -> JournalText? {
    let known = lines.text
    // What looks like front matter and is none may become some by what comes after.
    let opensWithDashes = known.starts(with: [0x2d, 0x2d, 0x2d])
    guard hasReferences == false, frontMatter != nil || opensWithDashes == false else { return nil }
    let text = LineIndex.withoutMark(bytes)
    let shared = SharedBytes.prefix(known, text, limit: min(known.count, text.count))
    if shared == text.count, let beginning = beginning(text) { return beginning }
    var first = plainHeading(upTo: shared, before: outline.headings.count)
    // The heading that stands there may itself have changed into none.
    for _ in 0..<2 {
      guard let head = first else { return nil }
      if let found = version(text, from: head) { return found }
      first = plainHeading(upTo: shared, before: head)
    }
    return nil
  }

  /// A version that this one goes on from with a `#` heading, below blank lines or at once: most
  /// often an entry was appended. Nothing is parsed then.
  ///
  /// - Parameter text: what this journal begins with.
  private func beginning(_ text: [UInt8]) -> JournalText? {
    let headings = outline.headings.indices
    guard let next = headings.first(where: { place(of: $0) >= text.count }), isPlainHeading(next),
      lines.text[text.count..<place(of: next)].allSatisfy(Self.isLineBreak)
    else { return nil }
    var end = line(of: next)
    while end > 0, lines.start(of: end) > text.count { end -= 1 }
    let newLines = LineIndex(lines, text: text, head: end, tail: lines.count)
    return JournalText(
      self, newLines, outline.replacing(next..<headings.upperBound, with: [], at: 0, shift: 0),
      firstLineOutsideUTF8: firstLineOutsideUTF8 == nil ? nil : newLines.firstLineOutsideUTF8)
  }

  /// - Parameter head: the heading above which both versions are the same.
  private func version(_ text: [UInt8], from head: Int) -> JournalText? {
    let known = lines.text
    let start = place(of: head)
    let limit = min(known.count, text.count) - start
    let shared = SharedBytes.suffix(known, text, limit: limit)
    let shift = text.count - known.count
    let tail =
      outline.headings.indices[head...].first { index in
        let place = place(of: index)
        guard place >= known.count - shared, isPlainHeading(index) else { return false }
        return place + shift == start || Self.isLineBreak(text[place + shift - 1])
      } ?? outline.headings.count
    let hasTail = tail < outline.headings.count
    let tailLine = hasTail ? line(of: tail) : lines.count
    let end = hasTail ? place(of: tail) + shift : text.count
    let headLine = line(of: head)
    let newLines = LineIndex(lines, text: text, head: headLine, tail: tailLine)
    let lineShift = newLines.count - lines.count
    var between: ArraySlice<Outline.Heading> = []
    if start < end {
      guard Self.isPlainHeading(text, at: start), References.mayBe(in: text[start..<end]) == false
      else { return nil }
      // The heading that follows is read along: it is none where something above is still open.
      let next = tailLine + lineShift
      let parsed = newLines.bytes(from: headLine, to: hasTail ? next + 1 : next)
      let found = Outline(Markdown(parsed).blocks(isBrief: true), sections: names).headings
      guard found.first?.line == 1 else { return nil }
      between = found[...]
      if hasTail {
        guard between.popLast()?.line == next - headLine + 1, between.isEmpty == false else {
          return nil
        }
      }
    }
    let skipped = frontMatter?.lineCount ?? 0
    let isUTF8 = firstLineOutsideUTF8 == nil && LineIndex.isUTF8(text[start..<end])
    return JournalText(
      self, newLines,
      outline.replacing(
        head..<tail, with: between, at: headLine - skipped, shift: lineShift),
      firstLineOutsideUTF8: isUTF8 ? nil : newLines.firstLineOutsideUTF8)
  }

  /// A heading's line in the file, from 0.
  private func line(of heading: Int) -> Int {
    outline.headings[heading].line - 1 + (frontMatter?.lineCount ?? 0)
  }

  /// Where a heading's line begins, in bytes.
  private func place(of heading: Int) -> Int { lines.start(of: line(of: heading)) }

  private func plainHeading(upTo end: Int, before limit: Int) -> Int? {
    outline.headings.indices[..<limit].last { place(of: $0) <= end && isPlainHeading($0) }
  }

  private func isPlainHeading(_ index: Int) -> Bool {
    Self.isPlainHeading(lines.text, at: place(of: index))
  }

  /// Whether a line is written as a `#` heading and begins with it. An underlined heading is not,
  /// nor is one that is indented, which a list may take for its own.
  private static func isPlainHeading(_ text: [UInt8], at start: Int) -> Bool {
    var index = start
    while index < text.count, text[index] == 0x23 { index += 1 }
    guard (1...6).contains(index - start) else { return false }
    return index == text.count || text[index] == 0x20 || text[index] == 0x09
      || isLineBreak(text[index])
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

  /// How many sections, from the first and from the last, stand alike at the same place of another
  /// version.
  func sectionsAlike(with other: JournalText) -> (first: Int, last: Int) {
    let (one, two) = (lines.text, other.lines.text)
    let limit = min(one.count, two.count)
    let head = SharedBytes.prefix(one, two, limit: limit)
    let tail = SharedBytes.suffix(one, two, limit: limit)
    let most = min(sections.count, other.sections.count)
    var first = 0
    while first < most {
      let range = range(of: sections[first])
      guard range.upperBound <= head, range == other.range(of: other.sections[first]) else { break }
      first += 1
    }
    var last = 0
    while last < most - first {
      let range = range(of: sections[sections.count - 1 - last])
      let otherRange = other.range(of: other.sections[other.sections.count - 1 - last])
      guard one.count - range.lowerBound <= tail,
        one.count - range.lowerBound == two.count - otherRange.lowerBound,
        one.count - range.upperBound == two.count - otherRange.upperBound
      else { break }
      last += 1
    }
    return (first, last)
  }
}
