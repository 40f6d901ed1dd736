internal import FlowPolicy
internal import GitModel
import Wording
internal import YAML

/// Reads `lanes:` and `promotions:` and holds them against each other.
struct FlowReader {
  /// More lanes than any team has; it bounds the work of comparing them.
  static let mostLanes = 50

  let preset: Preset
  let root: Fields
  private(set) var lanes: [Lane]
  private(set) var promotions: ShortMap<String, Promotion>

  init(_ root: Fields, preset: Preset) throws(Problem) {
    self.root = root
    self.preset = preset
    lanes = preset.lanes
    promotions = preset.promotions
    if let node = root["lanes"] { try readLanes(node) }
    if let node = root["promotions"] {
      promotions = [:]
      try readPromotions(node)
    } else if root["lanes"] != nil {
      try checkPresetPromotions()
    }
    if hasBoth, promotions["main"] == nil {
      let key = root["promotions"] == nil ? "lanes" : "promotions"
      throw Problem(
        root.place(of: key),
        Phrase(
          """
          "promotions" has none into "main", so everything may come in around "develop"; add \
          main: { from: [develop], by: [merge] }
          """), value: "main")
    }
  }

  private var hasBoth: Bool { isLane("main") && isLane("develop") }

  private func isLane(_ name: String) -> Bool { lanes.contains { $0.name == name } }

  private mutating func readLanes(_ node: Node) throws(Problem) {
    let entries = try node.mapping(
      "lanes", such: "{ main: main }", second: { Phrase("a second lane \($0)") })
    guard entries.isEmpty == false else {
      throw Problem(node.place, Phrase("\"lanes\" must name at least one lane"))
    }
    guard entries.count <= Self.mostLanes else {
      throw Problem(node.place, Phrase("\"lanes\" must name at most \(Self.mostLanes) lanes"))
    }
    lanes = []
    for entry in entries {
      let name = try entry.key.name("lanes")
      let pattern = try entry.value.refPattern(name, owner: true)
      try checkReach(entry, pattern)
      lanes.append(Lane(name: name, pattern: pattern))
    }
  }

  /// A lane that no branch can reach is a mistake in the order: its promotions would never count.
  private func checkReach(_ entry: Node.Entry, _ pattern: PathPattern) throws(Problem) {
    switch PatternCover.covers(lanes.map(\.pattern), pattern) {
    case .no: return
    case .tooIntricate:
      throw entry.value.problem(
        Phrase(
          """
          "\(entry.name)" must be a simpler pattern, for it can't be compared with the earlier \
          ones
          """
        ))
    case .yes:
      let taker = lanes.first { PatternCover.covers([$0.pattern], pattern) == .yes }
      let cause =
        taker.map {
          Phrase("the earlier lane \"\($0.name)\" (\"\($0.pattern.source)\") takes it all")
        } ?? Phrase("the earlier lanes together take it all")
      throw Problem(
        entry.value.place,
        Phrase("no branch can reach the lane \"\(entry.name)\" (\"\(pattern.source)\"): \(cause)"),
        value: pattern.source)
    }
  }

  private mutating func readPromotions(_ node: Node) throws(Problem) {
    let entries = try node.mapping(
      "promotions", such: "{ main: { from: [develop], by: [merge] } }",
      second: { Phrase("a second promotion into \($0)") })
    for entry in entries {
      try checkLane(entry.key) { Phrase("a promotion into the unknown lane \($0)") }
      promotions[entry.name] = try promotion(into: entry)
    }
  }

  private func promotion(into entry: Node.Entry) throws(Problem) -> Promotion {
    let lane = entry.name
    let fields = try Fields(
      entry.value, lane, such: "{ from: [develop], by: [merge] }",
      known: ["from", "by", "requires"])
    let from = try sources(of: lane, try fields.required("from"))
    let by = try fields.required("by")
    let methods = try by.words("by", Method.self, such: "[merge]")
    guard methods.isEmpty == false else {
      throw Problem(
        by.place,
        Phrase("\"by\" must name at least one method: nothing could come into \"\(lane)\""))
    }
    if lane == "main", hasBoth, methods.contains(.commit) {
      throw Problem(
        by.place,
        Phrase("\"by\" must not list commit for \"main\": that is a way in around \"develop\""),
        value: "commit")
    }
    let requires = try fields["requires"]?.words("requires", Requirement.self, such: "[fresh]")
    return Promotion(from: from, by: Methods(methods), requires: Requirements(requires ?? []))
  }

  private func sources(of lane: String, _ node: Node) throws(Problem) -> [String] {
    let result = try node.values(of: "from", such: "[develop]") { item throws(Problem) in
      try checkLane(item) { Phrase("a promotion from the unknown lane \($0)") }
      let source = try item.name("from")
      if lane == "main", hasBoth, preset.sourcesOfMain.contains(source) == false {
        throw Problem(item.place, Self.aroundDevelop(source), value: source)
      }
      return source
    }
    guard result.isEmpty == false else {
      throw Problem(
        node.place,
        Phrase("\"from\" must name at least one lane: nothing could come into \"\(lane)\""))
    }
    return result
  }

  private static func aroundDevelop(_ source: String) -> Phrase {
    Phrase("\(Problem.quoted(source)) would be a way into \"main\" around \"develop\"")
  }

  private func checkLane(_ node: Node, _ what: (String) -> Phrase) throws(Problem) {
    let name = try node.name("promotions")
    guard isLane(name) == false else { return }
    throw Problem(
      node.place, what(Problem.quoted(name)), value: name,
      suggestion: Spelling.nearest(to: name, among: lanes.map(\.name)))
  }

  /// Where the file brings its own lanes, the preset's promotions must still fit them: a lane that
  /// silently lost its promotion would be free.
  private func checkPresetPromotions() throws(Problem) {
    for target in promotions.keys.sorted() {
      guard let promotion = promotions[target] else { continue }
      for name in [target] + promotion.from where isLane(name) == false {
        throw Problem(
          root.place(of: "lanes"),
          preset == .mlops
            ? Phrase(
              """
              the default promotions need the lane "\(name)", which "lanes" lacks; write \
              "promotions" too
              """)
            : Phrase(
              """
              the preset's promotions need the lane "\(name)", which "lanes" lacks; write \
              "promotions" too
              """), value: name)
      }
      if target == "main", hasBoth,
        let source = promotion.from.first(where: { preset.sourcesOfMain.contains($0) == false })
      {
        throw Problem(
          root.place(of: "lanes"),
          Phrase("\(Self.aroundDevelop(source)); write \"promotions\" too"),
          value: source)
      }
    }
  }
}
