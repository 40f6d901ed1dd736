import FlowPolicy
import GitModel
import GuardTesting
import PolicyFile
import Testing
import Wording

/// Each rule's card carries an example that it refuses and one that the flow accepts.
@Suite struct RuleExampleTests {
  static let ids = RuleCatalog.all.map(\.card.id)

  @Test(arguments: ids) func refusedExampleIsFound(_ id: RuleID) throws {
    let card = try #require(RuleCatalog.rule(id)).card
    let judgement = try Self.judge(card.refused)
    let found = judgement.findings.filter { $0.rule == id }
    #expect(found.isEmpty == false, "findings: \(judgement.findings.map(\.rule))")
    #expect(judgement.gaps.isEmpty)
    let severity = try Self.policy(of: card.refused).severity(of: id)
    #expect(found.allSatisfy { $0.severity == severity })
    #expect(judgement.verdict == (severity == .error ? .refused : .allowed))
  }

  @Test(arguments: ids) func acceptedExampleIsAllowed(_ id: RuleID) throws {
    let card = try #require(RuleCatalog.rule(id)).card
    let judgement = try Self.judge(card.accepted)
    #expect(judgement.findings.map(\.message) == [])
    #expect(judgement.gaps.isEmpty)
    #expect(judgement.verdict == .allowed)
  }

  /// A breach of an error rule tells how to mend it.
  @Test(arguments: ids) func refusalCarriesARemedy(_ id: RuleID) throws {
    let card = try #require(RuleCatalog.rule(id)).card
    for finding in try Self.judge(card.refused).findings where finding.severity == .error {
      #expect(finding.remedy.isEmpty == false, "\(finding.rule): \(finding.message)")
    }
  }

  /// A lane's pattern is a word of the policy's, and no word reaches a shell unquoted.
  @Test func wordsOfThePolicyAreQuoted() throws {
    var policy = Policy()
    policy.lanes[3] = Lane(name: "experiment", pattern: PathPattern("x;id/**"))
    let card = try #require(RuleCatalog.rule(.directCommit)).card
    let lines = try Self.judge(card.refused, by: policy).findings.flatMap(\.remedy.lines)
    #expect(lines.contains { $0.hasPrefix("git branch 'x;id/") }, "\(lines)")
    #expect(lines.allSatisfy { $0.contains(" x;id") == false }, "\(lines)")
  }

  static func policy(of example: RuleExample) throws -> Policy {
    try PolicyFile.read(Array(example.policy.utf8), file: "the example's policy")
  }

  static func judge(_ example: RuleExample, by policy: Policy? = nil) throws -> Judgement {
    let policy = try policy ?? Self.policy(of: example)
    let builder = HistoryBuilder()
    let proposal = builder.proposal(example)
    return Engine().judge(proposal, by: Policies(policy), on: builder.history)
  }
}
