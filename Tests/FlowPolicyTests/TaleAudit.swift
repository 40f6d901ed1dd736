import GitModel
import GuardTesting
import Wording

@testable import FlowPolicy

/// What an audit of a tale said.
struct TaleAudit {
  var judgement = Judgement()
  var steps: [AuditedStep] = []

  var rules: [RuleID] { judgement.rules }

  func commits(_ rule: RuleID) -> [ObjectID] { judgement.found(rule).compactMap(\.commit) }
}

extension Tale {
  /// The flow done right up to the landing on develop.
  func land(_ experiment: String, by owner: String) {
    bring(experiment, into: "intermediate/\(owner)")
    merge("intermediate/\(owner)", into: "develop")
  }

  func audit(
    _ branch: String, by policy: Policy = Policy(), since: ObjectID? = nil,
    sinceTime: Int64? = nil, deep: Bool = false, owner: String? = nil, parts: Int = 1
  ) throws -> TaleAudit {
    var proposal = Proposal(occasion: .audit, today: Tale.day, remote: "origin")
    proposal.isDeep = deep
    proposal.repositoryOwner = owner
    let audited = AuditedBranch(
      ref: .branch(BranchName(branch)), tip: tip(branch), since: since, sinceTime: sinceTime)
    let engine = Engine()
    let chain = try engine.chain(of: audited, in: proposal, by: policy, on: history)
    var result = TaleAudit()
    for part in 0..<parts {
      let range = (chain.ids.count * part / parts)..<(chain.ids.count * (part + 1) / parts)
      let judgement = engine.audit(chain, part: range, in: proposal, by: policy, on: history) {
        result.steps.append($0)
      }
      result.judgement.findings += judgement.findings
      result.judgement.gaps += judgement.gaps
    }
    return result
  }
}
