public import FlowPolicy

/// A rule's page: what, why, examples and remedy.
public struct RulePage: Sendable {
  public let card: RuleCard

  public init(_ card: RuleCard) { self.card = card }

  /// As plain text, its paragraphs wrapped where a terminal's width is given.
  public func lines(columns: Int? = nil) -> [String] {
    var style = Style.plain
    style.columns = columns
    let page = Page(style: style)
    return told.flatMap { line in
      columns == nil || line.isEmpty || line.hasPrefix(" ")
        ? [line] : page.wrapped(line, width: page.width)
    }
  }

  private var told: [String] {
    var lines = [
      "\(card.id.rawValue) (\(card.id.defaultSeverity.rawValue) by default)", "", card.summary, "",
      card.why,
    ]
    lines += ["", "What to do: \(card.mending)", "", "Refused:"] + Self.indented(card.refused)
    lines += ["", "Accepted:"] + Self.indented(card.accepted)
    return lines + ["", setting]
  }

  /// The same in Markdown, without the title, for a page that has one.
  var markdown: String {
    let refused = MarkdownText.fence(Self.drawn(card.refused), "text")
    let accepted = MarkdownText.fence(Self.drawn(card.accepted), "text")
    return """
      \(card.why)

      **What to do:** \(card.mending)

      **Refused**

      \(refused)

      **Accepted**

      \(accepted)

      `\(setting)`
      """
  }

  private var setting: String {
    "Setting: rules: { \(card.id.rawValue): error | warning | off }"
  }

  /// The page of docs/rules/.
  public var document: String {
    """
    # \(card.id.rawValue)

    \(card.summary) By default it is \(Self.weight(card.id.defaultSeverity)).

    \(markdown)

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
        "| [`\(card.id.rawValue)`](\(card.id.rawValue).md) | \(card.summary) | "
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

  private static func indented(_ example: RuleExample) -> [String] {
    drawn(example).map { $0.isEmpty ? "" : "    \($0)" }
  }

  /// The example's graph, and the commands by their numbers.
  private static func drawn(_ example: RuleExample) -> [String] {
    ExampleGraph(example).lines + [""] + example.rules
      + example.steps.enumerated().map { "\(ExampleGraph.mark($0))  \($1)" }
      + ["   \(example.push)"]
  }
}

extension RuleExample {
  /// What is typed, a line each.
  public var lines: [String] { rules + steps + [push] }

  /// The policy that the example needs, as remarks.
  fileprivate var rules: [String] {
    policy.split(separator: "\n").map { "# .gitflow-guard.yml: \($0)" }
  }

  fileprivate var steps: [String] { (setting + attempt).map(\.description) }

  fileprivate var push: String {
    "git push origin \(pushed.joined(separator: " "))" + (actor.map { "   # by \($0)" } ?? "")
  }
}
