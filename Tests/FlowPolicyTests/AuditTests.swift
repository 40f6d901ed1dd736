import FlowPolicy
import GitModel
import GuardTesting
import Testing
import Wording

/// What an audit finds on a branch's whole chain, long after it was made.
@Suite struct AuditTests {
  @Test func aHistoryInTheFlowsShapeHasNoFinding() throws {
    let tale = Tale()
    for number in 1...3 { tale.land("experiment/e\(number)", by: "anna") }
    tale.merge("develop", into: "main")
    #expect(try tale.audit("develop").judgement.findings == [])
    let main = try tale.audit("main")
    #expect(main.judgement.findings == [])
    // Its merge, and the commit at which develop began: what is below is develop's own history.
    #expect(main.steps.map(\.step.kind) == [.merge, .fastForward])
  }

  @Test func theFirstCommitIsNobodysBreach() throws {
    let tale = Tale()
    let audit = try tale.audit("develop")
    #expect(audit.steps.count == 1)
    #expect(audit.judgement.findings == [])
  }

  @Test func everyKindOfShortcutIsFoundAtItsCommit() throws {
    let tale = Tale()
    tale.land("experiment/a", by: "anna")
    let direct = tale.commit("develop")
    tale.experiment("experiment/b")
    tale.branch("intermediate/boris")
    tale.merge("experiment/b", into: "intermediate/boris")
    tale.commit("intermediate/boris", ["experiments/b.md": "## experiment/b\n\nIt works.\n"])
    tale.land("experiment/c", by: "anna")
    let stale = tale.merge("intermediate/boris", into: "develop")
    tale.experiment("experiment/d")
    let shortcut = tale.merge("experiment/d", into: "develop")
    tale.bring("experiment/e", into: "intermediate/anna")
    let evil = tale.merge("intermediate/anna", into: "develop", by: ["src/backdoor.py": "x"])
    let audit = try tale.audit("develop")
    let found = audit.judgement.errors.map { "\($0.rule.rawValue) \($0.commit?.hex ?? "")" }
    #expect(
      Set(found) == [
        "direct-commit \(direct.hex)", "experiment-entry \(direct.hex)",
        "stale-source \(stale.hex)", "branch-flow \(shortcut.hex)",
        "experiment-entry \(shortcut.hex)", "merge-content \(evil.hex)",
      ])
    #expect(audit.judgement.verdict == .refused)
  }

  /// The branches that were merged are gone from most old histories.
  @Test func aMergeSubjectVouchesForABranchThatIsGone() throws {
    let tale = Tale()
    tale.land("experiment/a", by: "anna")
    tale.forget("experiment/a", "intermediate/anna")
    let audit = try tale.audit("develop")
    #expect(audit.judgement.findings == [])
    #expect(audit.steps[0].step.incoming[0].attribution?.kind == .message)
    #expect(audit.steps[0].step.incoming[0].attribution?.branch == "intermediate/anna")
  }

  @Test func withoutASubjectNobodyIsAccused() throws {
    let tale = Tale()
    tale.bring("experiment/a", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop", message: "Results of the week")
    tale.forget("experiment/a", "intermediate/anna")
    let audit = try tale.audit("develop")
    #expect(audit.judgement.findings.map(\.rule) == [.unattributedSource])
    #expect(audit.judgement.findings.map(\.severity) == [.warning])
    #expect(audit.judgement.verdict == .allowed)
    // The policy may still want to know it for certain.
    let strict = Policy.with { $0.severities[.unattributedSource] = .error }
    #expect(try tale.audit("develop", by: strict).judgement.verdict == .refused)
  }

  /// An experiment that was begun on an intermediate branch has that one's commits, too.
  @Test func aBranchMadeLaterDoesNotTakeAMergeFromTheOneThatIsGone() throws {
    let tale = Tale()
    tale.bring("experiment/a", into: "intermediate/anna")
    tale.branch("experiment/later", at: "intermediate/anna")
    tale.commit("experiment/later")
    tale.merge("intermediate/anna", into: "develop")
    tale.forget("experiment/a", "intermediate/anna")
    #expect(try tale.audit("develop").judgement.findings == [])
  }

  @Test func aForgedSubjectDoesNotHelpABranchThatIsStillThere() throws {
    let tale = Tale()
    tale.experiment("experiment/a")
    tale.merge(
      "experiment/a", into: "develop", message: "Merge branch 'intermediate/anna' into develop")
    #expect(try tale.audit("develop").rules.contains(.branchFlow))
  }

  @Test(arguments: [
    ("Merge branch 'develop' of https://example.org/model", true),
    ("Merge branch 'develop' of https://example.org/model into develop", true),
    ("Merge remote-tracking branch 'origin/develop'", true),
    ("Merge remote-tracking branch 'upstream/develop' into develop", true),
    ("Merge branch 'develop'", true),
    ("Merge branch 'refs/heads/develop'", true),
    ("Merge branch 'develop' into 'develop'", false),
    ("Merge pull request #3 from mallory/develop", false),
    ("Merge branch 'development' of https://example.org/model", false),
  ])
  func aFoxtrotIsToldByGitsOwnSubject(_ subject: String, _ isFoxtrot: Bool) throws {
    let tale = Tale()
    tale.bring("experiment/a", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop", message: subject)
    let audit = try tale.audit("develop")
    #expect(audit.rules.contains(.foxtrotMerge) == isFoxtrot)
  }

  @Test func aForksBranchIsNeverAnIntermediateOne() throws {
    let tale = Tale()
    tale.bring("experiment/a", into: "intermediate/anna")
    tale.merge(
      "intermediate/anna", into: "develop",
      message: "Merge pull request #4 from mallory/intermediate/anna")
    tale.forget("experiment/a", "intermediate/anna")
    #expect(try tale.audit("develop", owner: "team").rules.contains(.branchFlow))
    #expect(try tale.audit("develop", owner: "mallory").judgement.findings == [])
    // Where it is not known whose repository this is, nobody is accused.
    #expect(try tale.audit("develop").judgement.findings == [])
  }

  @Test func theBaselineAndSinceLeaveWhatIsBelowInPeace() throws {
    let tale = Tale()
    let old = tale.commit("develop")
    tale.land("experiment/a", by: "anna")
    let new = tale.commit("develop")
    let baseline = Policy.with { $0.baseline = old.hex }
    #expect(try tale.audit("develop", by: baseline).commits(.directCommit) == [new])
    #expect(try tale.audit("develop", since: old).commits(.directCommit) == [new])
    #expect(try tale.audit("develop").commits(.directCommit) == [new, old])
    #expect(
      try tale.audit("develop", sinceTime: tale.history.commits[new]?.time)
        .commits(.directCommit) == [new])
  }

  @Test func aWaivedStepIsCountedAndStopsNothing() throws {
    let tale = Tale()
    let direct = tale.commit("develop", ["experiments/x.md": "## experiment/x\n\nIt works.\n"])
    let until = try #require(Day(year: 2100, month: 1, day: 1))
    let policy = Policy.with {
      $0.waivers = [
        Waiver(
          rule: .directCommit, target: .commit(direct.short), reason: "hotfix", by: "anna",
          until: until)
      ]
    }
    let judgement = try tale.audit("develop", by: policy).judgement
    #expect(judgement.waived.map(\.commit) == [direct])
    #expect(judgement.verdict == .allowed)
  }

  @Test func aRollBackOwesNoEntryHoweverFarItGoes() throws {
    let tale = Tale()
    let first = tale.history.table(of: tale.tip("develop"))
    for number in 1...4 { tale.land("experiment/e\(number)", by: "anna") }
    let gone = tale.history.table(of: tale.tip("develop")).mapValues { _ in String?.none }
    let back = tale.commit("develop", gone.merging(first.mapValues { $0 }) { $1 })
    tale.land("experiment/again", by: "anna")
    let found = try tale.audit("develop")
    #expect(found.commits(.directCommit) == [back])
    #expect(found.commits(.experimentEntry) == [])
  }

  @Test func deepJudgesWhatCameIntoTheIntermediateBranches() throws {
    let tale = Tale()
    tale.experiment("experiment/b")
    tale.branch("intermediate/boris")
    tale.merge("experiment/b", into: "intermediate/boris")
    tale.bring("experiment/a", into: "intermediate/anna")
    let shortcut = tale.merge("intermediate/boris", into: "intermediate/anna")
    tale.merge("intermediate/anna", into: "develop")
    #expect(try tale.audit("develop").rules.contains(.branchFlow) == false)
    #expect(try tale.audit("develop", deep: true).commits(.branchFlow) == [shortcut])
  }

  @Test func whereFreeBranchesMayBeFastForwardedNobodyIsAccusedOfIt() throws {
    let tale = Tale()
    tale.experiment("feature/a", at: "main")
    tale.set("main", to: tale.tip("feature/a"))
    tale.forget("feature/a")
    let trunk = Policy.with {
      $0.lanes = [
        Lane(name: "main", pattern: PathPattern("main")),
        Lane(name: "feature", pattern: PathPattern("**")),
      ]
      $0.promotions = ["main": Promotion(from: ["feature"], by: [.merge, .fastForward])]
    }
    let audit = try tale.audit("main", by: trunk)
    #expect(audit.judgement.findings.map(\.rule) == [.unattributedSource])
    #expect(audit.judgement.verdict == .allowed)
  }

  @Test func whatIsMissingIsAGapAtItsStepAlone() throws {
    let tale = Tale()
    tale.land("experiment/a", by: "anna")
    let direct = tale.commit("develop")
    tale.history.missing = [tale.tip("intermediate/anna")]
    let audit = try tale.audit("develop")
    #expect(audit.commits(.directCommit) == [direct])
    #expect(audit.judgement.gaps.map(\.cause.reason).contains(.shallow))
  }

  /// The parts of a chain, judged apart, say what the whole says.
  @Test func partsSayTogetherWhatTheWholeSays() throws {
    let tale = Tale()
    var dice = FakeDice(seed: 7)
    for number in 0..<12 {
      switch dice.below(4) {
      case 0: tale.commit("develop")
      case 1:
        tale.experiment("experiment/d\(number)")
        tale.merge("experiment/d\(number)", into: "develop")
      default: tale.land("experiment/e\(number)", by: "anna")
      }
    }
    let whole = try tale.audit("develop")
    for jobs in 2...5 {
      let parts = try tale.audit("develop", parts: jobs)
      #expect(parts.judgement.findings == whole.judgement.findings)
      #expect(parts.steps.map(\.step.commit?.id) == whole.steps.map(\.step.commit?.id))
    }
  }
}
