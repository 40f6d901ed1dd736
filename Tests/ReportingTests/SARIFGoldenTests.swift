import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

@Suite("A SARIF log, word for word")
struct SARIFGoldenTests {
  @Test("SARIF; of the rules, the first")
  func sarif() {
    let log = SARIFRenderer(exitCode: 1).render([Samples.everything])
    var lines = String(decoding: log, as: UTF8.self).split(separator: "\n").map(String.init)
    let first = lines.firstIndex { $0.contains("\"id\": \"branch-deletion\"") }
    let end = lines.firstIndex { $0 == "          ]" }
    if let first, let end { lines.removeSubrange(first - 1..<end) }
    // Which number a rule has is for validate.py: another rule must not change this text.
    // What help says is the rule page's own affair.
    let text = lines.filter { $0.contains("\"text\": \"history-rewrite (error") == false }
      .filter { $0.contains("\"markdown\": ") == false }.joined(separator: "\n")
      .replacing(/"(ruleIndex|index)": [0-9]+/) { "\"\($0.1)\": 0" }
    #expect(
      text == #"""
        {
          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "gitflow-guard",
                  "version": "1.2.3",
                  "semanticVersion": "1.2.3",
                  "rules": [
                    {
                      "id": "history-rewrite",
                      "name": "HistoryRewrite",
                      "shortDescription": {
                        "text": "A protected branch was to be moved to a commit that does not descend from its tip."
                      },
                      "fullDescription": {
                        "text": "What others have built on must not vanish; a rewind or a force-push takes it from them."
                      },
                      "help": {
                      },
                      "defaultConfiguration": { "enabled": true, "level": "error" },
                      "properties": {
                        "tags": ["git", "workflow"],
                        "problem.severity": "error",
                        "precision": "very-high"
                      }
                    },
                  ]
                }
              },
              "automationDetails": { "id": "gitflow-guard/verify/" },
              "invocations": [
                {
                  "executionSuccessful": false,
                  "exitCode": 1,
                  "exitCodeDescription": "refused",
                  "toolExecutionNotifications": [
                    {
                      "level": "error",
                      "message": {
                        "text": "stale-source on develop: no answer: is d0d0d0d0d0 an ancestor of e1e1e1e1e1; the history was cut off here (a shallow clone)\n\ndo this, then try again:\ngit fetch --unshallow"
                      },
                      "associatedRule": { "id": "stale-source", "index": 0 },
                      "properties": { "ref": "refs/heads/develop", "reason": "shallow", "blocks": true }
                    },
                    {
                      "level": "warning",
                      "message": {
                        "text": "own-work on develop: no answer: what does a1 hold; a promised object is not here (a partial clone)"
                      },
                      "associatedRule": { "id": "own-work", "index": 0 },
                      "properties": { "ref": "refs/heads/develop", "reason": "partial", "blocks": false }
                    },
                    { "level": "note", "message": { "text": "note: free while set up" } }
                  ]
                }
              ],
              "versionControlProvenance": [
                {
                  "repositoryUri": "https://git.example.org:8443/team/model.git",
                  "revisionId": "e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1",
                  "branch": "experiment/resnet",
                  "mappedTo": { "uriBaseId": "%SRCROOT%" }
                }
              ],
              "originalUriBaseIds": {
                "%SRCROOT%": { "description": { "text": "The root of the repository." } }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "branch-flow",
                  "ruleIndex": 0,
                  "kind": "fail",
                  "level": "error",
                  "message": {
                    "text": "develop takes only intermediate branches; experiment/resnet is an experiment branch.\nthe way: experiment/resnet → intermediate/anna → develop → main\n\ndo this instead:\ngit merge --abort\ngit switch intermediate/anna\ngit pull origin develop\ngit merge --no-ff experiment/resnet\ngitflow-guard experiments new experiment/resnet\ngit push -u origin intermediate/anna        # then open the merge request into develop"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": { "uri": ".gitflow-guard.yml", "uriBaseId": "%SRCROOT%" },
                        "region": { "startLine": 1, "startColumn": 1 }
                      },
                      "logicalLocations": [
                        { "name": "develop", "fullyQualifiedName": "refs/heads/develop", "kind": "branch" }
                      ]
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "87307496b7227b417e4c7d36ba656587:1",
                    "gitflowGuard/v1": "87307496b7227b417e4c7d36ba656587"
                  },
                  "properties": {
                    "ref": "refs/heads/develop",
                    "source": "experiment/resnet",
                    "evidence": "ref",
                    "remedy": [
                      "git merge --abort",
                      "git switch intermediate/anna",
                      "git pull origin develop",
                      "git merge --no-ff experiment/resnet",
                      "gitflow-guard experiments new experiment/resnet",
                      "git push -u origin intermediate/anna        # then open the merge request into develop"
                    ]
                  }
                },
                {
                  "ruleId": "entry-format",
                  "ruleIndex": 0,
                  "kind": "fail",
                  "level": "warning",
                  "message": { "text": "experiments/Журнал 1.md:12 lacks Data." },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "experiments/%D0%96%D1%83%D1%80%D0%BD%D0%B0%D0%BB%201.md",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": { "startLine": 12, "startColumn": 1 }
                      },
                      "logicalLocations": [
                        { "name": "develop", "fullyQualifiedName": "refs/heads/develop", "kind": "branch" }
                      ]
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "2f12a6f82c7fe54c4a21dd4e6cf8ef51:1",
                    "gitflowGuard/v1": "2f12a6f82c7fe54c4a21dd4e6cf8ef51"
                  },
                  "properties": { "ref": "refs/heads/develop", "remedy": [] }
                },
                {
                  "ruleId": "direct-commit",
                  "ruleIndex": 0,
                  "kind": "fail",
                  "level": "error",
                  "message": {
                    "text": "develop takes merges only, and this commit has one parent.\n0101010101 Change number 1\n\ndo this instead:\ngit branch rescue develop\ngit reset --keep origin/develop"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": { "uri": ".gitflow-guard.yml", "uriBaseId": "%SRCROOT%" },
                        "region": { "startLine": 1, "startColumn": 1 }
                      },
                      "logicalLocations": [
                        {
                          "name": "develop",
                          "fullyQualifiedName": "refs/heads/develop@0101010101010101010101010101010101010101",
                          "kind": "branch"
                        }
                      ]
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "c75a5cb32d1dec42fa97e23782def7d3:1",
                    "gitflowGuard/v1": "c75a5cb32d1dec42fa97e23782def7d3"
                  },
                  "suppressions": [
                    {
                      "kind": "external",
                      "status": "accepted",
                      "justification": "the release could not wait; by anna, until 2026-12-31"
                    }
                  ],
                  "properties": {
                    "ref": "refs/heads/develop",
                    "commit": "0101010101010101010101010101010101010101",
                    "remedy": ["git branch rescue develop", "git reset --keep origin/develop"]
                  }
                },
                {
                  "ruleId": "own-work",
                  "ruleIndex": 0,
                  "kind": "fail",
                  "level": "warning",
                  "message": {
                    "text": "src/train.py was changed here, and no experiment branch holds that content.\n0707070707 Try a smaller step\n\ndo this instead:\ngit switch -c experiment/step 0707070707"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": { "uri": "src/train.py", "uriBaseId": "%SRCROOT%" },
                        "region": { "startLine": 1, "startColumn": 1 }
                      },
                      "logicalLocations": [
                        {
                          "name": "intermediate/anna",
                          "fullyQualifiedName": "refs/heads/intermediate/anna@0707070707070707070707070707070707070707",
                          "kind": "branch"
                        }
                      ]
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "1c09b1a0e7b965c706dda5afb22ea344:1",
                    "gitflowGuard/v1": "1c09b1a0e7b965c706dda5afb22ea344"
                  },
                  "properties": {
                    "ref": "refs/heads/intermediate/anna",
                    "commit": "0707070707070707070707070707070707070707",
                    "remedy": ["git switch -c experiment/step 0707070707"]
                  }
                }
              ],
              "properties": {
                "verdict": "refused",
                "policy": "develop:.gitflow-guard.yml",
                "policyIsTrusted": true,
                "steps": 1
              }
            }
          ]
        }
        """#)
  }
}
