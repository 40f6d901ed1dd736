import GuardTesting
import Testing

/// Commits that are made where none may be: plain, without hooks, picked, reverted, amended.
@Suite struct HooksCommitTests {
  private func refusedOnDevelop(
    _ words: [String], mends: Bool = false,
    prepare: (Team, ScratchRepository) throws -> Void = { _, _ in }
  ) throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try prepare(team, anna)
    let before = try anna.id("HEAD")
    let outcome = try anna.git(words, expecting: nil)
    #expect(outcome.status != 0)
    #expect(outcome.refusals.contains("direct-commit"), "\(outcome)")
    #expect(try anna.id("develop") == before)
    guard mends else { return }
    let mended = try anna.paste(outcome.remedy)
    #expect(mended.status == 0, "\(outcome)\n\(mended)")
    #expect(try anna.id("develop") == before)
    #expect(try anna.git("status", "--porcelain").text == "")
  }

  private func edit(_ team: Team, _ anna: ScratchRepository) throws {
    try anna.write("src/model.py", "model = 2\n")
    try anna.git("add", "-A")
  }

  @Test func plain() throws { try refusedOnDevelop(["commit", "-m", "Fix"], prepare: edit) }

  @Test func withoutPreCommit() throws {
    try refusedOnDevelop(["commit", "-n", "-m", "Fix"], prepare: edit)
  }

  @Test func amended() throws {
    try refusedOnDevelop(["commit", "--amend", "--no-edit"], prepare: edit)
    try refusedOnDevelop(["commit", "-n", "--amend", "-m", "Another message"])
  }

  @Test func amendedMerge() throws {
    try refusedOnDevelop(["commit", "--amend", "--no-edit"]) { team, anna in
      try anna.bring("experiment/resnet", into: "intermediate/anna")
      try anna.git("checkout", "-q", "develop")
      try anna.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
      try edit(team, anna)
    }
  }

  @Test func cherryPicked() throws {
    try refusedOnDevelop(["cherry-pick", "experiment/resnet"], mends: true) {
      _, anna in
      // Without a commit of its own git would fast-forward nothing: the pick makes a new commit.
      try anna.git("checkout", "-q", "experiment/resnet")
      try anna.commit("Another", files: ["src/another.py": "another = 1\n"])
      try anna.git("checkout", "-q", "develop")
    }
  }

  @Test func reverted() throws {
    try refusedOnDevelop(["revert", "--no-edit", "-m", "1", "HEAD"]) { _, anna in
      try anna.experiment("experiment/more")
      try anna.bring("experiment/more", into: "intermediate/anna")
      try anna.land("intermediate/anna")
    }
  }

  @Test func freeWhereNothingIsProtected() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.experiment("experiment/tuning")
    let pick = try anna.git("cherry-pick", "experiment/resnet")
    let revert = try anna.git("revert", "--no-edit", "HEAD")
    let amend = try anna.git("commit", "-q", "--amend", "-m", "Back again")
    for outcome in [pick, revert, amend] {
      #expect(outcome.refusals == [] && outcome.warnings == [], "\(outcome)")
    }
  }

  @Test func aPickThatFastForwardsIsStoppedAtThePush() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try anna.git("cherry-pick", "--ff", "experiment/resnet")
    let before = try team.tip("develop")
    let push = try anna.git("push", "origin", "develop", expecting: nil)
    #expect(push.status != 0)
    #expect(push.refusals.isSuperset(of: ["branch-flow", "direct-commit"]), "\(push)")
    #expect(try team.tip("develop") == before)
  }

  @Test func aCommitOfASubfolderAndOfALinkedWorktree() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.write("src/model.py", "model = 2\n")
    let below = try anna.git("-C", "src", "commit", "-m", "Fix", "model.py", expecting: nil)
    #expect(below.status != 0)
    #expect(below.refusals.contains("direct-commit"), "\(below)")

    try anna.git("checkout", "-q", "-f", "main")
    try anna.git("worktree", "add", "-q", "../linked", "develop")
    let linked = ScratchRepository(at: anna.folder.path + "/linked", in: anna.folder)
    try linked.write("src/model.py", "model = 2\n")
    let commit = try linked.git("commit", "-a", "-m", "Fix", expecting: nil)
    #expect(commit.status != 0)
    #expect(commit.refusals.contains("direct-commit"), "\(commit)")
    try linked.git("checkout", "-q", "-f", "-b", "experiment/linked")
    try linked.commit("Work", files: ["src/linked.py": "linked = 1\n"])
    try linked.git("checkout", "-q", "develop")
    let merge = try linked.git("-C", "src", "merge", "--no-ff", "experiment/linked", expecting: nil)
    #expect(merge.status != 0)
    #expect(merge.refusals.contains("branch-flow"), "\(merge)")
    #expect(try linked.git("merge", "--abort").status == 0)
    try linked.git("merge", "-q", "--ff-only", "experiment/linked")
    let push = try linked.git("-C", "src", "push", "origin", "develop", expecting: nil)
    #expect(push.status != 0)
    #expect(push.refusals.contains("branch-flow"), "\(push)")
  }
}
