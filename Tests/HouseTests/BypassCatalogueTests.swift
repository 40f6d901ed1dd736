import Testing

/// docs/bypasses.md names a scenario for every way round the guard, and each of them is there.
@Suite struct BypassCatalogueTests {
  static let page = "docs/bypasses.md"

  /// `Suite.function` in backquotes, and the rows without any.
  static func named(in text: String) -> (scenarios: [String], bare: [Substring]) {
    var scenarios: [String] = []
    var bare: [Substring] = []
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let found = line.matches(of: /`([A-Z]\w*Tests\.\w+)`/).map { String($0.1) }
      scenarios += found
      let isHead = line.contains("| way") || line.contains("---")
      if found.isEmpty, isHead == false { bare.append(line) }
    }
    return (scenarios, bare)
  }

  @Test func everyRowIsProvenByAScenario() throws {
    let page = try #require(House.file(Self.page), "\(Self.page) is missing")
    let (scenarios, bare) = Self.named(in: page.text)
    #expect(scenarios.count > 30, "\(Self.page) has lost its table")
    #expect(bare == [], "these rows name no scenario")
    for scenario in Set(scenarios).sorted() {
      let parts = scenario.split(separator: ".")
      let suite = "struct \(parts[0]) "
      let file = House.swiftFiles(under: "Tests/Scenarios").first { $0.text.contains(suite) }
      #expect(
        file?.text.contains("func \(parts[1])(") == true,
        "\(Self.page) names \(scenario), which is no scenario")
    }
  }

  @Test func rowsWithoutAScenarioAreSeen() {
    let text = "| way | stopped by |\n| --- | --- |\n| a | `XTests.a` |\n| b | nobody |\n"
    let (scenarios, bare) = Self.named(in: text)
    #expect(scenarios == ["XTests.a"] && bare == ["| b | nobody |"])
  }
}
