/// Finds the headings of a Markdown file: ATX and setext ones, outside code fences, HTML comments
/// and front matter. A small scan over lines, enough to count sections.
enum Headings {
  /// The text of each heading that is not blank, in order.
  static func texts(in bytes: [UInt8]) -> [String] {
    var scan = Scan()
    for line in lines(of: bytes) { scan.read(line) }
    return scan.headings
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    var bytes = bytes[...]
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }
  }
}

private struct Scan {
  private(set) var headings: [String] = []
  private var fence: Character?
  private var fenceLength = 0
  private var isInComment = false
  private var isInFrontMatter = false
  private var isFirst = true
  /// The paragraph line above, which an underline would make a heading.
  private var paragraph: String?

  mutating func read(_ raw: String) {
    defer { isFirst = false }
    if isFirst, raw == "---" {
      isInFrontMatter = true
      return
    }
    if isInFrontMatter {
      if raw == "---" || raw == "..." { isInFrontMatter = false }
      return
    }
    let indent = raw.prefix { $0 == " " }.count
    let line = Substring(raw.dropFirst(indent))
    if isInComment {
      if line.contains("-->") { isInComment = false }
      return
    }
    if let fence {
      let marks = line.prefix { $0 == fence }.count
      if indent < 4, marks >= fenceLength, Blank.isBlank(line.dropFirst(marks)) { self.fence = nil }
      return
    }
    guard indent < 4 else { return }
    if let mark = line.first, mark == "`" || mark == "~" {
      let marks = line.prefix { $0 == mark }.count
      // Backticks that close in the same line are code within a sentence.
      if marks >= 3, mark == "~" || line.dropFirst(marks).contains("`") == false {
        fence = mark
        fenceLength = marks
        paragraph = nil
        return
      }
    }
    if line.hasPrefix("<!--") {
      paragraph = nil
      isInComment = line.contains("-->") == false
      return
    }
    readBlock(line)
  }

  private mutating func readBlock(_ line: Substring) {
    let marks = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(marks)
    if (1...6).contains(marks), rest.isEmpty || rest.first == " " || rest.first == "\t" {
      paragraph = nil
      keep(rest)
      return
    }
    if let above = paragraph, let mark = line.first, mark == "=" || mark == "-",
      Blank.isBlank(line.drop { $0 == mark })
    {
      keep(above[...])
      paragraph = nil
      return
    }
    paragraph = Blank.isBlank(line) ? nil : String(line)
  }

  private mutating func keep(_ text: Substring) {
    var text = text
    while let last = text.last, last == "#" || last == " " || last == "\t" { text.removeLast() }
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    if Blank.isBlank(text) == false { headings.append(String(text)) }
  }
}
