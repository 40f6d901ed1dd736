import FlowPolicy
import Git
import GitModel
import Reporting

extension Session {
  /// What the formats must know of this repository. What can't be found out is left at its default:
  /// where a finding points to decides nothing.
  func context(
    of judgement: Judgement, _ proposal: Proposal, policy: Policy
  ) -> ReportContext {
    var context = ReportContext()
    let trees = trees(of: judgement, proposal)
    context.journal = first(of: journals(of: policy.experiments), in: trees)
    let policyFile = first(of: [".gitflow-guard.yml", ".gitflow-guard.yaml"], in: trees)
    if let policyFile { context.policyFile = policyFile }
    context.general =
      policyFile ?? first(of: Self.readmes, in: trees) ?? context.policyFile
    if let remote {
      context.repositoryURI = try? repository.remotes().first { $0.name == remote }?.urls.first
    }
    context.rulesOff = Set(RuleID.allCases.filter { policy.severity(of: $0) == .off })
    return context
  }

  private static let readmes: [TreePath] = ["README.md", "README", "README.rst", "README.txt"]

  /// The results that were judged, the proposed one first.
  private func trees(of judgement: Judgement, _ proposal: Proposal) -> [TreeID] {
    let commits = judgement.subjects.compactMap(\.after)
    return [proposal.pending?.tree].compactMap { $0 }
      + commits.compactMap { try? repository.commit($0).tree }
  }

  private func journals(of experiments: Experiments) -> [TreePath] {
    [SetupPaths.journal(experiments), experiments.directory.appending("README.md".utf8)]
  }

  private func first(of paths: [TreePath], in trees: [TreeID]) -> TreePath? {
    paths.first { path in
      trees.contains { ((try? repository.entry(at: path, in: $0)) ?? nil) != nil }
    }
  }
}
