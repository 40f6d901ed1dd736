public import FlowPolicy
public import Wording

/// A rule's page: what, why, examples and remedy.
public struct RulePage: Sendable {
  public let card: RuleCard

  public init(_ card: RuleCard) { self.card = card }

  /// As plain text, its paragraphs wrapped where a terminal's width is given.
  public func lines(columns: Int? = nil, in language: Language) -> [String] {
    var style = Style.plain
    style.columns = columns
    let page = Page(style: style, language: language)
    return told(in: language).flatMap { line in
      columns == nil || line.isEmpty || line.hasPrefix(" ")
        ? [line] : page.wrapped(line, width: page.width)
    }
  }

  private func told(in language: Language) -> [String] {
    let (rule, severity) = (card.id.rawValue, card.id.defaultSeverity.rawValue)
    func say(_ template: Phrase.Template) -> String { Phrase(template).text(in: language) }
    var lines = [
      say("\(rule) (\(severity) by default)"), "", card.summary.text(in: language), "",
      card.why.text(in: language),
    ]
    lines += ["", say("What to do: \(card.mending)"), "", say("Refused:")]
    lines += Self.indented(card.refused, language)
    lines += ["", say("Accepted:")] + Self.indented(card.accepted, language)
    return lines + ["", setting.text(in: language)]
  }

  /// The same in Markdown, without the title, for a page that has one.
  func markdown(in language: Language) -> String {
    let refused = MarkdownText.fence(Self.drawn(card.refused, language), "text")
    let accepted = MarkdownText.fence(Self.drawn(card.accepted, language), "text")
    func say(_ template: Phrase.Template) -> String { Phrase(template).text(in: language) }
    return """
      \(card.why.text(in: language))

      \(say("**What to do:** \(card.mending)"))

      **\(say("Refused"))**

      \(refused)

      **\(say("Accepted"))**

      \(accepted)

      `\(setting.text(in: language))`
      """
  }

  private var setting: Phrase {
    Phrase("Setting: rules: { \(card.id.rawValue): error | warning | off }")
  }

  /// The page of docs/rules/.
  public var document: String {
    """
    # \(card.id.rawValue)

    \(card.summary.english) By default it is \(Self.weight(card.id.defaultSeverity)).

    \(markdown(in: .english))

    In the graphs a row is a branch, a number the command of that number, and `>` what is pushed.
    """ + "\n"
  }

  /// The page that lists all of them.
  public static func index(_ cards: [RuleCard]) -> String {
    """
    # The rules

    Made from the rules themselves by `make documents`. `gitflow-guard explain RULE` shows a page in
    the terminal.

    | rule | what is refused | default |
    | --- | --- | --- |
    """ + "\n"
      + cards.map { card in
        "| [`\(card.id.rawValue)`](\(card.id.rawValue).md) | \(card.summary.english) | "
          + "\(card.id.defaultSeverity.rawValue) |\n"
      }.joined()
  }

  private static func weight(_ severity: Severity) -> String {
    switch severity {
    case .error: "an error"
    case .warning: "a warning"
    case .off: "off"
    }
  }

  private static func indented(_ example: RuleExample, _ language: Language) -> [String] {
    drawn(example, language).map { $0.isEmpty ? "" : "    \($0)" }
  }

  /// The example's graph, and the commands by their numbers.
  private static func drawn(_ example: RuleExample, _ language: Language) -> [String] {
    ExampleGraph(example).lines + [""] + example.rules
      + example.steps.texts(in: language).enumerated().map { "\(ExampleGraph.mark($0))  \($1)" }
      + ["   \(example.push.text(in: language))"]
  }
}

extension RuleExample {
  /// What is typed, a line each.
  public func lines(in language: Language) -> [String] {
    rules + (steps + [push]).texts(in: language)
  }

  /// The policy that the example needs, as remarks.
  fileprivate var rules: [String] {
    policy.split(separator: "\n").map { "# .gitflow-guard.yml: \($0)" }
  }

  fileprivate var steps: [Phrase] { (setting + attempt).map(\.line) }

  fileprivate var push: Phrase {
    let command = "git push origin \(pushed.joined(separator: " "))"
    return actor.map { Phrase("\(command)   # by \($0)") } ?? Phrase(verbatim: command)
  }
}
