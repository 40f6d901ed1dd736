import GitModel
import GuardTesting
import Testing
import Wording

@testable import FlowPolicy

/// flow.md, "Attribution, exactly": what vouches for a head, and in which order.
@Suite struct AttributionTests {
  // 1: declared

  @Test func whatCIDeclaresCountsAsItIs() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    let head = tale.tip("intermediate/anna")
    // No ref of that name stands here, as in a pipeline's bare checkout.
    tale.forget("intermediate/anna")
    let source = DeclaredSource(branch: "intermediate/anna", head: head)
    let proposal = Proposal(
      occasion: .mergeRequest, source: source, today: Tale.day, remote: "origin")
    let found = try tale.standing(of: head, on: "develop", proposal: proposal).attribution
    #expect(found?.kind == .declared)
    #expect(found?.branch == "intermediate/anna")
    #expect(found?.lane?.owner == "anna")
  }

  @Test func aDeclarationIsAboutItsHeadOnly() throws {
    let tale = Tale()
    tale.experiment("experiment/x")
    let source = DeclaredSource(branch: "intermediate/anna", head: tale.tip("develop"))
    let proposal = Proposal(
      occasion: .mergeRequest, source: source, today: Tale.day, remote: "origin")
    let found = try tale.standing(
      of: tale.tip("experiment/x"), on: "develop", proposal: proposal)
    #expect(found.laneName == "experiment")
    #expect(found.attribution?.kind == .ref)
  }

  @Test func aHintCountsWhereTheNamedBranchHasTheHead() throws {
    let tale = Tale()
    tale.experiment("experiment/a")
    tale.branch("experiment/b", at: "experiment/a")
    tale.branch("intermediate/anna")
    let head = tale.tip("experiment/a")
    let plain = try tale.standing(of: head, on: "intermediate/anna")
    #expect(plain.attribution?.branch == "experiment/a")
    #expect(plain.attribution?.kind == .ref)
    let hinted = try tale.standing(of: head, on: "intermediate/anna", hints: ["experiment/b"])
    #expect(hinted.attribution?.branch == "experiment/b")
    #expect(hinted.attribution?.kind == .declared)
  }

  @Test(arguments: ["origin/experiment/b", "refs/remotes/origin/experiment/b", "experiment/b"])
  func aHintMayNameARemoteTrackingBranch(_ hint: String) throws {
    let tale = Tale()
    tale.experiment("experiment/b")
    tale.publish("experiment/b")
    let head = tale.tip("experiment/b")
    tale.set("experiment/b", to: nil)
    tale.branch("intermediate/anna")
    let found = try tale.standing(of: head, on: "intermediate/anna", hints: [BranchName(hint)])
    #expect(found.attribution?.branch == "origin/experiment/b")
    #expect(found.attribution?.kind == .declared)
  }

  @Test func aHintThatTheHistoryDoesNotConfirmIsNone() throws {
    let tale = Tale()
    tale.experiment("experiment/x")
    tale.branch("intermediate/anna")
    let head = tale.tip("experiment/x")
    // One that stands elsewhere, and one that stands nowhere.
    for hint in ["intermediate/anna", "intermediate/boris"] {
      let found = try tale.standing(of: head, on: "develop", hints: [BranchName(hint)])
      #expect(found.laneName == "experiment")
      #expect(found.attribution?.kind == .ref)
    }
    #expect(tale.merging(head, into: "develop", hints: ["intermediate/anna"]).verdict == .refused)
  }

  @Test(arguments: ["develop", "main", "intermediate/anna", "experiment/x"])
  func aForksBranchTakesNoLaneOfThisRepository(_ name: String) throws {
    let tale = Tale()
    tale.bring("experiment/y", into: "fork")
    let head = tale.tip("fork")
    tale.forget("fork")
    let source = DeclaredSource(branch: BranchName(name), head: head, fork: "mallory")
    let proposal = Proposal(
      occasion: .mergeRequest, source: source, today: Tale.day, remote: "origin")
    let found = try tale.standing(of: head, on: "develop", proposal: proposal).attribution
    #expect(found?.branch == BranchName("mallory:\(name)"))
    #expect(found?.lane?.lane.name == "experiment")
  }

  /// Where a pattern would take `owner:branch` into a lane with a promotion, it takes none.
  @Test func aForksBranchFitsNoOpenPatternEither() throws {
    let tale = Tale()
    tale.bring("experiment/y", into: "fork")
    let head = tale.tip("fork")
    tale.forget("fork")
    let policy = Policy.with {
      $0.lanes[2] = Lane(name: "intermediate", pattern: PathPattern("*/{owner}"))
    }
    var proposal = Proposal(occasion: .mergeRequest, today: Tale.day, remote: "origin")
    proposal.source = DeclaredSource(branch: "team/anna", head: head, fork: "mallory")
    let found = try tale.standing(of: head, on: "develop", by: policy, proposal: proposal)
    #expect(found.attribution?.lane == nil)
    proposal.pending = PendingCommit(
      ref: .branch("develop"), parents: [tale.tip("develop"), head],
      tree: tale.history.tree(tale.history.table(of: head)), isImagined: true, activity: .merge)
    #expect(tale.judge(proposal, by: policy).rules.contains(.branchFlow))
  }

  // 2: ref

  @Test func aTipAndEveryCommitOfItsChainVouch() throws {
    let tale = Tale()
    tale.branch("intermediate/anna")
    let first = tale.commit("intermediate/anna")
    let tip = tale.entry("intermediate/anna")
    for head in [first, tip] {
      let found = try tale.standing(of: head, on: "develop").attribution
      #expect(found?.branch == "intermediate/anna")
      #expect(found?.kind == .ref)
    }
  }

  @Test func aSecondParentIsNotOnTheChain() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    let head = tale.tip("experiment/x")
    tale.forget("experiment/x")
    #expect(try tale.standing(of: head, on: "develop").isUnattributed)
  }

  @Test func aRemoteTrackingBranchHasTheLaneOfItsName() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.publish()
    let head = tale.tip("intermediate/anna")
    tale.set("intermediate/anna", to: nil)
    let found = try tale.standing(of: head, on: "develop").attribution
    #expect(found?.branch == "origin/intermediate/anna")
    #expect(found?.lane?.lane.name == "intermediate")
  }

  @Test func whatTheTargetHasBringsNothing() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    for branch in ["intermediate/anna", "experiment/x", "main"] {
      #expect(try tale.standing(of: tale.tip(branch), on: "develop") == .alreadyThere)
    }
  }

  @Test func theAllowedLaneWins() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.branch("another", at: "intermediate/anna")
    tale.set("experiment/x", to: tale.tip("intermediate/anna"))
    let found = try tale.standing(of: tale.tip("another"), on: "develop").attribution
    #expect(found?.branch == "intermediate/anna")
    #expect(tale.merging(tale.tip("another"), into: "develop").found(.branchFlow).isEmpty)
  }

  @Test func elseTheCulpritIsNamed() throws {
    let tale = Tale()
    tale.experiment("experiment/x")
    let found = try tale.standing(of: tale.tip("experiment/x"), on: "develop").attribution
    #expect(found?.branch == "experiment/x")
    let finding = try #require(
      tale.merging(tale.tip("experiment/x"), into: "develop").found(.branchFlow).first)
    #expect(finding.message.contains("experiment/x"))
    #expect(finding.details.contains { $0.contains("experiment/x → ") && $0.contains("→ develop") })
  }

  // 3: reflog

  @Test func aLocalBranchThatOnceStoodThereVouches() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    let head = tale.tip("intermediate/anna")
    tale.set("intermediate/anna", to: tale.tip("develop"))
    #expect(try tale.standing(of: head, on: "develop").isUnattributed)
    tale.history.reflogs["intermediate/anna"] = [head]
    let found = try tale.standing(of: head, on: "develop").attribution
    #expect(found?.branch == "intermediate/anna")
    #expect(found?.kind == .reflog)
  }

  @Test func theReflogOfARefusedLaneProvesNothing() throws {
    let tale = Tale()
    tale.experiment("experiment/x")
    let head = tale.tip("experiment/x")
    tale.forget("experiment/x")
    tale.history.reflogs["experiment/x"] = [head]
    tale.history.reflogs["main"] = [head]
    #expect(try tale.standing(of: head, on: "develop").isUnattributed)
  }

  // 4: tree

  @Test func aSquashThatWasThenMergedIsKnownByItsTree() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.branch("squashed")
    let head = tale.squash("intermediate/anna", into: "squashed")
    tale.forget("squashed")
    let found = try tale.standing(of: head, on: "develop").attribution
    #expect(found?.branch == "intermediate/anna")
    #expect(found?.kind == .tree)
  }

  @Test func anotherTreeIsNoSquash() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.branch("squashed")
    tale.squash("intermediate/anna", into: "squashed")
    let head = tale.commit("squashed")
    tale.forget("squashed")
    #expect(try tale.standing(of: head, on: "develop").isUnattributed)
  }

  @Test func aSquashOntoAProtectedBranchNamesItsBranch() throws {
    let tale = Tale()
    tale.bring("experiment/x", into: "intermediate/anna")
    tale.squash("intermediate/anna", into: "develop")
    let judgement = tale.push("develop")
    #expect(judgement.found(.mergeMethod).map(\.source?.branch) == ["intermediate/anna"])
    #expect(judgement.found(.mergeMethod).map(\.source?.kind) == [.tree])
    let allowed = tale.push("develop", by: .allowing([.merge, .squash], into: "develop"))
    #expect(allowed.findings.map(\.message) == [])
  }
}
