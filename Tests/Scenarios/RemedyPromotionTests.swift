import GuardTesting
import Testing

/// What a merge holds, what main carries, and whose branch it is.
@Suite struct RemedyPromotionTests {
  private let work = "src/experiment_resnet.py"

  private func ready(policy: String? = nil) throws -> Mishap {
    let mishap = try Mishap(policy: policy)
    try mishap.anna.experiment("experiment/resnet")
    try mishap.anna.bring("experiment/resnet", into: "intermediate/anna")
    try mishap.anna.git("push", "-q", "origin", "intermediate/anna")
    try mishap.anna.git("checkout", "-q", "develop")
    return mishap
  }

  @Test func aMergeWithSomethingOfItsOwn() throws {
    let mishap = try ready()
    let anna = mishap.anna
    let old = try mishap.team.origin.git("rev-parse", "develop").text
    try anna.git("merge", "-q", "--no-ff", "--no-commit", "intermediate/anna")
    try anna.write("src/more.py", "more = 1\n")
    try anna.git("add", ".")
    let refusal = try mishap.refused("merge-content", "commit", "--no-edit")
    try mishap.follow(refusal)
    try anna.git("push", "-q", "origin", "develop")
    try mishap.judge("develop", from: old)
    try mishap.holds(work)
  }

  @Test func aMergeWithSomethingOfItsOwnThatIsPushed() throws {
    let mishap = try ready()
    let anna = mishap.anna
    let old = try mishap.team.origin.git("rev-parse", "develop").text
    try anna.git("merge", "-q", "--no-ff", "--no-commit", "intermediate/anna")
    try anna.write("src/more.py", "more = 1\n")
    try anna.git("add", ".")
    try mishap.unchecked("commit", "-q", "--no-edit")
    let refusal = try mishap.refused("merge-content", "push", "origin", "develop")
    try mishap.follow(refusal)
    try anna.git("push", "-q", "origin", "develop")
    try mishap.judge("develop", from: old)
    try mishap.holds(work)
  }

  @Test func aMergeThatThrowsTheirSideAway() throws {
    let mishap = try ready()
    let old = try mishap.team.origin.git("rev-parse", "develop").text
    let refusal = try mishap.refused(
      "merge-content", "merge", "--no-ff", "--no-edit", "-s", "ours", "intermediate/anna")
    try mishap.follow(refusal)
    try mishap.anna.git("push", "-q", "origin", "develop")
    try mishap.judge("develop", from: old)
    try mishap.holds(work)
  }

  @Test(arguments: ["merge", "push"])
  func whatOnlyMainCarries(step: String) throws {
    let mishap = try ready()
    let anna = mishap.anna
    try anna.land("intermediate/anna")
    try anna.git("checkout", "-q", "main")
    try anna.write("src/hotfix.py", "hotfix = 1\n")
    try anna.git("add", ".")
    try mishap.unchecked("commit", "-q", "-m", "Hotfix")
    try mishap.unchecked("push", "-q", "origin", "main")
    let refusal: ScratchOutcome
    if step == "merge" {
      refusal = try mishap.refused("promotion-drift", "merge", "--no-ff", "--no-edit", "develop")
    } else {
      try mishap.unchecked("merge", "-q", "--no-ff", "--no-edit", "develop")
      refusal = try mishap.refused("promotion-drift", "push", "origin", "main")
    }
    try mishap.land(mishap.follow(refusal), holding: "src/hotfix.py")
    try mishap.isClean("main")
    let old = try mishap.team.origin.git("rev-parse", "main").text
    try anna.git("fetch", "-q")
    try anna.git("checkout", "-q", "main")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "origin/develop")
    try anna.git("push", "-q", "origin", "main")
    try mishap.judge("main", from: old)
  }

  @Test func aPushToSomebodyElsesBranch() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.git("config", "gitflow-guard.owner", "anna")
    try mishap.landing(of: "boris")
    try anna.git("fetch", "-q")
    try anna.git("checkout", "-q", "intermediate/boris")
    try anna.write("experiments/mine.md", "# Mine\n")
    try anna.git("add", ".")
    let commit = try mishap.refused("branch-owner", "commit", "-m", "Mine")
    try mishap.follow(commit)
    try anna.git("checkout", "-q", "intermediate/boris")
    try anna.write("experiments/more.md", "# More\n")
    try anna.git("add", ".")
    try mishap.unchecked("commit", "-q", "-m", "More")
    let push = try mishap.refused("branch-owner", "push", "origin", "intermediate/boris")
    try mishap.follow(push)
    let handed = try mishap.team.origin.git("branch", "--list", "experiment/anna-*").lines
    #expect(handed.count == 1, "\(handed)")
  }

  @Test func aMergeWithoutAnEntry() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    let merge = try mishap.refused(
      "experiment-entry", "merge", "--no-ff", "--no-edit", "intermediate/anna")
    try mishap.land(mishap.follow(merge), holding: work)
  }

  @Test func aMergeWithoutAnEntryThatIsPushed() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try mishap.unchecked("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    let push = try mishap.refused("experiment-entry", "push", "origin", "develop")
    try mishap.land(mishap.follow(push), holding: work)
    try mishap.isClean("develop")
  }

  /// The branch is gone, and only the merge's message knows its name.
  @Test func aMergeOfABranchThatIsGone() throws {
    let mishap = try ready()
    let anna = mishap.anna
    let old = try mishap.team.origin.git("rev-parse", "develop").text
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try anna.git("push", "-q", "origin", ":intermediate/anna")
    try anna.git("branch", "-q", "-D", "intermediate/anna")
    let refusal = try mishap.refused("unattributed-source", "push", "origin", "develop")
    try mishap.follow(refusal)
    try anna.git("push", "-q", "origin", "develop")
    try mishap.judge("develop", from: old)
    try mishap.holds(work)
  }

  /// Nothing but its id is known.
  @Test func aMergeOfANamelessCommit() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.git("checkout", "-q", "--detach")
    try anna.commit("Work", files: ["src/nameless.py": "nameless = 1\n"])
    let id = try anna.git("rev-parse", "HEAD").text
    try anna.git("checkout", "-q", "develop")
    let refusal = try mishap.refused(
      "unattributed-source", "merge", "--no-ff", "--no-edit", id)
    try mishap.land(mishap.follow(refusal), holding: "src/nameless.py")
    try mishap.isClean("develop")
  }

  @Test func workThatStandsInNoExperiment() throws {
    let mishap = try Mishap(policy: "rules: { own-work: error }\n")
    let anna = mishap.anna
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.write("src/own.py", "own = 1\n")
    try anna.git("add", ".")
    let commit = try mishap.refused("own-work", "commit", "-m", "Own")
    try mishap.follow(commit)
    #expect(try anna.git("log", "--oneline", "origin/develop..intermediate/anna").text.isEmpty)
    try anna.git("checkout", "-q", "intermediate/anna")
    try anna.write("src/more.py", "more = 1\n")
    try anna.git("add", ".")
    try mishap.unchecked("commit", "-q", "-m", "More")
    let push = try mishap.refused("own-work", "push", "origin", "intermediate/anna")
    try mishap.follow(push)
    try anna.git("push", "-q", "origin", "intermediate/anna")
  }
}
