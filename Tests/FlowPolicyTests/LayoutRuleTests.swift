import FlowPolicy
import GitModel
import GuardTesting
import Testing
import Wording

/// The team's layout: required paths, locks, and sizes.
@Suite struct LayoutRuleTests {
  private func policy(_ rule: RuleID) -> Policy {
    var policy = Policy()
    policy.severities[rule] = .error
    return policy
  }

  /// A landing that brings some files, judged by one rule.
  private func landing(
    _ tale: Tale, _ files: [TreePath: String?], by policy: Policy, _ rule: RuleID
  ) -> [Finding] {
    tale.branch("intermediate/anna")
    tale.commit("intermediate/anna", files)
    let before = tale.tip("develop")
    tale.merge("intermediate/anna", into: "develop")
    let move = RefMove(ref: .branch("develop"), before: before, after: tale.tip("develop"))
    let proposal = Proposal(
      occasion: .push, moves: [move], today: Tale.day, remote: "origin")
    let judgement = Engine().judge(proposal, by: Policies(policy), on: tale.history)
    #expect(judgement.gaps.isEmpty)
    return judgement.findings.filter { $0.rule == rule }
  }

  @Test func whatIsTakenAwayIsRefused() {
    var policy = policy(.repositoryLayout)
    policy.layout.required = ["README.md"]
    let found = landing(Tale(), ["README.md": nil], by: policy, .repositoryLayout)
    #expect(found.map(\.path) == ["README.md"])
    #expect(found[0].message.contains("takes README.md away"))
    #expect(landing(Tale(), ["a": "b"], by: policy, .repositoryLayout).isEmpty)
  }

  @Test func whatNeverWasThereIsMissing() {
    var policy = policy(.repositoryLayout)
    policy.layout.required = ["src", "data/raw"]
    let found = landing(Tale(), ["src/a.py": "1"], by: policy, .repositoryLayout)
    #expect(found.map(\.path) == ["data/raw"])
    #expect(found[0].message.contains("is missing"))
  }

  @Test func aListChangesWithItsLock() {
    var policy = policy(.lockDrift)
    policy.layout.locks = [.init(source: "requirements.in", lock: "requirements.txt")]
    let files: FakeHistory.Files = ["requirements.in": "a", "requirements.txt": "a==1"]
    func found(_ changes: [TreePath: String?]) -> [TreePath?] {
      landing(Tale(files), changes, by: policy, .lockDrift).map(\.path)
    }
    #expect(found(["requirements.in": "b"]) == ["requirements.in"])
    #expect(found(["requirements.in": "b", "requirements.txt": "b==1"]) == [])
    #expect(found(["requirements.txt": "a==2"]) == [])
    #expect(found(["requirements.in": nil]) == [])
    #expect(found(["other": "b"]) == [])
  }

  @Test func aLargeFileIsRefusedByTheFirstPatternThatMatches() {
    var policy = policy(.fileSize)
    policy.fileSizes = [
      FileSizeRule(pattern: PathPattern("models/**"), limit: 2_000),
      FileSizeRule(pattern: PathPattern("**"), limit: 1_000),
    ]
    let text = String(repeating: "x", count: 1_500)
    func found(_ changes: [TreePath: String?], _ tale: Tale = Tale()) -> [String] {
      landing(tale, changes, by: policy, .fileSize).map(\.message.english)
    }
    #expect(found(["models/a.bin": text]) == [])
    #expect(found(["a.bin": text]) == ["a.bin has 1.5 KiB; ** may have 1000 bytes"])
    #expect(found(["b": String(repeating: "x", count: 1_000)]) == [])
    // What only moves is not new.
    #expect(found(["a.bin": nil, "b.bin": text], Tale(["a.bin": text])) == [])
  }

  /// They are off until the team turns them on.
  @Test func theyAreOffByDefault() {
    for rule in [RuleID.repositoryLayout, .lockDrift, .fileSize] {
      #expect(Policy().severity(of: rule) == .off)
    }
    var policy = Policy()
    policy.layout.required = ["nothing"]
    #expect(landing(Tale(), ["a": "b"], by: policy, .repositoryLayout).isEmpty)
  }
}
