import FlowPolicy
import GitModel
import Wording

/// The findings of one rule on one ref: one line of a text, however many they are.
struct RuleGroup {
  let rule: RuleID
  let ref: RefName
  /// Never empty.
  var findings: [Finding]

  /// The groups in the order in which their first findings come.
  static func groups(of findings: [Finding]) -> [RuleGroup] {
    struct Key: Hashable {
      let rule: RuleID
      let ref: RefName
    }
    var places: [Key: Int] = [:]
    var groups: [RuleGroup] = []
    for finding in findings {
      let key = Key(rule: finding.rule, ref: finding.ref)
      if let place = places[key] {
        groups[place].findings.append(finding)
      } else {
        places[key] = groups.count
        groups.append(RuleGroup(rule: finding.rule, ref: finding.ref, findings: [finding]))
      }
    }
    return groups
  }

  /// What the rule says; where it says it several times, how often, and the first.
  var message: Phrase {
    let first = findings[0].message
    guard findings.count > 1 else { return first }
    let same = findings.allSatisfy { $0.message == first }
    let count = findings.count
    return same
      ? Phrase(counting: count, one: "\(count) time: \(first)", other: "\(count) times: \(first)")
      : Phrase(
        counting: count, one: "\(count) breach, the first: \(first)",
        other: "\(count) breaches, the first: \(first)")
  }
}

/// Why one ref was refused: its errors by rule, and what mends them all together.
struct Cause {
  let ref: RefName
  /// Never empty; the weightiest comes first and gives the headline.
  let groups: [RuleGroup]
  let remedy: Remedy

  static func causes(of errors: [Finding]) -> [Cause] {
    var order: [RefName] = []
    var groups: [RefName: [RuleGroup]] = [:]
    for group in RuleGroup.groups(of: errors) {
      if groups[group.ref] == nil { order.append(group.ref) }
      groups[group.ref, default: []].append(group)
    }
    return order.map { ref in
      let sorted = groups[ref, default: []].sorted { weight($0.rule) < weight($1.rule) }
      return Cause(ref: ref, groups: sorted, remedy: merged(sorted.flatMap(\.findings)))
    }
  }

  /// What happens to a ref as a whole comes before what its steps did; else the catalogue's order.
  private static func weight(_ rule: RuleID) -> Int {
    let whole: [RuleID] = [.branchDeletion, .historyRewrite, .branchCreation, .foxtrotMerge]
    if let place = whole.firstIndex(of: rule) { return place }
    return whole.count + (RuleID.allCases.firstIndex(of: rule) ?? 0)
  }

  private static func merged(_ findings: [Finding]) -> Remedy {
    var seen: Set<Remedy> = []
    return findings.map(\.remedy).filter { seen.insert($0).inserted }
      .reduce(Remedy()) { $0.merged(with: $1) }
  }
}
