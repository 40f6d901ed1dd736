import Testing

/// README.ru.md says what README.md says: the same commands, rules, pages and sections.
@Suite struct RussianReadmeTests {
  private static let pair = ["README.md", "README.ru.md"].map { House.file($0)?.text ?? "" }

  /// The lines of the code blocks, without their remarks.
  private static func code(of text: String) -> [Substring] {
    var isCode = false
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCode.toggle()
        lines.append(line)
      } else if isCode {
        lines.append(withoutRemark(line))
      }
    }
    return lines
  }

  private static func withoutRemark(_ line: Substring) -> Substring {
    var end = line.endIndex
    if let mark = line.firstRange(of: " # ") { end = mark.lowerBound }
    while end > line.startIndex, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    return line[..<end]
  }

  /// What stands in backquotes before the first space, and where links lead.
  private static func names(in text: String, _ open: Character, _ close: Character) -> Set<String> {
    var names: Set<String> = []
    for part in text.split(separator: open).dropFirst() {
      if let end = part.firstIndex(of: close) { names.insert(String(part[..<end])) }
    }
    return names
  }

  @Test func theCommandsAreTheSame() {
    let (english, russian) = (Self.pair[0], Self.pair[1])
    #expect(Self.code(of: english).isEmpty == false)
    #expect(Self.code(of: english) == Self.code(of: russian))
  }

  @Test func theSectionsAndTheRulesAreTheSame() {
    func count(_ prefix: String) -> [Int] {
      Self.pair.map { text in text.split(separator: "\n").count { $0.hasPrefix(prefix) } }
    }
    for prefix in ["## ", "| `", "| "] {
      #expect(count(prefix)[0] == count(prefix)[1], "\(prefix)")
    }
  }

  @Test func theLinksLeadToTheSamePages() {
    let links = Self.pair.map { Self.names(in: $0, "(", ")").filter { $0.hasPrefix("docs/") } }
    #expect(links[0].isEmpty == false)
    #expect(links[0] == links[1])
  }
}
