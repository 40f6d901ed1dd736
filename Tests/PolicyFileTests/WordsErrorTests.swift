import GuardTesting
import PolicyFile
import Testing
import Wording

/// Pairs of a policy file and the error that it gives.
@Suite("Mistakes in one word of a list have their sentence and place")
struct WordsErrorTests {
  @Test(arguments: cases)
  func wordsOfAList(text: String, message: String) {
    #expect(complaint(text) == message)
  }

  private static let cases: [(String, String)] = [
    (
      "version: 2",
      """
      1:10: "version" must be the bare number 1, the only version that this program reads, but \
      it is "2"
      """
    ),
    (
      """
      version: "1"
      """,
      """
      1:10: "version" must be the bare number 1, the only version that this program reads, but \
      it is "1"
      """
    ),
    (
      "version:",
      """
      1:9: "version" must be the bare number 1, the only version that this program reads, but it \
      is nothing
      """
    ),
    (
      "preset: gitflo",
      """
      1:9: "preset" must be mlops, gitflow or trunk, but it is "gitflo"; did you mean "gitflow"?
      """
    ),
    (
      "mode: enforced",
      """
      1:7: "mode" must be enforce or advise, but it is "enforced"; did you mean "enforce"?
      """
    ),
    (
      "mode: off",
      """
      1:7: "mode" must be enforce or advise, but it is "off"
      """
    ),
    (
      "mode:",
      """
      1:6: "mode" must be enforce or advise, but it is nothing
      """
    ),
    (
      "messages: english",
      """
      1:11: "messages" must be auto, en or ru, but it is "english"; did you mean "en"?
      """
    ),
    (
      "messages: rus",
      """
      1:11: "messages" must be auto, en or ru, but it is "rus"; did you mean "ru"?
      """
    ),
    (
      "trust: messages",
      """
      1:8: "trust" must be a list such as [messages], but it is "messages"
      """
    ),
    (
      "trust: [message]",
      """
      1:9: "trust" must be messages, but it is "message"; did you mean "messages"?
      """
    ),
    (
      "trust: [messages, messages]",
      """
      1:19: "trust" names "messages" twice
      """
    ),
    (
      "rules: { own-wrok: error }",
      """
      1:10: unknown rule "own-wrok"; did you mean "own-work"?
      """
    ),
    (
      "rules: { zebra: error }",
      """
      1:10: unknown rule "zebra"
      """
    ),
    (
      "rules: { own-work: warn }",
      """
      1:20: "own-work" must be off, warning or error, but it is "warn"; did you mean "warning"?
      """
    ),
    (
      "rules: { own-work: fatal }",
      """
      1:20: "own-work" must be off, warning or error, but it is "fatal"
      """
    ),
    (
      """
      rules: { own-work: "false" }
      """,
      """
      1:20: "own-work" must be off, warning or error, but it is "false"
      """
    ),
    (
      "rules: { own-work: true }",
      """
      1:20: "own-work" must be off, warning or error, but it is "true"
      """
    ),
    (
      "rules: [own-work]",
      """
      1:8: "rules" must be a mapping such as { own-work: error }, but it is a list
      """
    ),
    (
      "rules: { own-work: error, own-work: off }",
      """
      1:27: a second severity for "own-work"; the first one is on line 1
      """
    ),
    (
      "rules:",
      """
      1:7: "rules" must be a mapping such as { own-work: error }, but it is nothing
      """
    ),
  ]
}
