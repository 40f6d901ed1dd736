import GuardTesting
import Testing

/// What a policy may change: names, words, exceptions.
@Suite struct LifeUnderPoliciesTests {
  @Test func otherNamesOfTheProtectedBranches() throws {
    let policy = """
      lanes:
        main: master
        develop: dev
        intermediate: "int/{owner}"
        experiment: "**"

      """
    let team = try Team(policy: policy)
    try team.origin.git("branch", "master", "main")
    try team.origin.git("branch", "dev", "main")
    try team.origin.git("symbolic-ref", "HEAD", "refs/heads/dev")
    for name in ["main", "develop"] { try team.origin.git("branch", "-q", "-D", name) }
    let anna = try team.origin.clone(named: "anna")
    try anna.git("config", "user.email", "anna@example.org")
    #expect(try anna.run(team.binary, ["install"]).status == 0)
    #expect(try anna.run(team.binary, ["doctor"]).status == 0)
    try anna.calm("checkout", "-q", "-b", "develop")
    try anna.calmly("Free here", ["src/resnet.py": "resnet\n"])
    try anna.calm("checkout", "-q", "--no-track", "-b", "int/anna", "origin/dev")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "develop")
    try anna.calmly("Describe", ["experiments/resnet.md": "# ResNet, carried out in develop\n"])
    try anna.calm("push", "-q", "origin", "int/anna")
    try anna.calm("checkout", "-q", "dev")
    let wrong = try anna.git("merge", "--no-ff", "--no-edit", "develop", expecting: nil)
    #expect(wrong.status != 0)
    #expect(wrong.stderr.contains("git switch int/anna"), "\(wrong)")
    try anna.git("merge", "--abort")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "int/anna")
    try anna.calm("push", "-q", "origin", "dev")
    try anna.calm("checkout", "-q", "master")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "dev")
    try anna.calm("push", "-q", "origin", "master")
  }

  @Test func adviceOnly() throws {
    let team = try Team(policy: "mode: advise\n")
    let anna = try team.member("anna")
    try anna.write("src/fix.py", "fix = 1\n")
    try anna.git("add", ".")
    try anna.warned(["direct-commit", "experiment-entry"], "commit", "-q", "-m", "Fix")
    try anna.warned(["direct-commit", "experiment-entry"], "push", "-q", "origin", "develop")
  }

  /// Documents need no entry; code beside them does.
  @Test func documentsAlone() throws {
    let team = try Team(policy: "experiments: { entry: { exempt: [\"docs/**\"] } }\n")
    let anna = try team.member("anna")
    try anna.calm("checkout", "-q", "--no-track", "-b", "wording", "origin/develop")
    try anna.calmly("Words", ["docs/guide.md": "# Guide\n"])
    try anna.calm("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "wording")
    try anna.calmlyLand("intermediate/anna")
    try anna.experiment("resnet")
    try anna.calm("checkout", "-q", "intermediate/anna")
    try anna.calm("merge", "-q", "--ff-only", "origin/develop")
    try anna.calm("merge", "-q", "--no-ff", "--no-edit", "resnet")
    try anna.git("checkout", "-q", "develop")
    let bare = try anna.git("merge", "--no-ff", "--no-edit", "intermediate/anna", expecting: nil)
    #expect(bare.status != 0)
    #expect(bare.stderr.contains("experiment-entry"), "\(bare)")
  }

  @Test(arguments: [("2999-12-31", true), ("2020-01-01", false)])
  func aWaiver(until: String, holds: Bool) throws {
    let policy = """
      waivers:
        - { rule: direct-commit, branch: develop, reason: "a hotfix", by: anna, until: \(until) }
        - { rule: experiment-entry, branch: develop, reason: "a hotfix", by: anna, until: \(until) }

      """
    let team = try Team(policy: policy)
    let anna = try team.member("anna")
    try anna.write("src/fix.py", "fix = 1\n")
    try anna.git("add", ".")
    let commit = try anna.git("commit", "-q", "-m", "Fix", expecting: nil)
    #expect(commit.status == (holds ? 0 : 1), "\(commit)")
    #expect(commit.stderr.contains("~ waived: direct-commit") == holds, "\(commit)")
    guard holds else { return }
    let push = try anna.git("push", "-q", "origin", "develop", expecting: nil)
    #expect(push.status == 0, "\(push)")
    let told = push.stderr.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("(a hotfix; by anna, until 2999-12-31)"), "\(push)")
  }

  /// What an old repository did before the guard came is nobody's concern.
  @Test func anOldRepository() throws {
    let team = try Team()
    let seed = try team.member("anna", installing: false)
    for number in 1...3 {
      try seed.git("checkout", "-q", "develop")
      try seed.commit("Old ways \(number)", files: ["old\(number).py": "old\n"])
    }
    let last = try seed.git("rev-parse", "develop").text
    try seed.git("checkout", "-q", "-b", "intermediate/anna")
    try seed.commit("Set up", files: [".gitflow-guard.yml": "baseline: \(last)\n"])
    try seed.git("push", "-q", "origin", "develop", "intermediate/anna")
    #expect(try seed.run(team.binary, ["install"]).status == 0)
    let old = try seed.git("rev-parse", "develop~3").text
    try seed.git("checkout", "-q", "develop")
    try seed.warned(
      ["policy-change"], "merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try seed.warned(["policy-change"], "push", "-q", "origin", "develop")
    let range = try team.run(
      "verify", "--range", "\(old)..develop", "--ref", "develop", in: seed)
    #expect(range.status == 0, "\(range)")
    try seed.experiment("resnet")
    try seed.calmlyBring(["resnet"], into: "intermediate/anna")
    try seed.calmlyLand("intermediate/anna")
  }
}
