import Foundation
import GuardTesting
import Testing

/// Surroundings that don't say what is to be judged end with 3 and with what was looked for.
@Suite struct UnclearSurroundingsTests {
  private func ready() throws -> (Forge, ActionsJob, ScratchRepository) {
    let forge = try Forge()
    try forge.brought()
    let job = try forge.pullRequest("intermediate/anna", into: "develop")
    return (forge, job, try forge.checkout(pull: "refs/pull/1/merge"))
  }

  private func unclear(_ outcome: ScratchOutcome, naming words: String...) {
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.stderr.contains("can't tell what is to be judged"), "\(outcome)")
    for word in words { #expect(outcome.stderr.contains(word), "\(word): \(outcome)") }
  }

  @Test func variablesThatContradictTheEvent() throws {
    let (forge, job, clone) = try ready()
    for (name, value) in [
      ("GITHUB_BASE_REF", "main"), ("GITHUB_HEAD_REF", "intermediate/boris"),
      ("GITHUB_REPOSITORY", "mallory/model"),
    ] {
      var other = job
      other.variables[name] = value
      unclear(try forge.verify(clone, other), naming: name, value)
    }
    #expect(try forge.verify(clone, job).status == 0)
  }

  @Test func anEventThatSaysNothing() throws {
    let (forge, job, clone) = try ready()
    for name in ["pull_request", "number"] {
      var other = job
      other.event[name] = nil
      let outcome = try forge.verify(clone, other)
      if name == "number" { #expect(outcome.status == 0) } else { unclear(outcome, naming: name) }
    }
    var request = try #require(job.event["pull_request"] as? [String: Any])
    for path in ["head", "base"] {
      for field in ["ref", "sha", "repo"] {
        var changed = request
        var end = try #require(changed[path] as? [String: Any])
        end[field] = nil
        changed[path] = end
        var other = job
        other.event["pull_request"] = changed
        let outcome = try forge.verify(clone, other)
        switch (path, field) {
        // The target's commit is not asked for, and a source without a repository is a fork.
        case ("base", "sha"): #expect(outcome.status == 0, "\(outcome)")
        case ("head", "repo"): #expect(outcome.status == 1, "\(outcome)")
        default: unclear(outcome, naming: "pull_request.\(path).\(field)")
        }
      }
    }
    request["merged"] = true
    var merged = job
    merged.event["pull_request"] = request
    unclear(try forge.verify(clone, merged), naming: "merged already", "on: { push:")
  }

  @Test(arguments: ["", "{", "[]", "{\"a\":1}x", "null", "{\"pull_request\":{\"base\":7}}"])
  func anEventFileThatIsNone(text: String) throws {
    let (forge, job, clone) = try ready()
    var variables = try job.variables(beside: clone)
    let path = clone.folder.path + "/broken.json"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    variables["GITHUB_EVENT_PATH"] = path
    unclear(try forge.verify(clone, variables), naming: "GITHUB_EVENT_PATH")
    variables["GITHUB_EVENT_PATH"] = path + ".none"
    unclear(try forge.verify(clone, variables), naming: "GITHUB_EVENT_PATH")
    variables["GITHUB_EVENT_PATH"] = nil
    unclear(try forge.verify(clone, variables), naming: "GITHUB_EVENT_PATH")
  }

  @Test func eventsThatMoveNothing() throws {
    let (forge, job, clone) = try ready()
    for name in ["schedule", "workflow_dispatch", "issue_comment", "release"] {
      var other = job
      other.variables["GITHUB_EVENT_NAME"] = name
      unclear(try forge.verify(clone, other), naming: name, "gitflow-guard audit")
    }
  }

  @Test func twoProvidersAtOnce() throws {
    let (forge, job, clone) = try ready()
    var other = job
    other.variables["GITLAB_CI"] = "true"
    unclear(try forge.verify(clone, other), naming: "GITLAB_CI", "GITHUB_ACTIONS")
  }

  @Test func noProviderThatIsKnown() throws {
    let (forge, _, clone) = try ready()
    unclear(
      try forge.verify(clone, ["CI": "true"]), naming: "GITLAB_CI", "GITHUB_ACTIONS",
      "GITEA_ACTIONS", "FORGEJO_ACTIONS", "--source BRANCH --head COMMIT --target BRANCH")
    for (name, command) in [
      ("JENKINS_URL", "--target \"$CHANGE_TARGET\""), ("TF_BUILD", "SYSTEM_PULLREQUEST"),
      ("BITBUCKET_BUILD_NUMBER", "BITBUCKET_PR_DESTINATION_BRANCH"),
    ] {
      let others = ["JENKINS_URL", "TF_BUILD"].contains(name) ? [:] : ["CI": "true"]
      unclear(
        try forge.verify(clone, others.merging([name: "x"]) { $1 }), naming: name, command)
    }
    // Told what to judge, no variable is asked.
    let told = try forge.verify(
      clone, ["CI": "true"], "--source", "intermediate/anna", "--target", "develop")
    #expect(told.status == 0, "\(told)")
    let none = try forge.verify(clone, ["CI": "false"])
    #expect(none.status == 3, "\(none)")
    #expect(none.stderr.contains("HEAD is detached"), "\(none)")
  }

  /// The switches of the client hooks loosen nothing here, and that is said.
  @Test func theSwitchesAreNotObeyed() throws {
    let (forge, _, _) = try ready()
    var job = try forge.pullRequest("experiment/resnet", into: "develop")
    job.variables["GITFLOW_GUARD"] = "0"
    job.variables["GITFLOW_GUARD_SKIP"] = "branch-flow"
    let outcome = try forge.verify(try forge.checkout(pull: "refs/pull/1/merge"), job)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("GITFLOW_GUARD=0 is not obeyed under CI"), "\(outcome)")
    #expect(outcome.stderr.contains("GITFLOW_GUARD_SKIP is not obeyed under CI"), "\(outcome)")
  }
}
