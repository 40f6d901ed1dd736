import ArgumentParser
import FlowPolicy
import Guard
import Reporting
import Wording

/// `gitflow-guard explain RULE`
struct Explain: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say("Tells a rule's what, why, examples and remedy; without a rule, lists them all."))

  @Argument(help: ArgumentHelp(say("The rule's name."), valueName: "rule"))
  var rule: String?

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode {
    guard let rule else { return try printer.rules() }
    guard let id = RuleID(rawValue: rule), let card = RuleCatalog.rule(id)?.card else {
      throw Failure.usage(Phrase("there is no rule \"\(rule)\": gitflow-guard rules lists them"))
    }
    try printer.data(
      card.data,
      lines: RulePage(card).lines(
        columns: Console.columns(of: .output, Environment.all()), in: Spoken.language
      ).verbatim, toOutput: true)
    return .allowed
  }
}

/// `gitflow-guard rules`
struct Rules: GuardCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: say("Lists the rules with their default severities."))

  @OptionGroup(title: say("Global options")) var options: GlobalOptions

  func perform(_ printer: Printer) throws(Failure) -> Guard.ExitCode { try printer.rules() }
}

extension Printer {
  fileprivate func rules() throws(Failure) -> Guard.ExitCode {
    let cards = RuleCatalog.all.map(\.card)
    let width = cards.map(\.id.rawValue.count).max() ?? 0
    try data(
      .array(cards.map(\.data)),
      lines: cards.map { card in
        let name = card.id.rawValue
        let gap = String(repeating: " ", count: width - name.count + 2)
        let severity = card.id.defaultSeverity.rawValue
        let space = String(repeating: " ", count: 9 - severity.count)
        return Phrase(verbatim: name + gap + severity + space) + card.summary
      }, toOutput: true)
    return .allowed
  }
}

extension RuleCard {
  fileprivate var data: JSONValue {
    .object([
      .init("rule", .string(id.rawValue)),
      .init("severity", .string(id.defaultSeverity.rawValue)),
      .init("summary", .phrase(summary)), .init("why", .phrase(why)),
      .init("mending", .phrase(mending)),
      .init("refused", .strings(refused.lines(in: Spoken.language).map { "    \($0)" })),
      .init("accepted", .strings(accepted.lines(in: Spoken.language).map { "    \($0)" })),
    ])
  }
}
