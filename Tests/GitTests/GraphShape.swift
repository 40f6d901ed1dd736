import GitModel
import GuardTesting
import Wording

/// The ways in which a repository may have a commit-graph.
enum GraphShape: CaseIterable {
  case none, whole, levelsOnly, changedPaths
  /// The newest third of the commits is not in it.
  case older
  /// A chain of three files; in the last shape the uppermost has no corrected dates.
  case chain, mixedChain

  /// Whether all commits are in it.
  var hasAll: Bool { [.whole, .levelsOnly, .changedPaths].contains(self) }

  /// Writes it with git.
  func write(_ history: RandomHistory) throws {
    let commits = history.commits
    switch self {
    case .none: break
    case .whole: try write([], commits, history)
    case .levelsOnly: try write([], commits, history, version: 1)
    case .changedPaths: try write(["--changed-paths"], commits, history)
    case .older: try write([], commits.prefix(commits.count * 2 / 3), history)
    case .chain, .mixedChain:
      for part in 1...3 {
        let isTop = part == 3
        try write(
          ["--split=no-merge"], commits.prefix(commits.count * part / 3 - (isTop ? 2 : 0)), history,
          version: isTop && self == .mixedChain ? 1 : 2)
      }
    }
  }

  private func write(
    _ options: [String], _ commits: some Collection<ObjectID>, _ history: RandomHistory,
    version: Int = 2
  ) throws {
    let input = commits.map { $0.hex + "\n" }.joined()
    try history.scratch.git(
      ["-c", "commitGraph.generationVersion=\(version)", "commit-graph", "write"] + options
        + ["--stdin-commits"], input: Array(input.utf8))
  }
}

/// Who descends from whom, from the parents that git lists.
struct Descent {
  private(set) var commits: [ObjectID] = []
  private(set) var parents: [ObjectID: [ObjectID]] = [:]
  /// Each commit's ancestors, itself among them.
  private(set) var ancestors: [ObjectID: Set<ObjectID>] = [:]

  init(_ scratch: ScratchRepository) throws {
    let lines = try scratch.git("rev-list", "--all", "--parents", "--topo-order", "--reverse").lines
    for line in lines {
      let ids = try line.split(separator: " ").map { try objectID($0) }
      commits.append(ids[0])
      parents[ids[0]] = Array(ids.dropFirst())
      ancestors[ids[0]] = ids.dropFirst().reduce(into: [ids[0]]) {
        $0.formUnion(ancestors[$1] ?? [])
      }
    }
  }

  func has(_ old: ObjectID, _ new: ObjectID) -> Bool { ancestors[new]?.contains(old) ?? false }

  func mergeBases(_ one: ObjectID, _ other: ObjectID) -> [ObjectID] {
    let common = (ancestors[one] ?? []).intersection(ancestors[other] ?? [])
    return common.filter { base in common.contains { $0 != base && has(base, $0) } == false }
      .sorted()
  }

  func chain(from tip: ObjectID, notIn bases: [ObjectID] = []) -> [ObjectID] {
    var chain: [ObjectID] = []
    var current: ObjectID? = tip
    while let id = current, bases.contains(where: { has(id, $0) }) == false {
      chain.append(id)
      current = parents[id]?.first
    }
    return chain
  }
}
