import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

@Suite("The formats for code hosts, word for word")
struct FormatGoldenTests {
  private func written(_ renderer: some ReportRenderer) -> String {
    String(decoding: renderer.render([Samples.everything]), as: UTF8.self)
  }

  @Test("GitLab's Code Quality")
  func gitlab() {
    #expect(
      written(GitLabRenderer()) == """
        [
          {
            "description": "branch-flow on develop: develop takes only intermediate branches; experiment/resnet is an experiment branch",
            "check_name": "branch-flow",
            "fingerprint": "87307496b7227b417e4c7d36ba656587",
            "severity": "critical",
            "location": { "path": ".gitflow-guard.yml", "lines": { "begin": 1 } }
          },
          {
            "description": "entry-format on develop: experiments/Журнал 1.md:12 lacks Data",
            "check_name": "entry-format",
            "fingerprint": "2f12a6f82c7fe54c4a21dd4e6cf8ef51",
            "severity": "minor",
            "location": { "path": "experiments/Журнал 1.md", "lines": { "begin": 12 } }
          },
          {
            "description": "direct-commit on develop (0101010101): waived (the release could not wait; by anna, until 2026-12-31): develop takes merges only, and this commit has one parent",
            "check_name": "direct-commit",
            "fingerprint": "c75a5cb32d1dec42fa97e23782def7d3",
            "severity": "info",
            "location": { "path": ".gitflow-guard.yml", "lines": { "begin": 1 } }
          },
          {
            "description": "own-work on intermediate/anna (0707070707): src/train.py was changed here, and no experiment branch holds that content",
            "check_name": "own-work",
            "fingerprint": "1c09b1a0e7b965c706dda5afb22ea344",
            "severity": "minor",
            "location": { "path": "src/train.py", "lines": { "begin": 1 } }
          },
          {
            "description": "stale-source on develop: no answer: is d0d0d0d0d0 an ancestor of e1e1e1e1e1; the history was cut off here (a shallow clone)",
            "check_name": "stale-source",
            "fingerprint": "28d64eadff28480f2f1fdbf81021d957",
            "severity": "critical",
            "location": { "path": ".gitflow-guard.yml", "lines": { "begin": 1 } }
          },
          {
            "description": "own-work on develop: no answer: what does a1 hold; a promised object is not here (a partial clone)",
            "check_name": "own-work",
            "fingerprint": "dba191090d0d386d861b3250a1cf17c8",
            "severity": "info",
            "location": { "path": ".gitflow-guard.yml", "lines": { "begin": 1 } }
          },
          {
            "description": "note: free while set up",
            "check_name": "note",
            "fingerprint": "e0943e6462236f596b3db6cbe89706c1",
            "severity": "info",
            "location": { "path": ".gitflow-guard.yml", "lines": { "begin": 1 } }
          }
        ]
        """ + "\n")
  }

  @Test("A comment")
  func markdown() {
    #expect(
      written(MarkdownRenderer()) == """
        <!-- gitflow-guard -->

        ## gitflow-guard: ❌ refused

        `develop`: 1 step, 1 error, 2 warnings, 1 waived, 2 open questions

        ### merge refused: `experiment/resnet` may not go into develop

        - **branch-flow** on `develop`: develop takes only intermediate branches; `experiment/resnet` is an experiment branch
          - the way: `experiment/resnet` → `intermediate/anna` → develop → main

        Do this instead:

        ```sh
        git merge --abort
        git switch intermediate/anna
        git pull origin develop
        git merge --no-ff experiment/resnet
        gitflow-guard experiments new experiment/resnet
        git push -u origin intermediate/anna        # then open the merge request into develop
        ```

        ### No answer: the history was cut off here (a shallow clone)

        - **stale-source** on `develop`: is d0d0d0d0d0 an ancestor of e1e1e1e1e1

        Do this, then try again:

        ```sh
        git fetch --unshallow
        ```

        ### Warnings

        - **entry-format** on `develop`: `experiments/Журнал` `1.md:12` lacks Data
        - **own-work** on `intermediate/anna` (0707070707): `src/train.py` was changed here, and no experiment branch holds that content
          - 0707070707 Try a smaller step

        ### Not answered, and blocking nothing

        - **own-work** on `develop`: what does a1 hold; a promised object is not here (a partial clone)

        ### Waived

        - **direct-commit** on `develop` (0101010101): develop takes merges only, and this commit has one parent
          - waived: the release could not wait; by anna, until `2026-12-31`
          - 0101010101 Change number 1

        ### Notes

        - free while set up

        policy: `develop:.gitflow-guard.yml` · gitflow-guard `1.2.3`
        """ + "\n")
  }

  @Test("JUnit; of the rules that found nothing, one that is off and one that holds")
  func junit() {
    let kept = written(JUnitRenderer()).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in
        line.hasSuffix("time=\"0\"/>") == false || line.contains("merge-method")
      }
    // How many rules there are is for validate.py to compare.
    let text = kept.joined(separator: "\n").replacing(/tests="[0-9]+"/, with: "tests=\"0\"")
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="gitflow-guard" tests="0" failures="1" errors="1" time="0.040">
          <testsuite name="gitflow-guard verify" tests="0" failures="1" errors="1" skipped="3" time="0.040">
            <properties>
              <property name="version" value="1.2.3"/>
              <property name="verdict" value="refused"/>
              <property name="policy" value="develop:.gitflow-guard.yml"/>
              <property name="policy-trusted" value="true"/>
              <property name="subjects" value="develop"/>
              <property name="steps" value="1"/>
            </properties>
            <testcase classname="gitflow-guard.branch-flow" name="branch-flow on develop from experiment/resnet" time="0">
              <failure type="branch-flow" message="develop takes only intermediate branches; experiment/resnet is an experiment branch">develop takes only intermediate branches; experiment/resnet is an experiment branch
        the way: experiment/resnet → intermediate/anna → develop → main

        do this instead:
        git merge --abort
        git switch intermediate/anna
        git pull origin develop
        git merge --no-ff experiment/resnet
        gitflow-guard experiments new experiment/resnet
        git push -u origin intermediate/anna        # then open the merge request into develop</failure>
            </testcase>
            <testcase classname="gitflow-guard.entry-format" name="entry-format on develop experiments/Журнал 1.md" time="0">
              <system-out>warning
        experiments/Журнал 1.md:12 lacks Data</system-out>
            </testcase>
            <testcase classname="gitflow-guard.direct-commit" name="direct-commit on develop (0101010101)" time="0">
              <skipped message="waived (the release could not wait; by anna, until 2026-12-31): develop takes merges only, and this commit has one parent">waived (the release could not wait; by anna, until 2026-12-31): develop takes merges only, and this commit has one parent
        0101010101 Change number 1

        do this instead:
        git branch rescue develop
        git reset --keep origin/develop</skipped>
            </testcase>
            <testcase classname="gitflow-guard.own-work" name="own-work on intermediate/anna (0707070707) src/train.py" time="0">
              <system-out>warning
        src/train.py was changed here, and no experiment branch holds that content
        0707070707 Try a smaller step

        do this instead:
        git switch -c experiment/step 0707070707</system-out>
            </testcase>
            <testcase classname="gitflow-guard.stale-source" name="stale-source on develop" time="0">
              <error type="no-answer" message="no answer: is d0d0d0d0d0 an ancestor of e1e1e1e1e1; the history was cut off here (a shallow clone)">no answer: is d0d0d0d0d0 an ancestor of e1e1e1e1e1; the history was cut off here (a shallow clone)

        do this, then try again:
        git fetch --unshallow</error>
            </testcase>
            <testcase classname="gitflow-guard.own-work" name="own-work on develop" time="0">
              <skipped message="no answer: what does a1 hold; a promised object is not here (a partial clone)">no answer: what does a1 hold; a promised object is not here (a partial clone)</skipped>
            </testcase>
            <testcase classname="gitflow-guard.merge-method" name="merge-method" time="0"/>
            <testcase classname="gitflow-guard.branch-owner" name="branch-owner" time="0">
              <skipped message="off in the policy"/>
            </testcase>
            <system-out>note: free while set up</system-out>
          </testsuite>
        </testsuites>
        """ + "\n")
  }
}
