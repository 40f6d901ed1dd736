public import FlowPolicy
internal import GitModel

extension PolicyFile {
  /// The whole policy as a file's text, defaults included; ``read(_:file:)`` gives it back equal,
  /// as long as it is one that a file can state at all.
  public static func render(_ policy: Policy) -> String {
    var lines = ["version: 1"]
    if needsGitflow(policy) { lines.append("preset: gitflow") }
    lines += ["mode: \(policy.mode.rawValue)", "lanes:"]
    lines += policy.lanes.map { "  \(YAMLText.scalar($0.name)): \(pattern($0.pattern))" }
    lines += promotions(policy) + experiments(policy.experiments)
    lines += section(
      "rules",
      policy.severities.entries.sorted { $0.key < $1.key }.map {
        ($0.key.rawValue, $0.value.rawValue)
      })
    lines.append("trust: " + (policy.trustsMessages ? "[messages]" : "[]"))
    lines += section(
      "tags", policy.tags.map { (pattern($0.pattern), YAMLText.scalar($0.lane)) })
    lines += section(
      "owners",
      policy.owners.sorted { $0.key < $1.key }.map {
        (YAMLText.scalar($0.key), YAMLText.list($0.value.map(YAMLText.scalar)))
      })
    lines += waivers(policy.waivers)
    lines.append("baseline: " + (policy.baseline.map(YAMLText.scalar) ?? "null"))
    lines.append("messages: \(policy.messages.rawValue)")
    lines += layout(policy.layout)
    lines += section(
      "file-size", policy.fileSizes.map { (pattern($0.pattern), SizeUnit.spelled($0.limit)) })
    return lines.map { $0 + "\n" }.joined()
  }

  /// Whether the lanes into main are those that only the gitflow preset allows.
  private static func needsGitflow(_ policy: Policy) -> Bool {
    guard policy.lane(named: "develop") != nil, policy.lane(named: "main") != nil else {
      return false
    }
    let sources = policy.promotions["main"]?.from ?? []
    return sources.contains { Preset.mlops.sourcesOfMain.contains($0) == false }
  }

  private static func pattern(_ pattern: PathPattern) -> String { YAMLText.scalar(pattern.source) }

  private static func patterns(_ patterns: [PathPattern]) -> String {
    YAMLText.list(patterns.map(pattern))
  }

  private static func path(_ path: TreePath) -> String {
    YAMLText.scalar(String(decoding: path.bytes, as: UTF8.self))
  }

  /// A key with a line for each entry below it.
  private static func section(
    _ name: String, _ entries: [(key: String, value: String)], indent: String = ""
  ) -> [String] {
    guard entries.isEmpty == false else { return ["\(indent)\(name): {}"] }
    return ["\(indent)\(name):"] + entries.map { "\(indent)  \($0.key): \($0.value)" }
  }

  private static func promotions(_ policy: Policy) -> [String] {
    let names = policy.lanes.map(\.name).filter { policy.promotions[$0] != nil }
    return section(
      "promotions",
      names.compactMap { name in
        guard let promotion = policy.promotions[name] else { return nil }
        var fields: [(key: String, value: String)] = [
          ("from", YAMLText.list(promotion.from.map(YAMLText.scalar))),
          ("by", words(promotion.by.contains)),
        ]
        if promotion.requires.isEmpty == false {
          fields.append(("requires", words(promotion.requires.contains)))
        }
        return (YAMLText.scalar(name), YAMLText.mapping(fields))
      })
  }

  /// The words that are meant, always in the same order.
  private static func words<Word: CaseIterable & RawRepresentable>(
    _ isMeant: (Word) -> Bool
  ) -> String where Word.RawValue == String {
    YAMLText.list(Word.allCases.filter(isMeant).map(\.rawValue))
  }

  private static func experiments(_ experiments: Experiments) -> [String] {
    [
      "experiments:",
      "  directory: \(path(experiments.directory))",
      "  files: \(patterns(experiments.files))",
      "  entry:",
      "    sections: \(YAMLText.list(experiments.sections.map(YAMLText.scalar)))",
      "    names-branch: \(experiments.namesBranch)",
      "    exempt: \(patterns(experiments.exempt))",
    ]
      + section(
        "metrics", experiments.metrics.map { (YAMLText.scalar($0.name), $0.better.rawValue) },
        indent: "  ")
  }

  private static func layout(_ layout: Layout) -> [String] {
    ["layout:", "  required: \(YAMLText.list(layout.required.map(path)))"]
      + section("locks", layout.locks.map { (path($0.source), path($0.lock)) }, indent: "  ")
  }

  private static func waivers(_ waivers: [Waiver]) -> [String] {
    guard waivers.isEmpty == false else { return ["waivers: []"] }
    return ["waivers:"]
      + waivers.map { waiver in
        let target: (key: String, value: String) =
          switch waiver.target {
          case .commit(let id): ("commit", YAMLText.scalar(id))
          case .branch(let branch):
            ("branch", YAMLText.scalar(String(decoding: branch.bytes, as: UTF8.self)))
          }
        return "  - "
          + YAMLText.mapping([
            ("rule", waiver.rule.rawValue), target, ("reason", YAMLText.scalar(waiver.reason)),
            ("by", YAMLText.scalar(waiver.by)), ("until", waiver.until.description),
          ])
      }
  }
}
