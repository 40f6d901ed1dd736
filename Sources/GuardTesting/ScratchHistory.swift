/// Short words for the steps of a test's story.
extension ScratchRepository {
  /// Writes files, stages everything and commits; an empty list makes an empty commit.
  ///
  /// - Returns: The new commit's id in hexadecimal.
  @discardableResult
  public func commit(
    _ message: String = "change", files: [String: String] = [:],
    environment: [String: String] = [:]
  ) throws -> String {
    for (file, text) in files.sorted(by: { $0.key < $1.key }) { try write(file, text) }
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message, environment: environment)
    return try id("HEAD")
  }

  /// Switches to a branch; makes it first, from `start`, if it is not there.
  public func switchTo(_ branch: String, from start: String = "HEAD") throws {
    let known = try git("show-ref", "--verify", "-q", "refs/heads/" + branch, expecting: nil)
    if known.status == 0 {
      try git("checkout", "-q", branch)
    } else {
      try git("checkout", "-q", "-b", branch, start)
    }
  }

  /// Merges without a fast-forward into the branch that is checked out.
  @discardableResult
  public func merge(_ branches: String..., message: String = "merge") throws -> String {
    try git(["merge", "-q", "--no-ff", "-m", message] + branches)
    return try id("HEAD")
  }

  /// The id that a revision stands for, in hexadecimal.
  public func id(_ revision: String) throws -> String {
    try git("rev-parse", "--verify", "-q", revision).text
  }

  /// Every file below the repository with its size and time of change: two equal answers mean
  /// that nothing was written in between.
  public func fingerprint() throws -> String {
    let found = try folder.run("find", [path, "-printf", "%p %s %T@ %C@\\n"])
    return found.lines.sorted().joined(separator: "\n")
  }
}
