import Foundation
import GuardTesting
import Testing

/// What a merge holds, what it describes, and which policy judges it.
@Suite struct BypassContentTests {
  private let policy = "version: 1\n"

  private func mergeIntoDevelop(_ bypass: Bypass, _ branch: String = "intermediate/anna") throws {
    try bypass.anna.git("checkout", "-q", "develop")
    try bypass.anna.unhooked("merge", "-q", "--no-ff", "--no-edit", branch)
  }

  @Test func aMergeAmendedAfterwards() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try mergeIntoDevelop(bypass)
    try bypass.anna.unhooked("rm", "-q", "src/model.py")
    try bypass.anna.unhooked("commit", "-q", "--amend", "--no-edit")
    try bypass.caught(["merge-content"])
  }

  @Test func oursAndTheTreeOfAnother() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.unhooked(
      "merge", "-q", "-s", "ours", "--no-ff", "--no-edit", "intermediate/anna")
    try bypass.caught(["merge-content"])
    try bypass.anna.experiment("experiment/tuning")
    try bypass.anna.git("checkout", "-q", "develop")
    let swapped = try bypass.anna.git(
      "commit-tree", "-p", "origin/develop", "-p", "intermediate/anna", "-m", "Merge",
      "experiment/tuning^{tree}"
    ).text
    try bypass.caught(["merge-content"], new: swapped)
  }

  @Test func somethingBesideAConflict() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try bypass.anna.git("checkout", "-q", "intermediate/anna")
    try bypass.anna.commit("Tune", files: ["src/model.py": "model = 2\n"])
    try bypass.team.moveOn(file: "src/model.py")
    try bypass.anna.git("checkout", "-q", "develop")
    try bypass.anna.git("pull", "-q", "--ff-only")
    try bypass.anna.git("merge", "intermediate/anna", expecting: 1)
    try bypass.anna.write("src/model.py", "model = 3\n")
    try bypass.anna.write("experiments/journal.md", "# Journal\n\n## Both\n\nWork.\n")
    try bypass.anna.write("src/backdoor.py", "open = True\n")
    try bypass.anna.git("add", "-A")
    try bypass.anna.unhooked("commit", "-q", "--no-edit")
    try bypass.caught(["merge-content", "stale-source"])
    let (_, judged) = try bypass.team.verify(
      "origin/develop", to: "develop", on: "develop", in: bypass.anna)
    let found = judged.findings.first { $0.rule == "merge-content" }
    #expect(found?.path == "src/backdoor.py")
  }

  /// Tricks on the journal of `intermediate/anna`, as a shell would do them.
  @Test(arguments: [
    "printf '\\302\\240\\n \\t\\n' > experiments/new.md",  // a no-break space
    "printf '\\342\\200\\213\\n' > experiments/new.md",  // a zero-width space
    ": > experiments/new.md",
    "printf '## \\302\\240\\n' >> experiments/journal.md",  // a heading without a word
    "printf 'more words\\n' >> experiments/journal.md",
    "printf '# Another title\\n' > experiments/journal.md",  // edited only
    "ln -s journal.md experiments/new.md",
    "git rm -q experiments/journal.md",
    "git mv experiments/journal.md experiments/moved.md",  // the old entry, used again
    "printf 'a\\0b' > experiments/new.md",
    "git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),experiments/new.md",
    "mkdir Experiments; printf '# New\\n' > Experiments/new.md",
    "mkdir \u{435}xperiments; printf '# New\\n' > \u{435}xperiments/new.md",
    "mkdir -p src/experiments; printf '# New\\n' > src/experiments/new.md",
    "printf '# New\\n' > experiments.md",
    // added, and taken out again
    """
    printf '# New\\n' > experiments/new.md; git add -A; git commit -qm New
    git rm -q experiments/new.md
    """,
  ])
  func whatIsNoEntry(_ trick: String) throws {
    let bypass = try Bypass()
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.git("checkout", "-q", "-b", "intermediate/anna", "origin/develop")
    try bypass.anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    let isPlumbing = trick.hasPrefix("git update-index")
    let done = try bypass.anna.run(
      "sh",
      ["-ec", trick + "\n" + (isPlumbing ? "" : "git add -A\n") + "git commit -qm Describe"])
    #expect(done.status == 0, "\(done)")
    try mergeIntoDevelop(bypass)
    try bypass.caught(["experiment-entry"])
  }

  @Test func anothersEntryReplacedByOnesOwn() throws {
    let bypass = try Bypass()
    try bypass.team.moveOn()
    try bypass.anna.git("fetch", "-q")
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.git("checkout", "-q", "-b", "intermediate/anna", "origin/develop")
    try bypass.anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    let old = try #require(bypass.anna.read("experiments/journal.md"))
    try bypass.anna.commit(
      "Describe",
      files: ["experiments/journal.md": old.replacing("experiment/by-boris", with: "resnet")])
    try bypass.anna.git("checkout", "-q", "develop")
    try bypass.anna.git("pull", "-q", "--ff-only")
    try mergeIntoDevelop(bypass)
    try bypass.caught(["experiment-entry"])
  }

  @Test func oneEntryDoesNotServeTwoMerges() throws {
    let bypass = try Bypass()
    try bypass.brought()
    try mergeIntoDevelop(bypass)
    try bypass.anna.experiment("experiment/tuning", from: "develop")
    try bypass.anna.git("checkout", "-q", "intermediate/anna")
    try bypass.anna.git("merge", "-q", "develop")
    try bypass.anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/tuning")
    try mergeIntoDevelop(bypass)
    try bypass.caught(["experiment-entry"])
    let (_, judged) = try bypass.team.verify(
      "origin/develop", to: "develop", on: "develop", in: bypass.anna)
    let commits = judged.findings.filter { $0.rule == "experiment-entry" }.map(\.commit)
    #expect(commits == [try bypass.anna.id("develop")])
    #expect(judged.errors == ["experiment-entry"])
  }

  @Test(arguments: [nil, "version: 1\n"])
  func aPolicyThatLoosensItself(_ standing: String?) throws {
    let bypass = try Bypass(policy: standing)
    try bypass.anna.experiment("experiment/resnet")
    try bypass.anna.git("checkout", "-q", "-b", "intermediate/anna", "origin/develop")
    try bypass.anna.git("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try bypass.anna.commit(
      "Loosen",
      files: [".gitflow-guard.yml": "version: 1\nmode: advise\nrules: { experiment-entry: off }\n"])
    try mergeIntoDevelop(bypass)
    try bypass.caught(["experiment-entry"])
    let (_, judged) = try bypass.team.verify(
      "origin/develop", to: "develop", on: "develop", in: bypass.anna)
    #expect(judged.warnings.contains("policy-change"))
    #expect(judged.policy.trusted)
    #expect(judged.policy.origin.contains("develop") == (standing != nil), "\(judged.policy)")
    // The working tree's file judges nothing either.
    try bypass.anna.write(".gitflow-guard.yml", "version: 1\nmode: advise\n")
    try bypass.caught(["experiment-entry"])
  }

  @Test func aPolicyThatCannotBeRead() throws {
    let bypass = try Bypass(policy: policy)
    try bypass.brought()
    try bypass.anna.git("checkout", "-q", "intermediate/anna")
    try bypass.anna.write(".gitflow-guard.yml", "lanes: [\n")
    try bypass.anna.unhooked("add", "-A")
    try bypass.anna.unhooked("commit", "-q", "-m", "Break the rules")
    try mergeIntoDevelop(bypass)
    try bypass.caught(["policy-change"])
  }

  @Test(arguments: [
    "printf 'version: 1\\n' > .gitflow-guard.yaml",  // both names at once
    "rm .gitflow-guard.yml && ln -s README.md .gitflow-guard.yml",
    "rm .gitflow-guard.yml && mkdir .gitflow-guard.yml && printf x > .gitflow-guard.yml/x",
  ])
  func aPolicyThatIsNoFileOfItsOwn(_ trick: String) throws {
    let bypass = try Bypass(policy: policy)
    try bypass.brought()
    try bypass.anna.git("checkout", "-q", "intermediate/anna")
    let done = try bypass.anna.run("sh", ["-ec", trick])
    #expect(done.status == 0, "\(done)")
    try bypass.anna.unhooked("add", "-A")
    try bypass.anna.unhooked("commit", "-q", "-m", "Settings")
    try mergeIntoDevelop(bypass)
    try bypass.caught(["policy-change"])
  }
}
