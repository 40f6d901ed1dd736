import FlowPolicy
import GitModel
import Intake

/// The environment's switches for client hooks: `GITFLOW_GUARD=0` and `GITFLOW_GUARD_SKIP`. Both
/// say that they were used, and neither is obeyed under CI or on a server.
struct Switches {
  /// Whether the hook is to judge nothing.
  let isOff: Bool
  /// The rules that are turned off.
  let skipped: [RuleID]
  /// What a person is told about it.
  let remarks: [String]

  /// The remarks as notes of a report.
  var notes: [String] { remarks.map { String($0.dropFirst("gitflow-guard: ".count)) } }

  init(_ environment: Variables, onServer isServer: Bool = false) {
    let isOffAsked = environment["GITFLOW_GUARD"] == "0"
    let skip = environment["GITFLOW_GUARD_SKIP"] ?? ""
    guard isOffAsked || skip.isEmpty == false else {
      (isOff, skipped, remarks) = (false, [], [])
      return
    }
    let isIgnored = isServer || CIProviders.isCI(environment)
    let place = isServer ? "on a server" : "under CI"
    let words = skip.split(separator: ",").map { $0.filter { $0 != " " } }
    var remarks: [String] = []
    if isIgnored {
      if isOffAsked { remarks.append("gitflow-guard: GITFLOW_GUARD=0 is not obeyed \(place)") }
      if words.isEmpty == false {
        remarks.append("gitflow-guard: GITFLOW_GUARD_SKIP is not obeyed \(place)")
      }
      isOff = false
      skipped = []
    } else {
      isOff = isOffAsked
      skipped = words.compactMap { RuleID(rawValue: $0) }
      if isOffAsked { remarks.append("gitflow-guard: off for this command (GITFLOW_GUARD=0)") }
      if skipped.isEmpty == false {
        let names = Set(skipped).sorted().map(\.rawValue).joined(separator: ", ")
        remarks.append("gitflow-guard: skips \(names) (GITFLOW_GUARD_SKIP)")
      }
      for word in words where RuleID(rawValue: word) == nil {
        remarks.append("gitflow-guard: GITFLOW_GUARD_SKIP names no rule \"\(word)\"")
      }
    }
    self.remarks = remarks
  }

  func applied(to policies: Policies) -> Policies {
    guard skipped.isEmpty == false else { return policies }
    var result = policies
    for rule in skipped {
      result.standard.severities[rule] = .off
      for ref in result.byRef.keys { result.byRef[ref]?.severities[rule] = .off }
    }
    return result
  }
}
