import FlowPolicy
import GitModel
import Reporting

/// What came out of one part of an audit. It can be handed over by a worker process.
struct AuditPart: Hashable {
  var judgement: Judgement
  var tally: AuditTally
  var chain: [AnnotatedStep]
  /// Whether the commit-graph was found to lie meanwhile: then all of it is worth nothing.
  var restsOnFalseGraph = false
}

extension AuditPart {
  /// The part as bytes. Lanes and waivers go by their names and places in the policy.
  func written(_ policy: Policy) -> [UInt8] {
    var wire = WireWriter()
    wire.put(judgement.subjects.map(\.steps)) { $0.put($1) }
    wire.put(judgement.findings) { $0.put($1, policy) }
    wire.put(judgement.gaps) { $0.put($1) }
    wire.put(judgement.announcements) { $0.put($1) }
    wire.put(judgement.notes) { $0.put($1) }
    wire.put(tally)
    wire.put(chain) { $0.put($1) }
    wire.put(restsOnFalseGraph ? 1 : 0)
    return wire.bytes
  }

  /// - Parameter subjects: those of the whole, whose counts of steps are in the bytes.
  init(
    _ bytes: [UInt8], subjects: [Judgement.Judged], _ policy: Policy
  ) throws(WireReader.Malformed) {
    var wire = WireReader(bytes)
    let steps = try wire.array { wire throws(WireReader.Malformed) in try wire.number() }
    guard steps.count == subjects.count else { throw WireReader.Malformed() }
    var judgement = Judgement()
    judgement.subjects = zip(subjects, steps).map { subject, steps in
      var subject = subject
      subject.steps = steps
      return subject
    }
    judgement.findings = try wire.array { wire throws(WireReader.Malformed) in
      try wire.finding(policy)
    }
    judgement.gaps = try wire.array { wire throws(WireReader.Malformed) in try wire.gap() }
    judgement.announcements = try wire.array { wire throws(WireReader.Malformed) in
      try wire.phrase()
    }
    judgement.notes = try wire.array { wire throws(WireReader.Malformed) in try wire.phrase() }
    self.judgement = judgement
    tally = try wire.tally()
    chain = try wire.array { wire throws(WireReader.Malformed) in try wire.step() }
    restsOnFalseGraph = try wire.number() == 1
    guard wire.isAtEnd else { throw WireReader.Malformed() }
  }

  /// Puts the next part of the same branch, of older steps, behind this one.
  mutating func append(older other: AuditPart) {
    for (place, subject) in other.judgement.subjects.enumerated() {
      judgement.subjects[place].steps += subject.steps
    }
    appendFindings(other)
  }

  /// Puts another branch's whole audit behind this one.
  mutating func append(branch other: AuditPart) {
    judgement.subjects += other.judgement.subjects
    appendFindings(other)
  }

  private mutating func appendFindings(_ other: AuditPart) {
    judgement.findings += other.judgement.findings
    judgement.gaps += other.judgement.gaps
    for text in other.judgement.announcements where judgement.announcements.contains(text) == false
    {
      judgement.announcements.append(text)
    }
    for note in other.judgement.notes where judgement.notes.contains(note) == false {
      judgement.notes.append(note)
    }
    tally.add(other.tally)
    chain += other.chain
    restsOnFalseGraph = restsOnFalseGraph || other.restsOnFalseGraph
  }
}
