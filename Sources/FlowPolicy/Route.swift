import GitModel
import Wording

/// The way that this policy wants a change to take, for the words and commands of remedies.
public struct Route {
  /// The protected lane that takes changes from lanes that are not protected (`develop`).
  public let target: Lane
  /// The lane through which they go in (`intermediate`).
  public let entrance: Lane

  /// The target branch's name for a command; nil where the lane has no single branch.
  var targetWord: String? { target.pattern.literal.flatMap { ShellWord.quote(BranchName($0)) } }

  /// nil for a policy without protected lanes.
  public init?(_ policy: Policy) {
    for lane in policy.lanes where policy.isProtected(lane) {
      guard let promotion = policy.promotion(into: lane),
        let entrance = promotion.from.compactMap({ policy.lane(named: $0) })
          .first(where: { policy.isProtected($0) == false })
      else { continue }
      target = lane
      self.entrance = entrance
      return
    }
    return nil
  }
}

extension Policy {
  /// The lanes that a lane should pass on its way to the top, as `explain` and messages show them:
  /// the lane itself first.
  func way(from lane: Lane) -> [Lane] {
    var way = [lane]
    while let last = way.last,
      let next = lanes.reversed().first(where: { candidate in
        way.contains(candidate) == false
          && (promotion(into: candidate)?.from.contains(last.name) ?? false)
      })
    {
      way.append(next)
    }
    return way
  }

  /// A lane's name for a sentence: `develop`, or `intermediate branches`.
  func plural(_ lane: Lane) -> Phrase {
    lane.pattern.literal.map { Phrase(verbatim: $0) } ?? Phrase("\(lane.name) branches")
  }

  func plural(_ names: [String]) -> Phrase {
    let words = names.map { name in lane(named: name).map(plural) ?? Phrase(verbatim: name) }
    return words.isEmpty ? Phrase("nothing") : .all(words)
  }
}
