import Git
import GitModel

/// Asks our reader of repositories one question and prints the answer as git does, so that what the
/// question costs can be held against git's own command for it.
///
///     bench-probe merge-base ID ID     as git merge-base
///     bench-probe branches             as git for-each-ref --format='%(objectname) %(refname)'
///                                      refs/heads refs/remotes, symbolic ones left out
@main struct Probe {
  static func main() throws(GitError) {
    let words = CommandLine.arguments.dropFirst()
    let repository = try Repository.open(at: ".", environment: [:])
    repository.keepUntilExit()
    let ids = words.dropFirst().compactMap { ObjectID(hex: Array($0.utf8)) }
    switch (words.first, ids.count) {
    case ("merge-base", 2):
      guard let base = try repository.mergeBase(ids[0], ids[1]) else { return }
      print(base)
    case ("branches", 0):
      print(try repository.branches().map { "\($0.tip) \($0.ref)" }.joined(separator: "\n"))
    default: fatalError("usage: bench-probe merge-base ID ID | branches")
    }
  }
}
