import FlowPolicy
import Foundation
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Reporting

/// A finding is known again as long as it is the same, and no two are taken for one.
@Suite struct FingerprintTests {
  private func prints(_ reports: [Report]) throws -> [String] {
    let bytes = GitLabRenderer().render(reports)
    let list = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]]
    return try #require(list).compactMap { $0["fingerprint"] as? String }
  }

  private func entry(_ line: Int, _ message: Phrase) -> Finding {
    var finding = Finding(
      rule: .entryFormat, severity: .warning, ref: "refs/heads/develop",
      path: "experiments/journal.md", message: message)
    finding.line = line
    return finding
  }

  @Test func aMovedLineChangesNothing() throws {
    let before = Samples.report([entry(3, "experiments/journal.md:3 lacks Data")])
    let after = Samples.report([entry(80, "experiments/journal.md:80 lacks Data")])
    #expect(try prints([before]) == prints([after]))
  }

  /// The head is another one after every push; the branch is not.
  @Test func aFurtherPushChangesNothing() throws {
    func report(_ byte: UInt8) -> Report {
      Samples.report([
        Finding(
          rule: .staleSource, severity: .error, ref: "refs/heads/develop",
          source: Samples.source("intermediate/anna", byte), message: "lacks \(byte)")
      ])
    }
    #expect(try prints([report(1)]) == prints([report(2)]))
  }

  @Test func whatDiffersIsToldApart() throws {
    let develop: RefName = "refs/heads/develop"
    func finding(
      _ rule: RuleID = .directCommit, ref: RefName = develop, commit: ObjectID? = nil,
      path: TreePath? = nil, source: Attribution? = nil
    ) -> Finding {
      Finding(
        rule: rule, severity: .error, ref: ref, commit: commit, path: path, source: source,
        message: "m")
    }
    let findings = [
      finding(), finding(), finding(.branchFlow), finding(ref: "refs/heads/main"),
      finding(commit: Samples.id(1)), finding(commit: Samples.id(2)), finding(path: "a"),
      finding(path: "ab"), finding(path: TreePath(bytes: [0xff])),
      finding(path: TreePath(bytes: [0xfe])), finding(source: Samples.source("a", 1)),
      finding(source: Samples.source("b", 1)),
    ]
    let notes = ["one", "one", "two"]
    let report = Samples.report(
      findings, gaps: [Samples.shallow, Samples.shallow], notes: notes.verbatim)
    let all = try prints([report])
    #expect(all.count == findings.count + 2 + 3)
    #expect(Set(all).count == all.count)
    var other = report
    other.repository = "other"
    let both = try prints([report, other])
    #expect(Set(both).count == both.count)
  }

  /// The test vectors of FIPS 180-4's examples, by what `sha256sum` says of the same bytes.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func theDigestIsTheStandards(_ text: String, _ digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test func longTextsAreDigestedAsSha256sumDoes() throws {
    let folder = try ScratchFolder()
    for count in [55, 56, 63, 64, 65, 119, 120, 1_000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let sum = try folder.run("sha256sum", [], input: bytes)
      #expect(sum.stdout == SHA256.hex(bytes) + "  -\n")
    }
  }
}
