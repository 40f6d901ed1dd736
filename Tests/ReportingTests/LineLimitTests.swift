import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

/// A small generator with a fixed seed, so that a failure comes again.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite("A cause takes at most twelve lines that are not blank")
struct LineLimitTests {
  private static func counted(_ text: String) -> Int {
    text.split(separator: "\n").count { line in line.contains { $0 != " " } }
  }

  private static func finding(_ number: Int, _ dice: inout Dice) -> Finding {
    func words(_ most: Int) -> String {
      (0...Int.random(in: 0...most, using: &dice)).map { "word\($0)" }.joined(separator: " ")
    }
    let phases: [Remedy.Phase] = [.abort, .keep, .sync, .bring, .deliver]
    let lines = [
      "git merge --abort", "git switch b\(number)", "git pull origin develop",
      "# ask the others", "git push   # then open the merge request", "git x || git y",
    ]
    let steps = (0..<Int.random(in: 0...6, using: &dice)).map { _ in
      Remedy.Step(phases.randomElement(using: &dice)!, lines.randomElement(using: &dice)!)
    }
    return Finding(
      rule: RuleID.allCases.randomElement(using: &dice)!, severity: .error,
      ref: "refs/heads/develop", commit: Samples.id(UInt8(number % 256)),
      message: Phrase(verbatim: words(60)),
      details: (0..<Int.random(in: 0...30, using: &dice)).map { _ in Phrase(verbatim: words(30)) },
      remedy: Remedy(steps.sorted { $0.phase < $1.phase }))
  }

  @Test("Whatever the findings are, and every rule is named", arguments: 0..<120)
  func refusals(_ seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let findings = (0...Int.random(in: 0...30, using: &dice)).map { Self.finding($0, &dice) }
    let text = Samples.text(Samples.report(findings))
    let further = Set(findings.map(\.rule)).count - 1
    #expect(Self.counted(text) <= 12 + 2 * further, "\(text)")
    for rule in Set(findings.map(\.rule)) { #expect(text.contains(rule.rawValue), "\(text)") }
  }

  @Test("However many questions are open", arguments: [1, 2, 3, 5, 40])
  func gaps(_ count: Int) {
    let gaps = (0..<count).map { number in
      Gap(
        rule: RuleID.allCases[number % 7], ref: "refs/heads/develop",
        cause: EvidenceGap(
          question: "does number \(number) hold", reason: .partial,
          remedy: (0..<14).map { "git fetch --number=\($0)" }), blocks: true)
    }
    let text = Samples.text(Samples.report(gaps: gaps))
    #expect(Self.counted(text) <= 12, "\(text)")
    #expect((0..<14).allSatisfy { text.contains("git fetch --number=\($0)") })
  }

  @Test("A remedy is joined where it is too long, and nothing of it is lost")
  func longRemedy() {
    let lines = (1...20).map { "git cherry-pick \($0)" }
    let finding = Finding(
      rule: .directCommit, severity: .error, ref: "refs/heads/develop", message: "no",
      details: ["one", "two", "three"], remedy: Remedy(lines.map { .init(.bring, $0) }))
    let text = Samples.text(Samples.report([finding]))
    #expect(Self.counted(text) == 12)
    #expect(text.contains(" && "))
    let pasted = text.split(separator: "\n").filter { $0.hasPrefix("    git ") }
      .flatMap { $0.dropFirst(4).split(separator: " && ").map(String.init) }
    #expect(pasted == lines)
    #expect(text.contains("  direct-commit   no\n                  … 3 lines of evidence\n"))
  }

  @Test("What can't be joined is left out with a word, never in silence")
  func unjoinable() {
    let lines = (1...20).map { "git x \($0) || git y" }
    let finding = Finding(
      rule: .directCommit, severity: .error, ref: "refs/heads/develop", message: "no",
      remedy: Remedy(lines.map { .init(.bring, $0) }))
    let text = Samples.text(Samples.report([finding]))
    #expect(Self.counted(text) == 12)
    #expect(text.contains("\n    # … and 13 more lines, which --verbose shows\n"))
    let all = Samples.text(Samples.report([finding]), .verbose)
    #expect(lines.allSatisfy { all.contains("\n    \($0)\n") })
  }

  @Test("Nothing follows a comment on its line")
  func comments() {
    let lines = ["# first", "git a # why", "git b", "# second", "# third"]
    let many = lines + (1...9).map { "git c \($0)" }
    let finding = Finding(
      rule: .directCommit, severity: .error, ref: "refs/heads/develop", message: "no",
      remedy: Remedy(many.map { .init(.bring, $0) }))
    let text = Samples.text(Samples.report([finding]))
    #expect(Self.counted(text) <= 12)
    for line in text.split(separator: "\n") {
      guard let comment = line.firstIndex(of: "#") else { continue }
      #expect(line[comment...].contains("git") == false, "\(line)")
    }
  }

  @Test("Messages are wrapped at the hundredth column", arguments: 0..<20)
  func width(_ seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let text = Samples.text(Samples.report([Self.finding(1, &dice)]), .verbose)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(text)")
  }
}
