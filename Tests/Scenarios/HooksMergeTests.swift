import GuardTesting
import Testing

/// Merges into a protected branch, in every form that git has for them.
@Suite struct HooksMergeTests {
  private func refused(
    _ rules: Set<String>, _ arguments: [String],
    prepare: (Team, ScratchRepository) throws -> Void = { _, _ in }
  ) throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.experiment("experiment/tuning")
    try prepare(team, anna)
    try anna.git("checkout", "-q", "develop")
    let before = try anna.id("HEAD")
    let outcome = try anna.git(arguments, expecting: nil)
    #expect(outcome.status != 0)
    #expect(outcome.refusals == rules, "\(outcome)")
    #expect(outcome.remedy.first?.hasPrefix("git merge --abort") == true, "\(outcome)")
    #expect(try anna.id("HEAD") == before)

    // git says "use 'git commit' to complete the merge": that is refused as well.
    let commit = try anna.git("commit", "--no-edit", expecting: nil)
    #expect(commit.status != 0)
    #expect(commit.refusals == rules, "\(commit)")
    let bare = try anna.git("commit", "-n", "--no-edit", expecting: nil)
    #expect(bare.status != 0)
    #expect(bare.refusals == rules, "\(bare)")
    #expect(try anna.id("HEAD") == before)
    try anna.git("merge", "--abort")
    #expect(try anna.git("status", "--porcelain").text == "")
  }

  @Test func noFastForward() throws {
    try refused(
      ["branch-flow", "experiment-entry"], ["merge", "--no-ff", "--no-edit", "experiment/resnet"])
  }

  @Test func trueMerge() throws {
    try refused(
      ["branch-flow", "experiment-entry", "stale-source"],
      ["merge", "--no-edit", "experiment/resnet"]
    ) { team, anna in
      try team.moveOn()
      try anna.git("checkout", "-q", "develop")
      try anna.git("pull", "-q", "--ff-only")
    }
  }

  @Test func octopus() throws {
    try refused(
      ["branch-flow", "merge-method", "experiment-entry"],
      ["merge", "--no-ff", "--no-edit", "experiment/resnet", "experiment/tuning"])
  }

  @Test func oursThrowsTheWorkAway() throws {
    try refused(
      ["merge-content"], ["merge", "--no-ff", "--no-edit", "-s", "ours", "intermediate/anna"]
    ) { _, anna in
      try anna.bring("experiment/resnet", into: "intermediate/anna")
    }
  }

  @Test func unrelatedHistories() throws {
    try refused(
      ["unrelated-history", "stale-source"],
      ["merge", "--no-edit", "--allow-unrelated-histories", "intermediate/anna"]
    ) { _, anna in
      try anna.unhooked("checkout", "-q", "--orphan", "intermediate/anna")
      try anna.unhooked("rm", "-rfq", ".")
      try anna.write("alone.py", "alone = 1\n")
      try anna.write("experiments/alone.md", "# Alone\n\nIt works.\n")
      try anna.unhooked("add", "-A")
      try anna.unhooked("commit", "-q", "-m", "Alone")
    }
  }

  @Test func withoutPreMergeCommit() throws {
    try refused(
      ["branch-flow", "experiment-entry"],
      ["merge", "--no-verify", "--no-ff", "--no-edit", "experiment/resnet"])
  }

  @Test func pullOfAnExperiment() throws {
    try refused(
      ["branch-flow", "experiment-entry"],
      ["pull", "--no-ff", "--no-edit", "origin", "experiment/resnet"]
    ) { _, anna in
      try anna.git("push", "-q", "origin", "experiment/resnet")
      try anna.git("fetch", "-q")
      try anna.git("branch", "-q", "-D", "experiment/resnet")
    }
  }

  @Test func theNameThatWasTypedIsOnlyAHint() throws {
    // The head is an experiment's, whatever the environment calls it.
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    let head = try anna.id("HEAD")
    try anna.git("checkout", "-q", "develop")
    try anna.git("branch", "intermediate/anna")
    let outcome = try anna.git(
      "merge", "--no-ff", "--no-edit", "experiment/resnet", expecting: nil,
      environment: ["GITHEAD_\(head)": "intermediate/anna"])
    #expect(outcome.status != 0)
    #expect(outcome.refusals.contains("branch-flow"), "\(outcome)")
    #expect(outcome.stderr.contains("experiment/resnet may not go into develop"), "\(outcome)")
  }

  @Test func aGoodMergeIsSilent() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.bring("experiment/resnet", into: "intermediate/anna")
    try anna.git("checkout", "-q", "develop")
    let merged = try anna.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    #expect(merged.told == "", "\(merged)")
    let pushed = try anna.git("push", "-q", "origin", "develop")
    #expect(pushed.told == "", "\(pushed)")
    #expect(try team.tip("develop") == anna.id("develop"))
  }
}
