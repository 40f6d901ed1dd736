import GitModel
import GuardTesting
import Testing

@Suite struct VisibleTests {
  @Test(arguments: Array(0..<0x20) + Array(0x7f..<0xa0))
  func everyControlCharacterIsShown(_ code: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(code))
    #expect(Visible.text("a\(scalar)b") == "a\\u{\(String(code, radix: 16))}b")
  }

  /// Whatever Unicode itself calls a control, a format mark without ink or ignorable.
  @Test func everyInvisibleCharacterOfUnicodeIsShown() {
    // Format characters that have a shape of their own (Arabic and Kaithi number signs and the
    // like) and the hieroglyphs' layout marks hide nothing.
    let inked: [ClosedRange<UInt32>] = [
      0x600...0x605, 0x6dd...0x6dd, 0x70f...0x70f, 0x890...0x891, 0x8e2...0x8e2,
      0x110bd...0x110bd, 0x110cd...0x110cd, 0x13430...0x1343f,
    ]
    var hidden: [String] = []
    for code in (0...0x10ffff as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(code), inked.contains(where: { $0.contains(code) }) == false
      else { continue }
      let properties = scalar.properties
      let isInvisible =
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: properties.isDefaultIgnorableCodePoint || properties.isBidiControl
        }
      if isInvisible, Visible.mustEscape(scalar) == false { hidden.append(String(code, radix: 16)) }
    }
    #expect(hidden == [])
  }

  @Test(arguments: [
    ([0xff], "\\xff"), ([0x61, 0x80, 0x62], "a\\x80b"),
    ([0xc0, 0xaf], "\\xc0\\xaf"),  // an overlong slash
    ([0xe2, 0x82], "\\xe2\\x82"),  // cut short
    ([0xed, 0xa0, 0x80], "\\xed\\xa0\\x80"),  // a surrogate
    ([0xf4, 0x90, 0x80, 0x80], "\\xf4\\x90\\x80\\x80"),  // beyond Unicode
    ([0xc3, 0xa9, 0xc3], "é\\xc3"),
  ])
  func bytesThatAreNoUTF8AreShown(_ bytes: [UInt8], _ shown: String) {
    #expect(Visible.text(bytes) == shown)
  }

  @Test(arguments: [
    "", "develop", "intermediate/анна", "实验/一", "naïve – “quoted”", "🧪 done", "a b",
    "e\u{301}", "שלום", "\\u{41} is text of its own", "a\u{a0}b",
  ])
  func printableTextOfAnyScriptStays(_ text: String) {
    #expect(Visible.text(text).utf8.elementsEqual(text.utf8))
    #expect(Visible.text(Array(text.utf8)).utf8.elementsEqual(text.utf8))
    #expect(BranchName(text).isUnprintable == false)
  }

  @Test func whatIsShownIsShownTheSameAgain() {
    var dice = FakeDice(seed: 3)
    for _ in 0..<2_000 {
      let bytes = (0..<dice.below(12)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
      let once = Visible.text(bytes)
      #expect(Visible.text(once) == once, "\(bytes)")
      #expect(once.unicodeScalars.contains(where: Visible.mustEscape) == false)
      #expect(BranchName(bytes: bytes).isUnprintable == (Array(once.utf8) != bytes))
    }
  }
}
