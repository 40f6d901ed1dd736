import GuardTesting
import Testing
import Wording

@testable import Journal

@Suite struct HeadingsTests {
  private func texts(_ text: String) -> [String] { texts(in: Array(text.utf8)) }

  private func texts(in bytes: [UInt8]) -> [String] {
    let lines = LineIndex(bytes)
    let skipped = if case .found(let found) = FrontMatter.read(lines) { found.lineCount } else { 0 }
    let blocks = Markdown(lines.bytes(from: skipped, to: lines.count)).blocks(isBrief: true)
    return Outline(blocks, sections: []).headings.map(\.text)
  }

  @Test func atxHeadingsOfAllLevels() {
    for level in 1...6 {
      let marks = String(repeating: "#", count: level)
      #expect(texts("\(marks) Title\n") == ["Title"])
      #expect(texts("   \(marks)\tTitle") == ["Title"])
    }
    #expect(texts("####### seven\n") == [])
    #expect(texts("#no space\n#\u{a0}no-break space\n") == [])
    #expect(texts("\\# escaped\n") == [])
    #expect(texts("    # code by its indent\n") == [])
    #expect(texts("\t# code by a tab\n") == [])
  }

  @Test func closingMarksAreNoText() {
    #expect(
      texts("## Title ##\n## Title #########   \n# A #1 thing\n") == [
        "Title", "Title", "A #1 thing",
      ])
  }

  @Test func setextHeadings() {
    #expect(texts("Title\n===\n\nOther\n---   \n\nThird\n-\n") == ["Title", "Other", "Third"])
    #expect(texts("two lines\nof one\n====\n") == ["two lines of one"])
    #expect(texts("\n---\n\ntext\n\n===\n") == [])
    #expect(texts("text\n--- x\n") == [])
    #expect(texts("text\n=-=\n") == [])
    #expect(texts("# Title\n---\n") == ["Title"])
  }

  @Test(arguments: ["```", "~~~", "````", "~~~~~", "```python", "~~~ `a` ~~~", "   ```"])
  func fencesHoldNoHeadings(_ opening: String) {
    let mark = opening.contains("`") && opening.contains("~") == false ? "`" : "~"
    let closing = String(repeating: mark, count: 6)
    #expect(texts("# A\n\(opening)\n# B\nC\n===\n\(closing)\n# D\n") == ["A", "D"])
    // It never closes: all that follows is code.
    #expect(texts("# A\n\(opening)\n# B\n") == ["A"])
  }

  @Test func aFenceClosesWithItsOwnMarks() {
    #expect(texts("```\n~~~\n# B\n```\n# C\n") == ["C"])
    #expect(texts("````\n```\n# B\n````\n# C\n") == ["C"])
    #expect(texts("```\n``` no end\n# B\n```\n# C\n") == ["C"])
    #expect(texts("```\n    ```\n# B\n```\n# C\n") == ["C"])
    #expect(texts("``\n# B\n") == ["B"])
    #expect(texts("    ```\n# B\n") == ["B"])
  }

  @Test func codeWithinASentenceIsNoFence() {
    #expect(texts("```x``` is code\n\n# A\n") == ["A"])
  }

  @Test func commentsHoldNoHeadings() {
    #expect(texts("<!--\n# A\n-->\n# B\n") == ["B"])
    #expect(texts("<!-- one line -->\n# B\n") == ["B"])
    #expect(texts("<!-- # A\n\n# B\n end --> # C\n# D\n") == ["D"])
    #expect(texts("<!-->\n# B\n") == ["B"])
    #expect(texts("<!-- never closed\n# A\n") == [])
  }

  @Test func frontMatterHoldsNoHeadings() {
    #expect(texts("---\ntitle: x\n# comment\n---\n# A\n") == ["A"])
    #expect(texts("---\na\n...\n# A\n") == ["A"])
    #expect(texts("\n---\n# A\n---\n") == ["A"])
    #expect(texts("----\n# A\n") == ["A"])
  }

  @Test func lineEndsAndMarksOfOtherSystems() {
    #expect(texts("# A\r\n\r\nB\r\n===\r\n```\r\n# C\r\n```\r\n## D ##\r\n") == ["A", "B", "D"])
    #expect(texts("\u{feff}# A\n") == ["A"])
    #expect(texts("\u{feff}---\r\na: b\r\n---\r\n# A") == ["A"])
    #expect(texts("# A") == ["A"])
    #expect(texts("") == [])
  }

  @Test(arguments: [
    "#", "# ", "##\t", "# #", "## ##  ", "# \u{a0}", "# \u{200b}\u{2060}", "# \u{3000}",
  ])
  func blankHeadingsAreNone(_ line: String) { #expect(texts(line + "\n") == []) }

  @Test func bytesThatAreNoUTF8AreText() {
    #expect(texts(in: [0x23, 0x20, 0xff, 0xfe, 0x0a]).count == 1)
  }

  @Test func blankIsWhatShowsNothing() {
    for text in ["", " \t\r\n", "\u{a0}", "\u{200b}\u{feff}", "\u{2028}", "\u{3000}"] {
      #expect(Blank.isBlank(text), "\(text.unicodeScalars.map(\.value))")
    }
    for text in [".", "\u{a0}x", "é", "-", "\\"] { #expect(Blank.isBlank(text) == false) }
    #expect(Blank.isBlank([0xff][...]) == false)
    #expect(Blank.isBinary([1, 0, 1]))
    #expect(Blank.isBinary([1, 2, 3]) == false)
    #expect(Blank.isBinary([]) == false)
    let text = [UInt8](repeating: 65, count: 9_000)
    for place in [0, 255, 256, 4_100, 7_999] {
      var data = text
      data[place] = 0
      #expect(Blank.isBinary(data))
    }
    // git looks no further.
    #expect(Blank.isBinary(text + [0]) == false)
  }
}
