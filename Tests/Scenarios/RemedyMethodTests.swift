import GuardTesting
import Testing

/// Something of the right branch came in by the wrong method.
@Suite struct RemedyMethodTests {
  private let work = "src/experiment_resnet.py"

  private func ready(policy: String? = nil) throws -> Mishap {
    let mishap = try Mishap(policy: policy)
    try mishap.anna.experiment("experiment/resnet")
    try mishap.anna.bring("experiment/resnet", into: "intermediate/anna")
    try mishap.anna.git("checkout", "-q", "develop")
    return mishap
  }

  @Test func aSquashThatIsAboutToBeCommitted() throws {
    let mishap = try ready()
    try mishap.anna.git("merge", "-q", "--squash", "intermediate/anna")
    let refusal = try mishap.refused("merge-method", "commit", "-m", "Squash")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func aSquashThatIsPushed() throws {
    let mishap = try ready()
    try mishap.anna.git("merge", "-q", "--squash", "intermediate/anna")
    try mishap.unchecked("commit", "-q", "-m", "Squash")
    let refusal = try mishap.refused("merge-method", "push", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func aSquashOfAnExperiment() throws {
    let mishap = try Mishap()
    try mishap.anna.experiment("experiment/resnet")
    try mishap.anna.git("checkout", "-q", "develop")
    try mishap.anna.git("merge", "-q", "--squash", "experiment/resnet")
    let refusal = try mishap.refused("direct-commit", "commit", "-m", "Squash")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func aFastForwardThatIsPushed() throws {
    let mishap = try ready()
    try mishap.anna.git("merge", "-q", "intermediate/anna")
    let refusal = try mishap.refused("merge-method", "push", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func anOctopus() throws {
    let mishap = try ready()
    let anna = mishap.anna
    try anna.git("checkout", "-q", "-b", "intermediate/boris")
    try anna.commit("Describe", files: ["experiments/boris.md": "# Boris\n"])
    try anna.git("checkout", "-q", "develop")
    let refusal = try mishap.refused(
      "merge-method", "merge", "--no-ff", "--no-edit", "intermediate/anna", "intermediate/boris")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.unchecked(
      "merge", "-q", "--no-ff", "--no-edit", "intermediate/anna", "intermediate/boris")
  }

  @Test func anOctopusThatIsPushed() throws {
    let mishap = try ready()
    let anna = mishap.anna
    try anna.git("checkout", "-q", "-b", "intermediate/boris")
    try anna.commit("Describe", files: ["experiments/boris.md": "# Boris\n"])
    try anna.git("checkout", "-q", "develop")
    try mishap.unchecked(
      "merge", "-q", "--no-ff", "--no-edit", "intermediate/anna", "intermediate/boris")
    let refusal = try mishap.refused("merge-method", "push", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func aMergeWhereOnlyFastForwardsPromote() throws {
    let policy = """
      promotions:
        intermediate: { from: [experiment, develop], by: [merge, fast-forward, commit] }
        develop: { from: [intermediate], by: [merge], requires: [fresh, entry] }
        main: { from: [develop], by: [fast-forward] }

      """
    let mishap = try ready(policy: policy)
    try mishap.anna.land("intermediate/anna")
    try mishap.anna.git("checkout", "-q", "main")
    let refusal = try mishap.refused("merge-method", "merge", "--no-ff", "--no-edit", "develop")
    try mishap.follow(refusal)
    try mishap.anna.git("merge", "-q", "--ff-only", "develop")
    try mishap.anna.git("push", "-q", "origin", "main")
  }

  @Test func anOldBranchAtTheMerge() throws {
    let mishap = try stale()
    let refusal = try mishap.refused("stale-source", "merge", "--no-edit", "intermediate/anna")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  @Test func anOldBranchAtThePush() throws {
    let mishap = try stale()
    try mishap.unchecked("merge", "-q", "--no-edit", "intermediate/anna")
    let refusal = try mishap.refused("stale-source", "push", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: work)
    try mishap.isClean("develop")
  }

  /// The merge request itself is refused, and its branch is only on the remote.
  @Test(arguments: ["verify --source origin/intermediate/anna --target develop", "dry-run"])
  func anOldBranchInTheMergeRequest(command: String) throws {
    let mishap = try stale()
    let anna = mishap.anna
    try anna.git("push", "-q", "origin", "intermediate/anna")
    try anna.git("checkout", "-q", "intermediate/anna")
    let refusal = try anna.run(mishap.team.binary, command.split(separator: " ").map(String.init))
    #expect(refusal.status == 1)
    #expect(refusal.stderr.contains("stale-source"), "\(refusal)")
    try mishap.land(mishap.follow(refusal), holding: work)
  }

  /// Her description is in a file of its own, so that pulling develop meets no conflict.
  private func stale() throws -> Mishap {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try anna.commit("Describe", files: ["experiments/resnet.md": "# ResNet\n"])
    try mishap.landing(of: "boris")
    try anna.git("checkout", "-q", "develop")
    try anna.git("pull", "-q", "--ff-only", "origin", "develop")
    return mishap
  }
}
