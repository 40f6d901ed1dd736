import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

@testable import Guard

/// Which language a report is told in: the option, the person's configuration, the policy, the
/// locale; the nearest wish counts.
@Suite struct SessionLanguageTests {
  static let file = PolicySourceTests.file

  /// A clone of a repository whose `develop` holds a policy with this text.
  private func clone(_ policy: String) throws -> ScratchRepository {
    let origin = try ScratchRepository(named: "origin")
    try origin.commit("Begin", files: ["README.md": "A project\n"])
    try origin.git("checkout", "-q", "-b", "develop")
    try origin.commit("Policy", files: [Self.file: policy])
    let clone = try origin.clone(named: "clone")
    try clone.commit("Work on it", files: ["src/a.py": "1\n"])
    return clone
  }

  private func environment(
    _ clone: ScratchRepository, _ locale: [String: String] = [:]
  ) -> Variables {
    clone.folder.variables(adding: ["LC_ALL": ""].merging(locale) { $1 })
  }

  /// The language of a report on a direct commit to `develop`.
  private func language(
    _ clone: ScratchRepository, option: Language? = nil, _ locale: [String: String] = [:]
  ) throws -> Language {
    var session = try Session(at: clone.path, environment: environment(clone, locale))
    session.language = option
    let range = PushedRange(range: "origin/develop..HEAD", ref: "develop")
    return try session.report(range.draft(in: session), command: "verify").language
  }

  @Test func theNearestWishCounts() throws {
    let clone = try clone("messages: ru\n")
    let english = ["LANG": "en_GB.UTF-8"]
    #expect(try language(clone, english) == .russian)
    try clone.git("config", "gitflow-guard.language", "en")
    #expect(try language(clone, ["LANG": "ru_RU.UTF-8"]) == .english)
    #expect(try language(clone, option: .russian, english) == .russian)
    // What is no language is passed over.
    try clone.git("config", "gitflow-guard.language", "klingon")
    #expect(try language(clone, english) == .russian)
  }

  @Test func thePolicysWordGoesBeforeTheLocale() throws {
    let clone = try clone("messages: en\n")
    #expect(try language(clone, ["LANG": "ru_RU.UTF-8"]) == .english)
  }

  @Test(
    arguments: [
      ([:], .english), (["LANG": "ru_RU.UTF-8"], .russian), (["LANG": "C.UTF-8"], .english),
      (["LC_MESSAGES": "ru_RU.UTF-8", "LANG": "en_US.UTF-8"], .russian),
      (["LC_MESSAGES": "", "LANG": "ru_RU.UTF-8"], .russian),
      (["LC_ALL": "C", "LC_MESSAGES": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8"], .english),
      (["LC_ALL": "ru_RU.UTF-8", "LC_MESSAGES": "C"], .russian),
    ] as [([String: String], Language)])
  func withoutAWordTheLocaleDecides(_ locale: [String: String], _ wanted: Language) throws {
    #expect(try language(clone("messages: auto\n"), locale) == wanted)
  }

  @Test func textsAreWrittenByTheTrustedPolicysWord() throws {
    let clone = try clone("messages: ru\n")
    let session = try Session(at: clone.path, environment: environment(clone))
    #expect(session.language(option: nil) == .russian)
    #expect(session.language(option: .english) == .english)
    #expect(session.language(option: nil, messages: .english) == .english)
    // A broken policy says nothing, and is no reason to say nothing.
    let broken = try self.clone("messages: maybe\n")
    let other = try Session(at: broken.path, environment: environment(broken))
    #expect(other.language(option: nil) == .english)
  }

  @Test func aFailureBeforeAnySessionHasALanguageToo() throws {
    let folder = try ScratchFolder()
    func language(_ locale: [String: String], _ option: Language? = nil) -> Language {
      Session.language(
        option: option, at: folder.path + "/nowhere", environment: folder.variables(adding: locale))
    }
    #expect(language([:]) == .english)
    #expect(language(["LC_ALL": "ru_RU.UTF-8"]) == .russian)
    #expect(language(["LC_ALL": "ru_RU.UTF-8"], .english) == .english)
    let scratch = try ScratchRepository()
    #expect(
      Session.language(option: nil, at: scratch.path, environment: environment(scratch))
        == .english)
    try scratch.git("config", "gitflow-guard.language", "ru")
    #expect(
      Session.language(option: nil, at: scratch.path, environment: environment(scratch))
        == .russian)
  }

  // Hooks

  /// What the push hook says of moving `develop`, or another branch, to HEAD.
  private func push(
    _ clone: ScratchRepository, onto branch: String, _ extra: [String: String] = [:]
  ) throws -> HookRun.Outcome {
    let old = try clone.id("origin/develop")
    let line = "HEAD \(try clone.id("HEAD")) refs/heads/\(branch) \(old)\n"
    let place = ["GIT_DIR": clone.path + "/.git", "GIT_WORK_TREE": clone.path]
    let run = HookRun(
      name: .prePush, arguments: ["origin"],
      environment: environment(clone, place.merging(extra) { $1 })
    ) { Array(line.utf8) }
    return try run.run()
  }

  @Test func aHookSpeaksThePolicysLanguage() throws {
    let outcome = try push(clone("messages: ru\n"), onto: "develop")
    let report = try #require(outcome.report)
    #expect((outcome.code, report.language) == (.refused, .russian))
    #expect(outcome.messages == .russian)
    let renderer = TextRenderer(style: .plain, verbosity: .normal, part: .concerns)
    let text = String(decoding: renderer.render(report), as: UTF8.self)
    #expect(text.contains("push отклонён"), "\(text)")
    #expect(text.contains("push refused") == false)
    let other = try push(clone("messages: auto\n"), onto: "develop", ["LANG": "ru_RU.UTF-8"])
    #expect(other.report?.language == .russian)
  }

  @Test func aHookThatHasNothingToSayLooksNothingUp() throws {
    let outcome = try push(clone("messages: ru\n"), onto: "experiment/x")
    #expect(outcome.code == .allowed)
    #expect(outcome.report == nil && outcome.messages == nil && outcome.remarks.isEmpty)
  }

  @Test func whatSwitchesSayIsAPhrase() throws {
    let outcome = try push(
      clone("messages: ru\n"), onto: "develop", ["GITFLOW_GUARD": "0"])
    #expect(
      outcome.remarks.texts(in: .russian)
        == ["gitflow-guard: выключен для этой команды (GITFLOW_GUARD=0)"])
  }
}
