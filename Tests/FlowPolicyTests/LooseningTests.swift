import FlowPolicy
import GitModel
import GuardTesting
import PolicyFile
import Testing
import Wording

/// What `policy-change` says of a proposal that changes the policy.
@Suite struct LooseningTests {
  private func details(_ old: String, _ new: String?) throws -> [String] {
    let tale = Tale([".gitflow-guard.yml": old])
    tale.branch("intermediate/anna")
    tale.commit("intermediate/anna", [".gitflow-guard.yml": new])
    let move = RefMove(
      ref: .branch("intermediate/anna"), before: nil, after: tale.tip("intermediate/anna"))
    let proposal = Proposal(
      occasion: .push, moves: [move], today: Tale.day, remote: "origin")
    let policy = try PolicyFile.read(Array(old.utf8), file: "old")
    let found = Engine().judge(proposal, by: Policies(policy), on: tale.history).findings
      .filter { $0.rule == .policyChange }
    #expect(found.count == 1)
    return found.flatMap(\.details).texts(in: .english)
  }

  @Test(arguments: [
    ("mode: enforce", "mode: advise", "mode: advise"),
    ("version: 1", "rules: { stale-source: warning }", "rules: stale-source: warning (was error)"),
    ("version: 1", "rules: { own-work: off }", "rules: own-work: off (was warning)"),
    ("version: 1", "trust: [messages]", "trust: [messages]"),
    (
      "version: 1",
      "promotions: { develop: { from: [intermediate, experiment], by: [merge], requires: [fresh, entry] }, main: { from: [develop], by: [merge, fast-forward], requires: [same-tree] }, intermediate: { from: [experiment, develop], by: [merge, fast-forward, commit] } }",
      "promotions: develop: from experiment too"
    ),
    (
      "version: 1",
      "promotions: { develop: { from: [intermediate], by: [merge, squash], requires: [fresh] }, main: { from: [develop], by: [merge, fast-forward], requires: [same-tree] }, intermediate: { from: [experiment, develop], by: [merge, fast-forward, commit] } }",
      "promotions: develop: by squash too\npromotions: develop: no longer requires entry"
    ),
    (
      "version: 1",
      "promotions: { develop: { from: [intermediate], by: [merge], requires: [fresh, entry] }, main: { from: [develop], by: [merge, fast-forward], requires: [same-tree] } }",
      "promotions: without intermediate, which takes everything then"
    ),
    (
      "version: 1",
      "lanes: { main: main, develop: dev, intermediate: \"intermediate/{owner}\", experiment: \"**\" }",
      "lanes: develop: dev (was develop)"
    ),
    (
      "version: 1",
      "waivers: [{ rule: direct-commit, commit: 1a2b3c4d5e, reason: hotfix, by: anna, until: 2026-12-31 }]",
      "waivers: direct-commit for 1a2b3c4d5e until 2026-12-31"
    ),
    ("version: 1", "baseline: 4f1c9e07d2", "baseline: 4f1c9e07d2 (was null)"),
    (
      "owners: { anna: [anna@example.org] }",
      "owners: { anna: [anna@example.org, ben@example.org] }",
      "owners: anna: anna@example.org, ben@example.org"
    ),
    (
      "experiments: { entry: { sections: [Data, Metrics] } }",
      "experiments: { entry: { sections: [Data], names-branch: false, exempt: [\"docs/**\"] } }",
      "experiments: entry: sections: without Metrics\nexperiments: entry: names-branch: false\n"
        + "experiments: entry: exempt: docs/**"
    ),
    ("tags: { \"v*\": main }", "version: 1", "tags: without v*: main"),
    (
      "file-size: { \"**\": 1MiB }", "file-size: { \"**\": 2MiB }",
      "file-size: **: 2 MiB (was 1 MiB)"
    ),
    (
      "layout: { required: [a, b] }", "layout: { required: [a] }", "layout: required: without b"
    ),
  ])
  func looserSettingsAreListed(_ old: String, _ new: String, _ expected: String) throws {
    let lines = expected.split(separator: "\n").map { "loosens \($0)" }
    #expect(try details(old, new) == lines)
  }

  @Test(arguments: [
    ("mode: advise", "mode: enforce"), ("version: 1", "rules: { own-work: error }"),
    ("version: 1", "tags: { \"v*\": main }"), ("trust: [messages]", "version: 1"),
    ("version: 1", "# a comment"), ("version: 1", "messages: ru"),
    ("file-size: { \"**\": 2MiB }", "file-size: { \"**\": 1MiB }"),
  ])
  func stricterOnesAreNot(_ old: String, _ new: String) throws {
    #expect(try details(old, new) == [])
  }

  /// Without a file the defaults judge.
  @Test func removingAStricterFileLoosens() throws {
    #expect(
      try details("rules: { own-work: error }", nil) == [
        "loosens rules: own-work: warning (was error)"
      ])
  }
}
