import FlowPolicy
import GitModel
import GuardTesting
import Journal
import Testing
import Wording

/// What an entry gives for its metrics, by the shapes in which people write them.
@Suite struct MetricTests {
  /// Each metric as `name[variant]=digits unit`, or `name?text` where it is no number.
  private func metrics(_ body: String, known: [String] = []) -> [String] {
    var experiments = Experiments()
    experiments.metrics = known.map { .init(name: $0, better: .higher) }
    let text = body.hasPrefix("---") ? body : "## A\n\n\(body)\n"
    let reader = JournalReader(experiments, template: .empty)
    let entries = reader.entries(in: Array(text.utf8), at: "experiments/j.md")
    return entries.flatMap(\.metrics).map { metric in
      let name = metric.name + (metric.variant.map { "[\($0)]" } ?? "")
      guard let measure = metric.measure else { return "\(name)?\(metric.text)" }
      return "\(name)=\(measure.digits)\(measure.unit.map { " \($0)" } ?? "")"
    }
  }

  private static let lines: [(text: String, metrics: [String])] = [
    ("**Metrics:** f1 = 0.93, loss: 0,12", ["f1=0.93", "loss=0.12"]),
    ("**Метрики:** точность 93,5 %; F1 — 0,9", ["точность=93.5 %", "F1=0.9"]),
    ("### Metrics\n\n- f1: 0.93\n- latency 12 ms\n", ["f1=0.93", "latency=12 ms"]),
    ("### Metrics\n\n- **F1:** 0.93\n- **Loss:** none yet\n", ["F1=0.93", "Loss?none yet"]),
    ("**Metrics:** top 5 accuracy 0.9", ["top 5 accuracy=0.9"]),
    ("**Metrics:** f1@10 = 0.3 (was 0.2)", ["f1@10=0.3"]),
    ("**Metrics:** see the notebook", ["?see the notebook"]),
    ("**Metrics:** f1 = 0.91 → 0.93", ["f1?0.91 → 0.93"]),
    ("**Metrics:** <f1 = …>", []),
    ("**Metrics:** val: f1: 0.9", ["val: f1=0.9"]),
    ("**Metrics:** f1 = 0.9 [0.8, 1.0], loss = 0.1 (0.05; 0.2)", ["f1=0.9", "loss=0.1"]),
    ("**Metrics:** f1 = 0.9 (best, loss = 0.1", ["f1=0.9", "loss=0.1"]),
    ("**Metrics:** time: 3:20, f1@k=5: 0.7", ["time?3:20", "f1@k=5=0.7"]),
    ("**Metrics:** time = 3:20", ["time?3:20"]),
    ("**Metrics:** 0.93, 0.91", ["=0.93", "=0.91"]),
    ("---\nmetrics:\n  test: {f1: 0.9, loss: 0.1}\n---\n", ["test f1=0.9", "test loss=0.1"]),
    ("---\nmetrics:\n- {name: f1, value: 0.9}\n- f2: 0.8\n---\n", ["f1=0.9", "f2=0.8"]),
    ("---\nmetrics:\n  f1: 0.9\n  loss: high\n---\ntext", ["f1=0.9", "loss?high"]),
    ("---\nmetrics: [f1=0.9, loss=0.1]\n---\n", ["f1=0.9", "loss=0.1"]),
  ]

  @Test(arguments: lines) func linesAreRead(_ text: String, _ expected: [String]) {
    #expect(metrics(text) == expected)
  }

  private static let tables: [(text: String, metrics: [String])] = [
    ("| metric | value |\n|---|---|\n| f1 | 0.9 |\n| loss | ? |", ["f1=0.9"]),
    ("| metric | value |\n|---|---|\n| f1 | bad |", ["f1?bad"]),
    (
      "| model | f1 | note |\n|---|---|---|\n| a | 0.9 | good |\n| b | 0.8 | bad |",
      ["f1[a]=0.9", "f1[b]=0.8"]
    ),
    ("| model | f1 | loss |\n|---|---|---|\n| a | 0.9 | 0.1 |", ["f1=0.9", "loss=0.1"]),
    ("| | a | b |\n|---|---|---|\n| f1 | 0.9 | 0.8 |", ["f1[a]=0.9", "f1[b]=0.8"]),
    ("| метрика | до | после |\n|-|-|-|\n| F1 | 0,8 | 0,9 |", ["F1[до]=0.8", "F1[после]=0.9"]),
  ]

  @Test(arguments: tables) func tablesAreRead(_ text: String, _ expected: [String]) {
    #expect(metrics("### Metrics\n\n\(text)") == expected)
  }

  @Test func metricsOfThePolicyAreFoundAnywhere() {
    #expect(metrics("**F1:** 0.9\n\n**Loss:** 0.1\n\n**Data:** 12", known: ["f1"]) == ["F1=0.9"])
    #expect(metrics("---\nf1: 0.9\nbranch: x\n---\n", known: ["f1"]) == ["f1=0.9"])
    let table = "| lr | f1 |\n|---|---|\n| 0.1 | 0.9 |\n| 0.2 | 0.8 |"
    #expect(metrics(table, known: ["f1"]) == ["f1[0.1]=0.9", "f1[0.2]=0.8"])
    #expect(metrics(table).isEmpty, "a table of other values is none of metrics")
  }

  @Test func aFieldBelowMetricsCountsOnce() {
    #expect(metrics("### Metrics\n\n- **F1:** 0.93\n", known: ["f1"]) == ["F1=0.93"])
  }

  @Test func partsOfAnEntryBelongToIt() {
    let text = "# J\n\n## A\n\n**Metrics:** f1 = 1\n\n### Details\n\nwords\n\n## B\n\ny\n"
    let entries = JournalReader(Experiments(), template: .empty)
      .entries(in: Array(text.utf8), at: "experiments/j.md")
    #expect(entries.map(\.entry.heading) == ["A", "B"])
    #expect(entries.first?.metrics.map(\.name) == ["f1"])
    #expect(entries.first?.source.contains("Details") == true)
  }
}
