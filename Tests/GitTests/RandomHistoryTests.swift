import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// The git layer against git's own answers.
@Suite struct RandomHistoryTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func ancestorsAreGitsAncestors(_ seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    for new in history.commits {
      let ancestors = Set(try history.scratch.git("rev-list", new.hex).lines)
      for old in history.commits {
        let answer = try history.repository.isAncestor(old, of: new)
        #expect(answer == ancestors.contains(old.hex), "\(old) of \(new)")
      }
    }
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func mergeBasesAreAmongGits(_ seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    for (one, other) in history.pairs(60, seed: seed) {
      let bases = try history.scratch.git(
        "merge-base", "--all", one.hex, other.hex, expecting: nil
      ).lines
      let base = try history.repository.mergeBase(one, other)
      if let base {
        #expect(bases.contains(base.hex), "\(one) and \(other)")
      } else {
        #expect(bases.isEmpty, "\(one) and \(other)")
      }
    }
  }

  @Test func commitsAreReadAsGitReadsThem() throws {
    let history = try RandomHistory(seed: 7)
    for id in history.commits {
      let commit = try history.repository.commit(id)
      let parents = commit.parents.map(\.hex).joined(separator: " ")
      let ours = [
        commit.tree.id.hex, parents, String(decoding: commit.author.name, as: UTF8.self),
        String(decoding: commit.committer.email, as: UTF8.self), String(commit.time),
        String(decoding: commit.message, as: UTF8.self),
      ].joined(separator: "|")
      let git = try history.scratch.git(
        "show", "-s", "--format=tformat:%T|%P|%an|%ce|%ct|%B", id.hex)
      #expect(git.stdout == ours + "\n")
    }
  }

  @Test(arguments: [8, 9] as [UInt64])
  func changesAreGitsRawDifferences(_ seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    for (one, other) in history.pairs(60, seed: seed) {
      let before = try history.repository.commit(one).tree
      let after = try history.repository.commit(other).tree
      let changes = try history.repository.changes(from: before, to: after)
      let git = try history.scratch.git(
        "diff", "--raw", "-z", "--no-renames", "--no-abbrev", one.hex, other.hex)
      #expect(changes.map(raw).joined() == git.stdout)
      #expect(changes.map(\.path) == changes.map(\.path).sorted())
      let removed = try history.repository.changes(from: after, to: before)
      #expect(removed.map(\.path) == changes.map(\.path))
    }
  }

  @Test(arguments: [10, 11, 12] as [UInt64])
  func mergesAreGitsMerges(_ seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    var clean = 0
    var compared = 0
    for (one, other) in history.pairs(40, seed: seed) {
      let renamed = try isRenameInvolved(history, one, other)
      let git = try history.scratch.git(
        "merge-tree", "--write-tree", "--name-only", "--messages", "--allow-unrelated-histories",
        one.hex, other.hex, expecting: nil)
      #expect(git.status < 2)
      let ours = try history.repository.automaticMerge(of: one, and: other)
      // Where a file of one base is a folder of another, git renames one of them on its way.
      if renamed || git.stdout.contains("~Temporary merge branch") { continue }
      compared += 1
      let tree = TreeID(try objectID(try #require(git.lines.first)))
      #expect(ours.conflicts.isEmpty == (git.status == 0), "\(one) and \(other)")
      if git.status == 0 { clean += 1 }
      // What conflicts stands in git's tree with markers, in ours as the second commit has it.
      let repository = try history.scratch.opened()
      let conflicts = Set(ours.conflicts)
      let differing = try list(history, ours.tree, repository)
        .symmetricDifference(try list(history, tree, repository))
        .filter { line in conflicts.contains { line.path.isInside($0) } == false }
        .filter { $0.path.bytes.contains(UInt8(ascii: "~")) == false }
      #expect(differing.isEmpty, "\(one) and \(other)")
      try expectTheirs(in: ours, of: other, history)
    }
    #expect(clean > 10 && compared > clean)
  }

  /// git and libgit2 find renames by different measures of likeness.
  private func isRenameInvolved(
    _ history: RandomHistory, _ one: ObjectID, _ other: ObjectID
  ) throws -> Bool {
    let bases = try history.scratch.git(
      "merge-base", "--all", one.hex, other.hex, expecting: nil
    ).lines
    return try bases.contains { base in
      try ([one.hex, other.hex] + bases).contains { tip in
        try history.scratch.git(
          "diff", "--name-only", "--diff-filter=R", "-M40%", base, tip
        ).stdout.isEmpty == false
      }
    }
  }

  private struct Line: Hashable {
    let path: TreePath
    let entry: TreeEntry?
  }

  private func list(
    _ history: RandomHistory, _ tree: TreeID, _ repository: Repository
  ) throws -> Set<Line> {
    // A tree that was merged in memory is known only to the repository that merged it.
    let holder =
      (try? repository.changes(from: nil, to: tree)) != nil
      ? repository : history.repository
    return Set(try holder.changes(from: nil, to: tree).map { Line(path: $0.path, entry: $0.after) })
  }

  private func expectTheirs(
    in outcome: MergeOutcome, of other: ObjectID, _ history: RandomHistory
  ) throws {
    let theirs = try history.repository.commit(other).tree
    for path in outcome.conflicts {
      let wanted = try history.repository.entry(at: path, in: theirs)
      guard wanted?.kind != .folder else { continue }
      #expect(try history.repository.entry(at: path, in: outcome.tree) == wanted, "\(path)")
    }
  }

  private func raw(_ change: PathChange) -> String {
    func mode(_ entry: TreeEntry?) -> String {
      switch entry?.kind {
      case .regular: "100644"
      case .executable: "100755"
      case .symlink: "120000"
      case .submodule: "160000"
      case .folder: "040000"
      case nil: "000000"
      }
    }
    let none = String(repeating: "0", count: 40)
    func isSameType() -> Bool { change.before?.kind.isFile == change.after?.kind.isFile }
    let status =
      change.before == nil ? "A" : change.after == nil ? "D" : isSameType() ? "M" : "T"
    return ":\(mode(change.before)) \(mode(change.after)) \(change.before?.id.hex ?? none) "
      + "\(change.after?.id.hex ?? none) \(status)\0"
      + String(decoding: change.path.bytes, as: UTF8.self) + "\0"
  }
}
