import FlowPolicy
import Foundation
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

@Suite("The JSON form of a report")
struct JSONRendererTests {
  private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private static let report = {
    var waived = Samples.directCommit(1)
    waived.waivedBy = Samples.waiver
    return Samples.report(
      [Samples.branchFlow, Samples.ownWork, waived], gaps: [Samples.shallow])
  }()

  @Test("The whole object, byte for byte")
  func golden() {
    #expect(
      String(decoding: JSONRenderer().render([Self.report]), as: UTF8.self) == """
        {
          "schemaVersion": 1,
          "tool": { "name": "gitflow-guard", "version": "1.2.3" },
          "command": "verify",
          "verdict": "refused",
          "policy": { "origin": "develop:.gitflow-guard.yml", "trusted": true, "sha256": "00ff" },
          "subjects": [
            {
              "repository": ".",
              "ref": "refs/heads/develop",
              "lane": "develop",
              "before": "d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0",
              "after": null,
              "steps": 1,
              "source": null
            }
          ],
          "findings": [
            {
              "rule": "branch-flow",
              "severity": "error",
              "repository": ".",
              "ref": "refs/heads/develop",
              "commit": null,
              "path": null,
              "source": {
                "branch": "experiment/resnet",
                "lane": "experiment",
                "oid": "e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1",
                "evidence": "ref"
              },
              "message": "develop takes only intermediate branches; experiment/resnet is an experiment branch",
              "remedy": [
                "git merge --abort",
                "git switch intermediate/anna",
                "git pull origin develop",
                "git merge --no-ff experiment/resnet",
                "gitflow-guard experiments new experiment/resnet",
                "git push -u origin intermediate/anna        # then open the merge request into develop"
              ],
              "waivedBy": null
            },
            {
              "rule": "direct-commit",
              "severity": "error",
              "repository": ".",
              "ref": "refs/heads/develop",
              "commit": "0101010101010101010101010101010101010101",
              "path": null,
              "source": null,
              "message": "develop takes merges only, and this commit has one parent",
              "remedy": ["git branch rescue develop", "git reset --keep origin/develop"],
              "waivedBy": { "reason": "the release could not wait", "by": "anna", "until": "2026-12-31" }
            },
            {
              "rule": "own-work",
              "severity": "warning",
              "repository": ".",
              "ref": "refs/heads/intermediate/anna",
              "commit": "0707070707070707070707070707070707070707",
              "path": "src/train.py",
              "source": null,
              "message": "src/train.py was changed here, and no experiment branch holds that content",
              "remedy": ["git switch -c experiment/step 0707070707"],
              "waivedBy": null
            }
          ],
          "gaps": [
            {
              "rule": "stale-source",
              "ref": "refs/heads/develop",
              "question": "is d0d0d0d0d0 an ancestor of e1e1e1e1e1",
              "reason": "shallow",
              "remedy": ["git fetch --unshallow"]
            }
          ],
          "notes": [],
          "summary": { "errors": 1, "warnings": 1, "waived": 1, "gaps": 1, "steps": 1, "seconds": 0.04 }
        }
        """ + "\n")
  }

  @Test("Another JSON reader reads the same values")
  func parsed() throws {
    let object = try Self.object(JSONRenderer().render([Self.report]))
    #expect(object["schemaVersion"] as? Int == 1)
    #expect(object["verdict"] as? String == "refused")
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(
      findings.compactMap { $0["rule"] as? String } == ["branch-flow", "direct-commit", "own-work"])
    #expect(
      findings[0]["remedy"] as? [String] == Samples.branchFlow.remedy.lines.texts(in: .english))
    #expect(findings[0]["commit"] is NSNull)
    #expect(findings[2]["waivedBy"] is NSNull)
    let waiver = try #require(findings[1]["waivedBy"] as? [String: String])
    #expect(waiver["until"] == "2026-12-31")
    let summary = try #require(object["summary"] as? [String: Double])
    #expect(summary["seconds"] == 0.04)
    #expect(summary["errors"] == 1)
    #expect(summary["waived"] == 1)
  }

  @Test("Findings stand by ref as given, then as the engine met the commits, then by rule")
  func order() throws {
    func finding(_ rule: RuleID, _ ref: RefName, _ commit: UInt8) -> Finding {
      Finding(
        rule: rule, severity: .error, ref: ref, commit: Samples.id(commit), message: "m")
    }
    let subjects = ["refs/heads/main", "refs/heads/develop"].map {
      Judgement.Judged(ref: RefName($0), lane: nil, before: nil, after: nil, steps: 3)
    }
    let report = Samples.report(
      [
        finding(.staleSource, "refs/heads/develop", 9),
        finding(.mergeContent, "refs/heads/main", 2),
        finding(.directCommit, "refs/heads/develop", 3),
        finding(.branchFlow, "refs/heads/develop", 9), finding(.branchFlow, "refs/heads/main", 1),
      ], subjects: subjects)
    let object = try Self.object(JSONRenderer().render(report))
    let told = try #require(object["findings"] as? [[String: Any]]).map { finding in
      let commit = finding["commit"] as? String ?? ""
      return "\(finding["ref"] ?? "") \(commit.prefix(2)) \(finding["rule"] ?? "")"
    }
    #expect(
      told == [
        "refs/heads/main 02 merge-content", "refs/heads/main 01 branch-flow",
        "refs/heads/develop 09 branch-flow", "refs/heads/develop 09 stale-source",
        "refs/heads/develop 03 direct-commit",
      ])
  }

  @Test("An error names its place and gives no verdict")
  func error() throws {
    #expect(
      String(decoding: JSONRenderer().render(Samples.brokenPolicy), as: UTF8.self) == """
        {
          "schemaVersion": 1,
          "tool": { "name": "gitflow-guard", "version": "1.2.3" },
          "command": "verify",
          "error": {
            "code": "policy",
            "message": "unknown key “lane”",
            "file": ".gitflow-guard.yml",
            "line": 3,
            "column": 7
          }
        }
        """ + "\n")
    let short = JSONRenderer().render(
      NoVerdict(tool: Samples.tool, command: "audit", code: "usage", message: "no", exitCode: 2))
    let error = try #require(try Self.object(short)["error"] as? [String: Any])
    #expect(error["line"] is NSNull)
    #expect(error.count == 5)
  }

  @Test("Data keeps the order of its members, and only prose keeps its line breaks")
  func data() throws {
    let value = JSONValue.object([
      .init("z", .array([])), .init("a", .object([])), .init("flag", .bool(false)),
      .init("text", .string("one\ntwo")), .init("prose", .prose("one\n\ntwo\u{1b}")),
      .init("nan", .number(.nan)), .init("third", .number(0.5)), .init("none", .null),
      .init("quoted\"\\", .string("\"\\/é")),
    ])
    let bytes = JSONRenderer.data(Samples.tool, command: "rules", value, in: .english)
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"""
        {
          "schemaVersion": 1,
          "tool": { "name": "gitflow-guard", "version": "1.2.3" },
          "command": "rules",
          "data": {
            "z": [],
            "a": {},
            "flag": false,
            "text": "one\\u{a}two",
            "prose": "one\n\ntwo\\u{1b}",
            "nan": null,
            "third": 0.5,
            "none": null,
            "quoted\"\\": "\"\\/é"
          }
        }
        """# + "\n")
    let data = try #require(try Self.object(bytes)["data"] as? [String: Any])
    #expect(data["text"] as? String == #"one\u{a}two"#)
    #expect(data["prose"] as? String == "one\n\ntwo" + #"\u{1b}"#)
    #expect(data["quoted\"\\"] as? String == "\"\\/é")
  }
}
