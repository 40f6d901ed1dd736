import GuardTesting
import PolicyFile
import Testing
import Wording

/// Pairs of a policy file and the error that it gives.
@Suite("Mistakes in lanes have their sentence and place")
struct LaneErrorTests {
  @Test(arguments: cases)
  func lanes(text: String, message: String) {
    #expect(complaint(text) == message)
  }

  private static let cases: [(String, String)] = [
    (
      "lanes: {}",
      """
      1:8: "lanes" must name at least one lane
      """
    ),
    (
      "lanes: [main]",
      """
      1:8: "lanes" must be a mapping such as { main: main }, but it is a list
      """
    ),
    (
      "lanes: { main: }",
      """
      1:16: "main" must be text, but it is nothing
      """
    ),
    (
      """
      lanes: { main: "" }
      """,
      """
      1:16: "main" must not be blank
      """
    ),
    (
      """
      lanes: { main: "  " }
      """,
      """
      1:16: "main" must not be blank
      """
    ),
    (
      "lanes: { main: [main] }",
      """
      1:16: "main" must be text, but it is a list
      """
    ),
    (
      "lanes: { the main: main }",
      """
      1:10: "lanes" must be one word, but it is "the main"
      """
    ),
    (
      """
      lanes: { a: "{owner}/{owner}" }
      """,
      """
      1:13: "a" may have {owner} only once, but it is "{owner}/{owner}"
      """
    ),
    (
      """
      lanes: { a: "x{owner}" }
      """,
      """
      1:13: in "a" {owner} must stand alone between slashes, but it is "x{owner}"
      """
    ),
    (
      "lanes: { a: refs/heads/main }",
      """
      1:13: "a" must be a short name without refs/heads/ or refs/tags/, but it is \
      "refs/heads/main"
      """
    ),
    (
      "lanes: { a: /main }",
      """
      1:13: "a" must not begin or end with / nor have two of them in a row, but it is "/main"
      """
    ),
    (
      """
      lanes: { a: "a//b" }
      """,
      """
      1:13: "a" must not begin or end with / nor have two of them in a row, but it is "a//b"
      """
    ),
    (
      """
      lanes: { a: "{user}/x" }
      """,
      """
      1:13: "a" can't have "{": only *, ** and {owner} have a meaning, but it is "{user}/x"
      """
    ),
    (
      """
      lanes: { a: "v?" }
      """,
      """
      1:13: "a" can't have "?": only *, ** and {owner} have a meaning, but it is "v?"
      """
    ),
    (
      "lanes: { a: main.lock }",
      """
      1:13: "a" must be possible as a name in git, but it is "main.lock"
      """
    ),
    (
      "lanes: { a: a..b }",
      """
      1:13: "a" must be possible as a name in git, but it is "a..b"
      """
    ),
    (
      """
      lanes: { a: "ma\\u200bin" }
      """,
      """
      1:13: "a" holds a character that can't be seen: "ma\\u{200b}in"
      """
    ),
    (
      """
      lanes:
        experiment: "**"
        main: main
      """,
      """
      3:9: no branch can reach the lane "main" ("main"): the earlier lane "experiment" ("**") \
      takes it all
      """
    ),
    (
      """
      lanes: { a: "*", b: "**/*/*", c: "x/**" }
      """,
      """
      1:34: no branch can reach the lane "c" ("x/**"): the earlier lane "b" ("**/*/*") takes it \
      all
      """
    ),
    (
      "lanes: { main: main, main: master }",
      """
      1:22: a second lane "main"; the first one is on line 1
      """
    ),
    (
      """
      lanes: { main: main, topic: "**" }
      """,
      """
      1:1: the default promotions need the lane "develop", which "lanes" lacks; write \
      "promotions" too
      """
    ),
    (
      """
      preset: trunk
      lanes: { main: main, develop: develop, topic: "**" }
      """,
      """
      2:1: "topic" would be a way into "main" around "develop"; write "promotions" too
      """
    ),
  ]
}
