import GuardTesting
import Testing

/// reference-transaction: protected branches that move without a commit are stopped where it happens.
@Suite struct TransactionTests {
  let team: Team
  let anna: ScratchRepository

  init() throws {
    team = try Team()
    anna = try team.member("anna", installing: false)
    let outcome = try team.run("install", "--with", "reference-transaction", in: anna)
    try #require(outcome.status == 0, "\(outcome)")
  }

  /// A command that is refused and moves no branch.
  @discardableResult
  private func refused(
    _ rules: Set<String>, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ScratchOutcome {
    let before = try anna.git("for-each-ref").lines
    let outcome = try anna.git(arguments, expecting: nil)
    #expect(outcome.status != 0, "\(arguments): \(outcome)", sourceLocation: sourceLocation)
    #expect(
      outcome.refusals.isSuperset(of: rules), "\(arguments): \(outcome)",
      sourceLocation: sourceLocation)
    #expect(try anna.git("for-each-ref").lines == before, sourceLocation: sourceLocation)
    return outcome
  }

  private func silent(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try anna.git(arguments, expecting: nil)
    #expect(outcome.status == 0, "\(arguments): \(outcome)", sourceLocation: sourceLocation)
    #expect(
      outcome.stderr.contains("refused") == false && outcome.stderr.contains("guard") == false,
      "\(arguments): \(outcome)", sourceLocation: sourceLocation)
  }

  /// git's status is as it was, after what the message says was done.
  private func inOrder(
    _ outcome: ScratchOutcome, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let advice = Array(outcome.remedy.prefix(1))
    let done = try anna.paste(advice)
    #expect(done.status == 0, "\(advice): \(done)", sourceLocation: sourceLocation)
    let status = try anna.git("status", "--porcelain", "--untracked-files=no")
    #expect(status.text == "", "\(outcome)\n\(status)", sourceLocation: sourceLocation)
  }

  @Test func fastForwardsIntoProtectedBranches() throws {
    try anna.experiment("experiment/resnet")
    try silent("checkout", "-q", "develop")
    try inOrder(try refused(["branch-flow"], "merge", "-q", "--ff-only", "experiment/resnet"))
    try inOrder(try refused(["branch-flow"], "pull", "-q", "--ff-only", ".", "experiment/resnet"))
    try inOrder(try refused(["branch-flow"], "rebase", "-q", "experiment/resnet"))
    #expect(try anna.git("rev-parse", "--abbrev-ref", "HEAD").text == "develop")
    try inOrder(try refused(["branch-flow"], "cherry-pick", "--ff", "experiment/resnet"))
  }

  @Test func branchesThatAreSetElsewhere() throws {
    try anna.experiment("experiment/resnet")
    let id = try anna.id("HEAD")
    try refused(["branch-flow"], "branch", "-f", "develop", "HEAD")
    try refused(["branch-flow"], "fetch", "-q", ".", "experiment/resnet:develop")
    try refused(["branch-flow"], "update-ref", "refs/heads/develop", id)
    try refused(["branch-flow"], "update-ref", "refs/heads/main", id)
    try refused(["branch-flow"], "checkout", "-q", "-B", "develop", "experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try inOrder(try refused(["branch-flow"], "reset", "-q", "--hard", "experiment/resnet"))
    try inOrder(try refused(["branch-flow"], "reset", "-q", "--keep", "experiment/resnet"))
    // Where the work tree was left alone nothing is advised.
    let outcome = try refused(["branch-flow"], "update-ref", "refs/heads/develop", id)
    #expect(outcome.stderr.contains("read-tree") == false, "\(outcome)")
  }

  /// What was changed and not committed is kept on the way back.
  @Test func uncommittedWorkSurvives() throws {
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try anna.write("README.md", "Mine\n")
    try anna.write("notes.txt", "Mine\n")
    try anna.git("add", "notes.txt")
    let outcome = try refused(["branch-flow"], "merge", "-q", "--ff-only", "experiment/resnet")
    #expect(try anna.paste(Array(outcome.remedy.prefix(1))).status == 0, "\(outcome)")
    #expect(anna.read("README.md") == "Mine\n" && anna.read("notes.txt") == "Mine\n")
    #expect(anna.read("src/experiment_resnet.py") == nil)
    #expect(try anna.git("status", "--porcelain").lines == [" M README.md", "A  notes.txt"])
  }

  @Test func theFlowItselfIsFree() throws {
    try anna.experiment("experiment/resnet")
    try anna.bring("experiment/resnet", into: "intermediate/anna")
    try anna.git("push", "-q", "origin", "experiment/resnet", "intermediate/anna")
    try anna.land("intermediate/anna")
    try silent("checkout", "-q", "main")
    try silent("merge", "-q", "--ff-only", "develop")
    try silent("push", "-q", "origin", "main")
    // Back to where the remote is, and forward again.
    try silent("reset", "-q", "--hard", "HEAD~1")
    try silent("pull", "-q", "--ff-only")
    try silent("branch", "-D", "develop")
    try silent("checkout", "-q", "develop")
    try silent("branch", "-m", "develop", "old")
    try silent("branch", "develop", "origin/develop")
  }

  @Test func housekeepingIsFree() throws {
    try anna.experiment("experiment/resnet")
    try team.moveOn()
    try silent("fetch", "-q", "--prune", "origin")
    try silent("checkout", "-q", "develop")
    try silent("pull", "-q", "--ff-only")
    try silent("pack-refs", "--all", "--prune")
    try silent("gc", "-q")
    try silent("branch", "-f", "main", "origin/develop~1")
    try silent("pack-refs", "--all")
    try anna.write("README.md", "Mine\n")
    try silent("stash", "-q")
    try silent("stash", "pop", "-q")
    try silent("worktree", "add", "-q", "../elsewhere", "-b", "experiment/other")
    try silent("worktree", "remove", "../elsewhere")
    try silent("checkout", "-q", "-f", "experiment/resnet")
    try silent("rebase", "-q", "develop")
    try silent("tag", "v1")
    #expect(try anna.git("fsck", "--strict").status == 0)
  }

  /// git does not tell the hook that a branch comes from a remote.
  @Test func aRemotesBranchIsFetchedOntoTheLocalOne() throws {
    try team.moveOn()
    try anna.git("checkout", "-q", "--detach")
    let first = try anna.git("fetch", "-q", "origin", "develop:develop", expecting: nil)
    #expect(first.status != 0 && first.refusals == ["unattributed-source"], "\(first)")
    let hint = "# if it comes from origin: git fetch origin, then try again"
    #expect(first.remedy.first == hint, "\(first)")
    try silent("fetch", "-q", "origin")
    try silent("fetch", "-q", "origin", "develop:develop")
    #expect(try anna.id("develop") == team.tip("develop"))
  }

  /// In a repository without a remote no other branch says what may go.
  @Test func aProtectedBranchOfOnesOwnStays() throws {
    let alone = try ScratchRepository()
    #expect(try team.run("install", "--with", "reference-transaction", in: alone).status == 0)
    try alone.commit("Begin", files: ["README.md": "x\n"])
    try alone.commit("Set up", files: [".gitflow-guard.yml": "version: 1\n"])
    try alone.git("branch", "develop")
    for command in ["pack-refs --all --prune", "gc -q", "pack-refs --all"] {
      #expect(try alone.git(command.split(separator: " ").map(String.init)).told == "")
    }
    for deletion in [["branch", "-D", "develop"], ["update-ref", "-d", "refs/heads/develop"]] {
      let outcome = try alone.git(deletion, expecting: nil)
      #expect(outcome.refusals == ["branch-deletion"], "\(outcome)")
    }
    #expect(try alone.id("develop") == alone.id("main"))
    let back = try alone.git("reset", "-q", "--hard", "HEAD~1", expecting: nil)
    #expect(back.refusals == ["history-rewrite"], "\(back)")
  }

  @Test func clonesAndMirrorsAreMade() throws {
    let template = team.origin.folder.path + "/template"
    try anna.write("../template/hooks/x", "")
    let hook = try #require(anna.read(".git/hooks/reference-transaction"))
    try anna.write("../template/hooks/reference-transaction", hook, executable: true)
    try team.moveOn()
    for options in [
      [], ["--bare"], ["--mirror"], ["--single-branch", "-b", "develop"], ["--depth=1"],
    ] {
      let place = team.origin.folder.path + "/clone" + options.joined()
      let made = try team.origin.git(
        ["clone", "-q", "--template", template] + options + ["file://\(team.origin.path)", place],
        expecting: nil)
      #expect(made.status == 0 && made.told == "", "\(options): \(made)")
    }
    try team.moveOn("clara")
    let mirror = ScratchRepository(
      at: team.origin.folder.path + "/clone--mirror", in: team.origin.folder)
    try team.origin.git("update-ref", "refs/heads/main", "refs/heads/develop")
    let fetched = try mirror.git("fetch", "-q", "origin", expecting: nil)
    #expect(fetched.status == 0 && fetched.told == "", "\(fetched)")
    #expect(try mirror.id("main") == team.tip("develop"))
  }

  @Test func otherNamesByTheirPolicy() throws {
    let policy = """
      lanes: { main: trunk, develop: "next/**", intermediate: "intermediate/{owner}", experiment: "**" }

      """
    let team = try Team(policy: policy)
    let anna = try team.member("anna", installing: false)
    #expect(try team.run("install", "--with", "reference-transaction", in: anna).status == 0)
    try anna.git("push", "-q", "--no-verify", "origin", "HEAD:trunk", "HEAD:next/1")
    try anna.git("fetch", "-q")
    try anna.git("branch", "-q", "--no-track", "next/1", "origin/next/1")
    try anna.experiment("experiment/fix")
    let outcome = try anna.git("branch", "-f", "next/1", "HEAD", expecting: nil)
    #expect(outcome.refusals.contains("branch-flow"), "\(outcome)")
    try anna.git("branch", "-f", "develop", "HEAD")
    #expect(try team.run("doctor", in: anna).status == 0)
    try anna.write(
      ".git/hooks/reference-transaction",
      try #require(anna.read(".git/hooks/reference-transaction")).replacing(
        "refs/heads/trunk", with: "refs/heads/main"
      ).replacing("# protects trunk", with: "# protects main"), executable: true)
    let doctor = try team.run("doctor", in: anna)
    #expect(doctor.status == 1 && doctor.stderr.contains("the policy protects trunk"), "\(doctor)")
  }

  @Test func switchedOffOrNotAskedFor() throws {
    try anna.experiment("experiment/resnet")
    let off = try anna.git("branch", "-f", "develop", environment: ["GITFLOW_GUARD": "0"])
    #expect(off.stderr.contains("off for this command"), "\(off)")
    let boris = try team.member("boris")
    #expect(boris.read(".git/hooks/reference-transaction") == nil)
    #expect(try team.run("doctor", in: boris).status == 0)
    #expect(try team.run("uninstall", in: anna).status == 0)
    #expect(anna.read(".git/hooks/reference-transaction") == nil)
  }
}
