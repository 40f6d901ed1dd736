import Foundation
import GuardTesting

/// A forge with a team's repository, and the clones that its CI makes: without a branch checked
/// out, with the refs that the provider fetches and no others.
struct Forge {
  let team: Team
  let anna: ScratchRepository
  /// Merges that the forge makes; without hooks.
  private let workshop: ScratchRepository

  init(policy: String? = nil) throws {
    team = try Team(policy: policy)
    anna = try team.member("anna", installing: false)
    workshop = try team.origin.clone(named: "workshop")
    // As the forges have it: any commit that is there can be asked for.
    for key in ["uploadpack.allowAnySHA1InWant", "uploadpack.allowFilter"] {
      try team.origin.git("config", key, "true")
    }
  }

  func id(_ revision: String) throws -> String {
    try team.origin.git("rev-parse", revision).text
  }

  /// An experiment that was brought and described as the flow wants it, on the forge.
  func brought(_ experiment: String = "experiment/resnet", by owner: String = "anna") throws {
    let person = owner == "anna" ? anna : try team.member(owner, installing: false)
    try person.experiment(experiment)
    try person.bring(experiment, into: "intermediate/\(owner)")
    try person.git("push", "-q", "origin", experiment, "intermediate/\(owner)")
  }

  /// The merge of a head into a branch that the forge keeps under a ref of its own.
  @discardableResult
  func merged(
    _ head: String, into target: String, as ref: String, subject: String = "Merge"
  ) throws -> String {
    let head = try id(head)
    try workshop.git("fetch", "-q", "origin", "+refs/*:refs/origin/*")
    try workshop.git("checkout", "-q", "--detach", try id(target))
    try workshop.git("merge", "-q", "--no-ff", "-m", subject, head)
    try workshop.git("push", "-q", "-f", "origin", "HEAD:\(ref)")
    return try workshop.id("HEAD")
  }

  /// A commit on no branch of the forge but under this ref: what a fork offers.
  func forked(_ name: String, as ref: String) throws -> String {
    try workshop.git("fetch", "-q", "origin")
    try workshop.git("checkout", "-q", "--detach", try id("develop"))
    try workshop.commit("Work of a fork", files: ["src/\(name).py": "fork = 1\n"])
    try workshop.describe(name)
    try workshop.git("push", "-q", "-f", "origin", "HEAD:\(ref)")
    return try workshop.id("HEAD")
  }

  /// A runner's clone: nothing but these refs, and HEAD detached.
  func clone(
    _ refspecs: [String], at revision: String, options: [String] = [], branch: String? = nil
  ) throws -> ScratchRepository {
    let place = team.origin.folder.path + "/job-" + UUID().uuidString
    let clone = ScratchRepository(at: place, in: team.origin.folder)
    _ = try team.origin.run("git", ["init", "-q", place])
    try clone.git("remote", "add", "origin", "file://" + team.origin.path)
    try clone.git(["fetch", "-q", "--no-tags"] + options + ["origin"] + refspecs)
    let way = branch.map { ["-B", $0] } ?? ["--detach"]
    try clone.git(["checkout", "-q"] + way + [revision])
    return clone
  }

  func verify(
    _ clone: ScratchRepository, _ variables: [String: String], _ options: String...
  ) throws -> ScratchOutcome {
    try clone.run(team.binary, ["verify"] + options, environment: variables)
  }
}
