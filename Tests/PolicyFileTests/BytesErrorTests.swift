import FlowPolicy
import GuardTesting
import PolicyFile
import Testing
import Wording

@Suite("Bytes that are no text of bounded size are refused")
struct BytesErrorTests {
  @Test func whatIsNotUTF8() {
    let text = Array("mode: enforce\nrules: ".utf8) + [0xFF] + Array("\n".utf8)
    #expect(complaint(bytes: text) == "2:8: these bytes are not UTF-8; save the file as UTF-8")
    // A surrogate, an overlong slash, a sequence that ends too early, and UTF-16.
    for bad in [[0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xE2, 0x82], [0xFF, 0xFE, 0x61, 0x00]]
      as [[UInt8]]
    {
      #expect(
        complaint(bytes: bad) == "1:1: these bytes are not UTF-8; save the file as UTF-8")
    }
  }

  @Test func theColumnCountsCharacters() {
    let text = Array("# Ошибка: ".utf8) + [0xFF]
    #expect(complaint(bytes: text) == "1:11: these bytes are not UTF-8; save the file as UTF-8")
    #expect(
      complaint("owners: { аня: [аня] }")?.hasPrefix("1:17: \"аня\" must list addresses") == true)
  }

  @Test func charactersThatYAMLForbids() {
    #expect(complaint("mode:\0enforce") == "1:6: the character U+0000 is not allowed in a policy")
    #expect(
      complaint("a\r\nb\rc\n\u{1B}") == "4:1: the character U+001B is not allowed in a policy")
    #expect(
      complaint("# x\u{2028}mode: x") == "1:4: the character U+2028 is not allowed in a policy")
    #expect(
      complaint("\u{FEFF}\u{FEFF}") == "1:1: the character U+FEFF is not allowed in a policy")
  }

  @Test func aPolicyOfOneMebibyteIsRead() {
    let text = Array("mode: advise\n".utf8)
    let full = text + Array(repeating: UInt8(ascii: "#"), count: PolicyFile.sizeLimit - text.count)
    #expect(complaint(bytes: full) == nil)
    #expect(
      complaint(bytes: full + [UInt8(ascii: "#")])
        == "1:1: the file is 1048577 bytes long; a policy is at most 1 MiB")
  }

  @Test func whatIsNestedTooDeep() {
    #expect(
      complaint(String(repeating: "[", count: 100_000))
        == "1:21: this is nested more than 20 levels deep")
    let maps = String(repeating: "a: {", count: 1) + String(repeating: "a: {", count: 5000)
    #expect(complaint(maps)?.hasSuffix("this is nested more than 20 levels deep") == true)
    #expect(
      complaint(String(repeating: "- ", count: 5000))?.hasSuffix("20 levels deep") == true)
  }

  @Test func namesAndPatternsAreBounded() {
    let name = String(repeating: "a", count: 401)
    #expect(
      complaint("lanes: { main: \(name) }")?.hasPrefix(
        "1:16: \"main\" must be at most 400 bytes long, but it is \"aaa") == true)
    let lanes = (0...50).map { "  lane\($0): lane\($0)\n" }.joined()
    #expect(complaint("lanes:\n" + lanes) == "2:3: \"lanes\" must name at most 50 lanes")
  }

  /// Comparing two patterns of many wildcards could take for ever.
  @Test func patternsThatAreTooHardToCompareAreRefused() {
    let earlier = "*" + String(repeating: "*a*b", count: 60)
    let later = "a*" + String(repeating: "c*a*", count: 40) + "b*a"
    let text =
      "lanes:\n  a: \"\(earlier)\"\n  b: \"a*\(String(repeating: "b*", count: 20))a\"\n  c: \"\(later)\"\n"
    #expect(complaint(text)?.hasPrefix("4:6: \"c\" must be a simpler pattern") == true)
  }

  @Test func theErrorCarriesItsParts() throws {
    let error = #expect(throws: PolicyFileError.self) {
      try PolicyFile.read(Array("\n\n  lanse: {}".utf8), file: ".gitflow-guard.yml")
    }
    #expect(error?.file == ".gitflow-guard.yml")
    #expect(error?.line == 3)
    #expect(error?.column == 3)
    #expect(error?.value == "lanse")
    #expect(error?.suggestion == "lanes")
    #expect(
      error?.described.english
        == ".gitflow-guard.yml:3:3: unknown key \"lanse\"; did you mean \"lanes\"?"
    )
  }

  @Test func theErrorHidesNothingFromATerminal() {
    #expect(
      complaint("\"\\e[2Jx\": 1") == "1:1: unknown key \"\\u{1b}[2Jx\"")
    let long = String(repeating: "я", count: 500)
    #expect(
      complaint("mode: \(long)")
        == "1:7: \"mode\" must be enforce or advise, but it is \"\(String(repeating: "я", count: 57))...\""
    )
  }
}
