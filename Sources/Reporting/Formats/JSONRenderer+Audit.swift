import FlowPolicy
import GitModel

/// What only an audit tells.
extension JSONRenderer {
  static func audit(_ tally: AuditTally) -> JSONValue {
    .object([
      .init(
        "byRule",
        .array(
          tally.rules.map { rule, count in
            .object([.init("rule", .string(rule.rawValue))] + findings(count))
          })),
      .init(
        "byAuthor",
        .array(
          tally.authors.map { author, count in
            .object(
              [
                .init("author", .string(Visible.text(author))),
                .init("steps", .integer(count.steps)),
              ] + findings(count))
          })),
      .init(
        "byMonth",
        .array(
          tally.months.map { month, count in
            .object(
              [.init("month", .string(month)), .init("steps", .integer(count.steps))]
                + findings(count))
          })),
      .init(
        "evidence",
        .object(
          tally.evidence.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            .init($0.key.rawValue, .integer($0.value))
          })),
    ])
  }

  private static func findings(_ count: AuditTally.Count) -> [JSONValue.Member] {
    [
      .init("errors", .integer(count.errors)),
      .init("warnings", .integer(count.warnings)),
      .init("waived", .integer(count.waived)),
    ]
  }

  static func step(_ step: AnnotatedStep, in repository: JSONValue) -> JSONValue {
    let sources = step.sources.map { source in
      JSONValue.object([
        .init("branch", .optional(source.name)),
        .init("lane", .optional(source.lane)),
        .init("oid", .string(source.head.hex)),
        .init("evidence", .string(source.evidence.rawValue)),
      ])
    }
    return .object([
      .init("repository", repository),
      .init("ref", .string(step.ref.description)),
      .init("commit", .string(step.commit.hex)),
      .init("method", .string(step.method.rawValue)),
      .init("sources", .array(sources)),
      .init("time", .integer(Int(step.time))),
      .init("author", .string(Visible.text(step.author))),
      .init("subject", .string(Visible.text(step.subject))),
      .init("leftOut", .strings(step.leftOut.map(\.description))),
    ])
  }
}
