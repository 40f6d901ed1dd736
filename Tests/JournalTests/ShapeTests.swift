import FlowPolicy
import GitModel
import GuardTesting
import Journal
import Testing
import Wording

/// Small journals of many shapes, and the entries that a person would see in them.
@Suite struct ShapeTests {
  private func entries(_ text: String) throws -> [JournalEntry] {
    try JournalComparisonTests.change([:], ["experiments/j.md": text]).added
  }

  private static let headings: [(text: String, headings: [String?])] = [
    ("# Journal\n\n## A\n\nx\n\n## B\n\ny\n", ["A", "B"]),
    ("# Журнал\n\nКак писать.\n\n## Опыт 1\n\nтекст\n", ["Опыт 1"]),
    ("A\n===\n\nx\n\nB\n===\n\ny\n", ["A", "B"]),
    ("## A\n\n### Hypothesis\n\nx\n\n### Data\n\ny\n", ["A"]),
    ("## A\n\n### Гипотеза:\n\nx\n\n### ВЫВОД\n\ny\n", ["A"]),
    ("# A\n\n## Metrics\n\nf1 = 1\n", ["A"]),
    ("# A\n\n## Hypothesis\n\nx\n\n## Setup\n\ny\n\n## Results\n\nz\n", ["A"]),
    ("---\nbranch: x\nmetrics:\n  f1: 0.9\n---\n# A\n\n## B\n", ["A"]),
    ("---\ntitle: The title\nhypothesis: x\n---\ntext\n", ["The title"]),
    ("---\nlayout: page\n---\n# J\n\n## A\n\n## B\n", ["A", "B"]),
    ("just words\n", [nil]),
    ("**Hypothesis:** x\n\n**Data:** y\n", [nil]),
    ("## Hypothesis\n\nx\n\n## Data\n\ny\n", [nil]),
    ("# 2026\n\n## A\n\nx\n\n# 2025\n\n## B\n\ny\n", ["A", "B"]),
    ("```\n# no\n```\n\n## A\n", ["A"]),
    ("<!--\n## no\n-->\n\n## A\n\nx\n", ["A"]),
    ("> ## quoted\n\n## A\n", ["A"]),
    ("- ## in a list\n\n## A\n", ["A"]),
    ("## A\n\n## A\n", ["A", "A"]),
    ("##  \u{a0}\n\n## A\n", ["A"]),
    ("## A `code` and *more*\n", ["A code and more"]),
    ("## A\n\n| metric | value |\n|---|---|\n| f1 | 0.9 |\n", ["A"]),
    ("Опыт\n====\n\n**Гипотеза:** да\n\nЕщё\n===\n\n**Вывод:** нет\n", ["Опыт", "Ещё"]),
    ("---\nветка: опыт\nметрики:\n  f1: 0,9\n---\n", [nil]),
    ("---\nзаголовок: Опыт 7\nвывод: да\n---\n## Ход\n\nтекст\n", ["Опыт 7"]),
    ("| Поле | Значение |\n|---|---|\n| Гипотеза | да |\n", [nil]),
    ("## Опыт\n\n| Поле | Значение |\n|---|---|\n| Гипотеза | да |\n| Вывод | нет |\n", ["Опыт"]),
    ("# Журнал\n\n## 2026\n\n### Опыт 1\n\nда\n\n### Опыт 2\n\nнет\n", ["Опыт 1", "Опыт 2"]),
    ("## Опыт\n\n- **Гипотеза:** да\n  - **Данные:** набор\n- **Вывод:** нет\n", ["Опыт"]),
    ("## A\r\n\r\nx\r\n\r\n## B\r\n\r\ny\r\n", ["A", "B"]),
    ("\u{feff}## A\n\nx\n", ["A"]),
    ("## A ##\n\nx\n", ["A"]),
    ("#A\n\nx\n", [nil]),
    ("    ## code\n\n## A\n\nx\n", ["A"]),
    ("~~~\n## no\n~~~\n\n## A\n\nx\n", ["A"]),
    // Runs within an entry that gives fields are parts of it; further entries below are not.
    (
      "## A\n\n### Hypothesis\n\nx\n\n### Run 1\n\n**Metrics:** f1 = 1\n\n### Run 2\n\n"
        + "**Metrics:** f1 = 2\n\n### Conclusion\n\ny\n", ["A"]
    ),
    (
      "## Опыт\n\n**Гипотеза:** да\n\n**Данные:** MNIST\n\n### Запуск 1\n\n**Метрики:** f1 = 1\n",
      ["Опыт"]
    ),
    (
      "# A\n\n**Hypothesis:** x\n\n**Result:** y\n\n## B\n\n- **Branch:** b\n- **Data:** z\n",
      ["A", "B"]
    ),
    (
      "# Журнал\n\n**Данные:** MNIST\n\n## Опыт 1\n\n**Метрики:** f1 = 1\n\n## Опыт 2\n\n"
        + "**Метрики:** f1 = 2\n", ["Опыт 1", "Опыт 2"]
    ),
    (
      "# J\n\n## Data\n\nMNIST\n\n## Run A\n\n**Hypothesis:** x\n\n**Result:** y\n", ["Run A"]
    ),
    ("## A\n\n### Hypothesis\n\nx\n\n### Run\n\n**Metrics:** f1 = 1\n", ["A", "Run"]),
    ("## A\n\n### 1. Гипотеза\n\nx\n\n### 2) Data\n\ny\n", ["A"]),
    ("<details>\n<summary>s</summary>\n\n## A\n\nx\n\n</details>\n", ["A"]),
  ]

  @Test(arguments: headings) func entriesAreSeen(_ text: String, _ headings: [String?]) throws {
    #expect(try entries(text).map(\.heading) == headings)
  }

  private static let fields: [(text: String, field: EntryField, value: String?)] = [
    ("**Data:** x", .data, "x"), ("**Data**: x", .data, "x"), ("- **data:** x", .data, "x"),
    ("* **Данные** : x", .data, "x"), ("**Данные:**\n\nx\ny", .data, "x\ny"),
    ("### Data\n\nx", .data, "x"), ("Data\n---\n\nx", .data, nil),
    ("**Hypothesis:** a\n**Data:** x\n**Result:** b", .data, "x"),
    ("| Data | x |\n|---|---|\n| Result | b |", .data, "x"),
    ("| Field | Value |\n|---|---|\n| data: | x |", .data, "x"),
    ("**Important** words", .data, nil), ("text **Data:** x", .data, nil),
    ("`**Data:** x`", .data, nil), ("<!-- **Data:** x -->\n\nwords", .data, nil),
    ("```\n**Data:** x\n```", .data, nil),
    ("- **Metrics:**\n  - f1: 0.9\n  - loss: 0.1\n- **Data:** x", .metrics, "f1: 0.9\nloss: 0.1"),
    ("### Метрики\n\n| f1 | loss |\n|---|---|\n| 0.9 | 0.1 |", .metrics, "f1 | loss\n0.9 | 0.1"),
    ("### 3. Data:\n\nx", .data, "x"), ("**2) Данные:** x", .data, "x"),
    ("**2.5 Data:** x", .data, nil), ("**1.Data:** x", .data, nil),
    ("**Вывод:** лучше,\nчем было", .conclusion, "лучше,\nчем было"),
  ]

  @Test(arguments: fields)
  func fieldsAreRead(_ text: String, _ field: EntryField, _ value: String?) throws {
    let entry = try #require(try entries("## A\n\nx\n\n" + text + "\n").first)
    #expect(entry.field(field)?.value == value)
  }

  @Test(arguments: [
    "", "…", "...", "—", "<which>", "TO" + "DO", "tbd", "заполнить", "[ ]", "{{x}}",
  ])
  func placeholdersAreBlank(_ value: String) throws {
    let text = "## A\n\n**Data:** \(value)\n\n**Result:** good\n"
    let entry = try #require(try entries(text).first)
    #expect(entry.field(.data)?.isBlank == true)
    #expect(try entries("## A\n\n**Data:** \(value)\n").isEmpty)
  }

  @Test(arguments: ["0", "x", "n/a", "[0.9, 0.8]", "see <here>", "todos of users", "✅"])
  func wordsAreNoPlaceholders(_ value: String) throws {
    let entry = try #require(try entries("## A\n\n**Data:** \(value)\n").first)
    #expect(entry.field(.data)?.isBlank == false)
  }
}
