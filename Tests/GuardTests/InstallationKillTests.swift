import Foundation
import Glibc
import GuardTesting
import Synchronization
import Testing
import Wording

@testable import Guard

/// Runs that are killed before each of their steps, in a process of their own.
@Suite struct InstallationKillTests {
  static let foreign = "#!/bin/sh\n# somebody else's\nexit 0\n"

  /// What stands in the folder before the run.
  enum Start: String, CaseIterable, Codable { case nothing, foreign, older, chained }
  enum Work: String, CaseIterable, Codable { case install, installWithoutLinks, uninstall }

  struct Case: Codable, Sendable, CustomTestStringConvertible {
    let start: Start
    let work: Work
    let step: Int
    var testDescription: String { "\(work) on \(start), killed before step \(step)" }
  }

  /// No run has more steps than these; one that has fewer ends undisturbed.
  static let cases = Start.allCases.flatMap { start in
    Work.allCases.flatMap { work in
      (1...(work == .uninstall ? 2 : 7)).map { Case(start: start, work: work, step: $0) }
    }
  }

  final class Counter: Sendable {
    private let value = Mutex(0)
    func next() -> Int {
      value.withLock {
        $0 += 1
        return $0
      }
    }
  }

  static func die() -> Never {
    kill(getpid(), SIGKILL)
    fatalError("outlived SIGKILL")
  }

  /// To be run in a process of its own, which it kills.
  static func perform(_ one: Case, folder: String, engine: String) throws -> Never {
    let counter = Counter()
    var medium = HookMedium()
    medium.beforeStep = { () throws(FileError) in if counter.next() == one.step { die() } }
    if one.work == .installWithoutLinks {
      medium.link = { (path, _) throws(FileError) in throw FileError(.link, path, .system(EPERM)) }
    }
    let installer = HookInstaller(folder: folder, medium: medium)
    switch one.work {
    case .install, .installWithoutLinks: _ = try installer.install([.prePush], engine: engine)
    case .uninstall: _ = try installer.uninstall()
    }
    die()
  }

  @Test(arguments: cases) func `leaves a whole hook, and the next run finishes`(
    one: Case
  ) async throws {
    let fixture = try InstallationFixture()
    let place = fixture.hook(.prePush)
    let ours = HookScript.text(for: .prePush, engine: fixture.engine)
    switch one.start {
    case .nothing: break
    case .older:
      try fixture.put(HookScript.text(for: .prePush, engine: "/older"), at: place)
    case .foreign:
      try fixture.put(Self.foreign, at: place, mode: 0o750)
    case .chained:
      try fixture.put(Self.foreign, at: place, mode: 0o750)
      _ = try fixture.installer.install([.prePush], engine: "/older")
    }
    let hadForeign = one.start == .foreign || one.start == .chained
    let before = fixture.text(place)
    let original = hadForeign ? Self.foreign : nil

    let (folder, engine) = (fixture.hooks, fixture.engine)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [one = one as Case, folder = folder as String, engine = engine as String] in
      try Self.perform(one, folder: folder, engine: engine)
    }

    let after = one.work == .uninstall ? original : ours
    #expect(fixture.text(place) == before || fixture.text(place) == after)

    // Two ways on from here: install again, or uninstall at once.
    let twin = try InstallationFixture()
    _ = try twin.run("/bin/cp", ["-a", fixture.hooks + "/.", twin.hooks])
    for (fixture, installsFirst) in [(fixture, true), (twin, false)] {
      if installsFirst {
        _ = try fixture.installer.install([.prePush], engine: engine)
        #expect(fixture.text(place) == ours)
        #expect(fixture.text(fixture.kept(.prePush)) == original)
        #expect(fixture.names.count == (hadForeign ? 2 : 1))
      }
      _ = try fixture.installer.uninstall()
      #expect(fixture.text(fixture.hook(.prePush)) == original)
      #expect(fixture.names == (hadForeign ? ["pre-push"] : []))
      if hadForeign { #expect(try fixture.mode(fixture.hook(.prePush)) == 0o750) }
    }
  }

  @Test func `half a file under a temporary name is swept away`() throws {
    let fixture = try InstallationFixture()
    try fixture.put(Self.foreign, at: fixture.hook(.prePush))
    try fixture.put("#!/bi", at: fixture.hooks + "/.pre-push.gitflow-guard-new", mode: 0o600)
    try fixture.put("#!", at: fixture.hooks + "/.pre-push.before-gitflow-guard-new", mode: 0o600)
    _ = try fixture.installer.install([.prePush], engine: fixture.engine)
    #expect(fixture.names == ["pre-push", "pre-push.before-gitflow-guard"])
    #expect(fixture.text(fixture.kept(.prePush)) == Self.foreign)
  }

  @Test func `a hook that appears meanwhile is not overwritten`() throws {
    let fixture = try InstallationFixture()
    let place = fixture.hook(.prePush)
    let counter = Counter()
    var medium = HookMedium()
    medium.beforeStep = { () throws(FileError) in
      if counter.next() == 2 { try FileSystem.writeNew(Array(Self.foreign.utf8), to: place) }
    }
    let installer = HookInstaller(folder: fixture.hooks, medium: medium)
    guard case .refused = try installer.install([.prePush], engine: nil)[0].outcome else {
      Issue.record("installed over it")
      return
    }
    #expect(fixture.text(place) == Self.foreign)
    #expect(fixture.names == ["pre-push"])
  }
}
