import FlowPolicy
import GitModel
import GuardTesting
import PolicyFile
import Reporting
import Testing
import Wording

@testable import Guard

/// The texts of `init` keep step with what the tool knows.
@Suite struct SetupTextTests {
  private var keys: [String] {
    PolicyFile.render(Policy()).split(separator: "\n").filter { $0.hasPrefix(" ") == false }
      .map { String($0.prefix { $0 != ":" }) }
  }

  @Test(arguments: Language.allCases) func everyKeyIsExplained(_ language: Language) {
    #expect(Set(SetupTexts.policyKeys.keys) == Set(keys).subtracting(["version"]))
    let texts = [SetupTexts.policyHead, SetupTexts.journal] + SetupTexts.policyKeys.values
    let lines = texts.flatMap { SetupTexts(language).said($0) }
    for line in lines { #expect(line.count < 98, "\(line)") }
  }

  @Test func settingUpIsNoExperiment() {
    let entry = TreeEntry(kind: .regular, id: ObjectID("00000000000000000000000000000000000000aa")!)
    let new: [TreePath] = [
      "experiments/journal.md", "experiments/TEMPLATE.md", "data/.gitkeep", "app/app.py",
      ".gitflow-guard.yml", ".gitattributes", "README.md", "requirements.in",
    ]
    for path in new {
      let change = PathChange(path: path, before: nil, after: entry)
      #expect(SetupPaths.covers(change, Experiments()), "\(path)")
    }
    let edited = PathChange(path: "experiments/journal.md", before: entry, after: entry)
    #expect(SetupPaths.covers(edited, Experiments()) == false)
    let other = PathChange(path: "data/set.csv", before: nil, after: entry)
    #expect(SetupPaths.covers(other, Experiments()) == false)
  }
}
