import GuardTesting
import Testing

/// Merges that end in a commit of their own: squashes, conflicts, `--no-commit`, and the
/// fast-forward that no hook can stop.
@Suite struct HooksMergeLaterTests {
  @Test func aFastForwardIsStoppedAtThePush() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "experiment/resnet")
    let before = try team.tip("develop")
    let push = try anna.git("push", "origin", "develop", expecting: nil)
    #expect(push.status != 0)
    #expect(push.refusals == ["branch-flow", "direct-commit", "experiment-entry"], "\(push)")
    #expect(try team.tip("develop") == before)
    let mended = try anna.paste(push.remedy)
    #expect(mended.status == 0, "\(push)\n\(mended)")
    #expect(try anna.id("develop") == before)
  }

  @Test func aFastForwardToTheIntermediateBranchNeedsItsMerge() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.bring("experiment/resnet", into: "intermediate/anna")
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "--ff-only", "intermediate/anna")
    let push = try anna.git("push", "origin", "develop", expecting: nil)
    #expect(push.status != 0)
    #expect(push.refusals.isSuperset(of: ["direct-commit", "merge-method"]), "\(push)")
  }

  @Test(arguments: [
    ("intermediate/anna", Set(["direct-commit", "merge-method"])),
    ("experiment/resnet", Set(["direct-commit", "experiment-entry"])),
  ])
  func aSquashIsJudgedByItsCommit(_ source: String, _ rules: Set<String>) throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.bring("experiment/resnet", into: "intermediate/anna")
    try anna.git("checkout", "-q", "develop")
    let before = try anna.id("HEAD")
    try anna.git("merge", "-q", "--squash", source)
    for words in [["commit", "-q", "--no-edit"], ["commit", "-q", "-n", "-m", "Squash"]] {
      let commit = try anna.git(words, expecting: nil)
      #expect(commit.status != 0)
      #expect(commit.refusals == rules, "\(commit)")
    }
    #expect(try anna.id("HEAD") == before)
  }

  /// An experiment and develop that both changed one file.
  private func conflict() throws -> (Team, ScratchRepository) {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.commit("Tune", files: ["src/model.py": "model = 2\n"])
    try team.moveOn(file: "src/model.py")
    try anna.git("checkout", "-q", "develop")
    try anna.git("pull", "-q", "--ff-only")
    return (team, anna)
  }

  @Test(arguments: [
    ["commit", "--no-edit"], ["merge", "--continue"], ["commit", "-n", "--no-edit"],
  ])
  func aConflictIsJudgedWhenItIsConcluded(_ words: [String]) throws {
    let (_, anna) = try conflict()
    let before = try anna.id("HEAD")
    let merge = try anna.git("merge", "experiment/resnet", expecting: 1)
    #expect(merge.refusals == [], "\(merge)")
    try anna.write("src/model.py", "model = 3\n")
    try anna.git("add", "-A")
    let concluded = try anna.git(words, expecting: nil)
    #expect(concluded.status != 0)
    #expect(
      concluded.refusals == ["branch-flow", "stale-source", "experiment-entry"], "\(concluded)")
    #expect(concluded.remedy.first?.hasPrefix("git merge --abort") == true, "\(concluded)")
    #expect(try anna.id("HEAD") == before)
  }

  @Test func aConflictOnTheWayIsNobodysFault() throws {
    let (team, anna) = try conflict()
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.git("merge", "experiment/resnet", expecting: 1)
    try anna.write("src/model.py", "model = 3\n")
    try anna.git("add", "-A")
    let concluded = try anna.git("merge", "--continue")
    #expect(concluded.refusals == [] && concluded.warnings == [], "\(concluded)")
    try anna.describe("experiment/resnet")
    try anna.git("push", "-q", "origin", "experiment/resnet", "intermediate/anna")
    try anna.land("intermediate/anna")
    #expect(try team.tip("develop") == anna.id("develop"))
  }

  @Test func noCommitThenCommit() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "--no-ff", "--no-commit", "experiment/resnet")
    let commit = try anna.git("commit", "--no-edit", expecting: nil)
    #expect(commit.status != 0)
    #expect(commit.refusals == ["branch-flow", "experiment-entry"], "\(commit)")
  }

  @Test func contentSlippedInBeforeTheCommit() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.bring("experiment/resnet", into: "intermediate/anna")
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "--no-ff", "--no-commit", "intermediate/anna")
    try anna.write("src/backdoor.py", "open = True\n")
    try anna.git("add", "-A")
    let commit = try anna.git("commit", "--no-edit", expecting: nil)
    #expect(commit.status != 0)
    #expect(commit.refusals == ["merge-content"], "\(commit)")
    #expect(commit.stderr.contains("src/backdoor.py"))
    let mended = try anna.paste(commit.remedy)
    #expect(mended.status == 0, "\(commit)\n\(mended)")
  }

  @Test func aRemedyOfARefusedMergeMendsItWhenPasted() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    let before = try anna.id("develop")
    let merge = try anna.git("merge", "--no-ff", "--no-edit", "experiment/resnet", expecting: 1)
    #expect(
      merge.remedy.contains("gitflow-guard experiments new --edit experiment/resnet"), "\(merge)")
    let mended = try anna.paste(merge.remedy)
    #expect(mended.status == 0, "\(merge)\n\(mended)")
    #expect(try anna.git("branch", "--show-current").text == "intermediate/anna")
    #expect(try team.tip("intermediate/anna") == anna.id("HEAD"))
    #expect(try anna.id("develop") == before)
    let verified = try team.run(
      "verify", "--source", "intermediate/anna", "--target", "develop", in: anna)
    #expect(verified.status == 0, "\(verified)")
  }
}
