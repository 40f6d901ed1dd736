import Foundation
import GuardTesting
import Testing

/// What machines read, and a policy that is broken.
@Suite struct VerifyFormatsTests {
  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func jsonOnStandardOutputAlone() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    let outcome = try team.run(
      "verify", "--source", "resnet", "--target", "develop", "--format", "json", in: anna)
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty, "\(outcome)")
    let report = try object(outcome.output)
    #expect(report["verdict"] as? String == "refused")
    #expect(report["command"] as? String == "verify")
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.first?["rule"] as? String == "branch-flow", "\(outcome)")
    #expect(findings.first?["commit"] is NSNull)
  }

  @Test func jsonIntoFiles() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("resnet")
    let words = ["verify", "--source", "resnet", "--target", "develop"]
    let both = try anna.run(
      team.binary, words + ["--format", "text", "--format", "json=report.json"])
    #expect(both.status == 1)
    #expect(both.output.isEmpty && both.stderr.contains("branch-flow"), "\(both)")
    let report = try object(Array((anna.read("report.json") ?? "").utf8))
    #expect(report["verdict"] as? String == "refused")
    let quiet = try anna.run(
      team.binary, ["--output", "other.json"] + words + ["--format", "json"])
    #expect(quiet.status == 1)
    #expect(quiet.output.isEmpty && quiet.errors.isEmpty, "\(quiet)")
    #expect(try object(Array((anna.read("other.json") ?? "").utf8))["verdict"] != nil)
    let nowhere = try anna.run(team.binary, words + ["--format", "json=no/such/folder.json"])
    #expect(nowhere.status == 3, "\(nowhere)")
  }

  @Test func warningsUnderStrict() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.commit("Own", files: ["src/own.py": "own\n", "experiments/own.md": "# Own\n"])
    let easy = try team.run("verify", in: anna)
    #expect(easy.status == 0 && easy.stderr.contains("own-work"), "\(easy)")
    let strict = try team.run("verify", "--strict", in: anna)
    #expect(strict.status == 1, "\(strict)")
    #expect(strict.stderr.contains("warnings count as refusals (--strict)"))
  }

  @Test func aBrokenPolicy() throws {
    let team = try Team(policy: "version: 1\nmode: enforce\npromotion: {}\n")
    let anna = try team.member("anna", installing: false)
    try anna.experiment("resnet")
    let words = ["verify", "--source", "resnet", "--target", "develop"]
    let outcome = try anna.run(team.binary, words)
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.stderr.contains(":3:1"), "\(outcome)")
    #expect(outcome.stderr.contains("promotions"), "\(outcome)")
    let json = try anna.run(team.binary, words + ["--format", "json"])
    #expect(json.status == 2)
    let report = try object(json.output)
    let error = try #require(report["error"] as? [String: Any])
    #expect(error["file"] as? String == ".gitflow-guard.yml")
    #expect(error["line"] as? Int == 3 && error["column"] as? Int == 1, "\(json)")
    #expect(error["code"] as? String == "policy")
    #expect(report["verdict"] == nil)
  }

  /// The way out: a branch whose result holds a valid file, judged by the defaults.
  @Test func aBrokenPolicyIsMended() throws {
    let team = try Team(policy: "version: 1\npromotion: {}\n")
    let anna = try team.member("anna")
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.write(".gitflow-guard.yml", "version: 1\n")
    try anna.git("add", ".")
    let commit = try anna.git("commit", "-q", "-m", "Mend", expecting: nil)
    #expect(commit.status == 0, "\(commit)")
    let verify = try team.run("verify", in: anna)
    #expect(verify.status == 0, "\(verify)")
    #expect(verify.stderr.contains("is broken; the built-in defaults judge"), "\(verify)")
    let push = try anna.git("push", "-q", "origin", "intermediate/anna", expecting: nil)
    #expect(push.status == 0, "\(push)")
    try anna.land("intermediate/anna")
    let after = try team.run("verify", "--source", "intermediate/anna", in: anna)
    #expect(after.status == 0, "\(after)")
  }
}
