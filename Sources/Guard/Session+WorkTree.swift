import FlowPolicy
import Git
import GitModel
import Intake

extension Session {
  /// What stands in the work tree: the branch that would move, and what is under way.
  func workTree() throws(Failure) -> WorkTree {
    try reading { () throws(GitError) in
      let operation = try repository.operationInProgress()
      var branch: RefName?
      var tip: ObjectID?
      switch try repository.head() {
      case .branch(let ref, let id): (branch, tip) = (ref, id)
      case .unborn(let ref): branch = ref
      case .detached(let id):
        tip = id
        // While a rebase runs, HEAD is detached and the branch is named apart.
        if case .rebase(let name) = operation { branch = name }
      }
      var activity = PendingCommit.Activity.commit
      var picked: ObjectID?
      switch operation {
      case .merge: activity = .merge
      case .rebase: activity = .rebase
      case .cherryPick:
        activity = .cherryPick
        picked = try repository.resolve(revision: "CHERRY_PICK_HEAD")
      case .revert:
        activity = .revert
        picked = try repository.resolve(revision: "REVERT_HEAD")
      case .none, .bisect: break
      }
      return WorkTree(
        branch: branch, tip: tip, mergeHeads: try repository.mergeHeads(), activity: activity,
        picked: picked)
    }
  }

  /// The tree of the commit that would be made now.
  func indexTree() throws(Failure) -> TreeID {
    try reading { () throws(GitError) in try repository.indexTree().tree }
  }

  /// The commit that a pushed object stands for; a tag is peeled. What is no commit stays as it
  /// is, and the rules find that it holds no history.
  func commit(_ object: ObjectID?) throws(Failure) -> ObjectID? {
    guard let object else { return nil }
    return try reading { () throws(GitError) in try repository.peelToCommit(object) } ?? object
  }

  func reading<Value>(_ body: () throws(GitError) -> Value) throws(Failure) -> Value {
    do throws(GitError) {
      return try body()
    } catch {
      throw Failure.repository(error)
    }
  }
}
