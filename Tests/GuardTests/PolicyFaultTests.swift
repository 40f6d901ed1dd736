import FlowPolicy
import Git
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Guard

/// A trusted policy that is broken judges nothing, but can be mended.
@Suite struct PolicyFaultTests {
  static let file = PolicySourceTests.file

  /// Something wrong with the policy at a repository's root.
  enum Fault: String, CaseIterable, Sendable {
    case bothNames, link, folder, tooLong, unknownKey

    /// What the message must say.
    var words: String {
      switch self {
      case .bothNames: "only one of the two"
      case .link, .folder: "regular file"
      case .tooLong: "1 MiB"
      case .unknownKey: "lane"
      }
    }

    func commit(to scratch: ScratchRepository) throws {
      switch self {
      case .bothNames:
        let text = PolicySourceTests.policy("a")
        try scratch.commit("Break", files: [file: text, ".gitflow-guard.yaml": text])
      case .link:
        try scratch.write("policy.yml", PolicySourceTests.policy("a"))
        _ = try scratch.run("ln", ["-s", "policy.yml", file])
        try scratch.commit("Break")
      case .folder: try scratch.commit("Break", files: [file + "/x": "version: 1\n"])
      case .tooLong:
        try scratch.commit("Break", files: [file: String(repeating: "# long\n", count: 150_000)])
      case .unknownKey: try scratch.commit("Break", files: [file: "lane: {}\n"])
      }
    }
  }

  /// A clone of a repository whose develop holds the fault.
  private func broken(_ fault: Fault) throws -> ScratchRepository {
    let origin = try ScratchRepository(named: "origin")
    try origin.commit("Begin", files: ["README.md": "A project\n"])
    try origin.git("checkout", "-q", "-b", "develop")
    try fault.commit(to: origin)
    try origin.git("checkout", "-q", "main")
    let clone = try origin.clone(named: "clone")
    try clone.git("checkout", "-q", "-b", "intermediate/anna", "origin/develop")
    return clone
  }

  private func proposal(_ clone: ScratchRepository, _ session: Session) throws -> Proposal {
    let move = RefMove(
      ref: "refs/heads/intermediate/anna", before: nil,
      after: try clone.object("HEAD"))
    return Proposal(occasion: .push, moves: [move], today: session.today, remote: "origin")
  }

  @Test(arguments: Fault.allCases) func nothingIsJudgedByIt(_ fault: Fault) throws {
    let clone = try broken(fault)
    let session = try PolicySourceTests.session(clone)
    let failure = #expect(throws: Failure.self) { try session.source().standard() }
    #expect(failure?.exitCode == .usage)
    #expect(failure?.message.english.hasPrefix("origin/develop:.gitflow-guard") == true)
    #expect(
      failure?.message.english.contains(fault.words) == true, "\(failure?.message.english ?? "")")
    #expect(throws: Failure.self) { try session.bench(for: proposal(clone, session)) }
  }

  @Test(arguments: Fault.allCases) func inAResultItIsInvalid(_ fault: Fault) throws {
    let clone = try broken(fault)
    let session = try PolicySourceTests.session(clone)
    let tree = TreeID(try clone.object("HEAD^{tree}"))
    guard case .invalid(_, let problem) = try session.evidence.policyFile(in: tree) else {
      Issue.record("it passes for valid")
      return
    }
    #expect(problem.english.contains(fault.words))
  }

  @Test(arguments: Fault.allCases) func aProposalThatMendsItIsJudged(_ fault: Fault) throws {
    let clone = try broken(fault)
    try clone.git("rm", "-q", "-r", ".gitflow-guard*")
    try clone.commit("Mend", files: [Self.file: PolicySourceTests.policy("mended")])
    let session = try PolicySourceTests.session(clone)
    let proposal = try proposal(clone, session)
    let bench = try session.bench(for: proposal)
    #expect(bench.policies.standard == Policy())
    #expect(bench.origin.origin == "built-in defaults")
    #expect(
      bench.notes.texts(in: .english).contains {
        $0.contains("origin/develop") && $0.contains("broken")
      })
    let judgement = Engine().judge(proposal, by: bench.policies, on: session.evidence)
    #expect(judgement.verdict == .allowed)
  }

  /// Taking the file away mends nothing: the next proposal would be judged by nobody's choice.
  @Test func removingTheFileDoesNotMendIt() throws {
    let clone = try broken(.unknownKey)
    try clone.git("rm", "-q", Self.file)
    try clone.commit("Remove")
    let session = try PolicySourceTests.session(clone)
    #expect(throws: Failure.self) { try session.bench(for: proposal(clone, session)) }
  }

  @Test func everyResultMustHoldAValidOne() throws {
    let clone = try broken(.unknownKey)
    let bad = try clone.object("HEAD")
    try clone.commit("Mend", files: [Self.file: PolicySourceTests.policy("mended")])
    let session = try PolicySourceTests.session(clone)
    var proposal = try proposal(clone, session)
    proposal.moves.append(RefMove(ref: "refs/heads/intermediate/b", before: nil, after: bad))
    #expect(throws: Failure.self) { try session.bench(for: proposal) }
    proposal.moves[1] = RefMove(ref: "refs/heads/intermediate/b", before: bad, after: nil)
    #expect(throws: Failure.self) { try session.bench(for: proposal) }
  }

  @Test func eitherNameAloneWillDo() throws {
    let alone = try ScratchRepository(named: "alone")
    try alone.commit(
      "Policy", files: [".gitflow-guard.yaml": PolicySourceTests.policy("x")])
    let sourced = try PolicySourceTests.session(alone).source().standard()
    #expect(sourced.origin == "main:.gitflow-guard.yaml")
    #expect(sourced.policy.experiments.directory == "x")
  }
}
