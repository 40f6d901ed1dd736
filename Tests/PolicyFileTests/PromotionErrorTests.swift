import GuardTesting
import PolicyFile
import Testing
import Wording

/// Pairs of a policy file and the error that it gives.
@Suite("Mistakes in promotions have their sentence and place")
struct PromotionErrorTests {
  @Test(arguments: cases)
  func promotions(text: String, message: String) {
    #expect(complaint(text) == message)
  }

  private static let cases: [(String, String)] = [
    (
      """
      promotions:
        develop: { from: [intermediate], by: [merge] }
        develop: { from: [experiment], by: [merge] }
      """,
      """
      3:3: a second promotion into "develop"; the first one is on line 2
      """
    ),
    (
      "promotions: { develp: { from: [intermediate], by: [merge] } }",
      """
      1:15: a promotion into the unknown lane "develp"; did you mean "develop"?
      """
    ),
    (
      "promotions: { develop: { from: [intermediat], by: [merge] } }",
      """
      1:33: a promotion from the unknown lane "intermediat"; did you mean "intermediate"?
      """
    ),
    (
      "promotions: { main: { from: [develop, intermediate], by: [merge] } }",
      """
      1:39: "intermediate" would be a way into "main" around "develop"
      """
    ),
    (
      "promotions: { main: { from: [develop], by: [merge, commit] } }",
      """
      1:44: "by" must not list commit for "main": that is a way in around "develop"
      """
    ),
    (
      "promotions: {}",
      """
      1:1: "promotions" has none into "main", so everything may come in around "develop"; add \
      main: { from: [develop], by: [merge] }
      """
    ),
    (
      "promotions: { develop: { from: [intermediate], by: [merge] } }",
      """
      1:1: "promotions" has none into "main", so everything may come in around "develop"; add \
      main: { from: [develop], by: [merge] }
      """
    ),
    (
      """
      preset: gitflow
      promotions: { main: { from: [develop, feature], by: [merge] } }
      """,
      """
      2:39: "feature" would be a way into "main" around "develop"
      """
    ),
    (
      "promotions: { develop: { from: [intermediate] } }",
      """
      1:24: "develop" lacks the key "by"
      """
    ),
    (
      "promotions: { develop: { by: [merge] } }",
      """
      1:24: "develop" lacks the key "from"
      """
    ),
    (
      "promotions: { develop: { from: [], by: [merge] } }",
      """
      1:32: "from" must name at least one lane: nothing could come into "develop"
      """
    ),
    (
      "promotions: { develop: { from: [intermediate], by: [] } }",
      """
      1:52: "by" must name at least one method: nothing could come into "develop"
      """
    ),
    (
      "promotions: { develop: { from: intermediate, by: [merge] } }",
      """
      1:32: "from" must be a list such as [develop], but it is "intermediate"
      """
    ),
    (
      "promotions: { develop: { from: [intermediate], by: [marge] } }",
      """
      1:53: "by" must be merge, fast-forward, squash or commit, but it is "marge"; did you mean \
      "merge"?
      """
    ),
    (
      "promotions: { develop: { from: [intermediate], by: [merge], requires: [fresch] } }",
      """
      1:72: "requires" must be fresh, entry or same-tree, but it is "fresch"; did you mean \
      "fresh"?
      """
    ),
    (
      "promotions: { develop: { from: [intermediate], by: [merge], require: [] } }",
      """
      1:61: unknown key "require"; did you mean "requires"?
      """
    ),
    (
      "promotions: { develop: { from: [intermediate, intermediate], by: [merge] } }",
      """
      1:47: "from" names "intermediate" twice
      """
    ),
    (
      "promotions: { develop: { from: [[intermediate]], by: [merge] } }",
      """
      1:33: "promotions" must be text, but it is a list
      """
    ),
    (
      "promotions: [develop]",
      """
      1:13: "promotions" must be a mapping such as { main: { from: [develop], by: [merge] } }, \
      but it is a list
      """
    ),
  ]
}
