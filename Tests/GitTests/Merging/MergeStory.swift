import Git
import GitModel
import GuardTesting
import Testing

/// A merge that the real git makes: what stood before, what each side did, and how it was merged.
struct MergeStory: Sendable, CustomTestStringConvertible {
  typealias Part = @Sendable (ScratchRepository) throws -> Void

  let name: String
  /// Options of git itself, such as `-c merge.renames=false`.
  var settings: [String] = []
  var options: [String] = []
  /// Why a path can't be judged, for those that are to be left out.
  var leftOut: [TreePath: MergeDifference.LeftOut.Reason] = [:]
  let base: Part
  let ours: Part
  let theirs: Part

  var testDescription: String { name }

  init(
    _ name: String, settings: [String] = [], options: [String] = [],
    leftOut: [TreePath: MergeDifference.LeftOut.Reason] = [:], base: @escaping Part,
    ours: @escaping Part, theirs: @escaping Part
  ) {
    self.name = name
    self.settings = settings
    self.options = options
    self.leftOut = leftOut
    self.base = base
    self.ours = ours
    self.theirs = theirs
  }

  /// Plays the story to its end, a conflict resolved by whatever git left in the work tree.
  ///
  /// - Returns: The repository with the merge commit checked out.
  func play() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    try scratch.write("plain.txt", numbered(30))
    try scratch.write("kept.txt", "kept\n")
    try base(scratch)
    try scratch.commit("base")
    try scratch.switchTo("theirs")
    try theirs(scratch)
    try scratch.commit("theirs")
    try scratch.switchTo("main")
    try ours(scratch)
    try scratch.commit("ours")
    let merge = ["merge", "-q", "--no-ff", "-m", "merge"] + options + ["theirs"]
    let outcome = try scratch.git(settings + merge, expecting: nil)
    #expect(outcome.status < 2, "\(outcome)")
    if outcome.status == 1 { try scratch.commit("merge") }
    let ids = try scratch.git("rev-list", "--parents", "-1", "HEAD").text.split(separator: " ")
    #expect(ids.count == 3)
    return scratch
  }
}

/// A text of numbered lines, some of them changed.
func numbered(_ count: Int, _ changed: [Int: String] = [:]) -> String {
  (1...count).map { (changed[$0] ?? "line \($0)") + "\n" }.joined()
}

extension ScratchRepository {
  /// What the merge that is checked out holds beside its parents' merge.
  func difference(_ merge: String = "HEAD") throws -> MergeDifference {
    try opened().mergeDifference(
      of: tree(merge), ours: object(merge + "^1"), theirs: object(merge + "^2"))
  }

  /// Changes the merge commit that is checked out.
  func amend(_ change: (ScratchRepository) throws -> Void) throws {
    try change(self)
    try git("add", "-A")
    try git("commit", "-q", "--amend", "--no-edit")
  }
}

extension MergeDifference {
  var paths: [TreePath] { changes.map(\.path) }

  func reason(_ path: TreePath) -> LeftOut.Reason? {
    leftOut.first { $0.path == path }?.reason
  }
}
