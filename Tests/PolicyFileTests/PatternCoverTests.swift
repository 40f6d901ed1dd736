import GitModel
import GuardTesting
import Testing
import Wording

@testable import PolicyFile

@Suite("Which patterns take a whole lane")
struct PatternCoverTests {
  @Test(arguments: [
    (["**"], "main"), (["main"], "main"), (["*/{owner}"], "intermediate/{owner}"),
    (["{owner}"], "*"), (["*"], "{owner}"), (["**/x"], "a/**/x"), (["a/**"], "a/b/**"),
    (["*", "*/**"], "**"), (["{owner}", "{owner}/**"], "**"), (["a*", "*a", "*b*"], "*b"),
    (["**/**"], "**"),
  ])
  func covered(earlier: [String], pattern: String) {
    #expect(PatternCover.covers(earlier.map { PathPattern($0) }, PathPattern(pattern)) == .yes)
  }

  @Test(arguments: [
    ([], "main"), (["main"], "**"), (["*"], "**"), (["intermediate/{owner}"], "intermediate/**"),
    (["feature/*"], "feature/**"), (["*/*"], "*"), (["a*", "*b"], "*a*"), (["Main"], "main"),
  ])
  func notCovered(earlier: [String], pattern: String) {
    #expect(PatternCover.covers(earlier.map { PathPattern($0) }, PathPattern(pattern)) == .no)
  }

  /// The automaton reads the patterns' language a second time; here the two readings are compared.
  @Test func theAutomatonAgreesWithThePattern() {
    var dice = Dice(state: 1)
    let pieces = ["a", "b", "/", "*", "**", "**/", "/**/", "ab"]
    var matches = 0
    for _ in 0..<3000 {
      let count = Int.random(in: 1...5, using: &dice)
      let source = (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      let pattern = PathPattern(
        Bool.random(using: &dice) ? source : source.hasSuffix("/") ? source + "{owner}" : source)
      let name = (0..<Int.random(in: 0...7, using: &dice)).map { _ in
        Array("ab/".utf8).randomElement(using: &dice) ?? 0
      }
      let automaton = Automaton([pattern])
      let accepted = automaton.accepts(name.reduce(automaton.start) { automaton.step($0, $1) })
      matches += accepted ? 1 : 0
      #expect(
        accepted == (pattern.match(name) != nil),
        "\(pattern.source) on \(String(decoding: name, as: UTF8.self))")
    }
    #expect((300...2700).contains(matches))
  }
}

@Suite("The nearest known word")
struct SpellingTests {
  @Test(arguments: [
    ("lanse", "lanes"), ("LANES", "lanes"), ("lane", "lanes"), ("ownesr", "owners"),
    ("file_size", "file-size"), ("lan", "lanes"),
  ])
  func near(word: String, known: String) {
    #expect(Spelling.nearest(to: word, among: PolicyReader.keys) == known)
  }

  @Test(arguments: ["", "x", "zebra", "пустяк", String(repeating: "lanes", count: 50)])
  func far(word: String) {
    #expect(Spelling.nearest(to: word, among: PolicyReader.keys) == nil)
  }
}
