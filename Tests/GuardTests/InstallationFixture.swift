import Foundation
import GuardTesting
import Testing
import Wording

@testable import Guard

/// A folder of its own for a test, gone with the test. Its name holds what shells stumble over.
final class InstallationFixture {
  let root: String
  var hooks: String { root + "/hooks" }
  var engine: String { root + "/the engine's $HOME/gitflow-guard" }
  var log: String { root + "/log" }

  init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    root = base + "/guard it's \"$x\" é \(UUID().uuidString)"
    for folder in [root, hooks, root + "/the engine's $HOME", root + "/bin"] {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  var installer: HookInstaller { HookInstaller(folder: hooks) }

  /// Writes a file. Those that are to be run are written by a process of their own: another test's
  /// child, forked while the file is open here, would hold it open for writing, and then running
  /// it fails with "text file busy".
  func put(_ text: String, at path: String, mode: Int = 0o755) throws {
    guard mode & 0o111 != 0 else { return try write(text, to: path, mode: mode) }
    let draft = root + "/draft"
    try write(text, to: draft, mode: 0o600)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/install")
    process.arguments = ["-m", String(mode, radix: 8), draft, path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func write(_ text: String, to path: String, mode: Int) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  func hook(_ hook: HookName) -> String { hooks + "/" + hook.rawValue }
  func kept(_ hook: HookName) -> String { hooks + "/" + hook.keptName }

  func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: hooks).sorted()) ?? []
  }

  /// A script that writes its label and arguments into the log, and what it read if it reads.
  func logger(_ label: String, reads: Bool = false, status: Int = 0) -> String {
    let log = ShellQuoting.quote(self.log)
    var lines = ["#!/bin/sh", "{ printf '%s' \(label); printf ' <%s>' \"$@\"; echo; } >> \(log)"]
    if reads { lines.append("wc -c | tr -d ' ' >> \(log)") }
    return (lines + ["exit \(status)", ""]).joined(separator: "\n")
  }

  var logged: [String] {
    (text(log) ?? "").split(separator: "\n").map(String.init)
  }

  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a program with nothing but the given environment, input from a file, output to files.
  func run(
    _ program: String, _ arguments: [String] = [], input: String = "",
    environment: [String: String] = [:], from folder: String? = nil
  ) throws -> Run {
    let files = ["in", "out", "err"].map { root + "/std" + $0 }
    try put(input, at: files[0], mode: 0o600)
    try put("", at: files[1], mode: 0o600)
    try put("", at: files[2], mode: 0o600)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder ?? root)
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: text(files[1]) ?? "", errors: text(files[2]) ?? "")
  }
}

extension HookName {
  /// Those whose script starts the engine whatever git says.
  static let alwaysHandingOver = allCases.filter { $0 != .referenceTransaction }
}
