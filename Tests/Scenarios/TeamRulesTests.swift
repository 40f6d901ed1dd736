import GuardTesting
import Testing

/// The rules that a team turns on by its policy, met with real pushes.
@Suite struct TeamRulesTests {
  private func push(
    _ clone: ScratchRepository, _ words: String..., refusedBy rule: String,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try clone.git(["push", "-q"] + words, expecting: nil)
    #expect(outcome.status != 0, "\(outcome)", sourceLocation: location)
    #expect(outcome.stderr.contains("  \(rule) "), "\(outcome)", sourceLocation: location)
  }

  @Test func aReleaseTagStandsOnMain() throws {
    let team = try Team(policy: "tags: { \"v*\": main }\n")
    let anna = try team.member("anna")
    try anna.experiment("experiment/a")
    try anna.calm("push", "-q", "origin", "experiment/a")
    for kind in [["tag", "v1"], ["tag", "-a", "v2", "-m", "Two"]] { try anna.git(kind) }
    try push(anna, "origin", "v1", refusedBy: "tag-source")
    try push(anna, "origin", "v2", refusedBy: "tag-source")
    try push(anna, "--tags", "origin", refusedBy: "tag-source")
    // What the remedy says.
    try anna.git("tag", "-f", "v1", "origin/main")
    try anna.calm("push", "-q", "origin", "refs/tags/v1")
    try anna.git("tag", "-d", "v2")
    try anna.git("tag", "nightly")
    try anna.calm("push", "-q", "origin", "nightly")
    // The branch and its tag in one push.
    try anna.bring("experiment/a", into: "intermediate/anna")
    try anna.land("intermediate/anna")
    try anna.git("switch", "-q", "main")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "develop")
    try anna.git("tag", "-a", "v3", "-m", "Three")
    try anna.calm("push", "-q", "origin", "main", "v3")
  }

  @Test func aNameThatLooksLikeAnotherIsToldOfOnce() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("Develop")
    try anna.warned(["look-alike"], "push", "-q", "origin", "Develop")
    try anna.git("commit", "-q", "--allow-empty", "-m", "More")
    try anna.calm("push", "-q", "origin", "Develop")
    try anna.git("branch", "intermediate/anna/x")
    try anna.warned(["look-alike"], "push", "-q", "origin", "intermediate/anna/x")
    try anna.git("tag", "develop")
    try anna.warned(["look-alike"], "push", "-q", "origin", "refs/tags/develop")
  }

  @Test func theLayoutIsKept() throws {
    let team = try Team(
      policy: """
        rules: { repository-layout: error, lock-drift: error, file-size: error }
        layout:
          required: [README.md, src]
          locks: { requirements.in: requirements.txt }
        file-size: { "models/**": 1MiB, "**": 10KiB }

        """)
    let anna = try team.member("anna")
    try anna.experiment("experiment/a")
    try anna.write("requirements.in", "numpy\n")
    try anna.write("large.csv", String(repeating: "1,2,3\n", count: 3_000))
    try anna.git("rm", "-q", "README.md")
    try anna.git("add", "-A")
    try anna.git("commit", "-q", "-m", "Carelessly")
    try anna.bring("experiment/a", into: "intermediate/anna")
    try anna.git("push", "-q", "origin", "intermediate/anna")
    let judged = try team.run(
      "verify", "--source", "intermediate/anna", "--target", "develop", in: anna)
    #expect(judged.status == 1, "\(judged)")
    for rule in ["repository-layout", "lock-drift", "file-size"] {
      #expect(judged.stderr.contains("  \(rule) "), "\(judged)")
    }
    #expect(judged.stderr.contains("large.csv has 17.6 KiB; ** may have 10 KiB"), "\(judged)")
    // Mended, it lands.
    try anna.write("README.md", "A project\n")
    try anna.write("requirements.txt", "numpy==2.0\n")
    try anna.git("rm", "-q", "large.csv")
    try anna.git("add", "-A")
    try anna.git("commit", "-q", "-m", "Mend")
    try anna.calmlyLand("intermediate/anna")
  }

  @Test func aLooserPolicyIsListed() throws {
    let team = try Team(policy: "version: 1\n")
    let anna = try team.member("anna")
    try anna.git("switch", "-q", "--no-track", "-c", "experiment/a", "origin/develop")
    try anna.commit("Loosen", files: [".gitflow-guard.yml": "mode: advise\ntrust: [messages]\n"])
    try anna.git("switch", "-q", "--no-track", "-c", "intermediate/anna", "origin/develop")
    try anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/a")
    try anna.describe("experiment/a")
    let judged = try team.run("dry-run", "--verbose", in: anna)
    #expect(judged.status == 0, "\(judged)")
    #expect(judged.stderr.contains("loosens mode: advise"), "\(judged)")
    #expect(judged.stderr.contains("loosens trust: [messages]"), "\(judged)")
  }
}
