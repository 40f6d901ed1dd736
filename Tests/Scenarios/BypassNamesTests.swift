import GuardTesting
import Testing

/// Names that would fool a terminal: hooks print them visibly and never paste them.
@Suite struct BypassNamesTests {
  /// A bidirectional override, a zero-width space, and C1's control sequence introducer.
  private let name = "experiment/\u{202e}evil\u{200b}\u{9b}31m"
  private let hidden: Set<Unicode.Scalar> = ["\u{202e}", "\u{200b}", "\u{9b}", "\u{1b}", "\u{7}"]

  /// What the guard printed, without git's own lines around it.
  private func guardsWords(_ outcome: ScratchOutcome) -> Substring {
    let text = outcome.stderr
    guard let start = text.firstRange(of: "x ")?.lowerBound,
      let end = text.firstRange(of: "tells more")?.upperBound, start < end
    else { return text[...] }
    return text[start..<end]
  }

  private func isVisible(_ outcome: ScratchOutcome) -> Bool {
    guardsWords(outcome).unicodeScalars.allSatisfy {
      hidden.contains($0) == false && ($0.value >= 0x20 || $0 == "\n")
    }
  }

  @Test func inACommitHook() throws {
    let bypass = try Bypass()
    try bypass.anna.git("checkout", "-q", "-b", name)
    try bypass.anna.commit("Title \u{1b}[31mred\u{7}", files: ["src/\u{1b}x.py": "x\n"])
    let head = try bypass.anna.id("HEAD")
    try bypass.anna.git("checkout", "-q", "develop")
    let merge = try bypass.anna.git("merge", "--no-ff", "-m", "M \u{1b}[2J", name, expecting: nil)
    #expect(merge.status != 0)
    #expect(merge.refusals.contains("branch-flow"), "\(merge)")
    #expect(isVisible(merge), "\(merge)")
    // The remedy can be pasted: it names the commit.
    #expect(
      merge.remedy.contains { $0.contains("git merge --no-ff \(head.prefix(10))") }, "\(merge)")
    let mended = try bypass.anna.paste(merge.remedy)
    #expect(mended.status == 0, "\(merge)\n\(mended)")
  }

  @Test func atThePush() throws {
    let bypass = try Bypass()
    try bypass.anna.git("checkout", "-q", "-b", name)
    try bypass.anna.commit("Title \u{1b}[31mred\u{7}", files: ["src/\u{1b}x.py": "x\n"])
    let push = try bypass.anna.git("push", "-q", "origin", "HEAD:develop", expecting: nil)
    #expect(push.status == 1)
    #expect(isVisible(push), "\(push)")
    let mended = try bypass.anna.paste(push.remedy)
    #expect(mended.status == 0, "\(push)\n\(mended)")
  }

  @Test func aBranchThatIsAnOption() throws {
    let bypass = try Bypass()
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.git("update-ref", "refs/heads/-develop", "HEAD")
    try bypass.anna.git("update-ref", "refs/heads/a$(touch${IFS}pwned)", "HEAD")
    try bypass.anna.git("checkout", "-q", "develop")
    try bypass.anna.git("branch", "-q", "-D", "experiment/resnet")
    let push = try bypass.anna.git(
      "push", "-q", "origin", "refs/heads/-develop:refs/heads/develop", expecting: nil)
    #expect(push.status == 1)
    #expect(push.refusals.contains("branch-flow"), "\(push)")
    let mended = try bypass.anna.paste(push.remedy)
    #expect(mended.status == 0, "\(push)\n\(mended)")
    #expect(bypass.anna.read("pwned") == nil)
  }

  @Test func nestedAndSimilarNamesAreNotDevelop() throws {
    let bypass = try Bypass()
    try bypass.anna.experiment("experiment/resnet")
    for ref in ["refs/heads/refs/heads/develop", "refs/heads/Develop", "refs/heads/HEAD"] {
      try bypass.anna.git("push", "-q", "origin", "HEAD:\(ref)")
      try bypass.anna.git("update-ref", ref, "HEAD")
    }
    // Whatever stands beside it, develop itself is the branch by its full name.
    let before = try bypass.team.tip("develop")
    // git finds the name ambiguous; who asks the hook by hand gets the answer all the same.
    let head = try bypass.anna.id("HEAD")
    let hook = try bypass.team.run(
      "hook", "pre-push", "origin", "url", in: bypass.anna,
      input: "refs/heads/refs/heads/develop \(head) refs/heads/develop \(before ?? "")\n")
    #expect(hook.status == 1)
    #expect(hook.refusals.contains("branch-flow"), "\(hook)")
  }
}
