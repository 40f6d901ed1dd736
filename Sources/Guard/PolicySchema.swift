import FlowPolicy
import PolicyFile
public import Reporting
import Wording

/// The policy file's form as a JSON Schema (draft 2020-12), for editors and other tools.
///
/// A schema can't say all that the loader asks: that a promotion names a lane, that a lane can be
/// reached. `policy check` does. What the schema refuses the loader refuses too.
public enum PolicySchema {
  public static let value = object(
    [
      .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      .init("title", .string("gitflow-guard's policy, \(PolicyFile.names[0])")),
    ],
    [
      ("version", .object([.init("const", .integer(1)), told("The form of this file.")])),
      ("preset", choice(PolicyFile.presets, "Other starting values for lanes and promotions.")),
      ("mode", choice(Policy.Mode.allCases.map(\.rawValue), "advise: everything is a warning.")),
      (
        "lanes",
        map(
          of: text("A pattern: * matches anything but /, ** also /, {owner} one part."),
          "Classes of branches, by name; the first pattern that matches decides.",
          [
            .init("minProperties", .integer(1)),
            .init("maxProperties", .integer(PolicyFile.mostLanes)),
          ])
      ),
      ("promotions", map(of: promotion, "What a lane may receive; one that is not named is free.")),
      ("experiments", experiments),
      (
        "rules",
        object(
          [told("Severities that differ from the defaults.")],
          RuleID.allCases.map { ($0.rawValue, severity(of: $0)) })
      ),
      (
        "trust",
        list(of: choice(["messages"]), "messages: merge subjects count as attribution everywhere.")
      ),
      ("tags", map(of: name, "Tag patterns, and the lane on whose branch such tags must stand.")),
      (
        "owners",
        map(
          of: list(of: .object([type("string"), .init("pattern", .string("@"))])),
          "Who {owner} is: addresses, and names at the forge with a leading @.")
      ),
      ("waivers", list(of: waiver, "Breaches that somebody allowed, for a time.", isUnique: false)),
      (
        "baseline",
        .object([
          .init("anyOf", .array([commit, .object([type("null")])])),
          told("A commit; it and its ancestors are never judged."),
        ])
      ),
      ("messages", choice(Policy.Messages.allCases.map(\.rawValue), "The language of messages.")),
      ("layout", layout),
      (
        "file-size",
        map(of: size, "The largest new file for a path, by pattern; the first that matches counts.")
      ),
    ])

  private static let promotion = object(
    [.init("required", .strings(["from", "by"]))],
    [
      ("from", list(of: name, "The lanes that may come in.", atLeast: 1)),
      ("by", list(of: choice(Method.allCases.map(\.rawValue)), "The methods.", atLeast: 1)),
      (
        "requires",
        list(of: choice(Requirement.allCases.map(\.rawValue)), "What each step must have.")
      ),
    ])

  private static let experiments = object(
    [told("Where results are described.")],
    [
      ("directory", text("The folder of the journals.")),
      ("files", list(of: text(), "Which files below it are the shared journals.")),
      (
        "entry",
        object(
          [told("What an entry must have.")],
          [
            ("sections", list(of: text(), "Headings or **Bold:** fields that an entry fills.")),
            (
              "names-branch",
              .object([type("boolean"), told("Whether it names the experiment that comes in.")])
            ),
            ("exempt", list(of: text(), "A change that touches only these needs no entry.")),
          ])
      ),
      (
        "metrics",
        map(
          of: choice(Experiments.Metric.Direction.allCases.map(\.rawValue)),
          "Metrics, and which direction is better.")
      ),
    ])

  private static let waiver = object(
    [
      .init("required", .strings(["rule", "reason", "by", "until"])),
      .init(
        "oneOf",
        .array(
          ["commit", "branch"].map { .object([.init("required", .strings([$0]))]) })),
    ],
    [
      ("rule", choice(RuleID.allCases.map(\.rawValue))),
      ("commit", commit),
      ("branch", text("One branch.")),
      ("reason", text()),
      ("by", text("Who allowed it.")),
      (
        "until",
        .object([
          type("string"), .init("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
          told("The last day on which it counts, such as 2026-12-31."),
        ])
      ),
    ])

  private static let layout = object(
    [],
    [
      ("required", list(of: text(), "Paths that every landing must have.")),
      ("locks", map(of: text(), "A file, and the lock that changes with it.")),
    ])

  /// Digits alone are a number to YAML.
  private static let commit = JSONValue.object([
    .init("type", .strings(["string", "number"])),
    .init("pattern", .string("^[0-9A-Fa-f]{7,40}$")),
  ])

  private static let size = JSONValue.object([
    .init("type", .strings(["string", "integer"])),
    .init("minimum", .integer(0)),
    .init(
      "pattern",
      .string("^[0-9]+ *(\(PolicyFile.sizeUnits.joined(separator: "|")))?$")),
  ])

  private static let name = JSONValue.object([
    type("string"), .init("pattern", .string("^[^\\s]+$")),
  ])

  private static func severity(of rule: RuleID) -> JSONValue {
    let summary = RuleCatalog.rule(rule)?.card.summary.english ?? ""
    return .object([
      // YAML's off is false to many readers.
      .init("enum", .array(Severity.allCases.map { .string($0.rawValue) } + [.bool(false)])),
      told("\(summary) Default: \(rule.defaultSeverity.rawValue)."),
    ])
  }

  // MARK: - Forms

  private static func type(_ name: String) -> JSONValue.Member { .init("type", .string(name)) }

  private static func told(_ words: String) -> JSONValue.Member {
    .init("description", .string(words))
  }

  private static func text(_ words: String? = nil) -> JSONValue {
    .object([type("string"), .init("minLength", .integer(1))] + (words.map { [told($0)] } ?? []))
  }

  private static func choice(_ words: [String], _ description: String? = nil) -> JSONValue {
    .object([.init("enum", .strings(words))] + (description.map { [told($0)] } ?? []))
  }

  private static func list(
    of item: JSONValue, _ words: String? = nil, atLeast: Int = 0, isUnique: Bool = true
  ) -> JSONValue {
    var members = [type("array"), .init("items", item)]
    if isUnique { members.append(.init("uniqueItems", .bool(true))) }
    if atLeast > 0 { members.append(.init("minItems", .integer(atLeast))) }
    return .object(members + (words.map { [told($0)] } ?? []))
  }

  private static func map(
    of value: JSONValue, _ words: String, _ more: [JSONValue.Member] = []
  ) -> JSONValue {
    .object([type("object"), .init("additionalProperties", value), told(words)] + more)
  }

  private static func object(
    _ members: [JSONValue.Member], _ properties: [(String, JSONValue)]
  ) -> JSONValue {
    .object(
      members + [
        type("object"), .init("additionalProperties", .bool(false)),
        .init("properties", .object(properties.map { .init($0.0, $0.1) })),
      ])
  }
}
