import Foundation
import GuardTesting
import Testing
import Wording

@testable import Guard

/// What `doctor` is told of each hook.
@Suite struct InstallationInspectionTests {
  let fixture: InstallationFixture
  init() throws { fixture = try InstallationFixture() }

  var state: HookInspection.State { fixture.installer.inspect([.prePush])[0].state }
  var kept: HookInspection.Kept { fixture.installer.inspect([.prePush])[0].kept }

  @Test func `tells what git passes over in silence`() throws {
    let place = fixture.hook(.prePush)
    let manager = FileManager.default
    #expect(state == .missing)
    try fixture.put("", at: place)
    #expect(state == .empty)
    try fixture.put("#!/bin/sh\n", at: place, mode: 0o644)
    #expect(state == .notExecutable(ours: false))
    try fixture.put(HookScript.text(for: .prePush, engine: nil), at: place, mode: 0o644)
    #expect(state == .notExecutable(ours: true))
    try manager.removeItem(atPath: place)
    try manager.createSymbolicLink(atPath: place, withDestinationPath: "nowhere")
    #expect(state == .danglingSymlink(target: "nowhere"))
    try manager.removeItem(atPath: place)
    try manager.createDirectory(atPath: place, withIntermediateDirectories: true)
    #expect(state == .notAFile(.folder))
  }

  @Test func `a folder that is not there has no hooks`() throws {
    let reports = HookInstaller(folder: fixture.root + "/none").inspect()
    #expect(reports.map(\.hook) == HookName.client)
    #expect(reports.allSatisfy { $0.state == .missing && $0.kept == .none })
  }

  @Test func `tells ours from foreign, and whether it is up to date`() throws {
    let place = fixture.hook(.prePush)
    try fixture.put("#!/bin/sh\necho gitflow-guard hook, version 1\n", at: place)
    #expect(state == .foreign)
    let text = HookScript.text(for: .prePush, engine: fixture.engine)
    for (text, version, isUpToDate) in [
      (text, HookScript.version, true), (text + "#", HookScript.version, false),
      (text.replacing("version \(HookScript.version):", with: "version 0:"), 0, false),
    ] {
      try fixture.put(text, at: place)
      let facts = HookScript.Facts(
        version: version, engine: fixture.engine, isUpToDate: isUpToDate)
      #expect(state == .ours(facts, .missing(fixture.engine)))
    }
    // The right text for another hook judges the wrong thing.
    try fixture.put(HookScript.text(for: .preCommit, engine: nil), at: place)
    let misplaced = HookScript.Facts(
      version: HookScript.version, engine: nil, isUpToDate: false)
    #expect(state == .ours(misplaced, .searchedInPath))
  }

  @Test func `tells whether the engine can run`() throws {
    let path = fixture.engine
    _ = try fixture.installer.install([.prePush], engine: path)
    let facts = HookScript.Facts(version: HookScript.version, engine: path, isUpToDate: true)
    #expect(state == .ours(facts, .missing(path)))
    try fixture.put("", at: path)
    #expect(state == .ours(facts, .notExecutable(path)))
    try fixture.put("#!/bin/sh\n", at: path, mode: 0o644)
    #expect(state == .ours(facts, .notExecutable(path)))
    try fixture.put("#!/bin/sh\n", at: path)
    #expect(state == .ours(facts, .ready(path)))
  }

  @Test func `tells what the kept hook does`() throws {
    let place = fixture.kept(.prePush)
    #expect(kept == .none)
    try fixture.put("#!/bin/sh\n", at: place)
    #expect(kept == .chained)
    try fixture.put("#!/bin/sh\n", at: place, mode: 0o644)
    #expect(kept == .asleep)
    try fixture.put("", at: place)
    #expect(kept == .asleep)
    try fixture.put(HookScript.text(for: .prePush, engine: nil), at: place)
    #expect(kept == .ours)
  }

  @Test(arguments: ["/a b", "/it's", "/''", "/$HOME`x`", "/é\\", "/\"", "/=#"])
  func `reads back any engine path it writes`(path: String) {
    let text = HookScript.text(for: .preCommit, engine: path)
    #expect(HookScript.facts(of: Array(text.utf8), for: .preCommit)?.engine == path)
  }
}
