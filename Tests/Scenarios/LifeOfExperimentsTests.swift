import GuardTesting
import Testing

/// Experiments are free: nothing that somebody does there is any of the guard's business.
@Suite struct LifeOfExperimentsTests {
  @Test func anythingGoesOnAnExperiment() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.calm("checkout", "-q", "--no-track", "-b", "wild idea".replacing(" ", with: "-"))
    try anna.calmly("One", ["src/one.py": "1\n"])
    try anna.calm("push", "-q", "-u", "origin", "HEAD")
    try anna.calm("commit", "-q", "--amend", "-m", "Better")
    try anna.calm("push", "-q", "--force", "origin", "HEAD")
    try anna.calmly("Two", ["src/two.py": "2\n"])
    try anna.calm("revert", "--no-edit", "HEAD")
    try anna.calm("checkout", "-q", "-b", "x/y/z/w", "origin/develop")
    try anna.calm("cherry-pick", "wild-idea~1")
    try anna.calm("merge", "-q", "--no-edit", "wild-idea")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "origin/main")
    try anna.write("src/model.py", "dirty\n")
    try anna.calm("stash", "-q")
    try anna.calm("stash", "pop", "-q")
    try anna.calm("commit", "-q", "-a", "-m", "Dirty")
    try anna.calm("rebase", "-q", "--force-rebase", "origin/develop")
    try anna.calm("push", "-q", "origin", "x/y/z/w")
    try anna.calm("branch", "-m", "x/y/z/w", "renamed")
    try anna.calm("push", "-q", "origin", "renamed", ":x/y/z/w")
    try anna.calm("checkout", "-q", "develop")
    try anna.calm("branch", "-q", "-D", "renamed")
    try anna.calm("push", "-q", "origin", ":renamed")
  }

  @Test func developAndMainAndOtherExperimentsComeIn() throws {
    let team = try Team()
    let anna = try team.member("anna")
    let boris = try team.member("boris")
    try boris.experiment("lstm")
    try boris.calm("push", "-q", "origin", "lstm")
    try boris.calmlyBring(["lstm"], into: "intermediate/boris")
    try boris.calmlyLand("intermediate/boris")
    try boris.calmlyPromote()
    try anna.experiment("resnet", from: "main")
    try anna.calm("pull", "-q", "--no-rebase", "--no-edit", "origin", "develop")
    try anna.calm("pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    try anna.calm("checkout", "-q", "-b", "stacked")
    try anna.calmly("More", ["src/stacked.py": "stacked\n"])
    try anna.calm("fetch", "-q")
    try anna.calm("merge", "-q", "--no-edit", "origin/lstm")
    try anna.calmlyBring(["stacked"], into: "intermediate/anna")
    try anna.calmlyLand("intermediate/anna")
  }

  /// Both bring the same experiment in, one after the other.
  @Test func anExperimentOfTwoPeople() throws {
    let team = try Team()
    let anna = try team.member("anna")
    let boris = try team.member("boris")
    try anna.experiment("ours")
    try anna.calm("push", "-q", "origin", "ours")
    try boris.calm("fetch", "-q")
    try boris.calm("checkout", "-q", "ours")
    try boris.calmly("His part", ["src/his.py": "his\n"])
    try boris.calm("push", "-q", "origin", "ours")
    try boris.calmlyBring(["ours"], into: "intermediate/boris")
    try boris.calmlyLand("intermediate/boris")
    try anna.calm("checkout", "-q", "ours")
    try anna.calm("pull", "-q", "--no-rebase", "origin", "ours")
    try anna.calmly("Her part", ["src/hers.py": "hers\n"])
    try anna.calmly("Her words", ["experiments/hers.md": "# Her part of ours\n"])
    try anna.calm("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.calm("pull", "-q", "--no-rebase", "--no-edit", "origin", "develop")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "ours")
    try anna.calmlyLand("intermediate/anna")
  }

  /// A branch of an experiment that is gone vouches for nothing, and nobody asks it to.
  @Test func anExperimentThatIsDeletedAfterItWasBrought() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    try anna.calm("push", "-q", "origin", "resnet")
    try anna.calmlyBring(["resnet"], into: "intermediate/anna")
    try anna.calm("branch", "-q", "-D", "resnet")
    try anna.calm("push", "-q", "origin", ":resnet")
    try anna.calmlyLand("intermediate/anna")
  }

  @Test func namesAndPathsOfEveryScript() throws {
    let team = try Team()
    let anna = try team.member("anna", folder: "Аннина папка с пробелом")
    try anna.git("config", "gitflow-guard.owner", "анна")
    try anna.calm("checkout", "-q", "--no-track", "-b", "опыт/сеть-№1", "origin/develop")
    try anna.calmly("Опыт", ["src/модель с пробелом.py": "сеть\n"])
    try anna.calm("push", "-q", "origin", "опыт/сеть-№1")
    try anna.calmlyBring(["опыт/сеть-№1"], into: "intermediate/анна")
    try anna.calmlyLand("intermediate/анна")
    try anna.calmlyPromote()
  }

  @Test func worktreesAndSubdirectories() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.calm(
      "worktree", "add", "-q", "--no-track", "-b", "resnet", "../tree", "origin/develop")
    let tree = ScratchRepository(at: anna.folder.path + "/tree", in: anna.folder)
    try tree.calmly("Work", ["src/deep/resnet.py": "resnet\n"])
    let deep = ScratchRepository(at: tree.path + "/src/deep", in: anna.folder)
    try deep.calm("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try ScratchRepository(at: tree.path + "/src", in: anna.folder).calm(
      "merge", "-q", "--no-ff", "--no-edit", "resnet")
    try tree.calmly("Describe", ["experiments/resnet.md": "# ResNet\n"])
    try tree.calm("push", "-q", "origin", "intermediate/anna")
    try anna.calmlyLand("intermediate/anna")
    try ScratchRepository(at: anna.path + "/src", in: anna.folder).calm("push", "-q")
  }
}
