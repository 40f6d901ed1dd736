import Foundation
import GuardTesting
import PolicyFile
import Reporting
import Testing
import Wording

@testable import Guard

/// The schema and the loader say the same of what a schema can say.
@Suite struct PolicySchemaTests {
  static let valid = [
    "", "version: 1", "mode: advise", "preset: trunk", "preset: gitflow",
    "lanes: { main: main, develop: develop, intermediate: \"i/{owner}\", experiment: \"**\" }",
    "promotions: { main: { from: [develop], by: [merge] }, "
      + "develop: { from: [intermediate], by: [merge, squash], requires: [fresh, entry] } }",
    "experiments: { directory: results, files: [\"*.md\"], entry: { sections: [Data], "
      + "names-branch: false, exempt: [\"docs/**\"] }, metrics: { f1: higher, loss: lower } }",
    "rules: { own-work: error, lock-drift: warning, stale-source: off }",
    "rules: { own-work: 'off' }", "trust: [messages]", "tags: { \"v*\": main }",
    "owners: { anna: [anna@example.org, \"@anna.k\"] }",
    "layout: { required: [src, README.md], locks: { requirements.in: requirements.txt } }",
    "file-size: { \"models/**\": 50MiB, \"**\": 4096 }", "baseline: null", "baseline: 4f1c9e07d2",
    "baseline: 1234567", "messages: ru",
    "waivers: [{ rule: direct-commit, commit: 1a2b3c4d5e, reason: r, by: anna, until: 2026-12-31 }]",
    "waivers: [{ rule: own-work, branch: main, reason: r, by: anna, until: 2026-12-31 }]",
  ]

  static let invalid = [
    "version: 2", "mode: strict", "preset: none", "lanes: {}", "lanes: [main]", "lane: { a: b }",
    "promotions: { main: { from: [develop] } }", "promotions: { main: { from: [], by: [merge] } }",
    "promotions: { main: { from: [develop], by: [rebase] } }",
    "promotions: { main: { from: [develop], by: [merge], needs: [fresh] } }",
    "experiments: { folder: results }", "experiments: { entry: { names-branch: maybe } }",
    "experiments: { metrics: { f1: better } }", "rules: { own-works: error }",
    "rules: { own-work: fatal }", "trust: [names]", "owners: { anna: [anna] }",
    "layout: { required: [src, src] }", "experiments: { entry: { sections: [Data, Data] } }",
    "layout: { need: [src] }", "file-size: { \"**\": large }", "file-size: { \"**\": 1XB }",
    "baseline: xyz", "messages: de", "tags: [v1]",
    "waivers: [{ rule: direct-commit, reason: r, by: anna, until: 2026-12-31 }]",
    "waivers: [{ rule: direct-commit, commit: 1a2b3c4d5e, branch: main, reason: r, by: a, until: 2026-12-31 }]",
    "waivers: [{ rule: direct-commit, commit: 1a2b3c4d5e, by: anna, until: 2026-12-31 }]",
    "waivers: [{ rule: direct-commit, commit: 1a2b3c4d5e, reason: r, by: a, until: tomorrow }]",
  ]

  private func isRead(_ text: String) -> Bool {
    (try? PolicyFile.read(Array(text.utf8), file: "policy")) != nil
  }

  @Test func schemaAndLoaderAgree() throws {
    for text in Self.valid { #expect(isRead(text), "\(text)") }
    for text in Self.invalid { #expect(isRead(text) == false, "\(text)") }
    let cases = Self.valid.map { ($0, true) } + Self.invalid.map { ($0, false) }
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/schema", withIntermediateDirectories: false)
    let told = JSONValue.object([
      .init("schema", PolicySchema.value),
      .init(
        "cases",
        .array(
          cases.map { text, isValid in
            .object([.init("text", .string(text)), .init("valid", .bool(isValid))])
          })),
    ])
    try told.lines(in: .english).joined(separator: "\n").write(
      toFile: folder.path + "/schema/all.policy.json", atomically: false, encoding: .utf8)
    let outcome = try OutsideValidators.check(folder, below: folder.path + "/schema")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stdout == "1 files\n", "\(outcome)")
  }

  /// A key that the loader learns stands in the schema, and no other does.
  @Test func bothKnowTheSameKeys() throws {
    guard case .object(let members) = PolicySchema.value,
      case .object(let properties) = members.first(where: { $0.key == "properties" })?.value
    else {
      Issue.record("the schema has no properties")
      return
    }
    #expect(properties.map(\.key).sorted() == PolicyFile.keys.sorted())
  }

}
