import FlowPolicy
import Git
import GitModel

/// Where `init` runs: which branches are here, and where the person stands.
struct SetupPlace {
  let remote: String?
  let current: BranchName?
  let isUnborn: Bool
  private let branches: [Branch]
  private let repository: Repository

  init(_ session: Session) throws(Failure) {
    remote = session.remote
    repository = session.repository
    (branches, current, isUnborn) = try session.reading { () throws(GitError) in
      let all = try session.repository.branches()
      switch try session.repository.head() {
      case .branch(let ref, _): return (all, ref.branch, false)
      case .unborn(let ref): return (all, ref.branch, true)
      case .detached: return (all, nil, false)
      }
    }
  }

  /// The tip of the remote's branch; nil where it has none that is known here.
  func remoteTip(_ name: String) -> ObjectID? {
    guard let remote else { return nil }
    return branches.first { $0.remote == remote && $0.name == BranchName(name) }?.tip
  }

  func localTip(_ name: String) -> ObjectID? {
    branches.first { $0.remote == nil && $0.name == BranchName(name) }?.tip
  }

  /// Whether a commit is part of another's history; false where that can't be told.
  func isAncestor(_ old: ObjectID, of new: ObjectID) -> Bool {
    (try? repository.isAncestor(old, of: new)) ?? false
  }
}
