import FlowPolicy
import GitModel
import GuardTesting
import Journal
import Testing
import Wording

/// A new entry names its branch and counts only once somebody fills it in.
@Suite struct SkeletonTests {
  private func skeleton(
    _ title: String = "experiment/resnet_50", template: String? = nil, sections: [String] = [],
    commits: [String] = ["1a2b3c4 Train *it*"], language: Language = .english
  ) -> String {
    Skeleton(
      title: title,
      origin: [.branch: title, .author: "Anna", .date: "2026-11-24", .base: "4f1c9e0"],
      commits: commits,
      template: template ?? Skeleton.standardTemplate(language, sections: sections),
      sections: sections, language: language
    ).text
  }

  private func read(_ text: String) throws -> DescribedEntry {
    let entries = JournalReader(Experiments(), template: .empty)
      .entries(in: Array(text.utf8), at: "experiments/j.md")
    #expect(entries.count == 1)
    return try #require(entries.first)
  }

  @Test(arguments: Language.allCases) func itSaysWhatIsKnown(_ language: Language) throws {
    let entry = try read(skeleton(language: language))
    #expect(entry.isFilledIn == false)
    #expect(entry.entry.heading == "experiment/resnet_50")
    #expect(entry.entry.names("experiment/resnet_50"))
    #expect(entry.entry.field(.author)?.value == "Anna")
    #expect(entry.entry.field(.commits)?.value == "1a2b3c4 Train *it*")
    for field in [EntryField.hypothesis, .data, .metrics, .result, .conclusion] {
      #expect(entry.entry.field(field)?.isBlank == true)
      #expect(entry.entry.field(field)?.name == field.name(in: language))
    }
    #expect(entry.metrics.isEmpty)
  }

  @Test func oneFilledFieldMakesItAnEntry() throws {
    let text = skeleton().replacing(
      "<experiment/resnet\\_50: what came out>", with: "It is better.")
    #expect(try read(text).isFilledIn)
  }

  @Test func severalCommitsAreAList() throws {
    let entry = try read(skeleton(commits: ["1 One", "2 Two; three"]))
    #expect(entry.entry.field(.commits)?.value == "1 One\n2 Two; three")
    #expect(try read(skeleton(commits: [])).entry.field(.commits) == nil)
  }

  @Test func aTemplateOfTheTeamIsFilledIn() throws {
    let template = """
      <!-- How to write -->
      # Template

      | Поле | Значение |
      |---|---|
      | Гипотеза | <что ожидаем> |
      | Вывод | … |
      """
    let entry = try read(skeleton(template: template, sections: ["Conclusion", "Risk"]))
    #expect(entry.entry.heading == "experiment/resnet_50")
    #expect(entry.entry.field(.author)?.value == "Anna")
    #expect(entry.entry.fields.map(\.name).contains("Risk"))
    #expect(entry.entry.fields.filter { EntryField.areOne($0.name, "Conclusion") }.count == 1)
    #expect(entry.isFilledIn == false)
  }

  @Test func aTemplateWithTokensKeepsItsShape() throws {
    let template = "## {{date}}: {{branch}}\n\nBy {{author}}, from {{base}}. Markup: <br>\n"
    let text = skeleton(template: template)
    #expect(text.contains("## {{date}}: experiment/resnet\\_50") == false)
    #expect(text.contains("By Anna, from 4f1c9e0. Markup: <br>"))
  }

  @Test func namesThatMarkdownWouldReadAreKept() throws {
    for name in ["a*b*", "x_y_z", "a`b`", "user<tag>", "#1", "a|b", "!x[y](z)"] {
      let entry = try read(skeleton(name))
      #expect(entry.entry.heading == name)
      #expect(entry.entry.field(.branch)?.value == name)
    }
  }

  /// Without one it would belong to the entry above it.
  @Test func aTemplateWithoutAHeadingGetsOne() throws {
    let text = skeleton(template: "- **Ветка:** {{branch}}\n- **Вывод:** <что следует>\n")
    #expect(text.hasPrefix("## experiment/resnet\\_50\n"))
    let entry = try read(text)
    #expect(entry.entry.fields.count { EntryField(named: $0.name) == .branch } == 1)
    #expect(entry.entry.field(.author)?.value == "Anna")
  }

  /// git joins two people's entries only where not too many lines in a row are the same.
  @Test func fewLinesInARowAreTheSameForTwo() throws {
    let template = """
      ## {{branch}}

      {{date}}

      ### Metrics

      | metric | value |
      | --- | --- |
      | f1 | <number> |

      Read what stands here.



      And this.

      ### Conclusion

      """
    let (one, other) = (skeleton("a-->x", template: template), skeleton("b", template: template))
    let lines = zip(
      one.split(separator: "\n", omittingEmptySubsequences: false),
      other.split(
        separator: "\n", omittingEmptySubsequences: false))
    var alike = 0
    for (first, second) in lines {
      alike = first == second ? alike + 1 : 0
      #expect(alike <= 3 || first.contains("<number>"), "\(one)")
    }
    let entry = try read(one)
    #expect(["Metrics", "Conclusion"].allSatisfy(entry.entry.fields.map(\.name).contains))
    #expect(entry.entry.text.contains("x -->") == false, "what parts entries is not seen")
    #expect(skeleton() == skeleton().replacing("<!--", with: ""), "ours needs no marks")
  }
}
