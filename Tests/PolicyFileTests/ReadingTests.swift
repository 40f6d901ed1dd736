import FlowPolicy
import GitModel
import GuardTesting
import PolicyFile
import Testing
import Wording

@Suite("What a policy file says is what the policy holds")
struct ReadingTests {
  @Test func theDocumentedDefaultsAreTheDefaults() throws {
    #expect(try policy(defaultsText) == Policy())
  }

  @Test(arguments: [
    "", "\n", "# nothing yet\n", "---\n", "--- \n...\n", "null\n", "{}", "\u{FEFF}",
  ])
  func anEmptyFileIsTheDefaults(text: String) throws {
    #expect(try policy(text) == Policy())
  }

  @Test func theExampleIsReadWhole() throws {
    let read = try policy(exampleText)
    var wanted = Policy()
    wanted.lanes = [
      Lane(name: "main", pattern: PathPattern("main")),
      Lane(name: "develop", pattern: PathPattern("develop")),
      Lane(name: "feature", pattern: PathPattern("feature/**")),
      Lane(name: "release", pattern: PathPattern("release/**")),
      Lane(name: "hotfix", pattern: PathPattern("hotfix/**")),
    ]
    wanted.promotions = [
      "main": Promotion(from: ["release", "hotfix"], by: [.merge]),
      "develop": Promotion(from: ["feature", "release", "hotfix", "main"], by: [.merge]),
      "release": Promotion(from: ["develop", "hotfix"], by: [.merge, .fastForward, .commit]),
      "hotfix": Promotion(from: ["main"], by: [.merge, .fastForward, .commit]),
    ]
    wanted.owners = ["anna": ["anna@example.org", "@anna.k"]]
    wanted.experiments.sections = ["Hypothesis", "Data", "Metrics", "Conclusion"]
    wanted.experiments.exempt = [PathPattern("docs/**")]
    wanted.experiments.metrics = [
      .init(name: "f1", better: .higher), .init(name: "loss", better: .lower),
    ]
    wanted.severities = [.ownWork: .error, .lockDrift: .warning]
    wanted.tags = [TagRule(pattern: PathPattern("v*"), lane: "main")]
    wanted.layout.required = [
      "app/app.py", "data", "models", "notebooks", "src", "experiments", "config", "tests",
      "README.md",
    ]
    wanted.layout.locks = [.init(source: "requirements.in", lock: "requirements.txt")]
    wanted.fileSizes = [
      FileSizeRule(pattern: PathPattern("models/**"), limit: 52_428_800),
      FileSizeRule(pattern: PathPattern("**"), limit: 10_485_760),
    ]
    wanted.baseline = "4f1c9e07d2"
    let until = try #require(Day(year: 2026, month: 12, day: 31))
    wanted.waivers = [
      Waiver(
        rule: .directCommit, target: .commit("1a2b3c4d5e"),
        reason: "hotfix of the scoring service", by: "anna", until: until)
    ]
    #expect(read == wanted)
  }

  @Test func lanesAndPromotionsReplaceTheDefaultOnes() throws {
    let read = try policy(
      """
      lanes: { production: master, work: "**" }
      promotions: { production: { from: [work], by: [squash] } }
      """)
    #expect(read.lanes.map(\.name) == ["production", "work"])
    #expect(
      read.promotions == ["production": Promotion(from: ["work"], by: [.squash], requires: [])])
  }

  @Test func theTrunkPresetProtectsMainOnly() throws {
    let read = try policy("preset: trunk")
    #expect(read.lanes.map(\.name) == ["main", "topic"])
    #expect(read.lanes.filter { read.isProtected($0) }.map(\.name) == ["main"])
    #expect(read.promotions["main"]?.from == ["topic"])
  }

  @Test func theGitflowPresetProtectsMainAndDevelop() throws {
    let read = try policy("preset: gitflow")
    #expect(read.lanes.filter { read.isProtected($0) }.map(\.name) == ["main", "develop"])
    #expect(read.match("release/1.0")?.lane.name == "release")
  }

  @Test(arguments: ["off", "Off", "false", "FALSE", "no", "\"off\""])
  func aRuleIsTurnedOffInYAMLsWords(word: String) throws {
    #expect(try policy("rules: { own-work: \(word) }").severity(of: .ownWork) == .off)
  }

  @Test(arguments: [
    ("50MiB", 52_428_800), ("10MB", 10_000_000), ("3KiB", 3072), ("3 KB", 3000), ("1GiB", 1 << 30),
    ("2GB", 2_000_000_000), ("7B", 7), ("4096", 4096), ("0", 0),
  ])
  func sizesHaveUnits(text: String, bytes: Int64) throws {
    #expect(try policy("file-size: { \"**\": \(text) }").fileSizes.map(\.limit) == [bytes])
  }

  @Test func aWaiverMayNameABranchAndItsReasonMayTakeSeveralLines() throws {
    let read = try policy(
      """
      waivers:
        - rule: stale-source
          branch: intermediate/anna
          reason: >
            the release
            was late
          by: "@anna"
          until: 2028-02-29
      """)
    let waiver = try #require(read.waivers.first)
    #expect(waiver.target == .branch("intermediate/anna"))
    #expect(waiver.reason == "the release was late")
    #expect(waiver.until.description == "2028-02-29")
  }

  @Test func commitIdsAreTextAndLowerCase() throws {
    #expect(try policy("baseline: 1234567").baseline == "1234567")
    #expect(try policy("baseline: 12345E7").baseline == "12345e7")
  }

  @Test func theSmallKeysAreRead() throws {
    let read = try policy(
      """
      mode: advise
      trust: [messages]
      messages: ru
      experiments: { directory: notes/log/, files: [], entry: { names-branch: no } }
      """)
    #expect(read.mode == .advise)
    #expect(read.trustsMessages)
    #expect(read.messages == .russian)
    #expect(read.experiments.directory == "notes/log")
    #expect(read.experiments.files.isEmpty)
    #expect(read.experiments.namesBranch == false)
  }

  @Test func windowsLineEndsAndAByteOrderMarkAreRead() throws {
    #expect(try policy("\u{FEFF}mode: advise\r\nmessages: en\r\n").messages == .english)
  }

  @Test func theFilesNames() {
    #expect(PolicyFile.names == [".gitflow-guard.yml", ".gitflow-guard.yaml"])
  }
}
