import FlowPolicy
import Foundation
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Guard

/// The filters of the CI files choose the branches that the policy's lanes choose.
@Suite struct BranchFilterTests {
  private static let names = [
    "main", "develop", "intermediate/anna", "intermediate/anna/x", "intermediate/", "mainx",
    "xmain",
    "release/1.0", "release/a/1.0", "release/1x0", "experiment/x", "a/intermediate/b", "v/x/y/end",
    "v/end", "vend", "main\n", "hot-fix_1/anna", "hotfix",
  ]

  private static let patterns: [[String]] = [
    ["main", "develop", "intermediate/{owner}"], ["release/*", "main"], ["release/1.0"],
    ["v/**/end"], ["**/x"], ["release/**"], ["hot-fix_1/{owner}"], ["**"], ["*"],
  ]

  private func policy(_ patterns: [String]) -> Policy {
    var policy = Policy()
    policy.lanes = patterns.enumerated().map { number, pattern in
      Lane(name: "lane\(number)", pattern: PathPattern(pattern))
    }
    policy.promotions = [:]
    for lane in policy.lanes { policy.promotions[lane.name] = Promotion(from: [], by: [.merge]) }
    return policy
  }

  @Test(arguments: patterns) func theExpressionChoosesTheLanesBranches(_ patterns: [String]) throws
  {
    let policy = policy(patterns)
    let source = BranchFilter(policy).expression.replacing("\\/", with: "/")
    let expression = try NSRegularExpression(pattern: source)
    for name in Self.names where name.contains("\n") == false {
      let range = NSRange(name.startIndex..., in: name)
      let isChosen = expression.firstMatch(in: name, range: range) != nil
      // A lane's owner is never empty.
      #expect(isChosen == (policy.match(BranchName(name)) != nil), "\(name) by \(source)")
    }
  }

  @Test func whatYAMLTakesForSomethingElseIsQuoted() {
    #expect(
      BranchFilter(Policy()).globs == ["main", "develop", "\"intermediate/*\""])
    #expect(BranchFilter(policy(["true", "x y", "main"])).globs == ["\"**\""])
    #expect(BranchFilter(policy(["a+b"])).expression == ".")
    #expect(BranchFilter(policy([])).globs == ["\"**\""])
  }
}
