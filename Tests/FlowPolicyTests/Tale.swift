import FlowPolicy
import GitModel
import GuardTesting
import Wording

/// A history that a test tells step by step, beside its remote: local branches as somebody has
/// them, and `origin/…` as they were published last. It begins with `main` and `develop` on one
/// published commit.
final class Tale {
  let history = FakeHistory()
  private var serial = 0
  static let day = Day(secondsSince1970: 1_800_000_000)

  init(_ files: FakeHistory.Files = ["README.md": "A project"]) {
    let start = history.commit(files, parents: [], message: "Begin")
    for name in ["main", "develop"] { history.refs[.branch(BranchName(name))] = start }
    publish()
  }

  func tip(_ branch: String) -> ObjectID {
    guard let tip = history.refs[.branch(BranchName(branch))] else {
      preconditionFailure("no branch \(branch) in the tale")
    }
    return tip
  }

  func published(_ branch: String, by remote: String = "origin") -> ObjectID? {
    history.refs[RefName("refs/remotes/\(remote)/\(branch)")]
  }

  func set(_ branch: String, to commit: ObjectID?) {
    history.refs[.branch(BranchName(branch))] = commit
  }

  /// Makes a branch at another one's tip.
  func branch(_ name: String, at start: String = "develop") { set(name, to: tip(start)) }

  /// Sets what the remote is known to have; without names, for all branches.
  func publish(_ names: String..., to remote: String = "origin") {
    for (ref, tip) in history.refs {
      guard let name = ref.branch, names.isEmpty || names.contains("\(name)") else { continue }
      history.refs[RefName("refs/remotes/\(remote)/\(name)")] = tip
    }
  }

  /// Takes a branch away, here and at the remote.
  func forget(_ names: String...) {
    for name in names {
      set(name, to: nil)
      history.refs[RefName("refs/remotes/origin/\(name)")] = nil
    }
  }

  /// Commits onto a branch; a text of nil removes the file, no files make a new one.
  @discardableResult
  func commit(
    _ branch: String, _ files: [TreePath: String?] = [:], message: String = "Work"
  ) -> ObjectID {
    serial += 1
    var table = history.table(of: tip(branch))
    let changes = files.isEmpty ? [TreePath("src/file\(serial).py"): "work \(serial)"] : files
    for (path, text) in changes { table[path] = text }
    let made = history.commit(table, parents: [tip(branch)], message: message)
    set(branch, to: made)
    return made
  }

  @discardableResult
  func entry(_ branch: String) -> ObjectID {
    let old = history.table(of: tip(branch))["experiments/journal.md"] ?? "# Journal\n"
    let names = history.refs.keys.compactMap { $0.branch?.description }.sorted()
    let text = "\n## Entry \(serial)\n\nOf \(names.joined(separator: ", ")).\n"
    return commit(branch, ["experiments/journal.md": old + text], message: "Describe")
  }

  /// Merges into a branch, as `git merge --no-ff` does; `by` changes the result by hand.
  @discardableResult
  func merge(
    _ source: String, into target: String, message: String? = nil,
    by hand: [TreePath: String?] = [:]
  ) -> ObjectID {
    merge(
      tip(source), into: target, message: message ?? "Merge branch '\(source)' into \(target)",
      by: hand)
  }

  @discardableResult
  func merge(
    _ head: ObjectID, into target: String, message: String = "Merge something",
    by hand: [TreePath: String?] = [:]
  ) -> ObjectID {
    var table = merged(tip(target), head)
    for (path, text) in hand { table[path] = text }
    let made = history.commit(table, parents: [tip(target), head], message: message)
    set(target, to: made)
    return made
  }

  @discardableResult
  func squash(_ source: String, into target: String) -> ObjectID {
    let made = history.commit(
      merged(tip(target), tip(source)), parents: [tip(target)], message: "Squash")
    set(target, to: made)
    return made
  }

  func merged(_ ours: ObjectID, _ theirs: ObjectID) -> FakeHistory.Files {
    (try? history.automaticMerge(of: ours, and: theirs)).map { history.table($0.tree) } ?? [:]
  }

  /// An experiment with one commit of its own.
  func experiment(_ name: String, at start: String = "develop") {
    branch(name, at: start)
    commit(name)
  }

  /// The flow done right up to the merge request.
  func bring(_ experiment: String, into own: String) {
    self.experiment(experiment)
    if history.refs[.branch(BranchName(own))] == nil { branch(own) }
    if tip("develop") != tip(own) { merge("develop", into: own) }
    merge(experiment, into: own)
    entry(own)
  }
}
