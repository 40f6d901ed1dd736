import GuardTesting
import Testing

/// The flow as it should be: nobody who takes the way is ever stopped.
@Suite struct SixStepsTests {
  @Test func anExperimentGoesAllTheWayToMain() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.git("push", "-q", "origin", "experiment/resnet")
    try anna.bring("experiment/resnet", into: "intermediate/anna")
    try anna.git("push", "-q", "origin", "intermediate/anna")
    let request = try team.run(
      "verify", "--source", "intermediate/anna", "--target", "develop", in: anna)
    #expect(request.status == 0, "\(request)")
    try anna.land("intermediate/anna")
    try anna.git("checkout", "-q", "main")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "develop")
    try anna.git("push", "-q", "origin", "main")
    let tree = try team.origin.git("rev-parse", "main^{tree}", "develop^{tree}").lines
    #expect(tree[0] == tree[1])
  }
}
