import GuardTesting
import Testing

/// A protected branch's history is left alone after all, and the work is kept.
@Suite struct RemedyHistoryTests {
  private let work = "src/experiment_resnet.py"

  /// Own commits on develop, and then `git pull`.
  private func pulled(_ mishap: Mishap) throws {
    try mishap.anna.write("src/fix.py", "fix = 1\n")
    try mishap.anna.git("add", ".")
    try mishap.unchecked("commit", "-q", "-m", "Fix")
    try mishap.landing(of: "boris")
  }

  @Test func aPullIntoOwnCommits() throws {
    let mishap = try Mishap()
    try pulled(mishap)
    let refusal = try mishap.refused(
      "foxtrot-merge", "pull", "--no-rebase", "--no-edit", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: "src/fix.py")
    try mishap.isClean("develop")
  }

  @Test func aPullIntoOwnCommitsThatIsPushed() throws {
    let mishap = try Mishap()
    try pulled(mishap)
    try mishap.unchecked("pull", "-q", "--no-rebase", "--no-edit", "origin", "develop")
    let refusal = try mishap.refused("foxtrot-merge", "push", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: "src/fix.py")
    try mishap.isClean("develop")
  }

  /// The ordinary mistake: develop was fast-forwarded to the own branch, and then pulled.
  @Test func aPullAfterAFastForward() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try anna.commit("Describe", files: ["experiments/resnet.md": "# ResNet\n"])
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "intermediate/anna")
    try mishap.landing(of: "boris")
    let refusal = try mishap.refused(
      "foxtrot-merge", "pull", "--no-rebase", "--no-edit", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  /// An own merge into develop that lost the race against somebody else's landing.
  @Test func aPullAfterALostRace() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try anna.commit("Describe", files: ["experiments/resnet.md": "# ResNet\n"])
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try mishap.landing(of: "boris")
    let refusal = try mishap.refused(
      "foxtrot-merge", "pull", "--no-rebase", "--no-edit", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func anAmendedDevelopPushedByForce() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try mishap.landing(of: "boris")
    try anna.git("pull", "-q", "--ff-only", "origin", "develop")
    try anna.write("src/fix.py", "fix = 1\n")
    try anna.git("add", ".")
    try mishap.unchecked("commit", "-q", "--amend", "--no-edit")
    let refusal = try mishap.refused("history-rewrite", "push", "--force", "origin", "develop")
    try mishap.follow(refusal)
    try mishap.isClean("develop")
    let kept = try anna.git("branch", "--list", "experiment/*", "--format=%(refname:short)").text
    #expect(try anna.git("show", "\(kept):src/fix.py").text == "fix = 1")
  }

  @Test(arguments: [1, 2, 5])
  func aRewind(landings: Int) throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    let people = ["boris", "clara", "dora", "erik", "fay"].prefix(landings)
    for person in people { try mishap.landing(of: person) }
    try anna.git("fetch", "-q")
    try anna.git("reset", "-q", "--hard", "origin/develop~\(landings)")
    let refusal = try mishap.refused("history-rewrite", "push", "--force", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: "src/model.py")
    try mishap.isClean("develop")
    for person in people {
      let path = "develop:src/experiment_of-\(person).py"
      let gone = try mishap.team.origin.git("cat-file", "-e", path, expecting: nil)
      #expect(gone.status != 0, "\(path) is still there")
    }
    let journal = try mishap.team.origin.git("show", "develop:experiments/journal.md").stdout
    #expect(journal.contains("## experiment/of-boris"))
  }

  @Test func aDevelopMadeFromAnExperiment() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try mishap.team.origin.git("branch", "-D", "develop")
    try anna.git("fetch", "-q", "--prune")
    try anna.experiment("experiment/resnet", from: "origin/main")
    let refusal = try mishap.refused(
      "branch-creation", "push", "origin", "experiment/resnet:refs/heads/develop")
    try mishap.follow(refusal)
    let tips = try mishap.team.origin.git("rev-parse", "main", "develop").lines
    #expect(tips[0] == tips[1])
  }

  @Test func aMainMadeFromAnExperiment() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try mishap.team.origin.git("symbolic-ref", "HEAD", "refs/heads/develop")
    try mishap.team.origin.git("branch", "-D", "main")
    try anna.git("fetch", "-q", "--prune")
    try anna.experiment("experiment/resnet")
    let refusal = try mishap.refused(
      "branch-creation", "push", "origin", "experiment/resnet:refs/heads/main")
    try mishap.follow(refusal)
    let tips = try mishap.team.origin.git("rev-parse", "main", "develop").lines
    #expect(tips[0] == tips[1])
  }

  @Test func anUnrelatedHistory() throws {
    let mishap = try orphaned()
    let refusal = try mishap.refused(
      "unrelated-history", "merge", "--no-edit", "--allow-unrelated-histories",
      "intermediate/anna")
    try mishap.land(mishap.follow(refusal), holding: "src/other.py")
    try mishap.isClean("develop")
  }

  @Test func anUnrelatedHistoryThatIsPushed() throws {
    let mishap = try orphaned()
    try mishap.unchecked(
      "merge", "-q", "--no-edit", "--allow-unrelated-histories", "intermediate/anna")
    let refusal = try mishap.refused("unrelated-history", "push", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: "src/other.py")
    try mishap.isClean("develop")
  }

  private func orphaned() throws -> Mishap {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.git("checkout", "-q", "--orphan", "intermediate/anna")
    try anna.git("rm", "-q", "-r", "-f", ".")
    try anna.commit("Begin elsewhere", files: ["src/other.py": "other = 1\n"])
    try anna.git("checkout", "-q", "develop")
    return mishap
  }
}
