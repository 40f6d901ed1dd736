import FlowPolicy
import GitModel
import Reporting

extension WireWriter {
  mutating func put(_ finding: Finding, _ policy: Policy) {
    put(finding.rule.rawValue)
    put(finding.severity.rawValue)
    put(finding.ref.bytes)
    put(finding.commit) { $0.put($1) }
    put(finding.path) { $0.put($1.bytes) }
    put(finding.source) { $0.put($1) }
    put(finding.message)
    put(finding.details) { $0.put($1) }
    put(finding.remedy.steps) { wire, step in
      wire.put(step.phase.rawValue)
      wire.put(step.line)
    }
    put(finding.waivedBy.flatMap(policy.waivers.firstIndex)) { $0.put($1) }
    put(finding.line) { $0.put($1) }
  }

  mutating func put(_ source: Attribution) {
    put(source.branch) { $0.put($1.bytes) }
    put(source.lane) { wire, match in
      wire.put(match.lane.name)
      wire.put(match.owner) { $0.put($1) }
    }
    put(source.head)
    put(source.kind.rawValue)
  }

  mutating func put(_ gap: Gap) {
    put(gap.rule.rawValue)
    put(gap.ref.bytes)
    put(gap.cause.question)
    put(gap.cause.reason.rawValue)
    put(gap.cause.remedy) { $0.put($1) }
    put(gap.blocks ? 1 : 0)
  }

  mutating func put(_ step: AnnotatedStep) {
    put(step.ref.bytes)
    put(step.commit)
    put(step.method.rawValue)
    put(step.sources) { wire, source in
      wire.put(source.name) { $0.put($1) }
      wire.put(source.lane) { $0.put($1) }
      wire.put(source.head)
      wire.put(source.evidence.rawValue)
    }
    put(Int(step.time))
    put(step.author)
    put(step.subject)
    put(step.leftOut) { $0.put($1.bytes) }
  }

  mutating func put(_ tally: AuditTally) {
    put(tally.all)
    put(Array(tally.byRule)) { wire, entry in
      wire.put(entry.key.rawValue)
      wire.put(entry.value)
    }
    put(Array(tally.byAuthor)) { wire, entry in
      wire.put(entry.key)
      wire.put(entry.value)
    }
    put(Array(tally.byMonth)) { wire, entry in
      wire.put(entry.key)
      wire.put(entry.value)
    }
    put(Array(tally.evidence)) { wire, entry in
      wire.put(entry.key.rawValue)
      wire.put(entry.value)
    }
    put(tally.leftOutMerges)
    put(tally.leftOutPaths)
  }

  private mutating func put(_ count: AuditTally.Count) {
    for number in [count.steps, count.errors, count.warnings, count.waived] { put(number) }
  }
}

extension WireReader {
  mutating func finding(_ policy: Policy) throws(Malformed) -> Finding {
    var finding = Finding(
      rule: try named(RuleID.self), severity: try named(Severity.self),
      ref: RefName(bytes: try bytes()),
      commit: try optional { wire throws(Malformed) in try wire.id() },
      path: try optional { wire throws(Malformed) in TreePath(bytes: try wire.bytes()) },
      source: try optional { wire throws(Malformed) in try wire.attribution(policy) },
      message: try phrase(), details: try array { wire throws(Malformed) in try wire.phrase() },
      remedy: Remedy(
        try array { wire throws(Malformed) in
          guard let phase = Remedy.Phase(rawValue: try wire.number()) else { throw Malformed() }
          return Remedy.Step(phase, try wire.phrase())
        }))
    if let place = try optional({ wire throws(Malformed) in try wire.number() }) {
      guard policy.waivers.indices.contains(place) else { throw Malformed() }
      finding.waivedBy = policy.waivers[place]
    }
    finding.line = try optional { wire throws(Malformed) in try wire.number() }
    return finding
  }

  private mutating func attribution(_ policy: Policy) throws(Malformed) -> Attribution {
    let branch = try optional { wire throws(Malformed) in BranchName(bytes: try wire.bytes()) }
    let lane = try optional { wire throws(Malformed) in
      guard let lane = policy.lane(named: try wire.text()) else { throw Malformed() }
      return LaneMatch(
        lane: lane, owner: try wire.optional { wire throws(Malformed) in try wire.text() })
    }
    return Attribution(
      branch: branch, lane: lane, head: try id(), kind: try named(EvidenceKind.self))
  }

  mutating func gap() throws(Malformed) -> Gap {
    let rule = try named(RuleID.self)
    let ref = RefName(bytes: try bytes())
    let cause = EvidenceGap(
      question: try phrase(), reason: try named(EvidenceGap.Reason.self),
      remedy: try array { wire throws(Malformed) in try wire.phrase() })
    return Gap(rule: rule, ref: ref, cause: cause, blocks: try number() == 1)
  }

  mutating func step() throws(Malformed) -> AnnotatedStep {
    AnnotatedStep(
      ref: RefName(bytes: try bytes()), commit: try id(),
      method: try named(AnnotatedStep.Method.self),
      sources: try array { wire throws(Malformed) in
        AnnotatedStep.Source(
          name: try wire.optional { wire throws(Malformed) in try wire.text() },
          lane: try wire.optional { wire throws(Malformed) in try wire.text() },
          head: try wire.id(), evidence: try wire.named(EvidenceKind.self))
      },
      time: Int64(try number()), author: try bytes(), subject: try bytes(),
      leftOut: try array { wire throws(Malformed) in TreePath(bytes: try wire.bytes()) })
  }

  mutating func tally() throws(Malformed) -> AuditTally {
    var tally = AuditTally()
    tally.all = try count()
    for _ in 0..<(try number()) { tally.byRule[try named(RuleID.self)] = try count() }
    for _ in 0..<(try number()) { tally.byAuthor[try bytes()] = try count() }
    for _ in 0..<(try number()) { tally.byMonth[try number()] = try count() }
    for _ in 0..<(try number()) { tally.evidence[try named(EvidenceKind.self)] = try number() }
    tally.leftOutMerges = try number()
    tally.leftOutPaths = try number()
    return tally
  }

  private mutating func count() throws(Malformed) -> AuditTally.Count {
    var count = AuditTally.Count()
    count.steps = try number()
    count.errors = try number()
    count.warnings = try number()
    count.waived = try number()
    return count
  }
}
