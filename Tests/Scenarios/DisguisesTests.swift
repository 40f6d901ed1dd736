import Foundation
import GuardTesting
import Testing

/// Ways round a client's merge hooks that leave ordinary commits: what is pushed, and what `verify`
/// is told in CI, is judged by topology and trees.
@Suite struct DisguisesTests {
  /// Both gates say the same of local develop: the push, and `verify` of the range.
  private func caught(
    _ stage: Stage, _ rules: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try stage.anna.git("push", "origin", "develop", expecting: nil)
    #expect(outcome.status == 1, "\(outcome)", sourceLocation: sourceLocation)
    let range = "origin/develop..develop"
    let verify = try stage.team.run(
      "verify", "--range", range, "--ref", "develop", "--format", "json", in: stage.anna)
    #expect(verify.status == 1, "\(verify)", sourceLocation: sourceLocation)
    let json = try JSONSerialization.jsonObject(with: Data(verify.output)) as? [String: Any]
    let findings = json?["findings"] as? [[String: Any]] ?? []
    let errors = findings.filter { $0["severity"] as? String == "error" }
      .compactMap { $0["rule"] as? String }
    for rule in rules {
      #expect(outcome.stderr.contains("  \(rule) "), "\(outcome)", sourceLocation: sourceLocation)
      #expect(errors.contains(rule), "\(rule) not in \(errors)", sourceLocation: sourceLocation)
    }
  }

  @Test func anEvilMerge() throws {
    let stage = try Stage()
    try stage.brought()
    try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try stage.anna.write("src/backdoor.py", "open = True\n")
    try stage.git("add", "-A")
    try stage.unguarded("commit", "-q", "--amend", "--no-edit")
    try caught(stage, "merge-content")
  }

  @Test func aMergeThatThrowsTheWorkAway() throws {
    let stage = try Stage()
    try stage.brought()
    try stage.unguarded("merge", "-q", "-s", "ours", "--no-ff", "--no-edit", "intermediate/anna")
    try caught(stage, "merge-content")
  }

  @Test func anExperimentNamedLikeAnIntermediateBranch() throws {
    let stage = try Stage()
    try stage.anna.experiment("intermediate/zoe")
    try stage.git("checkout", "-q", "develop")
    try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "intermediate/zoe")
    try caught(stage, "experiment-entry")
    let outcome = try stage.anna.git("push", "origin", "develop", expecting: nil)
    #expect(outcome.stderr.contains("own-work"), "\(outcome)")
  }

  @Test func anotherPersonsBranchInsideASync() throws {
    let stage = try Stage()
    try stage.brought()
    try stage.git("checkout", "-q", "--no-track", "-b", "intermediate/boris", "origin/develop")
    try stage.anna.commit("Theirs", files: ["src/theirs.py": "theirs = 1\n"])
    try stage.git("checkout", "-q", "intermediate/anna")
    try stage.unguarded("merge", "-q", "--no-ff", "-m", "Sync develop", "intermediate/boris")
    try stage.git("checkout", "-q", "develop")
    try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try caught(stage, "branch-flow")
  }

  @Test func mainInsideASync() throws {
    let stage = try Stage()
    try stage.brought()
    try stage.anna.land("intermediate/anna")
    try stage.git("checkout", "-q", "main")
    try stage.git("merge", "-q", "--no-ff", "--no-edit", "develop")
    try stage.git("push", "-q", "origin", "main")
    try stage.git("checkout", "-q", "--no-track", "-B", "intermediate/anna", "origin/develop")
    try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "origin/main")
    let outcome = try stage.anna.git(
      "push", "origin", "intermediate/anna:intermediate/anna2", expecting: nil)
    #expect(outcome.stderr.contains("  branch-flow "), "\(outcome)")
  }

  @Test(arguments: [
    ["experiments/journal.md": "# Journal\n\n## \u{a0}\u{200b}\n\u{a0}\n"],
    ["experiments/new.md": " \n\u{feff}\n"], ["experiments/journal.md": "# Another title\n"],
    ["Experiments/new.md": "# Entry\n"], ["\u{435}xperiments/new.md": "# Entry\n"],
    ["experiments/data.bin": "a\u{0}b"],
  ]) func whatOnlyLooksLikeAnEntry(_ files: [String: String]) throws {
    let stage = try Stage()
    try stage.brought(describing: false)
    try stage.git("checkout", "-q", "intermediate/anna")
    try stage.anna.commit("Describe", files: files)
    try stage.git("checkout", "-q", "develop")
    try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try caught(stage, "experiment-entry")
  }

  @Test func linksSubmodulesAndRemovedEntries() throws {
    for trick in ["ln -s journal.md experiments/link.md", "git rm -q experiments/journal.md"] {
      let stage = try Stage()
      try stage.brought(describing: false)
      try stage.git("checkout", "-q", "intermediate/anna")
      #expect(try stage.anna.run("sh", ["-c", trick]).status == 0)
      try stage.anna.commit("Describe")
      try stage.git("checkout", "-q", "develop")
      try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
      try caught(stage, "experiment-entry")
    }
  }

  @Test func aGoodMergeDoesNotHideABadOne() throws {
    let stage = try Stage()
    try stage.brought()
    try stage.git("merge", "-q", "--no-ff", "--no-edit", "intermediate/anna")
    try stage.anna.experiment("experiment/second")
    try stage.git("checkout", "-q", "develop")
    try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "experiment/second")
    try caught(stage, "branch-flow", "experiment-entry")
  }

  @Test(arguments: [nil, "version: 1\n"])
  func aPolicyThatLoosensItsOwnJudgement(_ onDevelop: String?) throws {
    let stage = try Stage(policy: onDevelop)
    try stage.anna.experiment("experiment/loophole")
    let loose = """
      promotions:
        intermediate: { from: [experiment, develop], by: [merge, commit] }
        develop: { from: [experiment, intermediate], by: [merge, commit] }
        main: { from: [develop], by: [merge] }

      """
    try stage.anna.commit("Loosen", files: [".gitflow-guard.yml": loose])
    try stage.git("checkout", "-q", "develop")
    try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "experiment/loophole")
    try caught(stage, "branch-flow")
  }

  @Test func aForgedMessageProvesNothing() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/resnet")
    try stage.git("checkout", "-q", "develop")
    try stage.unguarded(
      "merge", "-q", "--no-ff", "-m", "Merge branch 'intermediate/anna' into develop",
      "experiment/resnet")
    try stage.git("branch", "-q", "-D", "experiment/resnet")
    try caught(stage, "unattributed-source")
  }

  @Test func forgedParentsAndTrees() throws {
    let stage = try Stage()
    try stage.brought()
    let base = try stage.anna.id("origin/develop")
    let tree = try stage.anna.id("intermediate/anna^{tree}")
    let older = try stage.anna.git("commit-tree", "-m", "root", tree).text
    let forged = try stage.anna.git(
      "commit-tree", "-p", base, "-p", older, "-m", "Merge", tree
    ).text
    try stage.git("update-ref", "refs/heads/develop", forged)
    try caught(stage, "unrelated-history", "unattributed-source")
  }

  @Test func replaceRefsFoolNobody() throws {
    let stage = try Stage()
    try stage.anna.experiment("experiment/resnet")
    try stage.git("checkout", "-q", "develop")
    try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    // To git's eyes develop's tip is now its own parent.
    try stage.git("replace", "develop", "origin/develop")
    let outcome = try stage.team.run(
      "verify", "--range", "origin/develop..refs/heads/develop", "--ref", "develop",
      in: stage.anna)
    #expect(outcome.status == 1, "\(outcome)")
  }

  @Test func namesThatWouldFoolATerminalArePrintedVisibly() throws {
    let stage = try Stage()
    let name = "experiment/\u{202e}evil\u{200b}\u{9b}31m"
    try stage.git("checkout", "-q", "-b", name)
    try stage.anna.commit("Title \u{1b}[31mred\u{7}", files: ["src/\u{1b}x.py": "x\n"])
    try stage.git("checkout", "-q", "develop")
    try stage.unguarded("merge", "-q", "--no-ff", "-m", "M \u{1b}[2J", name)
    for format in ["text", "json"] {
      let outcome = try stage.team.run(
        "verify", "--range", "origin/develop..develop", "--ref", "develop", "--verbose",
        "--format", format, in: stage.anna)
      #expect(outcome.status == 1)
      let raw = (outcome.stdout + outcome.stderr).unicodeScalars
      let bad = raw.filter {
        $0 != "\n"
          && ($0.value < 0x20 || (0x7f..<0xa0).contains($0.value)
            || $0 == "\u{202e}" || $0 == "\u{200b}")
      }
      #expect(bad.isEmpty, "\(format): \(bad.map(\.value))")
    }
  }
}

/// What `merge-content` leaves out is told, since an edit there would be seen by nobody.
@Suite struct LeftOutTests {
  @Test func pathsInConflictAreListed() throws {
    let stage = try Stage(policy: "rules: { stale-source: off, experiment-entry: off }\n")
    try stage.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try stage.anna.commit("Mine", files: ["experiments/journal.md": "# Journal\n\n## Mine\n"])
    try stage.git("checkout", "-q", "-b", "intermediate/boris", "origin/develop")
    try stage.anna.commit("Theirs", files: ["experiments/journal.md": "# Journal\n\n## Theirs\n"])
    try stage.git("checkout", "-q", "develop")
    try stage.unguarded("merge", "-q", "--no-ff", "--no-edit", "intermediate/boris")
    try stage.unguarded("push", "-q", "origin", "develop")
    try stage.anna.git("merge", "--no-ff", "--no-edit", "intermediate/anna", expecting: 1)
    try stage.anna.write("experiments/journal.md", "# Journal\n\n## Mine\n\n## Theirs\n")
    try stage.git("add", "-A")
    try stage.unguarded("commit", "-q", "--no-edit")
    let outcome = try stage.team.run(
      "verify", "--range", "origin/develop..develop", "--ref", "develop", in: stage.anna)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stderr.contains("can't judge experiments/journal.md"), "\(outcome)")
  }
}
