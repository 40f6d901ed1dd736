import GuardTesting
import Reporting
import Testing
import Wording

/// Tables for terminals, spreadsheets and comments.
@Suite struct TableTests {
  private let table = Table(
    columns: [.init("entry"), .init("f1", isNumeric: true, isHigherBetter: true)],
    rows: [
      [.init("опыт, \"1\""), .init("0.9", isBest: true)], [.init("実験|é\u{1b}"), .init("0.85")],
    ])

  @Test func columnsStandBelowEachOther() {
    #expect(
      table.text(Style(color: false, unicode: true), in: .english) == [
        "entry         f1 ↑", "опыт, \"1\"     0.9*", "実験|é\\u{1b}  0.85",
      ])
    let coloured = table.text(Style(color: true, unicode: false), in: .english)
    #expect(coloured[0].hasSuffix("\u{1b}[1mf1 (higher)\u{1b}[0m"))
    #expect(coloured[1].contains("\u{1b}[1m0.9*\u{1b}[0m") && coloured[2].hasSuffix(" 0.85"))
  }

  @Test func longTextIsCutInATerminalAlone() {
    let long = String(repeating: "д", count: 80)
    let wide = Table(columns: [.init("a")], rows: [[.init(long)]])
    #expect(wide.text(.plain, in: .english)[1].count == 48)
    #expect(wide.text(.plain, in: .english)[1].hasSuffix("…"))
    #expect(String(decoding: wide.csv, as: UTF8.self) == "a\r\n\(long)\r\n")
  }

  @Test func otherProgramsReadThem() {
    #expect(
      String(decoding: table.csv, as: UTF8.self)
        == "entry,f1\r\n\"опыт, \"\"1\"\"\",0.9\r\n実験|é\\u{1b},0.85\r\n")
    #expect(
      String(decoding: table.markdown(in: .english), as: UTF8.self) == """
        | entry | f1 ↑ |
        | --- | ---: |
        | опыт, "1" | **0.9** |
        | `実験\\|é\\u{1b}` | 0.85 |

        """)
  }
}
