import Foundation
import GuardTesting
import Testing

/// What git's commit hooks see of each operation in a work tree, and what the guard makes of it.
@Suite struct CommitHooksTests {
  @Test func aForbiddenMergeIsRefusedHoweverItIsConcluded() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/resnet")
    try stage.git("checkout", "-q", "develop")
    let merge = ["merge", "--no-ff", "--no-edit", "experiment/resnet"]
    try stage.refused("branch-flow", "experiment-entry", by: merge)
    // git left the merge half done and says how to complete it.
    try stage.refused("branch-flow", by: ["commit", "--no-edit"])
    try stage.refused("branch-flow", by: ["merge", "--continue"])
    try stage.refused("branch-flow", by: ["commit", "-n", "--no-edit"])
    try stage.git("merge", "--abort")
    try stage.refused("branch-flow", by: merge + ["--no-verify"])
    try stage.git("merge", "--abort")
    try stage.git("merge", "-q", "--no-ff", "--no-commit", "experiment/resnet")
    try stage.refused("branch-flow", by: ["commit", "--no-edit"])
  }

  @Test func theHeadIsKnownByItsObjectIdAsWell() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/resnet")
    let head = try stage.anna.id("HEAD")
    try stage.git("push", "-q", "origin", "experiment/resnet")
    try stage.git("checkout", "-q", "develop")
    try stage.refused("branch-flow", by: ["merge", "--no-ff", "--no-edit", head])
    try stage.git("merge", "--abort")
    try stage.refused(
      "branch-flow", by: ["pull", "--no-ff", "--no-edit", "origin", "experiment/resnet"])
  }

  @Test func aConflictedMergeIsJudgedWhenItIsConcluded() throws {
    let stage = try Stage()
    try stage.git("checkout", "-q", "-b", "experiment/resnet")
    try stage.anna.commit("Work", files: ["src/model.py": "model = 2\n"])
    try stage.git("checkout", "-q", "develop")
    try stage.anna.write("src/model.py", "model = 3\n")
    try stage.unguarded("commit", "-q", "-am", "Diverge")
    try stage.git("merge", "--no-edit", "experiment/resnet", expecting: 1)
    try stage.anna.write("src/model.py", "model = 4\n")
    try stage.git("add", "-A")
    try stage.refused("branch-flow", by: ["commit", "--no-edit"])
    try stage.refused("branch-flow", by: ["merge", "--continue"])
  }

  @Test func theRemedyOfARefusedMergeBeginsWithItsAbort() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/resnet")
    try stage.git("checkout", "-q", "develop")
    let outcome = try stage.anna.git(
      "merge", "--no-ff", "--no-edit", "experiment/resnet", expecting: nil)
    let lines = outcome.stderr.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "  do this instead:"))
    #expect(lines[start + 1] == "    git merge --abort")
    #expect(lines.filter { $0.isEmpty == false }.count < 20)
  }

  @Test func octopusSquashAndUnrelatedHistories() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/a")
    try stage.anna.experiment("experiment/b")
    try stage.git("checkout", "-q", "develop")
    try stage.refused(
      "merge-method", "branch-flow", by: ["merge", "--no-edit", "experiment/a", "experiment/b"])
    try stage.git("reset", "-q", "--hard")
    try stage.git("merge", "-q", "--squash", "experiment/a")
    try stage.refused("direct-commit", by: ["commit", "-m", "Squash"])
    try stage.git("reset", "-q", "--hard")
    try stage.git("checkout", "-q", "--orphan", "intermediate/anna")
    try stage.anna.commit("Alone", files: ["experiments/alone.md": "# Alone\n"])
    try stage.git("checkout", "-q", "develop")
    try stage.refused(
      "unrelated-history",
      by: ["merge", "--no-edit", "-X", "ours", "--allow-unrelated-histories", "intermediate/anna"])
  }

  @Test func oneParentCommitsOfEveryKind() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/resnet")
    try stage.git("checkout", "-q", "develop")
    try stage.refused("direct-commit", by: ["cherry-pick", "experiment/resnet"])
    try stage.git("cherry-pick", "--abort")
    try stage.refused("direct-commit", by: ["revert", "--no-edit", "HEAD"])
    try stage.git("revert", "--abort", expecting: nil)
    try stage.git("reset", "-q", "--hard")
    try stage.refused("direct-commit", by: ["commit", "--amend", "-m", "Reword"])
    try stage.anna.write("src/model.py", "model = 5\n")
    try stage.refused("direct-commit", by: ["commit", "-a", "-m", "All"])
    try stage.refused("direct-commit", by: ["commit", "src/model.py", "-m", "One path"])
    try stage.refused("direct-commit", by: ["commit", "-n", "-a", "-m", "No verify"])
  }

  @Test func aRebaseOfAProtectedBranchIsSeenThoughHeadIsDetached() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/resnet")
    try stage.git("checkout", "-q", "develop")
    try stage.anna.write("src/other.py", "other = 1\n")
    try stage.git("add", "-A")
    try stage.unguarded("commit", "-q", "-m", "Mine")
    let outcome = try stage.anna.git("rebase", "experiment/resnet", expecting: nil)
    #expect(outcome.status != 0)
    #expect(outcome.stderr.contains("  direct-commit "), "\(outcome)")
    #expect(outcome.stderr.contains("    git rebase --abort"), "\(outcome)")
  }

  @Test func worktreesAndSubdirectories() throws {
    let stage = try Stage()
    try stage.git("worktree", "add", "-q", "../tree of main", "main")
    let tree = ScratchRepository(
      at: stage.anna.folder.path + "/tree of main", in: stage.anna.folder)
    try tree.write("sub/file.txt", "text\n")
    try tree.git("add", "-A")
    let outcome = try tree.folder.run(
      "git", ["commit", "-m", "From below"], in: tree.path + "/sub")
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("  direct-commit "), "\(outcome)")
  }

  @Test func aPullIntoOwnCommitsIsAFoxtrot() throws {
    let stage = try Stage()
    try stage.brought()
    let boris = try stage.team.member("boris")
    try boris.experiment("experiment/bert")
    try boris.bring("experiment/bert", into: "intermediate/boris")
    try boris.land("intermediate/boris")
    try stage.anna.write("src/mine.py", "mine = 1\n")
    try stage.git("add", "-A")
    try stage.unguarded("commit", "-q", "-m", "Mine")
    try stage.refused("foxtrot-merge", by: ["pull", "--no-edit", "origin", "develop"])
  }

  @Test func warningsComeOncePerOperationAndRefusalsAlways() throws {
    let stage = try Stage()
    try stage.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try stage.anna.write("src/own.py", "own = 1\n")
    try stage.git("add", "-A")
    let outcome = try stage.anna.git("commit", "-m", "Own work")
    #expect(outcome.stderr.components(separatedBy: "own-work").count == 2, "\(outcome)")
  }
}
