import Foundation
import GuardTesting
import Testing

/// The guard is put in, looked after, switched off and taken out.
@Suite struct SetupTests {
  private let names = ["pre-merge-commit", "pre-commit", "prepare-commit-msg", "pre-push"]

  @Test func installedTwiceAndTakenOut() throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    let own = "#!/bin/sh\necho 'the old hook' >&2\n"
    try anna.write(".git/hooks/pre-push", own, executable: true)
    #expect(try team.run("doctor", in: anna).status == 1)
    #expect(try team.run("install", in: anna).status == 0)
    let first = names.map { anna.read(".git/hooks/" + $0) }
    let again = try team.run("install", in: anna)
    #expect(again.status == 0 && again.stderr.contains("up to date"), "\(again)")
    #expect(names.map { anna.read(".git/hooks/" + $0) } == first)
    #expect(try team.run("doctor", in: anna).status == 0)
    try anna.experiment("resnet")
    let push = try anna.git("push", "-q", "origin", "resnet")
    #expect(push.stderr == "the old hook\n", "\(push)")
    #expect(try team.run("uninstall", in: anna).status == 0)
    #expect(anna.read(".git/hooks/pre-push") == own)
    #expect(anna.read(".git/hooks/pre-commit") == nil)
    #expect(try team.run("uninstall", in: anna).status == 0)
    #expect(try team.run("doctor", in: anna).status == 1)
  }

  /// git says a word of a hook that it can't run; where ours stands in its place, the doctor does.
  @Test func aKeptHookThatDoesNotRunIsTold() throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    try anna.write(".git/hooks/pre-push", "#!/bin/sh\nexit 1\n")
    #expect(try team.run("install", in: anna).status == 0)
    let doctor = try team.run("doctor", in: anna)
    let kept = "/.git/hooks/pre-push.before-gitflow-guard, which was there before, does not run"
    #expect(doctor.status == 0 && doctor.stderr.contains(kept), "\(doctor)")
    try anna.write(".git/hooks/pre-push.before-gitflow-guard", "#!/bin/sh\n", executable: true)
    #expect(try team.run("doctor", in: anna).stderr.contains("chains the hook that was there"))
  }

  @Test func aGlobalHooksPathIsNotTakenOver() throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    let settings = anna.folder.path + "/home/.gitconfig"
    let shared = anna.folder.path + "/home/shared-hooks"
    try anna.write("../home/.gitconfig", "[core]\n\thooksPath = \(shared)\n")
    let environment = ["GIT_CONFIG_GLOBAL": settings]
    for command in ["install", "uninstall", "doctor"] {
      let outcome = try team.run(command, in: anna, environment: environment)
      #expect(outcome.status == (command == "doctor" ? 1 : 3), "\(command): \(outcome)")
      #expect(outcome.stderr.contains("is not taken over"), "\(command): \(outcome)")
    }
    #expect(FileManager.default.fileExists(atPath: shared) == false)
    #expect(anna.read(".git/hooks/pre-push") == nil)
  }

  @Test func aLocalHooksPathIsUsed() throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    try anna.git("config", "core.hooksPath", ".githooks")
    #expect(try team.run("install", in: anna).status == 0)
    #expect(anna.read(".githooks/pre-push") != nil)
    #expect(anna.read(".git/hooks/pre-push") == nil)
    #expect(try team.run("doctor", in: anna).status == 0)
    try anna.write("src/fix.py", "fix\n")
    try anna.git("add", "src")
    #expect(try anna.git("commit", "-q", "-m", "Fix", expecting: nil).status == 1)
  }

  @Test func theDoctorNamesWhatIsWrong() throws {
    let team = try Team()
    let anna = try team.member("anna")
    let hook = anna.path + "/.git/hooks/pre-push"
    func ill(_ words: String, _ remedy: String) throws {
      let outcome = try team.run("doctor", in: anna)
      #expect(outcome.status == 1, "\(outcome)")
      #expect(outcome.stderr.contains("hook pre-push: \(words)"), "\(outcome)")
      #expect(outcome.stderr.contains(remedy), "\(outcome)")
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: hook)
    try ill("is not executable: git passes over it in silence", "chmod +x")
    try anna.write(".git/hooks/pre-push", "", executable: true)
    try ill("is empty", "gitflow-guard install")
    try FileManager.default.removeItem(atPath: hook)
    try ill("is not installed", "gitflow-guard install")
    try FileManager.default.createSymbolicLink(atPath: hook, withDestinationPath: "gone")
    try ill("is a link to gone, which is not there", "gitflow-guard install")
    try FileManager.default.removeItem(atPath: hook)
    try anna.write(".git/hooks/pre-push", "#!/bin/sh\nexit 0\n", executable: true)
    try ill("is another hook", "gitflow-guard install")
    #expect(try team.run("install", in: anna).status == 0)
    #expect(try team.run("doctor", in: anna).status == 0)
    let json = try team.run("doctor", "--format", "json", in: anna)
    #expect(json.status == 0 && json.errors.isEmpty, "\(json)")
    #expect(json.stdout.contains("\"healthy\": true"), "\(json)")
    let nowhere = ScratchRepository(at: anna.folder.path + "/home", in: anna.folder)
    let outside = try team.run("doctor", in: nowhere)
    #expect(outside.status == 1 && outside.stderr.contains("repository"), "\(outside)")
  }

  @Test(arguments: [nil, "true"])
  func switchedOff(ci: String?) throws {
    let team = try Team()
    let anna = try team.member("anna")
    var environment = ["GITFLOW_GUARD": "0"]
    environment["CI"] = ci
    try anna.write("src/fix.py", "fix\n")
    try anna.git("add", "src")
    let commit = try anna.git(
      ["commit", "-q", "-m", "Fix"], expecting: nil, environment: environment)
    #expect(commit.status == (ci == nil ? 0 : 1), "\(commit)")
    let words = ci == nil ? "off for this command" : "GITFLOW_GUARD=0 is not obeyed under CI"
    #expect(commit.stderr.contains(words), "\(commit)")
  }

  @Test(arguments: [nil, "true"])
  func rulesSkipped(ci: String?) throws {
    let team = try Team()
    let anna = try team.member("anna")
    var environment = ["GITFLOW_GUARD_SKIP": "direct-commit, experiment-entry,nonsense"]
    environment["CI"] = ci
    try anna.write("src/fix.py", "fix\n")
    try anna.git("add", "src")
    let commit = try anna.git(
      ["commit", "-q", "-m", "Fix"], expecting: nil, environment: environment)
    #expect(commit.status == (ci == nil ? 0 : 1), "\(commit)")
    if ci == nil {
      #expect(commit.stderr.contains("skips direct-commit, experiment-entry"), "\(commit)")
      #expect(commit.stderr.contains("names no rule \"nonsense\""), "\(commit)")
    } else {
      #expect(commit.stderr.contains("GITFLOW_GUARD_SKIP is not obeyed under CI"), "\(commit)")
    }
  }

  /// Nothing passes in silence where the engine is gone; experiments wait as well.
  @Test func theEngineIsGone() throws {
    let team = try Team()
    let anna = try team.member("anna", installing: false)
    let engine = anna.folder.path + "/home/bin/gitflow-guard"
    try FileManager.default.createDirectory(
      atPath: anna.folder.path + "/home/bin", withIntermediateDirectories: true)
    // By a process of its own: a file that this one has open for writing can't be run meanwhile.
    #expect(try anna.run("cp", [team.binary, engine]).status == 0)
    #expect(try anna.run(engine, ["install"]).status == 0)
    try FileManager.default.removeItem(atPath: engine)
    try anna.write("src/fix.py", "fix\n")
    try anna.git("add", "src")
    let commit = try anna.git(
      ["commit", "-q", "-m", "Fix"], expecting: nil,
      environment: ["PATH": anna.folder.pathWithoutTheGuard()])
    #expect(commit.status == 1, "\(commit)")
    #expect(commit.stderr.contains("the engine was not found"), "\(commit)")
    #expect(commit.stderr.contains("gitflow-guard install"), "\(commit)")
    let doctor = try team.run("doctor", in: anna)
    #expect(doctor.status == 1, "\(doctor)")
    #expect(doctor.stderr.contains("names an engine that is not there"), "\(doctor)")
    #expect(try team.run("install", in: anna).status == 0)
    #expect(try team.run("doctor", in: anna).status == 0)
  }
}
