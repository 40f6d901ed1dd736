import FlowPolicy
import GitModel
import Intake
import Wording

/// The environment's switches for client hooks: `GITFLOW_GUARD=0` and `GITFLOW_GUARD_SKIP`. Both
/// say that they were used, and neither is obeyed under CI or on a server.
struct Switches {
  /// Whether the hook is to judge nothing.
  let isOff: Bool
  /// The rules that are turned off.
  let skipped: [RuleID]
  /// What a person is told about it.
  let notes: [Phrase]

  /// The same as lines of the guard's own.
  var remarks: [Phrase] { notes.map { Phrase("gitflow-guard: \($0)") } }

  init(_ environment: Variables, onServer isServer: Bool = false) {
    let isOffAsked = environment["GITFLOW_GUARD"] == "0"
    let skip = environment["GITFLOW_GUARD_SKIP"] ?? ""
    guard isOffAsked || skip.isEmpty == false else {
      (isOff, skipped, notes) = (false, [], [])
      return
    }
    let isIgnored = isServer || CIProviders.isCI(environment)
    let place = isServer ? Phrase("on a server") : Phrase("under CI")
    let words = skip.split(separator: ",").map { $0.filter { $0 != " " } }
    var notes: [Phrase] = []
    if isIgnored {
      if isOffAsked { notes.append(Phrase("GITFLOW_GUARD=0 is not obeyed \(place)")) }
      if words.isEmpty == false {
        notes.append(Phrase("GITFLOW_GUARD_SKIP is not obeyed \(place)"))
      }
      isOff = false
      skipped = []
    } else {
      isOff = isOffAsked
      skipped = words.compactMap { RuleID(rawValue: $0) }
      if isOffAsked { notes.append(Phrase("off for this command (GITFLOW_GUARD=0)")) }
      if skipped.isEmpty == false {
        let names = Set(skipped).sorted().map(\.rawValue).joined(separator: ", ")
        notes.append(Phrase("skips \(names) (GITFLOW_GUARD_SKIP)"))
      }
      for word in words where RuleID(rawValue: word) == nil {
        notes.append(Phrase("GITFLOW_GUARD_SKIP names no rule \"\(word)\""))
      }
    }
    self.notes = notes
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
