import GuardTesting
import Testing

/// What git hands to pre-push when it is typed in unusual ways.
@Suite struct HooksPushTests {
  private func stage() throws -> (Team, ScratchRepository) {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/fix")
    try anna.commit("fix 2")
    return (team, anna)
  }

  /// A push that must be refused, and the remote that must not move.
  @discardableResult
  private func refused(
    _ rules: Set<String>, _ team: Team, _ anna: ScratchRepository, _ words: [String],
    status: Int32 = 1
  ) throws -> ScratchOutcome {
    let before = try team.origin.git("for-each-ref").text
    let push = try anna.git(["push"] + words, expecting: nil)
    #expect(push.status == status, "\(push)")
    #expect(push.refusals.isSuperset(of: rules), "\(push)")
    #expect(try team.origin.git("for-each-ref").text == before)
    return push
  }

  @Test func anExpressionWithALineBreakIsNotGuessedAt() throws {
    let (team, anna) = try stage()
    let push = try refused([], team, anna, ["origin", "HEAD^{/fix\n}:refs/heads/develop"])
    #expect(push.stderr.contains("can't be read"), "\(push)")
    #expect(push.rawControls.isEmpty)
  }

  @Test func whatTheRemoteHasIsFetchedFirst() throws {
    let (team, anna) = try stage()
    try anna.bring("experiment/fix", into: "intermediate/anna")
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try team.moveOn()
    let push = try refused([], team, anna, ["--force", "origin", "develop"])
    #expect(push.stderr.contains("    git fetch origin\n"), "\(push)")
    try anna.git("fetch", "-q", "origin")
    try refused(["history-rewrite"], team, anna, ["--force", "origin", "develop"])
  }

  @Test func deletionAndCreationNeedNothingOfTheRemote() throws {
    let (team, anna) = try stage()
    try team.moveOn()
    try anna.git("update-ref", "-d", "refs/remotes/origin/develop")
    let deletion = try refused(["branch-deletion"], team, anna, ["origin", ":develop"])
    #expect(deletion.refusals == ["branch-deletion"], "\(deletion)")
    #expect(deletion.stderr.contains("undecided") == false, "\(deletion)")
    try anna.git("push", "-q", "origin", "experiment/fix:experiment/new")
    // Somebody else's experiment that was never fetched may be deleted.
    try anna.git("push", "-q", "origin", "--delete", "experiment/by-boris")
    #expect(try team.tip("experiment/by-boris") == nil)
  }

  @Test func theCurrentBranchDecidesNothing() throws {
    let (team, anna) = try stage()
    try refused(["branch-flow"], team, anna, ["origin", "experiment/fix:develop"])
    try anna.git("checkout", "-q", "develop")
    let push = try anna.git("push", "-q", "origin", "experiment/fix")
    #expect(push.told == "", "\(push)")
    try anna.git("checkout", "-q", "experiment/fix")
    try anna.git("config", "push.default", "upstream")
    try anna.git("branch", "-q", "--set-upstream-to", "origin/develop")
    try refused(["branch-flow"], team, anna, [])
  }

  @Test func aBadRefDoesNotHideAmongGoodOnes() throws {
    let (team, anna) = try stage()
    try anna.bring("experiment/fix", into: "intermediate/anna")
    let push = try refused(
      ["branch-flow"], team, anna,
      ["origin", "experiment/fix", "intermediate/anna", "experiment/fix:main", "HEAD:experiment/x"])
    #expect(push.stderr.contains("main"), "\(push)")
    try anna.git("branch", "-f", "develop", "experiment/fix")
    try refused(["branch-flow"], team, anna, ["--all", "origin"])
    try refused(["branch-flow"], team, anna, ["--mirror", "origin"])
  }

  @Test func pruningAPushDeletesNoProtectedBranch() throws {
    let (team, anna) = try stage()
    try anna.git("branch", "-q", "-D", "develop")
    // The deletions of `push --mirror` are not handed to any client hook; a server sees them.
    try refused(
      ["branch-deletion"], team, anna,
      ["--prune", "origin", "refs/heads/*:refs/heads/*"])
  }

  @Test func tagsGoFree() throws {
    let (team, anna) = try stage()
    try anna.git("tag", "v1")
    try anna.git("tag", "-a", "v2", "-m", "Two")
    let push = try anna.git("push", "-q", "--tags", "origin")
    #expect(push.told == "", "\(push)")
    #expect(try team.origin.git("tag").lines == ["v1", "v2"])
    try refused(["branch-flow"], team, anna, ["origin", "v1:refs/heads/develop"])
  }

  @Test func whatIsNoCommitIsNoStep() throws {
    let (team, anna) = try stage()
    try anna.git("tag", "tree", "HEAD^{tree}")
    // git itself refuses a tree under refs/heads; whoever asks the hook first must not be let by.
    let tree = try anna.id("HEAD^{tree}")
    let before = try anna.id("origin/develop")
    let outcome = try team.run(
      "hook", "pre-push", "origin", "url", in: anna,
      input: "tree \(tree) refs/heads/develop \(before)\n")
    #expect(outcome.status == 3 || outcome.status == 1, "\(outcome)")
  }

  @Test func aUrlWithAPasswordIsNeverPrinted() throws {
    let (team, anna) = try stage()
    let typed = "https://anna:se%63ret@example.invalid/team.git"
    try anna.git("config", "url.\(team.origin.path).insteadOf", typed)
    let push = try refused(["branch-flow", "direct-commit"], team, anna, [typed, "HEAD:develop"])
    let guardsWords = push.stderr.split(separator: "error: failed to push")[0]
    #expect(guardsWords.contains("anna:") == false, "\(push)")
    #expect(guardsWords.contains("se%63ret") == false, "\(push)")
  }

  @Test func theRemoteByItsUrl() throws {
    let (team, anna) = try stage()
    let url = "file://" + team.origin.path
    for spelled in [url, team.origin.path, url + "/"] {
      try refused(["branch-flow"], team, anna, [spelled, "HEAD:develop"])
    }
    try anna.bring("experiment/fix", into: "intermediate/anna")
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    let good = try anna.git("push", "-q", url + "/", "develop")
    #expect(good.told == "", "\(good)")
  }

  @Test func nothingToPushIsNothingToJudge() throws {
    let (_, anna) = try stage()
    let push = try anna.git("push", "-q", "origin", "develop")
    #expect(push.told == "", "\(push)")
  }
}
