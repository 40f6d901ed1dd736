/// Finds the headings of a Markdown file: ATX and setext ones, outside code fences, HTML comments
/// and front matter. A small scan over lines of bytes, enough to count sections.
enum Headings {
  typealias Line = ArraySlice<UInt8>

  /// The text of each heading that is not blank, in order.
  static func texts(in bytes: [UInt8]) -> [String] {
    var scan = Scan()
    var rest = bytes[...]
    if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
    while true {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      var line = rest[..<end]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      scan.read(line)
      guard end < rest.endIndex else { return scan.headings }
      rest = rest[(end + 1)...]
    }
  }
}

private struct Scan {
  private(set) var headings: [String] = []
  private var fence: UInt8?
  private var fenceLength = 0
  private var isInComment = false
  private var isInFrontMatter = false
  private var isFirst = true
  /// The paragraph line above, which an underline would make a heading.
  private var paragraph: Headings.Line?

  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")

  mutating func read(_ raw: Headings.Line) {
    defer { isFirst = false }
    if isFirst, raw.elementsEqual("---".utf8) {
      isInFrontMatter = true
      return
    }
    if isInFrontMatter {
      if raw.elementsEqual("---".utf8) || raw.elementsEqual("...".utf8) { isInFrontMatter = false }
      return
    }
    let line = raw.drop { $0 == Self.space }
    let indent = line.startIndex - raw.startIndex
    if isInComment {
      if Self.endsComment(line) { isInComment = false }
      return
    }
    if let fence {
      let rest = line.drop { $0 == fence }
      if indent < 4, line.count - rest.count >= fenceLength, Self.isBlank(rest) { self.fence = nil }
      return
    }
    guard indent < 4 else { return }
    switch line.first {
    case UInt8(ascii: "`"), UInt8(ascii: "~"): if opensFence(line) { return }
    case UInt8(ascii: "<") where line.starts(with: "<!--".utf8):
      paragraph = nil
      isInComment = Self.endsComment(line) == false
      return
    case UInt8(ascii: "#"): if isHeading(line) { return }
    case UInt8(ascii: "="), UInt8(ascii: "-"): if isUnderline(line) { return }
    default: break
    }
    paragraph = Self.isBlank(line) ? nil : line
  }

  private mutating func opensFence(_ line: Headings.Line) -> Bool {
    guard let mark = line.first else { return false }
    let length = line.prefix { $0 == mark }.count
    // Backticks that close in the same line are code within a sentence.
    guard length >= 3,
      mark == UInt8(ascii: "~") || line.dropFirst(length).contains(mark) == false
    else { return false }
    fence = mark
    fenceLength = length
    paragraph = nil
    return true
  }

  private mutating func isHeading(_ line: Headings.Line) -> Bool {
    let rest = line.drop { $0 == UInt8(ascii: "#") }
    guard line.count - rest.count <= 6,
      rest.isEmpty || rest.first == Self.space || rest.first == Self.tab
    else { return false }
    paragraph = nil
    keep(rest)
    return true
  }

  private mutating func isUnderline(_ line: Headings.Line) -> Bool {
    guard let above = paragraph, let mark = line.first, Self.isBlank(line.drop { $0 == mark })
    else { return false }
    keep(above)
    paragraph = nil
    return true
  }

  private mutating func keep(_ text: Headings.Line) {
    var text = text
    while let last = text.last, [UInt8(ascii: "#"), Self.space, Self.tab].contains(last) {
      text.removeLast()
    }
    text = text.drop { $0 == Self.space || $0 == Self.tab }
    if Self.isBlank(text) == false { headings.append(String(decoding: text, as: UTF8.self)) }
  }

  private static func endsComment(_ line: Headings.Line) -> Bool {
    line.indices.contains { line[$0...].starts(with: "-->".utf8) }
  }

  /// ASCII is told at a glance; only other scripts need their characters looked up.
  private static func isBlank(_ line: Headings.Line) -> Bool {
    for byte in line where byte > 0x20 && byte < 0x7f { return false }
    return Blank.isBlank(String(decoding: line, as: UTF8.self))
  }
}
