import CLibgit2
import GitModel
import Wording

extension Store {
  /// Whether the work tree's rules (`.gitignore`, `info/exclude`, `core.excludesFile`) ignore a
  /// path, whether or not something stands there.
  func isIgnored(_ path: TreePath) throws(GitError) -> Bool {
    var answer: Int32 = 0
    let code = unsafe Conversions.withCString(path.bytes) { name in
      unsafe lendRepository { unsafe git_ignore_path_is_ignored(&answer, $0, name) }
    }
    try Calls.check(code, asking: Phrase("tell whether \(path) is ignored"))
    return answer != 0
  }
}
