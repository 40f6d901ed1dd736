import GuardTesting
import Testing

/// Round after round, by one person and by two.
@Suite struct LifeOfLandingsTests {
  @Test func twoPeopleAtOnceAndOnePromotion() throws {
    let team = try Team()
    let anna = try team.member("anna")
    let boris = try team.member("boris")
    try anna.experiment("resnet")
    try boris.experiment("lstm")
    try anna.calmlyBring(["resnet"], into: "intermediate/anna")
    try boris.calmlyBring(["lstm"], into: "intermediate/boris")
    try anna.calmlyLand("intermediate/anna")
    try boris.calm("checkout", "-q", "intermediate/boris")
    try boris.calm("pull", "-q", "--no-rebase", "--no-edit", "origin", "develop")
    try boris.calm("push", "-q", "origin", "intermediate/boris")
    try boris.calmlyLand("intermediate/boris")
    try anna.calmlyPromote()
  }

  @Test func twoLandingsInOnePush() throws {
    let team = try Team()
    let anna = try team.member("anna")
    for name in ["resnet", "lstm"] {
      try anna.experiment(name)
      try anna.calm("checkout", "-q", "-B", "intermediate/anna", "develop")
      try anna.calm("merge", "-q", "--no-ff", "--no-edit", name)
      try anna.calmly("Describe", ["experiments/\(name).md": "# \(name)\n"])
      try anna.calm("checkout", "-q", "develop")
      try anna.calm("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    }
    try anna.calm("push", "-q", "origin", "develop")
  }

  @Test func onePersonOnTwoMachines() throws {
    let team = try Team()
    let desk = try team.member("anna", folder: "desk")
    let home = try team.member("anna", folder: "home-machine")
    try desk.experiment("resnet")
    try desk.calm("push", "-q", "origin", "resnet")
    try desk.calmlyBring(["resnet"], into: "intermediate/anna")
    try home.calm("fetch", "-q")
    try home.calm("checkout", "-q", "intermediate/anna")
    try home.calmly("From home", ["experiments/home.md": "# Home\n"])
    try home.calm("push", "-q", "origin", "intermediate/anna")
    try desk.calmly("At the desk", ["experiments/desk.md": "# Desk\n"])
    try desk.calm("pull", "-q", "--no-rebase", "--no-edit", "origin", "intermediate/anna")
    try desk.calm("push", "-q", "origin", "intermediate/anna")
    try home.calm("pull", "-q", "--no-rebase", "--no-edit", "origin", "intermediate/anna")
    try home.calmly("Once more", ["experiments/more.md": "# More\n"])
    try home.calm("push", "-q", "origin", "intermediate/anna")
    try desk.calm("pull", "-q", "--rebase", "origin", "intermediate/anna")
    try desk.calmlyLand("intermediate/anna")
  }

  @Test(arguments: ["--no-ff", "--ff"])
  func threeRoundsOfOneBranchAndThreePromotions(method: String) throws {
    let team = try Team()
    let anna = try team.member("anna")
    for name in ["first", "second", "third"] {
      try anna.experiment(name)
      try anna.calmlyBring([name], into: "intermediate/anna")
      try anna.calmlyLand("intermediate/anna")
      try anna.calmlyPromote(method)
    }
    let trees = try team.origin.git("rev-parse", "main^{tree}", "develop^{tree}").lines
    #expect(trees[0] == trees[1])
  }

  @Test func theOwnBranchFollowsDevelopAfterItsLanding() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("first")
    try anna.calmlyBring(["first"], into: "intermediate/anna")
    try anna.calmlyLand("intermediate/anna")
    try anna.calm("checkout", "-q", "intermediate/anna")
    try anna.calm("merge", "-q", "--ff-only", "origin/develop")
    try anna.calm("push", "-q", "origin", "intermediate/anna")
    try anna.experiment("second")
    try anna.calmlyBring(["second"], into: "intermediate/anna")
    try anna.calmlyLand("intermediate/anna")
  }

  @Test func theOwnBranchIsDeletedAndMadeAnew() throws {
    let team = try Team()
    let anna = try team.member("anna")
    for name in ["first", "second"] {
      try anna.experiment(name)
      try anna.calmlyBring([name], into: "intermediate/anna")
      try anna.calmlyLand("intermediate/anna")
      try anna.calm("push", "-q", "origin", ":intermediate/anna")
      try anna.calm("branch", "-q", "-d", "intermediate/anna")
    }
  }

  @Test func theOwnBranchIsFastForwardedToTheExperiment() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    try anna.calm("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.calm("merge", "-q", "resnet")
    try anna.calmly("Describe", ["experiments/resnet.md": "# ResNet\n"])
    try anna.calm("push", "-q", "origin", "intermediate/anna")
    try anna.calmlyLand("intermediate/anna")
  }

  /// Pulling develop needs a repair: the only warning is that it is work of the merge's own.
  @Test func aRepairWhileDevelopIsPulled() throws {
    let team = try Team()
    let anna = try team.member("anna")
    let boris = try team.member("boris")
    try anna.experiment("resnet")
    try anna.calmlyBring(["resnet"], into: "intermediate/anna")
    try boris.experiment("lstm")
    try boris.calmlyBring(["lstm"], into: "intermediate/boris")
    try boris.calmlyLand("intermediate/boris")
    try anna.calm("fetch", "-q")
    try anna.calm("merge", "-q", "--no-commit", "--no-ff", "origin/develop")
    try anna.write("src/resnet.py", "work = 'resnet', repaired\n")
    try anna.git("add", ".")
    try anna.warned(["own-work"], "commit", "-q", "--no-edit")
    try anna.warned(["own-work"], "push", "-q", "origin", "intermediate/anna")
    try anna.calm("checkout", "-q", "develop")
    try anna.calm("pull", "-q", "--ff-only", "origin", "develop")
    try anna.warned(["own-work"], "merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try anna.warned(["own-work"], "push", "-q", "origin", "develop")
  }

  @Test func journalsInConflict() throws {
    let team = try Team()
    let anna = try team.member("anna")
    let boris = try team.member("boris")
    try anna.experiment("resnet")
    try anna.bring("resnet", into: "intermediate/anna")
    try boris.experiment("lstm")
    try boris.bring("lstm", into: "intermediate/boris")
    try boris.calmlyLand("intermediate/boris")
    let pull = try anna.git(
      "pull", "-q", "--no-rebase", "--no-edit", "origin", "develop", expecting: nil)
    #expect(pull.status == 1)
    try anna.write(
      "experiments/journal.md", "# Journal\n\n## lstm\n\nIt works.\n\n## resnet\n\nIt works.\n")
    try anna.git("add", ".")
    try anna.calm("commit", "-q", "--no-edit")
    try anna.calm("push", "-q", "origin", "intermediate/anna")
    try anna.calmlyLand("intermediate/anna")
  }

  /// Taking the last landing back the flow's way owes no entry.
  @Test func aRollBack() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    try anna.calmlyBring(["resnet"], into: "intermediate/anna")
    try anna.calmlyLand("intermediate/anna")
    try anna.calm("checkout", "-q", "intermediate/anna")
    try anna.calm("merge", "-q", "--ff-only", "origin/develop")
    try anna.warned(["own-work"], "revert", "--no-edit", "-m", "1", "HEAD")
    try anna.warned(["own-work"], "push", "-q", "origin", "intermediate/anna")
    try anna.git("checkout", "-q", "develop")
    try anna.warned(["own-work"], "merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try anna.warned(["own-work"], "push", "-q", "origin", "develop")
    let trees = try team.origin.git("rev-parse", "main^{tree}", "develop^{tree}").lines
    #expect(trees[0] == trees[1])
  }
}
