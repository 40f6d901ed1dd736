import FlowPolicy
import GitModel
import GuardTesting
import PolicyFile
import Testing
import Wording

@Suite("A policy written as a file reads back equal")
struct RenderTests {
  @Test func theDefaultsAsTheyAreShown() throws {
    #expect(
      PolicyFile.render(Policy()) == """
        version: 1
        mode: enforce
        lanes:
          main: main
          develop: develop
          intermediate: "intermediate/{owner}"
          experiment: "**"
        promotions:
          main: { from: [develop], by: [merge, fast-forward], requires: [same-tree] }
          develop: { from: [intermediate], by: [merge], requires: [fresh, entry] }
          intermediate: { from: [experiment, develop], by: [merge, fast-forward, commit] }
        experiments:
          directory: experiments
          files: ["**/*.md"]
          entry:
            sections: []
            names-branch: true
            exempt: []
          metrics: {}
        rules: {}
        trust: []
        tags: {}
        owners: {}
        waivers: []
        baseline: null
        messages: auto
        layout:
          required: []
          locks: {}
        file-size: {}

        """)
  }

  @Test(arguments: [defaultsText, exampleText, "preset: trunk", "preset: gitflow"])
  func whatWasReadIsReadBack(text: String) throws {
    let first = try policy(text)
    #expect(try policy(PolicyFile.render(first)) == first)
  }

  @Test func variedPoliciesAreReadBack() throws {
    var dice = Dice(state: 7)
    for _ in 0..<300 {
      let made = try variedPolicy(&dice)
      let text = PolicyFile.render(made)
      #expect(complaint(text) == nil, "\(text)")
      #expect(try policy(text) == made, "\(text)")
    }
  }

  /// Words that YAML might take for something else, and some that it can't hold bare.
  private static let words = [
    "a", "yes", "null", "1e5", "0x1f", "~", "-", "#x", "a#b", "'", "\"", "\\", "a:b", "{", "},",
    "&a", "*a", "!x", "%x", "@x", "`x", "é", "эксперимент", "😀", "=", "<<", "?", "|", ">",
    "2026-01-01",
    "\u{FFFE}", "no-break", "[x]",
  ]

  private func word(_ dice: inout Dice) -> String {
    let count = Int.random(in: 1...3, using: &dice)
    return (0..<count).map { _ in Self.words.randomElement(using: &dice) ?? "" }.joined()
  }

  private func names(_ dice: inout Dice, _ most: Int) -> [String] {
    var result: [String] = []
    for _ in 0..<Int.random(in: 0...most, using: &dice) {
      let name = word(&dice)
      if result.contains(name) == false { result.append(name) }
    }
    return result
  }

  private func some<Value: CaseIterable & Hashable>(_: Value.Type, _ dice: inout Dice) -> Set<Value>
  {
    Set(Value.allCases.filter { _ in Bool.random(using: &dice) })
  }

  private func paths(_ dice: inout Dice) -> [TreePath] {
    names(&dice, 3).map { TreePath("d \($0)/x") }
  }

  private func variedPolicy(_ dice: inout Dice) throws -> Policy {
    var made = Policy()
    made.mode = Policy.Mode.allCases.randomElement(using: &dice) ?? .enforce
    made.messages = Policy.Messages.allCases.randomElement(using: &dice) ?? .auto
    made.trustsMessages = Bool.random(using: &dice)
    if Bool.random(using: &dice) {
      let lanes = names(&dice, 4) + ["last"]
      made.lanes = lanes.enumerated().map {
        Lane(name: $1, pattern: PathPattern("l\($0)/{owner}/*"))
      }
      made.promotions = [:]
      for lane in lanes where Bool.random(using: &dice) {
        made.promotions[lane] = Promotion(
          from: Array(lanes.shuffled(using: &dice).prefix(2)),
          by: Methods(some(Method.self, &dice).union([.merge])),
          requires: Requirements(some(Requirement.self, &dice)))
      }
    }
    made.experiments.directory = TreePath("e/" + word(&dice))
    made.experiments.files = names(&dice, 3).map { PathPattern("**/" + $0) }
    made.experiments.exempt = names(&dice, 3).map { PathPattern($0 + " b") }
    made.experiments.sections = names(&dice, 3)
    made.experiments.namesBranch = Bool.random(using: &dice)
    made.experiments.metrics = names(&dice, 3).map { .init(name: $0, better: .lower) }
    for rule in some(RuleID.self, &dice) {
      made.severities[rule] = Severity.allCases.randomElement(using: &dice)
    }
    let lane = made.lanes.first?.name ?? ""
    made.tags = (0..<Int.random(in: 0...2, using: &dice)).map {
      TagRule(pattern: PathPattern("v\($0)*"), lane: lane)
    }
    for (index, name) in names(&dice, 3).enumerated() {
      made.owners[name] = ["\(index)\(word(&dice))@example.org", "@\(index)"]
    }
    made.baseline = Bool.random(using: &dice) ? "1234567" : nil
    made.layout.required = paths(&dice)
    made.layout.locks = paths(&dice).map { .init(source: $0, lock: TreePath("locked/x")) }
    made.fileSizes = names(&dice, 3).map {
      let limit = Int64.random(in: 0...5000, using: &dice) * (Bool.random(using: &dice) ? 1 : 1024)
      return FileSizeRule(pattern: PathPattern($0), limit: limit)
    }
    for _ in 0..<Int.random(in: 0...2, using: &dice) {
      made.waivers.append(
        Waiver(
          rule: RuleID.allCases.randomElement(using: &dice) ?? .ownWork,
          target: Bool.random(using: &dice) ? .commit("1234567e") : .branch("on/é"),
          reason: word(&dice) + " " + word(&dice), by: word(&dice),
          until: try #require(Day(year: 2026, month: 2, day: 3))))
    }
    return made
  }
}
