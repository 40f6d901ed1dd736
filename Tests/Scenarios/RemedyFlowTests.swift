import GuardTesting
import Testing

/// An experiment that took a short cut gets onto the way by the printed commands.
@Suite struct RemedyFlowTests {
  private let work = "src/experiment_resnet.py"

  @Test(arguments: [nil, "true"])
  func anExperimentMergedIntoDevelop(rebasing: String?) throws {
    let mishap = try Mishap(rebasing: rebasing)
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    let refusal = try mishap.refused(
      "branch-flow", "merge", "--no-ff", "--no-edit", "experiment/resnet")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func anExperimentMergedWhereTheOwnBranchIsOldAndDevelopMovedOn() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/first")
    try anna.bring("experiment/first", into: "intermediate/anna")
    try anna.git("push", "-q", "origin", "intermediate/anna")
    try anna.land("intermediate/anna")
    try mishap.landing(of: "boris")
    try anna.experiment("experiment/resnet", from: "develop")
    try anna.git("checkout", "-q", "develop")
    let refusal = try mishap.refused(
      "branch-flow", "merge", "--no-ff", "--no-edit", "experiment/resnet")
    try mishap.land(mishap.follow(refusal), holding: work)
  }

  @Test func anExperimentPulledIntoDevelop() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("push", "-q", "origin", "experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try anna.git("branch", "-q", "-D", "experiment/resnet")
    let refusal = try mishap.refused(
      "branch-flow", "pull", "--no-rebase", "--no-ff", "--no-edit", "origin", "experiment/resnet")
    try mishap.land(mishap.follow(refusal), holding: work)
  }

  @Test func anExperimentMergedPastTheHooksAndPushed() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try mishap.unchecked("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    let refusal = try mishap.refused("branch-flow", "push", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func anExperimentPushedStraightToDevelop() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    let refusal = try mishap.refused("branch-flow", "push", "origin", "experiment/resnet:develop")
    try mishap.land(mishap.follow(refusal), holding: work)
  }

  @Test func developFastForwardedToAnExperimentAndPushed() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try anna.git("merge", "-q", "experiment/resnet")
    let refusal = try mishap.refused("branch-flow", "push", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func anExperimentMergedIntoMain() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "main")
    let refusal = try mishap.refused(
      "branch-flow", "merge", "--no-ff", "--no-edit", "experiment/resnet")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("main")
  }

  @Test func anExperimentMergedIntoMainAndPushed() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "main")
    try mishap.unchecked("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    let refusal = try mishap.refused("branch-flow", "push", "origin", "main")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("main")
  }

  @Test func anIntermediateBranchMergedIntoMain() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.bring("experiment/resnet", into: "intermediate/anna")
    try anna.git("checkout", "-q", "main")
    let refusal = try mishap.refused(
      "branch-flow", "merge", "--no-ff", "--no-edit", "intermediate/anna")
    try mishap.land(mishap.follow(refusal), holding: work)
  }

  /// Somebody else's branch merged into one's own: at once, and when it has been pushed.
  @Test func anotherPersonsBranchMergedIntoOnesOwn() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    let boris = try mishap.team.member("boris")
    try boris.experiment("experiment/lstm")
    try boris.git("checkout", "-q", "-b", "intermediate/boris")
    try boris.commit("Describe it", files: ["experiments/lstm.md": "# LSTM\n"])
    try boris.git("push", "-q", "origin", "intermediate/boris")
    try anna.experiment("experiment/resnet")
    try anna.bring("experiment/resnet", into: "intermediate/anna")
    let merge = try mishap.refused(
      "branch-flow", "merge", "--no-ff", "--no-edit", "origin/intermediate/boris")
    try mishap.follow(merge)
    #expect(try anna.git("log", "--oneline", "intermediate/anna", "-1").text.contains("Describe"))
    try mishap.unchecked("merge", "-q", "--no-ff", "--no-edit", "origin/intermediate/boris")
    let push = try mishap.refused("branch-flow", "push", "origin", "intermediate/anna")
    try mishap.follow(push, experiment: "experiment/resnet")
    try mishap.land("intermediate/anna", holding: work)
  }
}
