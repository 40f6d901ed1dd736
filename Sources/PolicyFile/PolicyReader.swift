internal import FlowPolicy
internal import GitModel
import Wording
internal import YAML

/// Reads the whole mapping of a policy file.
enum PolicyReader {
  static let keys = [
    "version", "preset", "mode", "lanes", "promotions", "experiments", "rules", "trust", "tags",
    "owners", "waivers", "baseline", "messages", "layout", "file-size",
  ]

  static func policy(_ root: Node) throws(Problem) -> Policy {
    guard case .mapping = root.content else {
      throw root.problem(Phrase("a policy must be a mapping of keys such as mode: enforce"))
    }
    let fields = try Fields(root, "policy", such: "mode: enforce", known: keys)
    if let version = fields["version"] { try check(version: version) }
    let preset = try fields["preset"]?.word("preset", Preset.self) ?? .mlops
    var policy = Policy()
    if let node = fields["mode"] { policy.mode = try node.word("mode", Policy.Mode.self) }
    let flow = try FlowReader(fields, preset: preset)
    policy.lanes = flow.lanes
    policy.promotions = flow.promotions
    if let node = fields["experiments"] { policy.experiments = try experiments(node) }
    if let node = fields["rules"] { policy.severities = try severities(node) }
    if let node = fields["trust"] {
      let trusted = try node.words("trust", Trust.self, such: "[messages]")
      policy.trustsMessages = trusted.contains(.messages)
    }
    if let node = fields["tags"] { policy.tags = try tags(node, lanes: policy.lanes) }
    if let node = fields["owners"] { policy.owners = try owners(node) }
    if let node = fields["waivers"] { policy.waivers = try waivers(node) }
    if let node = fields["baseline"], node.isNull == false {
      policy.baseline = try node.commit("baseline")
    }
    if let node = fields["messages"] {
      policy.messages = try node.word("messages", Policy.Messages.self)
    }
    if let node = fields["layout"] { policy.layout = try layout(node) }
    if let node = fields["file-size"] { policy.fileSizes = try fileSizes(node) }
    return policy
  }

  private enum Trust: String, CaseIterable { case messages }

  /// Another number means another meaning of the keys, so nothing is guessed.
  private static func check(version: Node) throws(Problem) {
    guard case .scalar("1", plain: true) = version.content else {
      throw version.problem(
        Phrase("\"version\" must be the bare number 1, the only version that this program reads"))
    }
  }

  private static func experiments(_ node: Node) throws(Problem) -> Experiments {
    let fields = try Fields(
      node, "experiments", such: "{ directory: experiments }",
      known: ["directory", "files", "entry", "metrics"])
    var result = Experiments()
    if let node = fields["directory"] { result.directory = try node.path("directory") }
    if let node = fields["files"] {
      result.files = try node.pathPatterns("files", such: "[\"**/*.md\"]")
    }
    if let node = fields["entry"] {
      let entry = try Fields(
        node, "entry", such: "{ sections: [Data] }", known: ["sections", "names-branch", "exempt"])
      if let node = entry["sections"] { result.sections = try sections(node) }
      if let node = entry["names-branch"] { result.namesBranch = try node.flag("names-branch") }
      if let node = entry["exempt"] {
        result.exempt = try node.pathPatterns("exempt", such: "[\"docs/**\"]")
      }
    }
    if let node = fields["metrics"] {
      for entry in try node.mapping(
        "metrics", such: "{ f1: higher }", second: { Phrase("a second metric \($0)") })
      {
        let name = try entry.key.bounded("metrics")
        let better = try entry.value.word(name, Experiments.Metric.Direction.self)
        result.metrics.append(Experiments.Metric(name: name, better: better))
      }
    }
    return result
  }

  private static func sections(_ node: Node) throws(Problem) -> [String] {
    try node.values(of: "sections", such: "[Data, Metrics]") { item throws(Problem) in
      try item.bounded("sections")
    }
  }

  private static func severities(_ node: Node) throws(Problem) -> ShortMap<RuleID, Severity> {
    var result: ShortMap<RuleID, Severity> = [:]
    for entry in try node.mapping(
      "rules", such: "{ own-work: error }", second: { Phrase("a second severity for \($0)") })
    {
      result[try entry.key.rule("rules")] = try entry.value.severity(entry.name)
    }
    return result
  }

  private static func tags(_ node: Node, lanes: [Lane]) throws(Problem) -> [TagRule] {
    var result: [TagRule] = []
    for entry in try node.mapping("tags", such: "{ \"v*\": main }") {
      let pattern = try entry.key.refPattern("tags", owner: false)
      let lane = try entry.value.name(entry.name)
      guard lanes.contains(where: { $0.name == lane }) else {
        throw Problem(
          entry.value.place,
          Phrase(
            """
            the tags \(Problem.quoted(entry.name)) need the unknown lane \
            \(Problem.quoted(lane))
            """), value: lane,
          suggestion: Spelling.nearest(to: lane, among: lanes.map(\.name)))
      }
      result.append(TagRule(pattern: pattern, lane: lane))
    }
    return result
  }

  private static func layout(_ node: Node) throws(Problem) -> Layout {
    let fields = try Fields(
      node, "layout", such: "{ required: [README.md] }", known: ["required", "locks"])
    var result = Layout()
    if let node = fields["required"] {
      result.required = try node.paths("required", such: "[README.md]")
    }
    if let node = fields["locks"] {
      for entry in try node.mapping("locks", such: "{ requirements.in: requirements.txt }") {
        let source = try entry.key.path("locks")
        let lock = try entry.value.path(entry.name)
        guard source != lock else {
          throw entry.value.problem(
            Phrase("the lock of \(entry.key.described) must be another file"))
        }
        result.locks.append(Layout.Lock(source: source, lock: lock))
      }
    }
    return result
  }

  private static func fileSizes(_ node: Node) throws(Problem) -> [FileSizeRule] {
    var result: [FileSizeRule] = []
    for entry in try node.mapping("file-size", such: "{ \"**\": 10MiB }") {
      let pattern = try entry.key.pathPattern("file-size")
      result.append(FileSizeRule(pattern: pattern, limit: try entry.value.size(entry.name)))
    }
    return result
  }
}
