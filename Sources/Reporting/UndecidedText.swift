import FlowPolicy
import GitModel
import Wording

/// Gaps that one thing mends: the same reason and the same commands.
struct OpenQuestion {
  let reason: EvidenceGap.Reason
  let remedy: [Phrase]
  /// Never empty.
  var gaps: [Gap]

  static func questions(in gaps: [Gap]) -> [OpenQuestion] {
    struct Key: Hashable {
      let reason: EvidenceGap.Reason
      let remedy: [Phrase]
    }
    var places: [Key: Int] = [:]
    var questions: [OpenQuestion] = []
    for gap in gaps {
      let key = Key(reason: gap.cause.reason, remedy: gap.cause.remedy)
      if let place = places[key] {
        questions[place].gaps.append(gap)
      } else {
        places[key] = questions.count
        questions.append(
          OpenQuestion(reason: gap.cause.reason, remedy: gap.cause.remedy, gaps: [gap]))
      }
    }
    return questions
  }

  /// The rules that asked, each with its first question and how many it has besides.
  var byRule: [(rule: RuleID, gaps: [Gap])] {
    var order: [RuleID] = []
    var groups: [RuleID: [Gap]] = [:]
    for gap in gaps {
      if groups[gap.rule] == nil { order.append(gap.rule) }
      groups[gap.rule, default: []].append(gap)
    }
    return order.map { ($0, groups[$0, default: []]) }
  }

  /// What is said of the questions of a rule that are not told one by one.
  static func more(_ count: Int) -> Phrase {
    guard count > 0 else { return .empty }
    return Phrase(
      counting: count, one: " (and \(count) more such question)",
      other: " (and \(count) more such questions)")
  }
}

extension EvidenceGap.Reason {
  /// Why there is no answer, as a clause.
  var words: Phrase {
    switch self {
    case .shallow: Phrase("the history was cut off here (a shallow clone)")
    case .partial: Phrase("a promised object is not here (a partial clone)")
    case .missing: Phrase("an object is missing from this repository")
    case .damaged: Phrase("an object of this repository can't be read")
    case .conflict: Phrase("it depends on how a conflict is resolved")
    case .unsupported: Phrase("the repository uses a feature that can't be read")
    }
  }
}

extension TextRenderer {
  /// What could not be answered, who asked, and what makes an answer possible.
  func undecided(_ question: OpenQuestion, occasion: Occasion, on page: inout Page) {
    page.line(
      Span(Phrase(verbatim: "? ") + occasion.undecided, .warned),
      Span(question.reason.words, .strong))
    page.blank()

    let groups = question.byRule
    let frame = question.remedy.isEmpty ? 1 : 2
    let lines = remedyLines(
      question.remedy, beside: frame + min(2, groups.count), of: limit, in: page.language)
    let width = page.width - 5 - (groups.map(\.rule.rawValue.utf8.count).max() ?? 0)
    let rows = groups.map { rule, gaps in
      let asked = gaps.map { Phrase("\($0.ref.spelled): \($0.cause.question)") }
      let items = asked.dropFirst().prefix(limit == nil ? asked.count : 2)
      return EvidenceRow(
        name: rule.rawValue, message: page.wrapped(asked[0], width: width),
        items: items.map { page.wrapped($0, width: width) }, total: asked.count - 1,
        language: page.language)
    }
    self.rows(rows, room: limit.map { $0 - frame - lines.count }, on: &page)
    remedy(lines, title: Phrase("do this, then try again:"), on: &page)
  }
}
