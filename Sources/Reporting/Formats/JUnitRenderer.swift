import FlowPolicy
import GitModel
import Wording

/// JUnit's XML: a test suite for each repository, in it a passed test case for each rule that found
/// nothing and one for each finding. Sources: the schema of Jenkins' xunit plugin (`junit-10.xsd`),
/// and which elements GitLab reads (its documentation, "Unit test reports").
public struct JUnitRenderer: ReportRenderer {
  /// Whether warnings count as refusals.
  public let isStrict: Bool

  public init(isStrict: Bool = false) { self.isStrict = isStrict }

  public func render(_ reports: [Report]) -> [UInt8] {
    var names: [String: Int] = [:]
    let suites = zip(reports, ReportItem.items(of: reports)).map { report, items in
      let repository = reports.count > 1 ? report.repository : nil
      return Suite(
        name: ["gitflow-guard", report.command, repository].compactMap { $0 }
          .joined(separator: " "),
        seconds: report.seconds, properties: properties(of: report),
        cases: cases(of: report, items).map { $0.named(in: repository, &names) },
        notes: items.filter { $0.kind == .note }.map {
          Phrase("note: \($0.message)").text(in: report.language)
        })
    }
    return document(suites)
  }

  /// A suite whose only test could not be run.
  public func render(_ failure: NoVerdict) -> [UInt8] {
    let place = [failure.file, failure.line.map(String.init), failure.column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
    let remedy = failure.shownRemedy
    let message = failure.message.text(in: failure.language)
    let error = XMLElement(
      "error", [("type", failure.code), ("message", message)],
      text: [message] + (place.isEmpty ? [] : [place]) + remedy)
    let test = Case(rule: "gitflow-guard", name: "comes to a verdict", outcome: .error(error))
    return document([
      Suite(
        name: "gitflow-guard \(failure.command)", seconds: 0,
        properties: [("version", failure.tool.version)], cases: [test], notes: [])
    ])
  }

  // MARK: What is told

  private func properties(of report: Report) -> [(String, String)] {
    [
      ("version", report.tool.version), ("verdict", report.judgement.verdict.rawValue),
      ("policy", report.policy.text.english),
      ("policy-trusted", report.policy.isTrusted ? "true" : "false"),
      ("subjects", report.judgement.subjects.map(\.ref.spelled).joined(separator: ", ")),
      ("steps", "\(report.judgement.steps)"),
    ]
  }

  private func cases(of report: Report, _ items: [ReportItem]) -> [Case] {
    var told = items.filter { $0.rule != nil }.map { test($0, in: report.language) }
    let found = Set(items.compactMap(\.rule))
    for rule in RuleCatalog.all.map(\.id) where found.contains(rule) == false {
      let isOff = report.context.rulesOff.contains(rule)
      told.append(
        Case(
          rule: rule.rawValue, name: rule.rawValue,
          outcome: isOff
            ? .skipped(
              Self.skipped(
                Phrase("off in the policy").text(in: report.language), [])) : .passed(nil)))
    }
    return told
  }

  private func test(_ item: ReportItem, in language: Language) -> Case {
    let sentence = item.sentence.text(in: language)
    let text = [sentence] + item.body(in: language)
    let type = item.rule?.rawValue ?? "note"
    // The name is by which runs are compared: it is the same in every language.
    let path = item.finding?.path.map { " \($0)" } ?? ""
    let source = item.finding?.source.map { " from \($0.spelled)" } ?? ""
    let failure = XMLElement(
      "failure", [("type", type), ("message", sentence)], text: text.map(Self.inert))
    let outcome: Case.Outcome =
      switch item.kind {
      case .error: .failure(failure)
      case .openQuestion:
        // Not skipped: a question without an answer is no yes, and blocks as a failure does.
        .error(
          XMLElement(
            "error", [("type", "no-answer"), ("message", sentence)],
            text: text.map(Self.inert)))
      case .warning:
        isStrict
          ? .failure(failure)
          : .passed(
            XMLElement(
              "system-out", text: ([Phrase("warning").text(in: language)] + text).map(Self.inert)))
      case .unanswered, .waived, .note: .skipped(Self.skipped(sentence, text))
      }
    return Case(rule: type, name: item.title.english + path + source, outcome: outcome)
  }

  private static func skipped(_ reason: String, _ text: [String]) -> XMLElement {
    XMLElement("skipped", [("message", reason)], text: text.map(inert))
  }

  /// GitLab takes `[[ATTACHMENT|path]]` in a text for a file to be shown.
  private static func inert(_ line: String) -> String {
    line.replacing("[[ATTACHMENT|", with: "[ [ATTACHMENT|")
  }

  // MARK: How it is written

  private struct Suite {
    let name: String
    let seconds: Double
    let properties: [(String, String)]
    let cases: [Case]
    let notes: [String]

    var counts: [(name: String, value: String)] {
      [
        ("tests", "\(cases.count)"), ("failures", "\(cases.count(where: \.isFailure))"),
        ("errors", "\(cases.count(where: \.isError))"),
      ]
    }
  }

  private struct Case {
    enum Outcome {
      case passed(XMLElement?)
      case failure(XMLElement)
      case error(XMLElement)
      case skipped(XMLElement)
    }

    let rule: String
    var name: String
    let outcome: Outcome

    /// With a name that no other test has: of two that share one, GitLab shows the first alone.
    func named(in repository: String?, _ names: inout [String: Int]) -> Case {
      var test = self
      if let repository { test.name = "\(repository): \(name)" }
      let count = names[test.name, default: 0] + 1
      names[test.name] = count
      if count > 1 { test.name += " #\(count)" }
      return test
    }

    var isFailure: Bool { if case .failure = outcome { true } else { false } }
    var isError: Bool { if case .error = outcome { true } else { false } }
    var isSkipped: Bool { if case .skipped = outcome { true } else { false } }

    var element: XMLElement {
      var element = XMLElement(
        "testcase", [("classname", "gitflow-guard.\(rule)"), ("name", name), ("time", "0")])
      switch outcome {
      case .passed(let inside): element.children = [inside].compactMap { $0 }
      case .failure(let inside), .error(let inside), .skipped(let inside):
        element.children = [inside]
      }
      return element
    }
  }

  private func document(_ suites: [Suite]) -> [UInt8] {
    let cases = suites.flatMap(\.cases)
    var root = XMLElement(
      "testsuites",
      [
        ("name", "gitflow-guard"), ("tests", "\(cases.count)"),
        ("failures", "\(cases.count(where: \.isFailure))"),
        ("errors", "\(cases.count(where: \.isError))"),
        ("time", Self.time(suites.map(\.seconds).reduce(0, +))),
      ])
    root.children = suites.map { suite in
      var element = XMLElement(
        "testsuite",
        [("name", suite.name)] + suite.counts + [
          ("skipped", "\(suite.cases.count(where: \.isSkipped))"),
          ("time", Self.time(suite.seconds)),
        ])
      var properties = XMLElement("properties")
      properties.children = suite.properties.map {
        XMLElement("property", [("name", $0.0), ("value", $0.1)])
      }
      element.children = [properties] + suite.cases.map(\.element)
      if suite.notes.isEmpty == false {
        element.children.append(XMLElement("system-out", text: suite.notes.map(Self.inert)))
      }
      return element
    }
    return root.document
  }

  /// In seconds, with three digits behind the point: the schema knows no exponent.
  private static func time(_ seconds: Double) -> String {
    let thousandths = Int((max(0, seconds) * 1_000).rounded())
    let rest = String(thousandths % 1_000)
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
