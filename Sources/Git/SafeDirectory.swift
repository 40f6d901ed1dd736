import Wording

/// git's `safe.directory`: which repositories of other owners may be used.
///
/// libgit2 1.5 knows no `*` and no configuration but its own, so the setting is read here, from
/// the levels that git asks: never from the repository itself.
enum SafeDirectory {
  static func allows(_ path: String, in surroundings: Surroundings) throws(GitError) -> Bool {
    let configuration = try Configuration(outside: surroundings)
    var allowed = false
    for line in configuration.all("safe.directory") {
      if line.value.isEmpty {
        allowed = false  // an empty value takes back what was said before
      } else if matches(surroundings.expanded(line.value), path, surroundings) {
        allowed = true
      }
    }
    return allowed
  }

  private static func matches(_ value: String, _ path: String, _ surroundings: Surroundings) -> Bool
  {
    if value == "*" { return true }
    if value == "." { return path == surroundings.directory }
    if value.hasSuffix("/*") {
      let folder = String(value.dropLast(2))
      return path.hasPrefix((Files.realPath(folder) ?? folder) + "/")
    }
    return value == path || (value.hasPrefix("/") && Files.realPath(value) == path)
  }

  /// The refusal, with the command that mends it.
  static func refusal(_ error: GitError, of path: String) -> GitError {
    let quoted =
      "'"
      + path.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
    return error.turned(
      into: .ownership,
      words: Phrase(
        """
        the repository \(path) belongs to another user; if you trust it, run: \
        git config --global --add safe.directory \(quoted)
        """))
  }
}
