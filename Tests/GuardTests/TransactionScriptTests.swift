import Foundation
import GuardTesting
import Testing
import Wording

@testable import Guard

/// The script of reference-transaction, which starts the engine for protected branches alone.
@Suite struct TransactionScriptTests {
  let fixture: InstallationFixture
  init() throws { fixture = try InstallationFixture() }

  private let none = String(repeating: "0", count: 40)
  private let one = String(repeating: "1", count: 40)
  private let two = String(repeating: "2", count: 40)

  private func write(_ protected: [String] = HookScript.defaultProtected) throws -> String {
    let log = ShellQuoting.quote(fixture.log)
    try fixture.put(
      "#!/bin/sh\necho \"engine $*\" >> \(log)\ncat >> \(log)\nexit 7\n", at: fixture.engine)
    let text = HookScript.text(
      for: .referenceTransaction, engine: fixture.engine, protecting: protected)
    try fixture.put(text, at: fixture.hook(.referenceTransaction))
    return fixture.hook(.referenceTransaction)
  }

  @Test(arguments: InstallationFilesTests.shells)
  func `hands over what moves a protected branch, and that alone`(shell: String) throws {
    let script = try write(["main", "release/*", "{owner}/it's"])
    let moves = [
      "\(one) \(two) refs/heads/main", "\(two) \(one) refs/heads/release/1/x",
      "\(one) \(two) refs/heads/anna/it's", "\(none) \(none) refs/heads/main",
    ]
    let others = [
      "\(none) \(none) refs/heads/x",
      "\(one) \(two) HEAD", "\(one) \(one) refs/heads/main", "\(one) \(two) refs/heads/develop",
      "\(one) \(two) refs/heads/mainly", "\(one) \(two) refs/remotes/origin/main",
      "\(one) \(two) refs/heads/x/refs/heads/main", "\(one) ref:refs/heads/main HEAD",
    ]
    let mode = shell.hasSuffix("bash") ? ["--posix"] : shell.hasSuffix("busybox") ? ["sh"] : []
    for phase in ["preparing", "committed", "aborted", "new"] {
      let run = try fixture.run(
        shell, mode + [script, phase], input: moves.joined(separator: "\n") + "\n")
      #expect(run.status == 0 && fixture.logged == [], "\(phase)")
    }
    let quiet = try fixture.run(
      shell, mode + [script, "prepared"], input: others.joined(separator: "\n") + "\n")
    #expect(quiet.status == 0 && quiet.errors == "" && fixture.logged == [])
    let all = (others + moves + others).joined(separator: "\n") + "\n"
    let run = try fixture.run(shell, mode + [script, "prepared"], input: all)
    #expect(run.status == 7 && run.errors == "")
    #expect(fixture.logged == ["engine hook reference-transaction prepared"] + moves)
  }

  @Test(arguments: InstallationFilesTests.shells)
  func `reads long transactions to their end`(shell: String) throws {
    let script = try write()
    let mode = shell.hasSuffix("bash") ? ["--posix"] : shell.hasSuffix("busybox") ? ["sh"] : []
    for count in [62, 63, 64, 65, 5000] {
      let many = (0..<count).map { "\(one) \(two) refs/remotes/origin/x\($0)\n" }.joined()
      let quiet = try fixture.run(shell, mode + [script, "prepared"], input: many)
      #expect(quiet.status == 0 && fixture.logged == [], "\(count)")
      let last = "\(one) \(two) refs/heads/develop"
      let run = try fixture.run(shell, mode + [script, "prepared"], input: many + last + "\n")
      #expect(run.status == 7, "\(count)")
      #expect(fixture.logged.last == last, "\(count)")
      try FileManager.default.removeItem(atPath: fixture.log)
    }
  }

  @Test func `an earlier hook is told of every phase`() throws {
    let script = try write()
    try fixture.put(
      fixture.logger("earlier", reads: true, status: 5), at: fixture.kept(.referenceTransaction))
    let other = "\(one) \(two) refs/heads/x\n"
    for phase in ["prepared", "committed"] {
      #expect(try fixture.run(script, [phase], input: other).status == 5)
      #expect(fixture.logged == ["earlier <\(phase)>", "\(other.utf8.count)"])
      try FileManager.default.removeItem(atPath: fixture.log)
    }
    let main = "\(one) \(two) refs/heads/main\n"
    #expect(try fixture.run(script, ["prepared"], input: main).status == 7)
    #expect(fixture.logged.first == "engine hook reference-transaction prepared")
    #expect(fixture.logged.contains { $0.hasPrefix("earlier") } == false)
  }

  @Test func `asks for no engine where nothing protected moves`() throws {
    try fixture.put(
      HookScript.text(for: .referenceTransaction, engine: nil),
      at: fixture.hook(.referenceTransaction))
    let script = fixture.hook(.referenceTransaction)
    func run(_ ref: String, _ environment: [String: String] = [:]) throws -> Int32 {
      let input = "\(one) \(two) \(ref)\n"
      return try fixture.run(script, ["prepared"], input: input, environment: environment).status
    }
    #expect(try run("refs/heads/x") == 0)
    #expect(try run("refs/heads/main") == 3)
    #expect(try run("refs/heads/main", ["GITFLOW_GUARD": "0"]) == 0)
  }

  @Test func `says which branches it looks at`() throws {
    let protected = ["trunk", "release/**"]
    for (patterns, expected) in [(protected, protected), ([], []), (["a b"], [])] {
      let text = HookScript.text(for: .referenceTransaction, engine: nil, protecting: patterns)
      let facts = HookScript.facts(of: Array(text.utf8), for: .referenceTransaction)
      #expect(facts?.protected == expected)
      #expect(facts?.isUpToDate == true)
    }
    #expect(ShellPattern.word("release/**/x*") == "'release/'*'x'*")
  }
}
