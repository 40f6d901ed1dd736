import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

@Suite("The text of a report, word for word")
struct TextGoldenTests {
  @Test("A refused merge reads like the sample in the command line's specification")
  func refusedMerge() {
    #expect(
      Samples.text(Samples.report([Samples.branchFlow])) == """
        ✗ merge refused: experiment/resnet may not go into develop

          branch-flow   develop takes only intermediate branches; experiment/resnet is an experiment branch
                        the way: experiment/resnet → intermediate/anna → develop → main

          do this instead:
            git merge --abort
            git switch intermediate/anna
            git pull origin develop
            git merge --no-ff experiment/resnet
            gitflow-guard experiments new experiment/resnet
            git push -u origin intermediate/anna        # then open the merge request into develop

          gitflow-guard explain branch-flow tells more
        """ + "\n")
  }

  @Test("Each refused ref of a mixed push is a cause of its own")
  func mixedPush() {
    let subjects = ["refs/heads/main", "refs/heads/develop"].map {
      Judgement.Judged(ref: RefName($0), lane: nil, before: nil, after: nil, steps: 1)
    }
    let report = Samples.report(
      [Samples.directCommit(1), Samples.deletion], subjects: subjects, occasion: .push)
    #expect(
      Samples.text(report) == """
        ✗ push refused: main may not be deleted

          branch-deletion   main is protected and may not be deleted

          do this instead:
            git push origin main

          gitflow-guard explain branch-deletion tells more

        ✗ push refused: develop takes no direct commits

          direct-commit   develop takes merges only, and this commit has one parent
                          0101010101 Change number 1

          do this instead:
            git branch rescue develop
            git reset --keep origin/develop

          gitflow-guard explain direct-commit tells more
        """ + "\n")
  }

  @Test("Ten direct commits are one row with a count and the first three")
  func tenDirectCommits() {
    let report = Samples.report((1...10).map { Samples.directCommit($0) }, occasion: .push)
    #expect(
      Samples.text(report) == """
        ✗ push refused: develop takes no direct commits

          direct-commit   10 times: develop takes merges only, and this commit has one parent
                          0101010101 Change number 1
                          0202020202 Change number 2
                          0303030303 Change number 3
                          … and 7 more

          do this instead:
            git branch rescue develop
            git reset --keep origin/develop

          gitflow-guard explain direct-commit tells more
        """ + "\n")
  }

  @Test("Of several findings that which tells them apart is shown, else their place")
  func ownEvidence() {
    let findings = [1, 2].map { number in
      Finding(
        rule: .directCommit, severity: .error, ref: "refs/heads/develop",
        commit: Samples.id(number), message: "commit \(number) was made on develop itself",
        details: (number == 1 ? ["its subject"] : []) + ["develop grows only by merges"])
    }
    #expect(
      Samples.text(Samples.report(findings)) == """
        ✗ merge refused: develop takes no direct commits

          direct-commit   2 breaches, the first: commit 1 was made on develop itself
                          its subject
                          0202020202

          gitflow-guard explain direct-commit tells more

        """)
  }

  @Test("An open question names what would answer it")
  func undecided() {
    #expect(
      Samples.text(Samples.report(gaps: [Samples.shallow])) == """
        ? merge undecided: the history was cut off here (a shallow clone)

          stale-source   develop: is d0d0d0d0d0 an ancestor of e1e1e1e1e1

          do this, then try again:
            git fetch --unshallow
        """ + "\n")
  }

  @Test("Warnings stop nothing and are short")
  func warnings() {
    let report = Samples.report(
      [Samples.ownWork], title: "intermediate/anna into develop")
    #expect(
      Samples.text(report, .normal, .all) == """
        ✓ allowed: intermediate/anna into develop (1 step, 1 warning)
        ! own-work on intermediate/anna: src/train.py was changed here, and no experiment branch holds
            that content
        """ + "\n")
    #expect(Samples.text(report, .normal, .refusalsOnly) == "")
    #expect(Samples.text(report, .quiet, .all) == "")
    #expect(
      Samples.text(report, .normal, .concerns).hasPrefix("! own-work on intermediate/anna: "))
  }

  @Test("A waived breach is told with its reason, quiet or not")
  func waived() {
    var finding = Samples.directCommit(1)
    finding.waivedBy = Samples.waiver
    let report = Samples.report([finding])
    #expect(
      Samples.text(report, .normal, .all) == """
        ✓ allowed: develop (1 step, 1 waived)
        ~ waived: direct-commit on develop: develop takes merges only, and this commit has one parent (the
            release could not wait; by anna, until 2026-12-31)
        """ + "\n")
    #expect(Samples.text(report, .quiet, .all) == "~ waived: 1 by the policy's waivers\n")
  }

  @Test("Success is one line for verify and none for a hook")
  func allowed() {
    let report = Samples.report(title: "intermediate/anna into develop")
    #expect(
      Samples.text(report, .normal, .all)
        == "✓ allowed: intermediate/anna into develop (1 step)\n")
    #expect(Samples.text(report, .normal, .concerns) == "")
    #expect(Samples.text(report, .normal, .refusalsOnly) == "")
    #expect(Samples.text(report, .quiet, .all) == "")
  }

  @Test("Where the policy only advises, its refusals come as warnings with the note that says so")
  func advise() {
    var finding = Samples.branchFlow
    finding.severity = .warning
    let report = Samples.report(
      [finding], notes: ["the policy's mode is advise: nothing is refused"])
    #expect(
      Samples.text(report, .normal, .all) == """
        ✓ allowed: develop (1 step, 1 warning)
        ! branch-flow on develop: develop takes only intermediate branches; experiment/resnet is an
            experiment branch
          note: the policy's mode is advise: nothing is refused
        """ + "\n")
  }

  @Test("Verbose tells every finding, the evidence, and the policy")
  func verbose() {
    let untrusted = PolicyOrigin(text: "my.yml", isTrusted: false, sha256: "00ff")
    let report = Samples.report(
      [Samples.directCommit(1), Samples.directCommit(2), Samples.branchFlow], policy: untrusted)
    #expect(
      Samples.text(report, .verbose, .all) == """
        ✗ merge refused: experiment/resnet may not go into develop

          branch-flow     develop takes only intermediate branches; experiment/resnet is an experiment
                          branch
                          the way: experiment/resnet → intermediate/anna → develop → main
                          the source: experiment/resnet, lane experiment, known by: ref
          direct-commit   2 times: develop takes merges only, and this commit has one parent
                          0101010101: develop takes merges only, and this commit has one parent
                          0101010101 Change number 1
                          0202020202: develop takes merges only, and this commit has one parent
                          0202020202 Change number 2

          do this instead:
            git merge --abort
            git branch rescue develop
            git reset --keep origin/develop
            git switch intermediate/anna
            git pull origin develop
            git merge --no-ff experiment/resnet
            gitflow-guard experiments new experiment/resnet
            git push -u origin intermediate/anna        # then open the merge request into develop

          gitflow-guard explain branch-flow tells more

        ! the policy is not from the trusted side: my.yml
          judged: 1 step, 3 errors
          policy: my.yml (untrusted, sha256 00ff)
          gitflow-guard 1.2.3, 0.04 seconds
        """ + "\n")
  }

  @Test("Without Unicode the signs have ASCII stand-ins, and commands stay as they are")
  func ascii() {
    let finding = Finding(
      rule: .branchFlow, severity: .error, ref: "refs/heads/develop", message: "a → b …",
      remedy: Remedy([.init(.enter, "git switch a→b")]))
    let style = Style(color: false, unicode: false)
    #expect(
      Samples.text(Samples.report([finding]), style: style) == """
        x merge refused: what comes in may not go into develop

          branch-flow   a -> b ...

          do this instead:
            git switch a→b

          gitflow-guard explain branch-flow tells more
        """ + "\n")
    #expect(
      Samples.text(Samples.report(), .normal, .all, style: style) == "+ allowed: develop (1 step)\n"
    )
  }

  @Test("Colours are few, and switched off after each piece")
  func colours() {
    let style = Style(color: true, unicode: true)
    let text = Samples.text(Samples.report([Samples.deletion], occasion: .push), style: style)
    #expect(
      text.hasPrefix(
        "\u{1b}[1;31m✗ push refused: \u{1b}[0m\u{1b}[1mmain may not be deleted\u{1b}[0m\n"))
    #expect(text.contains("\n    git push origin main\n"))
    let plain = Samples.text(Samples.report([Samples.deletion], occasion: .push))
    #expect(plain.contains("\u{1b}") == false)
  }
}
