import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

@testable import Guard

/// What a worker process hands over arrives as it was.
@Suite struct AuditPartTests {
  static let policy: Policy = {
    var policy = Policy()
    policy.waivers = [
      Waiver(
        rule: .directCommit, target: .branch("develop"), reason: "hotfix", by: "anna",
        until: Day(secondsSince1970: 2_000_000_000))
    ]
    return policy
  }()

  static func part() throws -> AuditPart {
    let id = try #require(ObjectID(String(repeating: "a1", count: 20)))
    let lane = try #require(policy.match("intermediate/anna"))
    var finding = Finding(
      rule: .directCommit, severity: .error, ref: "refs/heads/develop", commit: id,
      path: TreePath(bytes: [0xff, 0x0a]),
      source: Attribution(branch: "intermediate/anna", lane: lane, head: id, kind: .message),
      message: Phrase(
        "\(lane.lane.name) takes only \(Phrase(verbatim: "a message\nof two lines"))"),
      details: [Phrase(verbatim: "one"), .empty],
      remedy: Remedy([Remedy.Step(.describe, Phrase("# look")), Remedy.Step(.deliver, "git push")]),
      waivedBy: policy.waivers[0])
    let bare = Finding(
      rule: .staleSource, severity: .warning, ref: "refs/heads/main",
      source: Attribution(branch: nil, lane: nil, head: id, kind: .none), message: .empty)
    finding.severity = .warning
    finding.line = 12
    var judgement = Judgement(
      subjects: [
        Judgement.Judged(
          ref: "refs/heads/develop", lane: "develop", before: nil, after: id, steps: 70)
      ],
      findings: [finding, bare],
      gaps: [
        Gap(
          rule: .mergeContent, ref: "refs/heads/develop",
          cause: EvidenceGap(
            question: Phrase("what"), reason: .partial, remedy: ["git fetch"].verbatim),
          blocks: true)
      ],
      notes: [Phrase("a note")])
    judgement.announcements = [Phrase("an announcement")]
    var tally = AuditTally()
    tally.byAuthor[[0xfe]] = AuditTally.Count()
    tally.byMonth[2026 * 12 + 10] = AuditTally.Count()
    tally.byRule[.directCommit] = AuditTally.Count()
    tally.evidence[.ref] = 300
    tally.leftOutMerges = 2
    tally.leftOutPaths = 1_000_000
    let step = AnnotatedStep(
      ref: "refs/heads/develop", commit: id, method: .octopus,
      sources: [
        AnnotatedStep.Source(name: "x", lane: nil, head: id, evidence: .none),
        AnnotatedStep.Source(name: nil, lane: "develop", head: id, evidence: .ref),
      ],
      time: -5, author: [0xc3], subject: [], leftOut: ["a/b"])
    return AuditPart(judgement: judgement, tally: tally, chain: [step])
  }

  @Test func itArrivesWhole() throws {
    let part = try Self.part()
    let read = try AuditPart(
      part.written(Self.policy), subjects: part.judgement.subjects, Self.policy)
    #expect(read == part)
  }

  @Test func whatIsCutOffOrLongerIsNoResult() throws {
    let part = try Self.part()
    let bytes = part.written(Self.policy)
    for count in 0..<bytes.count {
      #expect(throws: WireReader.Malformed.self) {
        try AuditPart(
          Array(bytes.prefix(count)), subjects: part.judgement.subjects, Self.policy)
      }
    }
    #expect(throws: WireReader.Malformed.self) {
      try AuditPart(bytes + [0], subjects: part.judgement.subjects, Self.policy)
    }
  }

  @Test(arguments: [(10, 3), (1, 4), (0, 2), (7, 7), (100, 1)])
  func partsCoverTheChainOnce(_ count: Int, _ jobs: Int) {
    let parts = AuditRun.parts(of: count, jobs: jobs)
    #expect(parts.flatMap(Array.init) == Array(0..<count))
    #expect(parts.allSatisfy { $0.isEmpty == false })
  }

  @Test(
    arguments: [
      ("1970-01-01", 0), ("2026-11-24", 1_795_478_400), ("2000-02-29", 951_782_400),
      ("2026-11-24T18:30", 1_795_545_000), ("2026-11-24 18:30:05Z", 1_795_545_005),
      ("1969-12-31", -86_400),
    ] as [(String, Int64)])
  func momentsAreRead(_ text: String, _ seconds: Int64) {
    #expect(Moment(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "2026-13-01", "2026-02-30", "26-01-01", "2026-11", "yesterday", "", "2026-11-24T25:00",
    "2026-11-24T", "2026-11-24Tx", "deadbeef",
  ])
  func othersAreNoMoments(_ text: String) { #expect(Moment(text) == nil) }
}
