import FlowPolicy
import GitModel
import GuardTesting
import Intake
import Testing
import Wording

@Suite struct CommitHookTests {
  let history = FakeHistory()
  let tip: ObjectID
  let head: ObjectID
  let tree: TreeID

  init() {
    tip = history.commit(["a": "1"], parents: [])
    head = history.commit(["a": "2"], parents: [tip])
    tree = history.tree(["a": "3"])
  }

  private func workTree(_ heads: [ObjectID] = [], branch: RefName? = "refs/heads/develop")
    -> WorkTree
  {
    WorkTree(branch: branch, tip: tip, mergeHeads: heads)
  }

  @Test func mergeHeadsComeFromTheEnvironment() throws {
    let environment: Variables = [
      "GITHEAD_\(head.hex)": "experiment/x", "GIT_REFLOG_ACTION": "merge experiment/x",
      "GITHEAD_nonsense": "y",
    ]
    let pending = try #require(
      PreMergeCommit.pending(workTree(), environment: environment, tree: tree))
    #expect(pending.parents == [tip, head])
    #expect(pending.hints[head]?.contains("experiment/x") == true)
    #expect(pending.activity == .merge)
  }

  @Test func ordinaryCommitHasOneParent() {
    let pending = PreCommit.pending(workTree(), tree: tree)
    #expect(pending?.parents == [tip])
    #expect(pending?.activity == .commit)
  }

  @Test func concludedMergeHasMergeHead() {
    #expect(PreCommit.pending(workTree([head]), tree: tree)?.parents == [tip, head])
  }

  /// The environment of an outer merge does not make an inner commit a merge.
  @Test func leakedEnvironmentMakesNoMerge() {
    let pending = PrepareCommitMsg.pending(
      workTree(), environment: ["GITHEAD_\(head.hex)": "experiment/x"], tree: tree)
    #expect(pending?.parents == [tip])
  }

  @Test func detachedHeadMovesNoBranch() {
    #expect(PreCommit.pending(workTree(branch: nil), tree: tree) == nil)
  }
}
