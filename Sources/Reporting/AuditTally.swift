public import FlowPolicy
import GitModel

/// What an audit counted: findings by rule, by author and by month.
public struct AuditTally: Hashable, Sendable {
  /// Findings, and the steps in which they were looked for.
  public struct Count: Hashable, Sendable {
    public var steps = 0
    public var errors = 0
    public var warnings = 0
    public var waived = 0

    public init() {}

    public var findings: Int { errors + warnings + waived }

    mutating func add(_ finding: Finding) {
      if finding.waivedBy != nil {
        waived += 1
      } else if finding.severity == .error {
        errors += 1
      } else {
        warnings += 1
      }
    }

    public mutating func add(_ other: Count) {
      steps += other.steps
      errors += other.errors
      warnings += other.warnings
      waived += other.waived
    }
  }

  public var all = Count()
  public var byRule: [RuleID: Count] = [:]
  /// By the author of the step's commit, `Name <address>`, as bytes.
  public var byAuthor: [[UInt8]: Count] = [:]
  /// By the month of the committer's date in UTC: twelve times the year, and the month from 0.
  public var byMonth: [Int: Count] = [:]
  /// How many heads came in by which evidence.
  public var evidence: [EvidenceKind: Int] = [:]
  /// Merges in which `merge-content` could not judge some paths, and how many.
  public var leftOutMerges = 0
  public var leftOutPaths = 0

  public init() {}

  public mutating func add(_ audited: AuditedStep) {
    guard let commit = audited.step.commit else { return }
    var count = Count()
    count.steps = 1
    for finding in audited.findings {
      count.add(finding)
      byRule[finding.rule, default: Count()].add(finding)
    }
    all.add(count)
    byAuthor[Self.author(commit), default: Count()].add(count)
    byMonth[Self.month(commit), default: Count()].add(count)
    for incoming in audited.step.incoming {
      switch incoming.standing {
      case .arrives(let source), .sameBranch(let source):
        evidence[source.kind, default: 0] += 1
      case .unattributed: evidence[.none, default: 0] += 1
      case .alreadyThere: break
      }
    }
    if audited.leftOut.isEmpty == false {
      leftOutMerges += 1
      leftOutPaths += audited.leftOut.count
    }
  }

  public mutating func add(_ other: AuditTally) {
    all.add(other.all)
    byRule.merge(other.byRule) { $0.adding($1) }
    byAuthor.merge(other.byAuthor) { $0.adding($1) }
    byMonth.merge(other.byMonth) { $0.adding($1) }
    evidence.merge(other.evidence) { $0 + $1 }
    leftOutMerges += other.leftOutMerges
    leftOutPaths += other.leftOutPaths
  }

  private static func author(_ commit: Commit) -> [UInt8] {
    commit.author.name + Array(" <".utf8) + commit.author.email + [UInt8(ascii: ">")]
  }

  private static func month(_ commit: Commit) -> Int {
    let day = Day(secondsSince1970: commit.time)
    return day.year * 12 + day.month - 1
  }

  /// The rules with their counts, most findings first.
  public var rules: [(rule: RuleID, count: Count)] {
    byRule.map { ($0.key, $0.value) }.sorted {
      $0.1.findings != $1.1.findings ? $0.1.findings > $1.1.findings : $0.0 < $1.0
    }
  }

  /// The authors of steps with findings, most findings first.
  public var authors: [(author: [UInt8], count: Count)] {
    byAuthor.map { ($0.key, $0.value) }.filter { $0.1.findings > 0 }.sorted {
      $0.1.findings != $1.1.findings
        ? $0.1.findings > $1.1.findings : $0.0.lexicographicallyPrecedes($1.0)
    }
  }

  /// The months with steps, oldest first, as `2026-11`.
  public var months: [(month: String, count: Count)] {
    byMonth.sorted { $0.key < $1.key }.map { key, count in
      let month = key % 12 + 1
      return ("\(key / 12)-\(month < 10 ? "0" : "")\(month)", count)
    }
  }
}

extension AuditTally.Count {
  fileprivate func adding(_ other: AuditTally.Count) -> AuditTally.Count {
    var sum = self
    sum.add(other)
    return sum
  }
}
