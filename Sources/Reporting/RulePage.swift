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
    let refused = MarkdownText.fence(card.refused.lines, "sh")
    let accepted = MarkdownText.fence(card.accepted.lines, "sh")
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

  private static func indented(_ example: RuleExample) -> [String] {
    example.lines.map { "    \($0)" }
  }
}

extension RuleExample {
  /// What is typed, a line each.
  public var lines: [String] {
    let who = actor.map { "   # by \($0)" } ?? ""
    return policy.split(separator: "\n").map { "# .gitflow-guard.yml: \($0)" }
      + (setting + attempt).map(\.description)
      + ["git push origin \(pushed.joined(separator: " "))\(who)"]
  }
}
