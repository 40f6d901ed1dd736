import FlowPolicy
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Intake

/// How a CI job is recognised, and which refs are nobody's branches.
@Suite struct CIProvidersTests {
  @Test(arguments: [
    ("CI", "true", true), ("CI", "1", true), ("CI", "woodpecker", true), ("CI", "false", false),
    ("CI", "", false), ("CI", "0", false), ("GITHUB_ACTIONS", "true", true),
    ("GITLAB_CI", "true", true), ("TF_BUILD", "True", true), ("JENKINS_URL", "https://ci/", true),
    ("JENKINS_URL", "", false), ("HOME", "true", false),
  ])
  func whatIsACIJob(name: String, value: String, isCI: Bool) {
    #expect(CIProviders.isCI(Variables([name: value])) == isCI)
  }

  @Test func everyProviderIsFoundByEachOfItsMarks() throws {
    for provider in CIProviders.all {
      for mark in provider.marks {
        let found = try CIProviders.provider(of: Variables([mark: "true"]))
        #expect(found?.name == provider.name, "\(mark)")
        // What is set to nothing is as good as not set.
        #expect(try CIProviders.provider(of: Variables([mark: ""])) == nil)
      }
      #expect(provider.wholeHistory.isEmpty == false && provider.wholeObjects.isEmpty == false)
    }
    #expect(try CIProviders.provider(of: ["HOME": "/root"]) == nil)
    let gitea = try CIProviders.provider(
      of: ["GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true", "FORGEJO_ACTIONS": "true"])
    #expect(gitea?.name == GiteaActions().name)
    #expect(throws: CIUnclear.self) {
      try CIProviders.provider(of: ["GITLAB_CI": "true", "GITEA_ACTIONS": "true"])
    }
  }

  @Test(arguments: [
    ("refs/remotes/pull/12/merge", "12/merge", true), ("refs/remotes/pull/1/head", "1/head", true),
    ("refs/remotes/pull/x/merge", "x/merge", false), ("refs/remotes/pull//merge", "/merge", false),
    ("refs/remotes/pull/1/merge/2", "1/merge/2", false), ("refs/remotes/pull/1", "1", false),
    ("refs/remotes/pull/1/heads", "1/heads", false),
    ("refs/heads/pull/1/merge", "pull/1/merge", false),
    (
      "refs/remotes/origin/gh-readonly-queue/develop/pr-1-a", "gh-readonly-queue/develop/pr-1-a",
      true
    ),
    ("refs/heads/gh-readonly-queue/develop/pr-1-a", "gh-readonly-queue/develop/pr-1-a", true),
    ("refs/heads/develop", "develop", false),
  ])
  func refsThatAForgeMakes(ref: String, name: String, isMade: Bool) throws {
    let branch = Branch(
      ref: RefName(ref), name: BranchName(name), remote: "pull",
      tip: try #require(ObjectID(String(repeating: "a", count: 40))))
    #expect(CIRefs.isMadeByForge(branch) == isMade)
  }
}
