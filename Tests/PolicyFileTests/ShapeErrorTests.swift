import GuardTesting
import PolicyFile
import Testing
import Wording

/// Pairs of a policy file and the error that it gives.
@Suite("Mistakes in the YAML itself have their sentence and place")
struct ShapeErrorTests {
  @Test(arguments: cases)
  func theYAMLItself(text: String, message: String) {
    #expect(complaint(text) == message)
  }

  private static let cases: [(String, String)] = [
    (
      "lanse: {}",
      """
      1:1: unknown key "lanse"; did you mean "lanes"?
      """
    ),
    (
      """
      mode: enforce
      lanes:
        main: main

      mode: advise
      """,
      """
      5:1: a second key "mode"; the first one is on line 1
      """
    ),
    (
      "- mode",
      "1:1: a policy must be a mapping of keys such as mode: enforce, but it is a list"
    ),
    (
      "just text",
      """
      1:1: a policy must be a mapping of keys such as mode: enforce, but it is "just text"
      """
    ),
    (
      "mode: [enforce]",
      """
      1:7: "mode" must be enforce or advise, but it is a list
      """
    ),
    (
      """
      ? [a, b]
      : c
      """,
      "1:3: a key must be plain text, but it is a list"
    ),
    (
      """
      mode: enforce
      ---
      mode: advise
      """,
      "2:1: a second YAML document begins here; one is allowed"
    ),
    (
      "mode: &m enforce",
      """
      1:7: the anchor "&m" is not allowed; write the value out
      """
    ),
    (
      "mode: *m",
      """
      1:7: the alias "*m" is not allowed; write the value out, and put a pattern that begins \
      with * in quotation marks
      """
    ),
    (
      """
      lanes:
        all: **
      """,
      """
      2:9: not valid YAML: while scanning an alias, did not find expected alphabetic or numeric \
      character; put a pattern that begins with * in quotation marks
      """
    ),
    (
      "mode: !!str enforce",
      """
      1:7: the tag "tag:yaml.org,2002:str" is not allowed; write the bare value
      """
    ),
    (
      """
      mode: !x

      """,
      """
      1:7: the tag "!x" is not allowed; write the bare value
      """
    ),
    (
      "owners: { anna: [@anna] }",
      """
      1:18: not valid YAML: while scanning for the next token, found character that cannot start \
      any token; indent with spaces, and put a value that begins with @, ` or % in quotation marks
      """
    ),
    (
      """
      lanes:
      \tmain: main
      """,
      """
      2:1: not valid YAML: while scanning for the next token, found character that cannot start \
      any token; indent with spaces, and put a value that begins with @, ` or % in quotation marks
      """
    ),
    (
      "lanes: { main: main",
      "2:1: not valid YAML: while parsing a flow mapping, did not find expected ',' or '}'"
    ),
    (
      """
      mode: "enforce
      """,
      "1:15: not valid YAML: while scanning a quoted scalar, found unexpected end of stream"
    ),
    (
      "mode: enforce: x",
      "1:14: not valid YAML: mapping values are not allowed in this context"
    ),
    (
      "mode: {<<: *a}",
      """
      1:12: the alias "*a" is not allowed; write the value out, and put a pattern that begins \
      with * in quotation marks
      """
    ),
    (
      "&a {mode: enforce}",
      """
      1:1: the anchor "&a" is not allowed; write the value out
      """
    ),
  ]
}
