import FlowPolicy
import Foundation
import GuardTesting
import Reporting
import Testing
import Wording

/// The pages of docs/rules are made from the rules. `make documents` renews them.
@Suite struct RulePageTests {
  static let folder = URL(filePath: CITools.root + "docs/rules")

  static let pages: [String: String] = {
    let cards = RuleCatalog.all.map(\.card)
    var pages = ["README.md": RulePage.index(cards)]
    for card in cards { pages["\(card.id.rawValue).md"] = RulePage(card).document }
    return pages
  }()

  @Test func everyPageIsUpToDate() throws {
    if ProcessInfo.processInfo.environment["GUARD_RENEW"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for (name, text) in Self.pages {
        try Data(text.utf8).write(to: Self.folder.appending(path: name))
      }
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.sorted() == Self.pages.keys.sorted())
    for (name, text) in Self.pages {
      let known = try? String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      #expect(known == text, "docs/rules/\(name): make documents renews it")
    }
  }

  @Test func everyRuleHasAPage() {
    #expect(Set(RuleCatalog.all.map(\.id)) == Set(RuleID.allCases))
  }

  /// Read by hand once; a change of the drawing shows here.
  @Test func theGraphIsDrawnAsItWasRead() {
    let example = RuleExample(
      setting: [
        .branch("experiment/resnet", at: "develop"),
        .commit("experiment/resnet", writing: "src/model.py"),
        .branch("intermediate/anna", at: "develop"),
      ],
      attempt: [
        .merge("experiment/resnet", into: "intermediate/anna"),
        .merge("intermediate/anna", into: "develop"),
      ], pushed: ["develop"])
    #expect(
      ExampleGraph(example).lines == [
        "main                o------------------",
        "develop             o--+-----+-----5-->",
        "experiment/resnet      1--2--+--.--+---",
        "intermediate/anna            3--4--'---",
      ])
  }
}
