import FlowPolicy
import Git
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Guard

/// What a repository can't answer, and the reason that is given for it.
@Suite struct EvidenceTests {
  private func origin() throws -> ScratchRepository {
    let origin = try ScratchRepository(named: "origin")
    try origin.commit("Begin", files: ["experiments/journal.md": "# Journal\n"])
    try origin.commit("Go on", files: ["src/a.py": "1\n"])
    try origin.commit("Describe", files: ["experiments/journal.md": "# Journal\n\n## One\n"])
    try origin.git("config", "uploadpack.allowFilter", "true")
    return origin
  }

  private func evidence(_ scratch: ScratchRepository) throws -> RepositoryEvidence {
    try PolicySourceTests.session(scratch).evidence
  }

  private func id(_ scratch: ScratchRepository, _ revision: String) throws -> ObjectID {
    try scratch.object(revision)
  }

  private func reason(_ body: () throws -> Void) -> EvidenceGap? {
    do {
      try body()
      return nil
    } catch {
      return error as? EvidenceGap
    }
  }

  @Test func aWholeRepositoryAnswers() throws {
    let origin = try origin()
    let evidence = try evidence(origin)
    let (old, new) = (try id(origin, "HEAD~2"), try id(origin, "HEAD"))
    #expect(try evidence.isAncestor(old, of: new))
    #expect(try evidence.isAncestor(new, of: old) == false)
    #expect(try evidence.mergeBase(old, new) == old)
    let added = try evidence.journalChange(
      from: evidence.commit(old).tree, to: evidence.commit(new).tree, experiments: Experiments())
    #expect(added.added.map(\.heading) == ["One"])
    #expect(try evidence.baseline(String(old.hex.prefix(10))) == old)
  }

  @Test func aShallowCloneLeavesTheHistoryBeyondTheCutOpen() throws {
    let origin = try origin()
    let clone = try origin.clone(named: "clone", options: ["--depth", "2"])
    let evidence = try evidence(clone)
    let (old, new) = (try id(origin, "HEAD~2"), try id(origin, "HEAD"))
    let gaps = [
      reason { _ = try evidence.commit(old) },
      reason { _ = try evidence.isAncestor(old, of: new) },
      reason { _ = try evidence.mergeBase(old, new) },
      reason { _ = try evidence.baseline(String(old.hex.prefix(10))) },
    ]
    for gap in gaps {
      #expect(gap?.reason == .shallow)
      #expect(gap?.remedy.texts(in: .english) == ["git fetch --unshallow origin"])
    }
    // Inside the cut it answers.
    #expect(try evidence.isAncestor(id(origin, "HEAD~1"), of: new))
  }

  @Test func aPartialCloneLeavesContentOpen() throws {
    let origin = try origin()
    let clone = try origin.clone(
      named: "clone", options: ["--filter=blob:none", "--no-checkout"])
    let evidence = try evidence(clone)
    let (old, new) = (try id(origin, "HEAD~2"), try id(origin, "HEAD"))
    let trees = (try evidence.commit(old).tree, try evidence.commit(new).tree)
    let gap = reason {
      _ = try evidence.journalChange(from: trees.0, to: trees.1, experiments: Experiments())
    }
    #expect(gap?.reason == .partial)
    #expect(gap?.remedy.texts(in: .english) == ["git fetch --refetch --no-filter origin"])
    // Commits and trees are here.
    #expect(try evidence.isAncestor(old, of: new))
    #expect(try evidence.changes(from: trees.0, to: trees.1).count == 2)
  }

  @Test func aMissingObjectLeavesWhatNeedsItOpen() throws {
    let origin = try origin()
    let (middle, new) = (try id(origin, "HEAD~1"), try id(origin, "HEAD"))
    let old = try id(origin, "HEAD~2")
    try remove(middle, from: origin)
    let evidence = try evidence(origin)
    let gap = reason { _ = try evidence.commit(middle) }
    #expect(gap?.reason == .missing)
    #expect(gap?.question.english.contains(middle.short) == true)
    #expect(gap?.remedy.texts(in: .english) == ["git fetch"])
    #expect(reason { _ = try evidence.isAncestor(old, of: new) } != nil)
    #expect(reason { _ = try evidence.mergeBase(old, new) } != nil)
    #expect(reason { _ = try evidence.baseline("1234567890") }?.reason == .missing)
  }

  @Test func aMissingPolicyFileIsNoAbsentOne() throws {
    let origin = try origin()
    try origin.commit("Policy", files: [".gitflow-guard.yml": "version: 1\n"])
    let tree = TreeID(try id(origin, "HEAD^{tree}"))
    try remove(try id(origin, "HEAD:.gitflow-guard.yml"), from: origin)
    let evidence = try evidence(origin)
    #expect(reason { _ = try evidence.policyFile(in: tree) }?.reason == .missing)
  }

  @Test func anObjectThatCantBeReadIsDamaged() throws {
    let origin = try origin()
    let middle = try id(origin, "HEAD~1")
    try remove(middle, from: origin)
    try origin.write(Self.place(middle), "no zlib stream")
    let evidence = try evidence(origin)
    let gap = reason { _ = try evidence.commit(middle) }
    #expect(gap?.reason == .damaged)
    #expect(gap?.remedy.texts(in: .english) == ["git fsck"])
  }

  /// The engine takes each of these for an open question.
  @Test func theVerdictStaysOpen() throws {
    let origin = try origin()
    let clone = try origin.clone(named: "clone", options: ["--depth", "1"])
    let (old, new) = (try id(origin, "HEAD~2"), try id(origin, "HEAD"))
    let move = RefMove(ref: "refs/heads/develop", before: old, after: new)
    let session = try PolicySourceTests.session(clone)
    let proposal = Proposal(
      occasion: .push, moves: [move], today: session.today, remote: "origin")
    let judgement = Engine().judge(
      proposal, by: try session.bench(for: proposal).policies, on: session.evidence)
    #expect(judgement.verdict == .undecided)
    #expect(judgement.gaps.allSatisfy { $0.cause.reason == .shallow })
  }

  private static func place(_ object: ObjectID) -> String {
    ".git/objects/\(object.hex.prefix(2))/\(object.hex.dropFirst(2))"
  }

  private func remove(_ object: ObjectID, from scratch: ScratchRepository) throws {
    _ = try scratch.run("rm", ["-f", Self.place(object)])
    #expect(try scratch.git("cat-file", "-e", object.hex, expecting: nil).status != 0)
  }
}
