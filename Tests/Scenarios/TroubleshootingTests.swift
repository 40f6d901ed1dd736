import Foundation
import GuardTesting
import Testing

/// docs/troubleshooting.md: its headings are messages that the guard has, and what stands below
/// them leads out of the trouble.
@Suite struct TroubleshootingTests {
  private static func page() throws -> DocumentPage {
    try DocumentPage("docs/troubleshooting.md")
  }

  /// The fixed parts of a message whose names are written as `…`.
  private static func parts(_ message: some StringProtocol) -> [String] {
    message.split(separator: "…").map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
    }
  }

  /// Messages that git and libgit2 word.
  private static let others = [
    "use 'git commit' to complete the merge", "could not find repository from",
  ]

  @Test func everyHeadingIsAMessage() throws {
    let page = try Self.page()
    let headings = page.text.matches(of: /\n### `(.*)`\n/).map { String($0.1) }
    let besides = page.text.matches(of: /\nAlso ((?:.|\n)*?)\.\s/).flatMap { found in
      String(found.1).matches(of: /`([^`]+)`/).map { String($0.1) }
    }
    #expect(headings.count > 20 && besides.count > 3)
    var sources = ""
    let folder = DocumentPage.root.appending(path: "Sources")
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    where file.pathExtension == "swift" {
      sources += try String(contentsOf: file, encoding: .utf8)
    }
    for message in headings + besides where Self.others.contains(message) == false {
      for part in Self.parts(message) where part.count > 3 {
        let isSaid = sources.contains(part)
        #expect(isSaid, "nobody says \"\(part)\"")
      }
    }
  }

  /// Gets into a trouble, reads what is said, does as the page says, and tries again.
  ///
  /// - Parameters:
  ///   - line: what is typed, for sh; it fails before and goes through afterwards.
  ///   - then: what is tried instead once the trouble is over.
  private func trouble(
    _ message: String, in clone: ScratchRepository, typing line: String, then: String? = nil,
    environment: [String: String] = [:], location: SourceLocation = #_sourceLocation
  ) throws {
    let shell = try PersonsShell.variables(environment)
    let before = try clone.run("sh", ["-c", line], environment: shell)
    #expect(before.status != 0, "\(before)", sourceLocation: location)
    for part in Self.parts(message) {
      #expect(before.description.contains(part), "\(before)", sourceLocation: location)
    }
    let blocks = try Self.page().blocks(below: "`\(message)`")
    #expect(blocks.isEmpty == false, "\(message) has no commands", sourceLocation: location)
    for command in blocks.joined(separator: "\n").split(separator: "\n") {
      let done = try clone.run("sh", ["-c", String(command)], environment: shell)
      #expect(done.status == 0, "\(command): \(done)", sourceLocation: location)
    }
    let after = try clone.run("sh", ["-c", then ?? line], environment: shell)
    #expect(after.status == 0, "\(after)", sourceLocation: location)
  }

  /// A team whose anna has an experiment on her branch, described or not, and pushed.
  private func brought(describing: Bool = true) throws -> (team: Team, anna: ScratchRepository) {
    let stage = try Stage()
    try stage.brought(describing: describing)
    try stage.git("push", "-q", "origin", "intermediate/anna")
    return (stage.team, stage.anna)
  }

  private let request = "gitflow-guard verify --source intermediate/anna --target develop"

  @Test func hooksThatAreNotThere() throws {
    let team = try Team()
    try trouble(
      "is not installed", in: team.member("anna", installing: false), typing: "gitflow-guard doctor"
    )
    let anna = try team.member("anna", folder: "other", installing: false)
    let settings = anna.folder.path + "/home/.gitconfig"
    try anna.write("../home/.gitconfig", "[core]\n\thooksPath = \(anna.folder.path)/shared\n")
    try trouble(
      "others as well and is not taken over", in: anna, typing: "gitflow-guard install",
      then: "gitflow-guard doctor", environment: ["GIT_CONFIG_GLOBAL": settings])
  }

  @Test func nothingIsProtected() throws {
    let team = try Team()
    let fresh = ScratchRepository(at: team.origin.folder.path + "/fresh", in: team.origin.folder)
    try team.origin.git("init", "-q", "-b", "work", fresh.path)
    try fresh.git("remote", "add", "origin", team.origin.path)
    #expect(try team.run("install", in: fresh).status == 0)
    try trouble("none is here: the policy protects …", in: fresh, typing: "gitflow-guard doctor")
  }

  @Test func aSplitIndex() throws {
    let (_, anna) = try brought()
    try anna.git("checkout", "-q", "intermediate/anna")
    try anna.git("update-index", "--split-index")
    try anna.write("experiments/more.md", "# More\n\nIt works.\n")
    try anna.git("add", "experiments")
    try trouble(
      "the index is in a form that can't be read here (…)", in: anna, typing: "git commit -m More")
  }

  @Test func whatIsNotHere() throws {
    let (team, _) = try brought()
    let short = try team.origin.clone(
      named: "short", options: ["--depth", "1", "--no-single-branch"])
    try trouble(
      "the history was cut off here (a shallow clone)", in: short, typing: request)
    try team.origin.git("config", "uploadpack.allowFilter", "true")
    let empty = try team.origin.clone(
      named: "empty", options: ["--filter=blob:none", "--no-checkout"])
    try trouble("a promised object is not here (a partial clone)", in: empty, typing: request)
    let single = try team.origin.clone(named: "single", options: ["--single-branch"])
    try trouble(
      "there is no branch \"…\" here, neither local nor remote-tracking", in: single,
      typing: request)
  }

  @Test func aRefusedMergeIsEnded() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "develop")
    try trouble(
      "use 'git commit' to complete the merge", in: anna,
      typing: "git merge --no-ff --no-edit experiment/resnet",
      then: "test -z \"$(git status --porcelain)\" && git switch experiment/resnet")
  }

  @Test func developMovedOn() throws {
    let (team, anna) = try brought()
    let bert = try team.member("bert")
    try bert.experiment("experiment/augment")
    try bert.git("checkout", "-q", "--no-track", "-b", "intermediate/bert", "origin/develop")
    try bert.git("merge", "-q", "--no-ff", "--no-edit", "experiment/augment")
    try bert.commit(
      "Describe", files: ["experiments/augment.md": "# experiment/augment\n\nGood.\n"])
    try bert.git("push", "-q", "origin", "intermediate/bert")
    try bert.land("intermediate/bert")
    try anna.git("fetch", "-q", "origin")
    try trouble("does not hold the newest …", in: anna, typing: request)
  }

  @Test func nobodyVouches() throws {
    let (team, _) = try brought()
    let clone = try team.origin.clone(
      named: "carl", options: ["--single-branch", "--branch", "develop"])
    try clone.git("config", "user.email", "carl@example.org")
    #expect(try team.run("install", in: clone).status == 0)
    try trouble(
      "came into …, and no branch here has it", in: clone,
      typing: "git merge --abort 2>&-; git fetch -q origin intermediate/anna"
        + " && git merge --no-ff --no-edit FETCH_HEAD",
      then: "git merge --abort; git merge --no-ff --no-edit origin/intermediate/anna")
  }

  @Test func resultsThatNobodyDescribed() throws {
    let (_, anna) = try brought(describing: false)
    try trouble(
      "adds no entry under …", in: anna, typing: request,
      environment: ["GIT_EDITOR": PersonsShell.filling])
  }

  @Test func takenForSomebodyElse() throws {
    let team = try Team(policy: "owners: { bert: [bert@example.org] }\n")
    let anna = try team.member("anna")
    try anna.git("config", "user.email", "bert@example.org")
    try anna.experiment("experiment/resnet")
    try anna.git("checkout", "-q", "--no-track", "-b", "intermediate/anna", "origin/develop")
    try anna.git(
      "-c", "core.hooksPath=/dev/null", "merge", "-q", "--no-ff", "--no-edit", "experiment/resnet")
    try trouble(
      "belongs to somebody else", in: anna, typing: "git push -q origin intermediate/anna")
  }

  /// Only root can give a folder away.
  @Test func anotherOwnersRepository() throws {
    let team = try Team()
    let anna = try team.member("anna")
    guard try anna.run("chown", ["-R", "12345", anna.path]).status == 0 else { return }
    let settings = anna.folder.path + "/home/.gitconfig"
    try trouble(
      "belongs to another user", in: anna, typing: "gitflow-guard doctor",
      environment: ["GIT_CONFIG_GLOBAL": settings])
  }

  @Test func messagesWithoutCommands() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.write(".gitflow-guard.yml", "lanes: [\n")
    let check = try team.run("policy", "check", in: anna)
    #expect(check.status == 2 && check.stderr.contains("not valid YAML"), "\(check)")
    let nowhere = ScratchRepository(at: anna.folder.path + "/home", in: anna.folder)
    let outcome = try team.run("status", in: nowhere)
    #expect(outcome.status == 3 && outcome.stderr.contains(Self.others[1]), "\(outcome)")
  }
}
