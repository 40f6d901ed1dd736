import Foundation
import GuardTesting
import Testing

/// `gitflow-guard status` in the states that a person comes through.
@Suite struct StatusTests {
  private struct Told {
    var place = ""
    var remarks: [String] = []
    var states: [String] = []
    var words: [String] = []
    var next: [String] = []
  }

  private func status(_ team: Team, _ clone: ScratchRepository) throws -> Told {
    let outcome = try team.run("status", "--format", "json", in: clone)
    #expect(outcome.status == 0, "\(outcome)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
    let data = try #require(object["data"] as? [String: Any])
    let steps = data["steps"] as? [[String: Any]] ?? []
    return Told(
      place: data["place"] as? String ?? "", remarks: data["remarks"] as? [String] ?? [],
      states: steps.compactMap { $0["state"] as? String },
      words: steps.compactMap { $0["words"] as? String }, next: data["next"] as? [String] ?? [])
  }

  @Test func theWholeWay() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.git("config", "gitflow-guard.owner", "anna")
    // On develop there is nothing to do by hand.
    try anna.git("switch", "-q", "develop")
    #expect(try status(team, anna).place.contains("is protected"))

    try anna.git("switch", "-q", "-c", "experiment/resnet")
    var told = try status(team, anna)
    #expect(told.states[0] == "missing")
    #expect(told.next == ["# work and commit here; the rest follows"])

    try anna.experiment("experiment/a")
    try anna.git("switch", "-q", "experiment/a")
    told = try status(team, anna)
    #expect(told.states.prefix(4) == ["done", "missing", "missing", "missing"])
    #expect(told.next.first == "git switch --no-track -c intermediate/anna origin/develop")
    #expect(told.next.contains("git merge --no-ff experiment/a"))

    try anna.git("switch", "-q", "--no-track", "-c", "intermediate/anna", "origin/develop")
    told = try status(team, anna)
    #expect(told.states.prefix(4) == ["missing", "done", "missing", "missing"])

    try anna.git("merge", "-q", "--no-ff", "experiment/a")
    told = try status(team, anna)
    #expect(told.states.prefix(4) == ["done", "done", "done", "missing"])
    #expect(told.next.first == "gitflow-guard experiments new --edit")

    try anna.write(
      "experiments/journal.md",
      "# Experiments\n\n## experiment/a\n\n**Result:** it learns faster now.\n")
    try anna.git("add", "-A")
    try anna.git("commit", "-q", "-m", "Describe")
    told = try status(team, anna)
    #expect(told.states.prefix(4) == ["done", "done", "done", "done"])
    #expect(
      told.next == [
        "git push -u origin intermediate/anna   # then open the merge request into develop"
      ])

    try anna.git("push", "-q", "-u", "origin", "intermediate/anna")
    told = try status(team, anna)
    #expect(told.words[4] == "pushed: open the merge request into develop")
    #expect(told.next == [])

    try anna.land("intermediate/anna")
    try anna.git("switch", "-q", "intermediate/anna")
    told = try status(team, anna)
    #expect(told.place.contains("on develop already"))
    #expect(told.states[4] == "done")
    #expect(told.states[5] == "waiting")
  }

  @Test func whatStandsBehindOrWentOn() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.git("config", "gitflow-guard.owner", "anna")
    try anna.experiment("experiment/a")
    try anna.bring("experiment/a", into: "intermediate/anna")
    // The experiment goes on after it was brought.
    try anna.git("switch", "-q", "experiment/a")
    try anna.git("commit", "-q", "--allow-empty", "-m", "More")
    try anna.git("switch", "-q", "intermediate/anna")
    let told = try status(team, anna)
    #expect(told.states[2] == "missing")
    #expect(told.next.contains("git merge --no-ff experiment/a"))
    // Somebody else's branch.
    try anna.git("config", "gitflow-guard.owner", "boris")
    #expect(try status(team, anna).remarks.contains { $0.contains("anna's branch") })
  }

  @Test func oddStatesAreSaid() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.git("switch", "-q", "--detach")
    #expect(try status(team, anna).place.hasPrefix("HEAD is detached"))
    try anna.git("switch", "-q", "--orphan", "alone")
    #expect(try status(team, anna).place == "alone has no commit yet")
    try anna.git("switch", "-q", "-f", "develop")
    try anna.git("switch", "-q", "-c", "one")
    try anna.write("a.txt", "one\n")
    try anna.git("add", "-A")
    try anna.git("commit", "-q", "-m", "One")
    try anna.git("switch", "-q", "-c", "two", "develop")
    try anna.write("a.txt", "two\n")
    try anna.git("add", "-A")
    try anna.git("commit", "-q", "-m", "Two")
    try anna.git("merge", "-q", "one", expecting: nil)
    #expect(try status(team, anna).remarks.contains { $0.hasPrefix("a merge is under way") })
    try anna.git("merge", "--abort")
    try anna.git("push", "-q", "origin", "two")
    try anna.git("reset", "-q", "--hard", "HEAD~1")
    #expect(try status(team, anna).remarks.contains { $0.contains("is ahead of two here") })
    try anna.git("commit", "-q", "--allow-empty", "-m", "Other")
    #expect(try status(team, anna).remarks.contains { $0.contains("have parted") })
  }

  /// Text for people goes to standard output; nothing is written to the repository.
  @Test func itReadsWellInATerminal() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/a")
    try anna.git("switch", "-q", "experiment/a")
    let outcome = try team.run("status", in: anna)
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("experiment/a is an experiment"))
    #expect(outcome.stdout.contains("1. experiment/a: "))
    #expect(outcome.stdout.contains("next:"))
  }
}
