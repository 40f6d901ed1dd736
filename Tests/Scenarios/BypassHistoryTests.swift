import GuardTesting
import Testing

/// Ways to move a protected branch that no commit hook sees.
@Suite struct BypassHistoryTests {
  @Test func backOnItsOwnChain() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.land("intermediate/anna")
    try bypass.caught(["history-rewrite"], new: "develop~1")
    try bypass.caught(["history-rewrite"], new: "intermediate/anna")
  }

  @Test func onALineOfItsOwn() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.land("intermediate/anna")
    try bypass.anna.unhooked("commit", "-q", "--amend", "-m", "The same, better")
    try bypass.caught(["history-rewrite"])
  }

  @Test func deletion() throws {
    let bypass = try Bypass()
    try bypass.caught(["branch-deletion"], new: "")
    try bypass.caught(["branch-deletion"], new: "", on: "main")
  }

  @Test func creationOffTheFlow() throws {
    let bypass = try Bypass()
    try bypass.team.origin.git("update-ref", "-d", "refs/heads/develop")
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.git("fetch", "-q", "--prune")
    try bypass.caught(["branch-creation"], new: "experiment/resnet")
    let good = try bypass.anna.git("push", "-q", "origin", "origin/main:refs/heads/develop")
    #expect(good.told == "", "\(good)")
  }

  @Test func mainMadeFromAnIntermediateBranch() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.team.origin.git("symbolic-ref", "HEAD", "refs/heads/develop")
    try bypass.team.origin.git("update-ref", "-d", "refs/heads/main")
    try bypass.anna.git("fetch", "-q", "--prune")
    try bypass.caught(["branch-creation"], new: "intermediate/anna", on: "main")
  }

  @Test func backdatedDirectCommit() throws {
    let bypass = try Bypass()
    let old = ["GIT_AUTHOR_DATE": "@1 +0000", "GIT_COMMITTER_DATE": "@1 +0000"]
    try bypass.anna.write("src/model.py", "model = 2\n")
    try bypass.anna.unhooked("commit", "-q", "-a", "-m", "Long ago", environment: old)
    try bypass.caught(["direct-commit"])
  }

  @Test func squashesAndPicks() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.git("merge", "-q", "--squash", "intermediate/anna")
    try bypass.anna.unhooked("commit", "-q", "-m", "Merge branch 'intermediate/anna' into develop")
    try bypass.caught(["direct-commit", "merge-method"])
    try bypass.anna.git("reset", "-q", "--hard", "origin/develop")
    try bypass.anna.unhooked("cherry-pick", "intermediate/anna")
    try bypass.caught(["direct-commit"])
  }

  @Test func severalBranchesAtOnce() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.experiment("experiment/tuning")
    try bypass.anna.git("checkout", "-q", "develop")
    try bypass.anna.unhooked(
      "merge", "-q", "--no-ff", "--no-edit", "intermediate/anna", "experiment/tuning")
    try bypass.caught(["merge-method", "branch-flow"])
  }

  @Test func parentsTheOtherWayRound() throws {
    let bypass = try Bypass()
    try bypass.brought()
    let tree = try bypass.anna.id("intermediate/anna^{tree}")
    let swapped = try bypass.anna.git(
      "commit-tree", "-p", "intermediate/anna", "-p", "develop", "-m", "Merge", tree
    ).text
    // develop still lies on the first-parent chain: the branch was fast-forwarded, not turned round.
    try bypass.caught(["direct-commit", "merge-method"], new: swapped)

    try bypass.team.moveOn()
    try bypass.anna.git("fetch", "-q")
    let turned = try bypass.anna.git(
      "commit-tree", "-p", "intermediate/anna", "-p", "origin/develop", "-m", "Merge", tree
    ).text
    try bypass.caught(["foxtrot-merge"], new: turned)
  }

  /// git's own commands drop a parent that is named twice; whoever writes objects need not.
  @Test func aMergeOfWhatIsThereAlready() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.land("intermediate/anna")
    let tip = try bypass.anna.id("develop")
    try bypass.anna.experiment("experiment/hidden", from: "develop")
    let tree = try bypass.anna.id("HEAD^{tree}")
    for second in [tip, try bypass.anna.id("intermediate/anna"), try bypass.anna.id("develop~1")] {
      let person = "Anna Author <anna@example.org> 1700000000 +0000"
      let text = """
        tree \(tree)
        parent \(tip)
        parent \(second)
        author \(person)
        committer \(person)

        Merge branch 'intermediate/anna' into develop

        """
      let forged = try bypass.anna.git(
        "hash-object", "-t", "commit", "-w", "--stdin", input: text
      ).text
      try bypass.caught(["merge-content"], new: forged)
    }
  }

  @Test func graftsAndReplacedParents() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.experiment("experiment/hidden")
    try bypass.anna.git("checkout", "-q", "develop")
    try bypass.anna.unhooked("merge", "-q", "--no-ff", "--no-edit", "experiment/hidden")
    let own = try bypass.anna.id("intermediate/anna")
    let (tip, old) = try (bypass.anna.id("develop"), bypass.anna.id("develop~1"))
    try bypass.anna.write(".git/info/grafts", "\(tip) \(old) \(own)\n")
    try bypass.caught(["branch-flow"])
  }

  @Test func unrelatedHistories() throws {
    let bypass = try Bypass()
    let tree = try bypass.anna.id("HEAD^{tree}")
    let root = try bypass.anna.git("commit-tree", "-m", "Alone", tree).text
    try bypass.anna.git("branch", "intermediate/anna", root)
    try bypass.anna.unhooked(
      "merge", "-q", "--no-edit", "--allow-unrelated-histories", "intermediate/anna")
    try bypass.caught(["unrelated-history"])
  }

  @Test func aPushToMainPastDevelop() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.git("checkout", "-q", "main")
    try bypass.anna.unhooked("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try bypass.caught(["branch-flow"], new: "main", on: "main")
  }

  @Test func anUnpushedDevelopVouchesForNothingInMain() throws {
    let bypass = try Bypass()
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.git("checkout", "-q", "develop")
    try bypass.anna.unhooked("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try bypass.anna.git("checkout", "-q", "main")
    try bypass.anna.unhooked("merge", "-q", "--no-ff", "--no-edit", "develop")
    try bypass.caught(["branch-flow"], new: "main", on: "main")
  }
}
