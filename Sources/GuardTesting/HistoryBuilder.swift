public import FlowPolicy
public import GitModel
import Wording

/// Plays a ``RuleExample`` on a history in memory: `main` and `develop` on one commit, with
/// `origin/…` for everything that was there before the attempt.
public final class HistoryBuilder {
  public let history = FakeHistory()
  private var serial = 0

  public init() {
    let start = history.commit(["README.md": "A project"], parents: [], message: "Begin")
    history.refs[.branch("main")] = start
    history.refs[.branch("develop")] = start
  }

  public func tip(_ branch: String) -> ObjectID? { history.refs[.branch(BranchName(branch))] }

  private func require(_ branch: String) -> ObjectID {
    guard let tip = tip(branch) else { preconditionFailure("no branch \(branch) in the example") }
    return tip
  }

  private func set(_ branch: String, _ tip: ObjectID?) {
    history.refs[.branch(BranchName(branch))] = tip
  }

  public func play(_ actions: [RuleExample.Action]) { for action in actions { play(action) } }

  public func play(_ action: RuleExample.Action) {
    serial += 1
    switch action {
    case .branch(let name, let start): set(name, require(start))
    case .set(let name, let target): set(name, require(target))
    case .delete(let name): set(name, nil)
    case .commit(let name, let path): write(name, TreePath(path), "text \(serial)\n")
    case .entry(let name, let about):
      write(name, Self.journal, journal(of: name) + "\n## \(about), \(serial)\n\nIt works.\n")
    case .entryRewritten(let name):
      write(
        name, Self.journal,
        journal(of: name).replacing("It works", with: "It failed", maxReplacements: 1))
    case .merge(let source, let target): merge(source, target, altering: nil)
    case .alteredMerge(let source, let target, let path):
      merge(source, target, altering: TreePath(path))
    case .octopus(let sources, let target):
      var table = history.table(of: require(target))
      for source in sources { table.merge(history.table(of: require(source))) { $1 } }
      set(
        target,
        history.commit(
          table, parents: [require(target)] + sources.map(require), message: "Merge branches"))
    case .squash(let source, let target):
      let table = merged(require(target), require(source))
      set(target, history.commit(table, parents: [require(target)], message: "Squash \(source)"))
    case .removal(let name, let path):
      var table = history.table(of: require(name))
      table[TreePath(path)] = nil
      set(name, history.commit(table, parents: [require(name)], message: "Remove \(path)"))
    case .tag(let name, let target):
      history.refs[RefName("refs/tags/\(name)")] = require(target)
    case .orphan(let name):
      set(name, history.commit(["alone.txt": "\(serial)"], parents: [], message: "Alone"))
    }
  }

  private static let journal: TreePath = "experiments/journal.md"

  private func journal(of branch: String) -> String {
    history.table(of: require(branch))[Self.journal] ?? ""
  }

  private func write(_ branch: String, _ path: TreePath, _ text: String) {
    var table = history.table(of: require(branch))
    table[path] = text
    set(branch, history.commit(table, parents: [require(branch)], message: "Change \(path)"))
  }

  private func merged(_ ours: ObjectID, _ theirs: ObjectID) -> FakeHistory.Files {
    let outcome = try? history.automaticMerge(of: ours, and: theirs)
    return outcome.map { history.table($0.tree) } ?? [:]
  }

  private func merge(_ source: String, _ target: String, altering path: TreePath?) {
    var table = merged(require(target), require(source))
    if let path { table[path] = "slipped in \(serial)" }
    set(
      target,
      history.commit(
        table, parents: [require(target), require(source)],
        message: "Merge branch '\(source)' into \(target)"))
  }

  /// Takes what stands now as what the remote has.
  public func publish() {
    for (ref, tip) in history.refs {
      guard let name = ref.branch else { continue }
      history.refs[RefName(bytes: Array("refs/remotes/origin/".utf8) + name.bytes)] = tip
    }
  }

  /// The push of an example's attempt.
  public func proposal(_ example: RuleExample) -> Proposal {
    play(example.setting)
    publish()
    let before = Dictionary(uniqueKeysWithValues: example.pushed.map { ($0, tip($0)) })
    play(example.attempt)
    let moves = example.pushed.map { name in
      if let tag = history.refs.removeValue(forKey: RefName("refs/tags/\(name)")) {
        return RefMove(ref: RefName("refs/tags/\(name)"), before: nil, after: tag)
      }
      return RefMove(ref: .branch(BranchName(name)), before: before[name] ?? nil, after: tip(name))
    }
    // A branch that is gone here is gone in the remote view as well: nothing vouches for it.
    for action in example.setting + example.attempt {
      guard case .delete(let name) = action, tip(name) == nil else { continue }
      history.refs[RefName("refs/remotes/origin/\(name)")] = nil
    }
    let actor = example.actor.map { Actor(owner: $0, certainty: .known, origin: "the example") }
    return Proposal(
      occasion: .push, moves: moves, actor: actor, today: Day(secondsSince1970: 1_800_000_000),
      remote: "origin")
  }
}
