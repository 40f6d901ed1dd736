import FlowPolicy
import Foundation
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Reporting

/// The same reports in Russian: the words change, and nothing that a program reads.
@Suite struct RussianTests {
  private static var russian: Report {
    var report = Samples.everything
    report.language = .russian
    return report
  }

  private func written(_ format: ReportFormat, _ report: Report) -> String {
    let renderer = format.renderer(exitCode: 1, isStrict: false)
    return String(decoding: renderer.render([report]), as: UTF8.self)
  }

  @Test func aRefusalWordForWord() {
    #expect(
      Samples.text(Self.russian, .normal, .all) == """
        ✗ слияние отклонено: experiment/resnet нельзя вливать в develop

          branch-flow   develop takes only intermediate branches; experiment/resnet is an experiment branch
                        the way: experiment/resnet → intermediate/anna → develop → main

          сделайте так:
            git merge --abort
            git switch intermediate/anna
            git pull origin develop
            git merge --no-ff experiment/resnet
            gitflow-guard experiments new experiment/resnet
            git push -u origin intermediate/anna        # then open the merge request into develop

          подробнее: gitflow-guard explain branch-flow

        ? нельзя решить о слиянии: здесь история обрезана (неполный клон, shallow)

          stale-source   develop: is d0d0d0d0d0 an ancestor of e1e1e1e1e1

          сделайте это и попробуйте снова:
            git fetch --unshallow

        ! entry-format на develop: experiments/Журнал 1.md:12 lacks Data
        ! own-work на intermediate/anna: src/train.py was changed here, and no experiment branch holds
            that content
        ! own-work: нет ответа про develop: what does a1 hold, потому что обещанного объекта здесь нет
            (частичный клон, partial)
        ~ разрешено: direct-commit на develop: develop takes merges only, and this commit has one parent
            (the release could not wait; anna, до 2026-12-31)
          заметка: free while set up
          проверено: 1 шаг, 1 ошибка, 2 предупреждения, 1 разрешено, 2 открытых вопроса
        """ + "\n")
  }

  @Test func theCommentOfAMergeRequest() {
    let text = written(.markdown, Self.russian)
    for line in [
      "## gitflow-guard: ❌ отклонено", "`develop`: 1 шаг, 1 ошибка, 2 предупреждения",
      "### слияние отклонено: ", "Сделайте так:", "### Нет ответа: здесь история обрезана",
      "### Предупреждения", "### Разрешено", "### Заметки",
      "политика: `develop:.gitflow-guard.yml`",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
  }

  /// Titles and messages are said; keys, rules, fingerprints, places and test names stay.
  @Test(arguments: ReportFormat.allCases)
  func programsReadTheSame(_ format: ReportFormat) throws {
    var report = Samples.everything
    report.judgement.notes.append(Phrase("what a journal says" as Phrase.Template))
    let english = written(format, report)
    report.language = .russian
    let russian = written(format, report)
    #expect(english != russian)
    #expect(russian.contains(/\p{Cyrillic}{3}/))
    switch format {
    case .json, .sarif, .gitlab:
      #expect(try Self.skeleton(of: english) == Self.skeleton(of: russian))
    case .junit:
      let names = /(?:classname|name|type|value|tests|failures|errors)="[^"]*"/
      #expect(english.matches(of: names).map(\.0) == russian.matches(of: names).map(\.0))
    case .github:
      let place = /::\w+ (?:file|line)=[^,]*,/
      #expect(english.matches(of: place).map(\.0) == russian.matches(of: place).map(\.0))
    case .markdown: break
    }
  }

  /// A document without what is said in a language: the members that hold sentences.
  private static func skeleton(of text: String) throws -> String {
    let said: Set<String> = [
      "message", "text", "markdown", "description", "justification", "question", "remedy", "notes",
    ]
    func bare(_ value: Any) -> Any {
      if let object = value as? [String: Any] {
        return object.reduce(into: [String: Any]()) { result, member in
          result[member.key] =
            said.contains(member.key) && (member.value is [String: Any]) == false
            ? "said" : bare(member.value)
        }
      }
      if let list = value as? [Any] { return list.map(bare) }
      return value
    }
    let value = bare(try JSONSerialization.jsonObject(with: Data(text.utf8)))
    let bytes = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      (0, "0 шагов", "0 steps"), (1, "1 шаг", "1 step"), (2, "2 шага", "2 steps"),
      (5, "5 шагов", "5 steps"), (11, "11 шагов", "11 steps"), (21, "21 шаг", "21 steps"),
      (22, "22 шага", "22 steps"), (111, "111 шагов", "111 steps"), (104, "104 шага", "104 steps"),
    ]) func numbersHaveTheirForms(_ count: Int, _ russian: String, _ english: String)
  {
    let judged = Judgement.Judged(
      ref: "refs/heads/develop", lane: nil, before: nil, after: nil, steps: count)
    let counts = Judgement(subjects: [judged], findings: [], gaps: [], notes: []).counts
    #expect(counts.text(in: .russian) == russian)
    #expect(counts.english == english)
  }

  @Test func tablesAreAlignedByWhatIsSaid() {
    let table = Table(
      columns: [.init(Phrase("entry" as Phrase.Template)), .init("f1", isNumeric: true)],
      rows: [[.init("a"), .init("0.9")], [.init("опыт"), .init("0.85")]])
    #expect(
      table.text(Style(color: false, unicode: true), in: .russian) == [
        "запись    f1", "a        0.9", "опыт    0.85",
      ])
    #expect(String(decoding: table.csv, as: UTF8.self).hasPrefix("entry,f1\r\n"))
  }

  @Test func whyThereIsNoVerdictIsSaidToo() {
    var failure = Samples.brokenPolicy
    failure.language = .russian
    for format in ReportFormat.allCases {
      let renderer = format.renderer(exitCode: 2, isStrict: false)
      let text = String(decoding: renderer.render(failure), as: UTF8.self)
      let isTitled = [.github, .gitlab, .markdown, .sarif].contains(format)
      #expect(text.contains(/\p{Cyrillic}{3}/) == isTitled, "\(format): \(text)")
    }
  }
}
