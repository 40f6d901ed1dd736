import GuardTesting
import Testing

/// A commit on a protected branch itself gets onto the way by the printed commands.
@Suite struct RemedyCommitTests {
  @Test(arguments: ["develop", "main"])
  func aStagedCommit(branch: String) throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.git("checkout", "-q", branch)
    try anna.write("src/fix.py", "fix = 1\n")
    try anna.git("add", "src/fix.py")
    let refusal = try mishap.refused("direct-commit", "commit", "-m", "Fix")
    try mishap.land(mishap.follow(refusal), holding: "src/fix.py")
    try mishap.isClean(branch)
  }

  @Test func aCommitOfEverythingThatChanged() throws {
    let mishap = try Mishap()
    try mishap.anna.write("src/model.py", "model = 2\n")
    let refusal = try mishap.refused("direct-commit", "commit", "-a", "-m", "Fix")
    try mishap.land(mishap.follow(refusal), holding: "src/model.py")
    #expect(try mishap.team.origin.git("show", "develop:src/model.py").text == "model = 2")
  }

  @Test func aCommitOfOnePath() throws {
    let mishap = try Mishap()
    try mishap.anna.write("src/model.py", "model = 2\n")
    let refusal = try mishap.refused("direct-commit", "commit", "-m", "Fix", "src/model.py")
    try mishap.land(mishap.follow(refusal), holding: "src/model.py")
    #expect(try mishap.team.origin.git("show", "develop:src/model.py").text == "model = 2")
  }

  @Test func aCherryPick() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    let refusal = try mishap.refused("direct-commit", "cherry-pick", "experiment/resnet")
    try mishap.land(mishap.follow(refusal), holding: "src/experiment_resnet.py")
  }

  /// What was resolved by hand goes along.
  @Test func aCherryPickWithAConflict() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try mishap.landing(of: "boris")
    try anna.git("checkout", "-q", "-b", "experiment/resnet")
    try anna.commit("Start", files: ["src/experiment_of-boris.py": "mine\n"])
    try anna.commit("Tune", files: ["src/tuned.py": "tuned\n"])
    try anna.git("checkout", "-q", "develop")
    try anna.git("pull", "-q", "--ff-only", "origin", "develop")
    let pick = ["cherry-pick", "experiment/resnet~1", "experiment/resnet"]
    #expect(try anna.git(pick, expecting: nil).status == 1)
    try anna.write("src/experiment_of-boris.py", "resolved\n")
    try anna.git("add", ".")
    let refusal = try mishap.refused("direct-commit", "cherry-pick", "--continue")
    try mishap.land(mishap.follow(refusal), holding: "src/experiment_of-boris.py")
    let text = try mishap.team.origin.git("show", "develop:src/experiment_of-boris.py").text
    #expect(text == "resolved")
  }

  @Test func aRevertWithAConflict() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try mishap.landing(of: "boris")
    try mishap.landing(of: "clara")
    try anna.git("pull", "-q", "--ff-only", "origin", "develop")
    #expect(try anna.git("revert", "-m", "1", "HEAD~1", expecting: nil).status == 1)
    try anna.git("add", ".")
    let refusal = try mishap.refused("direct-commit", "revert", "--continue")
    try mishap.land(mishap.follow(refusal), holding: "src/experiment_of-clara.py")
    let gone = try mishap.team.origin.git(
      "cat-file", "-e", "develop:src/experiment_of-boris.py", expecting: nil)
    #expect(gone.status != 0)
  }

  /// A revert made past the hooks takes the description away; what is printed brings it back.
  @Test func aRevertThatIsPushed() throws {
    let mishap = try Mishap()
    try mishap.landing(of: "boris")
    let anna = mishap.anna
    try anna.git("pull", "-q", "--ff-only", "origin", "develop")
    try mishap.unchecked("revert", "--no-edit", "-m", "1", "HEAD")
    let refusal = try mishap.refused("direct-commit", "push", "origin", "develop")
    try mishap.land(mishap.follow(refusal), holding: "src/model.py")
    let journal = try mishap.team.origin.git("show", "develop:experiments/journal.md").stdout
    #expect(journal.contains("## experiment/of-boris"))
  }

  @Test func aRevert() throws {
    let mishap = try Mishap()
    try mishap.landing(of: "boris")
    let anna = mishap.anna
    try anna.git("pull", "-q", "--ff-only", "origin", "develop")
    let refusal = try mishap.refused("direct-commit", "revert", "--no-edit", "-m", "1", "HEAD")
    try mishap.land(mishap.follow(refusal), holding: "src/model.py")
    let gone = try mishap.team.origin.git(
      "cat-file", "-e", "develop:src/experiment_of-boris.py", expecting: nil)
    #expect(gone.status != 0)
  }

  @Test func anAmendThatChangesSomething() throws {
    let mishap = try Mishap()
    try mishap.anna.write("src/fix.py", "fix = 1\n")
    try mishap.anna.git("add", "src/fix.py")
    let refusal = try mishap.refused("direct-commit", "commit", "--amend", "--no-edit")
    try mishap.land(mishap.follow(refusal), holding: "src/fix.py")
  }

  /// Nothing is to be kept of it: the branch stands as it was.
  @Test func anAmendOfTheMessageAlone() throws {
    let mishap = try Mishap()
    let before = try mishap.anna.git("rev-parse", "develop").text
    let refusal = try mishap.refused("direct-commit", "commit", "--amend", "-m", "Better words")
    for line in Mishap.commands(of: refusal) {
      #expect(line.hasPrefix("#"), "\(refusal)")
    }
    #expect(try mishap.anna.git("rev-parse", "develop").text == before)
  }

  @Test(arguments: ["develop", "main"])
  func severalCommitsThatArePushed(branch: String) throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.git("checkout", "-q", branch)
    for number in 1...3 {
      try anna.write("src/fix\(number).py", "fix = \(number)\n")
      try anna.git("add", ".")
      try mishap.unchecked("commit", "-q", "-m", "Fix \(number)")
    }
    let refusal = try mishap.refused("direct-commit", "push", "origin", branch)
    try mishap.land(mishap.follow(refusal), holding: "src/fix3.py")
    try mishap.holds("src/fix1.py")
    try mishap.isClean(branch)
  }

  /// The branch that is checked out is another one, and develop moved on in the meantime.
  @Test func aCommitThatIsPushedLateFromElsewhere() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.write("src/fix.py", "fix = 1\n")
    try anna.git("add", ".")
    try mishap.unchecked("commit", "-q", "-m", "Fix")
    try anna.git("checkout", "-q", "-b", "notes", "origin/main")
    let refusal = try mishap.refused("direct-commit", "push", "origin", "develop:develop")
    try mishap.landing(of: "boris")
    try mishap.land(mishap.follow(refusal), holding: "src/fix.py")
    try mishap.isClean("develop")
  }

  @Test func aRebaseOfDevelop() throws {
    let mishap = try Mishap()
    let anna = mishap.anna
    try anna.write("src/fix.py", "fix = 1\n")
    try anna.git("add", ".")
    try mishap.unchecked("commit", "-q", "-m", "Fix")
    try mishap.landing(of: "boris")
    try anna.git("fetch", "-q")
    let refusal = try mishap.refused("direct-commit", "rebase", "origin/develop")
    try mishap.follow(refusal)
  }
}
