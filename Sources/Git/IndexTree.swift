public import GitModel
import Wording

extension Repository {
  /// The tree that the index stands for, as the next commit would have it, made in memory.
  /// `GIT_INDEX_FILE` names the index where git prepares one apart (`commit -a`, `commit PATH`).
  /// Paths in conflict are listed and left out of the tree.
  ///
  /// - Throws: ``GitError`` of kind `unsupported`, with the command that helps, for an index in
  ///   a form that libgit2 can't read.
  public func indexTree() throws(GitError) -> (tree: TreeID, conflicts: [TreePath]) {
    let file = surroundings.path("GIT_INDEX_FILE") ?? gitDirectory + "/index"
    let bench = try workbench()
    let staging = try staging(file)
    let unsettled = staging.unsettledLines()
    try staging.dropConflicts()
    for line in unsettled where line.isIntent && line.stage == 0 { try staging.remove(line.path) }
    let conflicts = Set(unsettled.filter { $0.stage > 0 }.map(\.path))
    do throws(GitError) {
      return (try staging.tree(on: bench), conflicts.sorted())
    } catch {
      throw explained(error)
    }
  }

  private func staging(_ file: String) throws(GitError) -> Staging {
    do throws(GitError) {
      return try Staging.file(file)
    } catch {
      throw try Self.unreadable(file, error)
    }
  }

  /// Says which form of index it is that libgit2 can't read.
  private static func unreadable(_ file: String, _ error: GitError) throws(GitError) -> GitError {
    guard let content = try Files.read(file, limit: 1 << 30) else { return error }
    func unsupported(_ feature: Phrase, _ command: String) -> GitError {
      error.turned(
        into: .unsupported(feature),
        words: Phrase(
          "the index is in a form that can't be read here (\(feature)); run: \(command)"))
    }
    let words = error.words.english
    if content.suffix(20).allSatisfy({ $0 == 0 }) {
      return unsupported(
        Phrase("an index without a checksum"),
        "git config index.skipHash false && git update-index --force-write-index")
    }
    if words.contains("'link'") {
      return unsupported(Phrase("a split index"), "git update-index --no-split-index")
    }
    if words.contains("'sdir'") {
      return unsupported(Phrase("a sparse index"), "git sparse-checkout reapply --no-sparse-index")
    }
    return error
  }
}
