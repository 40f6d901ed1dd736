import GitModel
public import Reporting
public import Wording

/// Where a branch stands on the flow's way.
public struct BranchStatus: Hashable, Sendable {
  /// One of the six steps of the team's way.
  public struct Step: Hashable, Sendable {
    public enum State: String, Hashable, Sendable {
      case done
      /// It is what has to be done next, or soon.
      case missing
      /// Others do it, or it comes later.
      case waiting
      /// The repository could not say.
      case unknown
    }

    public let number: Int
    public let state: State
    /// What the step is, with what was found out about it.
    public let words: Phrase
  }

  /// Where the person is, in a sentence.
  public var place: Phrase
  public var branch: String?
  public var lane: String?
  /// What has to be settled before anything else, and what is odd.
  public var remarks: [Phrase] = []
  public var steps: [Step] = []
  /// Commands, ready to paste.
  public var next: [Phrase] = []

  /// For people.
  public func lines(_ style: Style) -> [Phrase] {
    var lines = [place] + remarks.map { Phrase("\(sign(style)) \($0)") }
    if steps.isEmpty == false {
      lines += [.empty] + steps.map { Phrase("  \($0.sign(style)) \($0.number). \($0.words)") }
    }
    if next.isEmpty == false {
      lines += [.empty, Phrase("next:")] + next.map { Phrase("  \($0)") }
    }
    return lines
  }

  private func sign(_ style: Style) -> String { style.unicode ? "⚠" : "!" }

  /// For machines.
  public var data: JSONValue {
    .object([
      .init("branch", .optional(branch)), .init("lane", .optional(lane)),
      .init("place", .phrase(place)), .init("remarks", .strings(remarks)),
      .init(
        "steps",
        .array(
          steps.map { step in
            .object([
              .init("number", .integer(step.number)), .init("state", .string(step.state.rawValue)),
              .init("words", .phrase(step.words)),
            ])
          })),
      .init("next", .strings(next)),
    ])
  }
}

extension BranchStatus.Step {
  fileprivate func sign(_ style: Style) -> String {
    switch state {
    case .done: style.unicode ? "✓" : "+"
    case .missing: style.unicode ? "✗" : "x"
    case .waiting: style.unicode ? "·" : "."
    case .unknown: "?"
    }
  }
}
