import FlowPolicy
import GitModel
import GuardTesting
import PolicyFile
import Testing
import Wording

/// The policy of a text that must be right.
func policy(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Policy {
  try PolicyFile.read(Array(text.utf8), file: ".gitflow-guard.yml")
}

/// The printed error of a text that must be wrong, without the file's name; nil where it was read.
func complaint(_ text: String) -> String? { complaint(bytes: Array(text.utf8)) }

func complaint(bytes: [UInt8]) -> String? {
  do throws(PolicyFileError) {
    _ = try PolicyFile.read(bytes, file: "p")
    return nil
  } catch {
    return String(Visible.text(error.described.english).dropFirst(2))
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The default block of the policy's documentation.
let defaultsText = """
  version: 1
  mode: enforce                # enforce | advise (everything is a warning)
  lanes:                       # first match wins, top to bottom
    main: main
    develop: develop
    intermediate: "intermediate/{owner}"
    experiment: "**"           # the name of an experiment branch is free
  promotions:                  # what a lane may receive; a lane not named here is free
    intermediate: { from: [experiment, develop], by: [merge, fast-forward, commit] }
    develop:      { from: [intermediate], by: [merge], requires: [fresh, entry] }
    main:         { from: [develop], by: [merge, fast-forward], requires: [same-tree] }
  experiments:
    directory: experiments
    files: ["**/*.md"]         # relative to the directory
    entry: { sections: [], names-branch: true, exempt: [] }
  rules: {}                    # severities that differ from the table
  trust: []                    # [messages]
  tags: {}
  owners: {}
  waivers: []
  baseline: null
  messages: auto               # auto | en | ru

  """

/// The example with the other keys.
let exampleText = """
  preset: gitflow              # mlops (default) | gitflow | trunk
  owners:                      # who {owner} is: addresses, and names at the forge
    anna: [anna@example.org, "@anna.k"]
  experiments:
    entry:
      sections: [Hypothesis, Data, Metrics, Conclusion]
      exempt: ["docs/**"]      # a change that touches only these needs no entry
    metrics: { f1: higher, loss: lower }
  rules: { own-work: error, lock-drift: warning }
  tags: { "v*": main }
  layout:
    required: [app/app.py, data, models, notebooks, src, experiments, config, tests, README.md]
    locks: { requirements.in: requirements.txt }
  file-size: { "models/**": 50MiB, "**": 10MiB }
  baseline: 4f1c9e07d2
  waivers:
    - { rule: direct-commit, commit: 1a2b3c4d5e, reason: "hotfix of the scoring service", by: anna, until: 2026-12-31 }

  """
