import GitModel
import GuardTesting
import Testing

@Suite struct PathPatternTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let pattern: String
    let matching: [String]
    let other: [String]
    var testDescription: String { pattern }
  }

  static let cases = [
    Case(pattern: "main", matching: ["main"], other: ["Main", "main2", "a/main", "main/a", ""]),
    Case(
      pattern: "feature/*", matching: ["feature/x", "feature/", "feature/é"],
      other: ["feature", "feature/x/y", "xfeature/x"]),
    Case(pattern: "*", matching: ["", "x", "x.y"], other: ["x/y", "/"]),
    Case(pattern: "**", matching: ["", "x", "x/y", "x/y/z", "/"], other: []),
    Case(
      pattern: "**/x", matching: ["x", "a/x", "a/b/x", "/x"],
      other: ["ax", "x/a", "a/bx", "a/x/b"]),
    Case(pattern: "a/**", matching: ["a/", "a/x", "a/x/y"], other: ["a", "ab", "b/a/x"]),
    Case(
      pattern: "a/**/b", matching: ["a/b", "a/x/b", "a/x/y/b"], other: ["ab", "a/xb", "a/b/x"]),
    Case(
      pattern: "**/*.md", matching: ["x.md", ".md", "a/x.md", "a/b/x.md"],
      other: ["x.mdx", "a/x.md/y"]),
    Case(pattern: "a**b", matching: ["ab", "axb", "a/b", "ax/yb"], other: ["a", "b", "abc"]),
    Case(pattern: "a**/b", matching: ["a/b", "ax/b", "a/x/b"], other: ["ab", "xa/b"]),
    Case(
      pattern: "intermediate/{owner}", matching: ["intermediate/anna", "intermediate/ö"],
      other: ["intermediate", "intermediate/", "intermediate/anna/x", "x/intermediate/anna"]),
    Case(
      pattern: "team/{owner}/**", matching: ["team/anna/", "team/anna/x/y"],
      other: ["team/anna", "team//x"]),
    // What other globs know has no meaning here.
    Case(pattern: "a?[b]", matching: ["a?[b]"], other: ["axb", "ab"]),
  ]

  @Test(arguments: cases) func matchesWhatItSays(_ given: Case) {
    let pattern = PathPattern(given.pattern)
    for name in given.matching { #expect(pattern.matches(BranchName(name)), "\(name)") }
    for name in given.other { #expect(pattern.matches(BranchName(name)) == false, "\(name)") }
  }

  @Test func theOwnerIsTheWholePart() throws {
    let plain = try #require(
      PathPattern("intermediate/{owner}").match(Array("intermediate/anna-b".utf8)))
    #expect(plain.owner == Array("anna-b".utf8))
    let deep = try #require(PathPattern("**/{owner}/work").match(Array("a/b/carl/work".utf8)))
    #expect(deep.owner == Array("carl".utf8))
    #expect(PathPattern("x/*").match(Array("x/y".utf8))?.owner == [])
  }

  @Test func anOwnerIsFilledInWhereNothingElseIsOpen() {
    #expect(PathPattern("intermediate/{owner}").filled(owner: "anna") == "intermediate/anna")
    #expect(PathPattern("main").filled(owner: "anna") == "main")
    #expect(PathPattern("{owner}/*").filled(owner: "anna") == nil)
    #expect(PathPattern("**/{owner}").filled(owner: "anna") == nil)
  }

  @Test func onlyAPatternWithoutWildcardsIsLiteral() {
    #expect(PathPattern("develop").literal == "develop")
    for open in ["*", "**", "a/**/b", "x/{owner}", "re*se"] {
      #expect(PathPattern(open).literal == nil, "\(open)")
    }
  }

  @Test func agreesWithTheDefinitionOnRandomPatterns() {
    var dice = FakeDice(seed: 7)
    var hits = 0
    let pieces = ["a", "b", "/", "*", "**", "**/", "/**", "{owner}"]
    for _ in 0..<20_000 {
      let pattern = (0..<dice.below(6)).map { _ in dice.pick(pieces) }.joined()
      let name = (0..<dice.below(7)).map { _ in dice.pick(["a", "b", "/"]) }.joined()
      let expected = SlowGlob.matches(pattern, name)
      if expected { hits += 1 }
      let found = PathPattern(pattern).matches(BranchName(name))
      #expect(found == expected, "\(pattern) and \(name)")
    }
    #expect(hits > 1_000, "the dice must throw matches as well")
  }

  /// A matcher that tries all ways would not end within the age of the universe.
  @Test(arguments: ["*a", "**a", "**/a"]) func hostilePatternsEnd(_ piece: String) {
    let pattern = PathPattern(String(repeating: piece, count: 40) + "b")
    let name = BranchName(String(repeating: piece == "**/a" ? "a/" : "a", count: 200))
    #expect(pattern.matches(name) == false)
  }
}
