import FlowPolicy
import GitModel
import Wording

/// What a log says of a finding.
extension SARIFRenderer {
  /// nil for what is no finding.
  func result(of item: ReportItem, _ tool: SARIFTool) -> JSONValue? {
    guard let finding = item.finding, let rule = item.rule else { return nil }
    var members: [JSONValue.Member] = [
      .init("ruleId", .string(rule.rawValue)),
      .init("ruleIndex", .integer(tool.index(of: rule))),
      .init("kind", .string("fail")),
      .init("level", .string(finding.severity == .error ? "error" : "warning")),
      .init(
        "message",
        Self.message(
          [Phrase("\(item.message).").text(in: tool.language)] + item.body(in: tool.language))),
      .init(
        "locations",
        .array([
          Self.location(item.place.path, line: item.place.line, logical: Self.logical(finding))
        ])),
      .init(
        "partialFingerprints",
        .object([
          .init("primaryLocationLineHash", .string("\(item.fingerprint):1")),
          .init("gitflowGuard/v1", .string(item.fingerprint)),
        ])),
    ]
    if case .waived(let waiver) = item.kind {
      members.append(
        .init(
          "suppressions",
          .array([
            .object([
              .init("kind", .string("external")), .init("status", .string("accepted")),
              .init("justification", .string(waiver.words.text(in: tool.language))),
            ])
          ])))
    }
    members.append(.init("properties", .object(Self.properties(of: finding, in: tool.language))))
    return .object(members)
  }

  private static func properties(of finding: Finding, in language: Language) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init("ref", .string(finding.ref.description))]
    if let commit = finding.commit { members.append(.init("commit", .string(commit.hex))) }
    if let source = finding.source {
      members += [
        .init("source", .string(source.spelled)),
        .init("evidence", .string(source.kind.rawValue)),
      ]
    }
    return members + [
      .init(
        "remedy",
        .strings(finding.remedy.lines.map { RemedyLines.safe($0, in: language) }))
    ]
  }

  /// The branch and the commit, which are no files.
  private static func logical(_ finding: Finding) -> JSONValue {
    let commit = finding.commit.map { "@\($0.hex)" } ?? ""
    return .object([
      .init("name", .string(finding.ref.spelled)),
      .init("fullyQualifiedName", .string("\(finding.ref)\(commit)")),
      .init("kind", .string(finding.ref.isTag ? "tag" : "branch")),
    ])
  }

  static func location(
    _ path: TreePath, line: Int?, column: Int? = nil, logical: JSONValue? = nil
  ) -> JSONValue {
    var physical: [JSONValue.Member] = [
      .init(
        "artifactLocation",
        .object([
          .init("uri", .string(URIText.relative(path.bytes))),
          .init("uriBaseId", .string(root)),
        ]))
    ]
    if let line {
      physical.append(
        .init(
          "region",
          .object([
            .init("startLine", .integer(line)), .init("startColumn", .integer(column ?? 1)),
          ])))
    }
    return .object(
      [.init("physicalLocation", .object(physical))]
        + (logical.map { [.init("logicalLocations", .array([$0]))] } ?? []))
  }

  /// Lines as a message. In one, braces hold places for arguments and are written twice (3.11.5),
  /// and `[text](target)` is a link (3.11.6): nobody's text may make one.
  static func message(_ lines: [String]) -> JSONValue {
    let text = lines.joined(separator: "\n").replacing("{", with: "{{").replacing("}", with: "}}")
      .replacing("](", with: "]\\u{{28}}")
    return .object([.init("text", .prose(text))])
  }
}

/// The tool with its rules, in an order that results can point into.
struct SARIFTool {
  private let tool: Tool
  private let rules: [RuleID]
  private let off: Set<RuleID>
  let language: Language

  /// - Parameter found: the rules that the report names.
  init(_ tool: Tool, found: [RuleID], off: Set<RuleID>, _ language: Language) {
    self.tool = tool
    self.language = language
    self.off = off
    let known = RuleCatalog.all.map(\.id)
    rules = known + Set(found).subtracting(known).sorted()
  }

  func index(of rule: RuleID) -> Int { rules.firstIndex(of: rule) ?? 0 }

  func reference(to rule: RuleID) -> JSONValue {
    .object([
      .init("id", .string(rule.rawValue)), .init("index", .integer(index(of: rule))),
    ])
  }

  /// - Parameter code: the kind of error that a notification reports, where one does.
  func value(reporting code: String?) -> JSONValue {
    var driver: [JSONValue.Member] = [
      .init("name", .string(tool.name)), .init("version", .string(tool.version)),
      .init("semanticVersion", .string(tool.version)),
      .init("rules", .array(rules.map(descriptor))),
    ]
    if let code {
      driver.append(
        .init("notifications", .array([.object([.init("id", .string(code))])])))
    }
    return .object([.init("driver", .object(driver))])
  }

  private func descriptor(_ rule: RuleID) -> JSONValue {
    let level = rule.defaultSeverity == .error ? "error" : "warning"
    let isOn = rule.defaultSeverity != .off && off.contains(rule) == false
    var members: [JSONValue.Member] = [
      .init("id", .string(rule.rawValue)), .init("name", .string(Self.name(of: rule))),
    ]
    if let card = RuleCatalog.rule(rule)?.card {
      let page = RulePage(card)
      members += [
        .init("shortDescription", text(card.summary)),
        .init("fullDescription", text(card.why)),
        .init(
          "help",
          .object([
            .init("text", .prose(page.lines(in: language).joined(separator: "\n"))),
            .init("markdown", .prose(page.markdown(in: language))),
          ])),
      ]
    }
    return .object(
      members + [
        .init(
          "defaultConfiguration",
          .object([.init("enabled", .bool(isOn)), .init("level", .string(level))])),
        .init(
          "properties",
          .object([
            .init("tags", .strings(["git", "workflow"])),
            .init("problem.severity", .string(level)), .init("precision", .string("very-high")),
          ])),
      ])
  }

  /// `BranchFlow` for `branch-flow`, as the standard's examples name rules.
  private static func name(of rule: RuleID) -> String {
    rule.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private func text(_ text: Phrase) -> JSONValue {
    .object([.init("text", .prose(text.text(in: language)))])
  }
}
