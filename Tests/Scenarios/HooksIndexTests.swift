import GuardTesting
import Testing

/// Which tree is about to be committed: git may name another index than the usual one.
@Suite struct HooksIndexTests {
  /// An intermediate branch with two files changed, one of them staged.
  private func prepared() throws -> ScratchRepository {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.git("checkout", "-q", "-b", "intermediate/anna")
    try anna.write("src/model.py", "model = 2\n")
    try anna.write("README.md", "Another project\n")
    return anna
  }

  @Test func commitAllReadsTheLockedIndex() throws {
    let anna = try prepared()
    let commit = try anna.git("commit", "-a", "-m", "Own work")
    #expect(commit.warnings == ["own-work"], "\(commit)")
    #expect(commit.stderr.contains("README.md, src/model.py"), "\(commit)")
  }

  @Test func commitOfAPathReadsItsTemporaryIndex() throws {
    let anna = try prepared()
    try anna.git("add", "README.md")
    let commit = try anna.git("commit", "-m", "Own work", "src/model.py")
    #expect(commit.warnings == ["own-work"], "\(commit)")
    #expect(commit.stderr.contains("src/model.py"), "\(commit)")
    #expect(commit.stderr.contains("README.md") == false, "\(commit)")
  }

  @Test func commitReadsWhatIsStaged() throws {
    let anna = try prepared()
    try anna.git("add", "README.md")
    let commit = try anna.git("commit", "-m", "Own work")
    #expect(commit.stderr.contains("README.md"), "\(commit)")
    #expect(commit.stderr.contains("src/model.py") == false, "\(commit)")
  }

  @Test func anIndexThatThePersonNames() throws {
    let anna = try prepared()
    let other = ["GIT_INDEX_FILE": anna.path + "/.git/other-index"]
    try anna.git("read-tree", "HEAD", environment: other)
    try anna.git("add", "src/model.py", environment: other)
    let commit = try anna.git("commit", "-m", "Own work", environment: other)
    #expect(commit.stderr.contains("src/model.py"), "\(commit)")
    #expect(commit.stderr.contains("README.md") == false, "\(commit)")
  }

  @Test func aSplitIndexIsNamedAndNothingIsAssumed() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.git("update-index", "--split-index")
    try anna.write("src/model.py", "model = 2\n")
    let commit = try anna.git("commit", "-a", "-m", "Fix", expecting: nil)
    #expect(commit.status != 0)
    #expect(commit.stderr.contains("git update-index --no-split-index"), "\(commit)")
  }

  @Test func warningsComeOncePerOperationAndRefusalsAlways() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.git("checkout", "-q", "-b", "intermediate/boris")
    try anna.write("src/model.py", "model = 2\n")
    // Two hooks judge a commit; each warning is told by one of them.
    let commit = try anna.git("commit", "-a", "-m", "Own work on another's branch")
    #expect(commit.warnings.sorted() == ["branch-owner", "own-work"], "\(commit)")

    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "intermediate/boris")
    let merge = try anna.git("merge", "--no-ff", "--no-edit", "experiment/resnet")
    #expect(merge.warnings == ["branch-owner"], "\(merge)")

    // A refused operation tells its refusal each time, and no warning twice.
    try anna.git("config", "gitflow-guard.owner", "anna")
    try anna.write("src/model.py", "model = 3\n")
    for words in [["commit", "-a", "-m", "x"], ["commit", "-n", "-a", "-m", "x"]] {
      let refused = try anna.git(words, expecting: nil)
      #expect(refused.status != 0)
      #expect(refused.refusals == ["branch-owner"], "\(refused)")
      #expect(refused.warnings.count <= 1, "\(refused)")
    }
  }
}
