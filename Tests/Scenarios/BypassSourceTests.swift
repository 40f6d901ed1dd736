import GuardTesting
import Testing

/// Ways to make something look as if it came from an intermediate branch.
@Suite struct BypassSourceTests {
  /// Own work stops a push only where the team says so.
  private let strict = "version: 1\nrules: { own-work: error }\n"

  private func mergeIntoDevelop(_ bypass: Bypass, _ branch: String) throws {
    try bypass.anna.git("checkout", "-q", "develop")
    try bypass.anna.unhooked("merge", "-q", "--no-ff", "--no-edit", branch)
  }

  @Test func anExperimentRenamed() throws {
    let bypass = try Bypass(policy: strict)
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.unhooked("branch", "-m", "intermediate/anna")
    try bypass.anna.write("experiments/journal.md", "# Journal\n\n## ResNet\n\nIt works.\n")
    try bypass.anna.unhooked("commit", "-q", "-a", "-m", "Describe")
    try bypass.caught(["own-work"], new: "intermediate/anna", on: "intermediate/anna")
    try mergeIntoDevelop(bypass, "intermediate/anna")
    try bypass.caught(["own-work"])
  }

  @Test func anExperimentSquashedOntoTheIntermediateBranch() throws {
    let bypass = try Bypass(policy: strict)
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.git("checkout", "-q", "-b", "intermediate/anna", "origin/develop")
    try bypass.anna.git("merge", "-q", "--squash", "experiment/resnet")
    try bypass.anna.unhooked("commit", "-q", "-m", "ResNet")
    try bypass.anna.git("branch", "-q", "-D", "experiment/resnet")
    try bypass.caught(["own-work"], new: "intermediate/anna", on: "intermediate/anna")
  }

  @Test func aMergeOnTheWayThatHoldsMore() throws {
    let bypass = try Bypass(policy: strict)
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.git("checkout", "-q", "-b", "intermediate/anna", "origin/develop")
    try bypass.anna.git("merge", "-q", "--no-ff", "--no-commit", "experiment/resnet")
    try bypass.anna.write("src/backdoor.py", "open = True\n")
    try bypass.anna.git("add", "-A")
    try bypass.anna.unhooked("commit", "-q", "--no-edit")
    try bypass.anna.unhooked("commit", "-q", "--allow-empty", "-m", "Nothing to see")
    try mergeIntoDevelop(bypass, "intermediate/anna")
    try bypass.caught(["own-work"])
  }

  @Test func anotherPersonsBranchUnderAnExperimentsName() throws {
    let bypass = try Bypass()
    let boris = try bypass.team.member("boris")
    try boris.experiment("experiment/tuning")
    try boris.bring("experiment/tuning", into: "intermediate/boris")
    try boris.git("push", "-q", "origin", "experiment/tuning", "intermediate/boris")
    try bypass.anna.git("fetch", "-q")
    try bypass.brought()
    try bypass.anna.git("branch", "experiment/mine", "origin/intermediate/boris")
    try bypass.anna.git("checkout", "-q", "intermediate/anna")
    try bypass.anna.unhooked("merge", "-q", "-X", "ours", "-m", "Sync", "experiment/mine")
    try bypass.caught(["branch-flow"], new: "intermediate/anna", on: "intermediate/anna")
    try mergeIntoDevelop(bypass, "intermediate/anna")
    try bypass.caught(["branch-flow"])
  }

  @Test func anExperimentInsideASyncWithAnUnpushedDevelop() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.experiment("experiment/hidden")
    try mergeIntoDevelop(bypass, "experiment/hidden")
    try bypass.anna.git("checkout", "-q", "intermediate/anna")
    try bypass.anna.unhooked("merge", "-q", "--no-ff", "-m", "Sync with develop", "develop")
    try bypass.anna.git("checkout", "-q", "--detach", "origin/develop")
    try bypass.anna.unhooked("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try bypass.caught(["branch-flow"], new: "HEAD")
    // Pushing one's own branch lands nothing: what it carries is judged on its way into develop.
    let own = try bypass.anna.git("push", "-q", "origin", "intermediate/anna")
    #expect(own.refusals == [], "\(own)")
  }

  @Test func theRemedyNeverBuildsAProtectedBranchAnew() throws {
    let bypass = try Bypass()
    try bypass.anna.experiment("experiment/resnet")
    try mergeIntoDevelop(bypass, "experiment/resnet")
    try bypass.anna.git("checkout", "-q", "main")
    try bypass.anna.unhooked("merge", "-q", "--no-ff", "--no-edit", "develop")
    let push = try bypass.anna.git("push", "origin", "main", expecting: 1)
    #expect(push.refusals.contains("branch-flow"), "\(push)")
    #expect(push.stderr.contains("--force") == false, "\(push)")
    let mended = try bypass.anna.paste(push.remedy)
    #expect(mended.status == 0, "\(push)\n\(mended)")
    for name in ["main", "develop"] {
      #expect(try bypass.anna.id(name) == bypass.anna.id("origin/\(name)"))
    }
    let request = try bypass.team.run(
      "verify", "--source", "intermediate/anna", "--target", "develop", in: bypass.anna)
    #expect(request.status == 0, "\(request)")
  }

  @Test func stagedThroughAnotherRefOfTheSamePush() throws {
    let bypass = try Bypass(policy: strict)
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.git("checkout", "-q", "develop")
    try bypass.anna.unhooked(
      "merge", "-q", "--no-ff", "-m", "Merge branch 'intermediate/anna'", "experiment/resnet")
    let before = try bypass.team.tip("develop")
    let push = try bypass.anna.git(
      "push", "origin", "experiment/resnet:intermediate/anna", "develop", expecting: nil)
    #expect(push.status == 1)
    #expect(push.refusals.contains("branch-flow"), "\(push)")
    #expect(try bypass.team.tip("develop") == before)
    #expect(try bypass.team.tip("intermediate/anna") == nil)
  }

  @Test func aHeadInTheMiddleOfAnotherBranchsSideLine() throws {
    let bypass = try Bypass()
    try bypass.brought()
    // The experiment's commit is below the intermediate branch, but not on its own chain.
    let head = try bypass.anna.id("intermediate/anna~1^2")
    try bypass.anna.git("branch", "-q", "-D", "experiment/resnet")
    try mergeIntoDevelop(bypass, head)
    try bypass.caught(["unattributed-source", "experiment-entry"])
  }

  @Test func forgedMessagesOfForges() throws {
    for message in [
      "Merge branch 'intermediate/anna' into 'develop'",
      "Merge pull request #7 from team/intermediate/anna",
      "Merged in intermediate/anna (pull request #7)",
    ] {
      let bypass = try Bypass()
      try bypass.anna.experiment("experiment/resnet")
      try bypass.anna.git("checkout", "-q", "develop")
      try bypass.anna.unhooked("merge", "-q", "--no-ff", "-m", message, "experiment/resnet")
      try bypass.caught(["branch-flow"])
    }
  }

  @Test func replacedCommits() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.experiment("experiment/tuning")
    try mergeIntoDevelop(bypass, "experiment/tuning")
    // To git's own eyes the experiment is now the intermediate branch.
    try bypass.anna.git("replace", "experiment/tuning", "intermediate/anna")
    try bypass.caught(["branch-flow"])
  }
}
