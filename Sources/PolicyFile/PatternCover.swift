internal import GitModel

/// Whether some patterns together match every branch name that another one matches.
///
/// Patterns are small automata, so the question has an exact answer: walk the one pattern and all
/// the others at once over every name letter by letter, and look for a name that the one accepts
/// and the others don't.
enum PatternCover {
  enum Answer { case yes, no, tooIntricate }

  /// The steps after which the search gives up; hand-written patterns take a few hundred.
  static let budget = 200_000

  static func covers(_ earlier: [PathPattern], _ pattern: PathPattern) -> Answer {
    let one = Automaton([pattern])
    let others = Automaton(earlier)
    // In a fixed order, so that the budget ends at the same place in every run.
    var letters = one.letters.union(others.letters).union([Automaton.slash]).sorted()
    // A letter that stands in no pattern represents all the others. As the last it is tried first,
    // and mostly leads straight to a name that the others don't match.
    if let fresh = (UInt8(ascii: "a")...0xFF).first(where: { letters.contains($0) == false }) {
      letters.append(fresh)
    }
    let start = Walk(one: one.start, others: others.start, atPartStart: true)
    var seen: Set<Walk> = [start]
    var open = [start]
    var work = 0
    while let walk = open.popLast() {
      // A name's parts are never empty, so no name ends at a part's start.
      if walk.atPartStart == false, one.accepts(walk.one), others.accepts(walk.others) == false {
        return .no
      }
      for letter in letters {
        let isSlash = letter == Automaton.slash
        if isSlash, walk.atPartStart { continue }
        work += 1 + walk.one.count + walk.others.count
        guard work <= budget else { return .tooIntricate }
        let next = one.step(walk.one, letter)
        if next.isEmpty { continue }
        let reached = Walk(
          one: next, others: others.step(walk.others, letter), atPartStart: isSlash)
        if seen.insert(reached).inserted { open.append(reached) }
      }
    }
    return .yes
  }

  private struct Walk: Hashable {
    let one: Set<Int>
    let others: Set<Int>
    let atPartStart: Bool
  }
}

/// A nondeterministic automaton for one or more patterns side by side.
///
/// It reads ``PathPattern``'s language on its own, as that type shows its source only; a test
/// compares the two on random patterns and names.
struct Automaton {
  static let slash = UInt8(ascii: "/")

  private enum State {
    /// Goes on with this byte only.
    case byte(UInt8)
    /// Goes on with nothing, or stays with any byte, or any but a slash.
    case loop(overSlashes: Bool)
    /// Goes on with one byte that is no slash.
    case first
    /// Goes on with nothing to the state after the next, or into the next.
    case skipFolders
    /// Stays with any byte; goes on with a slash.
    case insideFolders
    case end
  }

  private var states: [State] = []
  private(set) var start: Set<Int> = []
  private(set) var letters: Set<UInt8> = []

  init(_ patterns: [PathPattern]) {
    for pattern in patterns {
      let first = states.count
      append(Array(pattern.source.utf8))
      states.append(.end)
      enter(first, &start)
    }
  }

  private mutating func append(_ source: [UInt8]) {
    let star = UInt8(ascii: "*")
    var rest = source[...]
    var atPartStart = true
    while let byte = rest.first {
      if rest.starts(with: "**/".utf8), atPartStart {
        states += [.skipFolders, .insideFolders]
        rest = rest.dropFirst(3)
        continue
      }
      if rest.starts(with: "**".utf8) {
        states.append(.loop(overSlashes: true))
        rest = rest.dropFirst(2)
      } else if byte == star {
        states.append(.loop(overSlashes: false))
        rest = rest.dropFirst()
      } else if rest.starts(with: "{owner}".utf8) {
        // A whole part, as the reader has made sure.
        states += [.first, .loop(overSlashes: false)]
        rest = rest.dropFirst(7)
      } else {
        states.append(.byte(byte))
        letters.insert(byte)
        rest = rest.dropFirst()
      }
      atPartStart = byte == Self.slash
    }
  }

  func accepts(_ current: Set<Int>) -> Bool {
    current.contains { if case .end = states[$0] { true } else { false } }
  }

  func step(_ current: Set<Int>, _ byte: UInt8) -> Set<Int> {
    var next: Set<Int> = []
    for place in current {
      switch states[place] {
      case .byte(let wanted): if byte == wanted { enter(place + 1, &next) }
      case .loop(let overSlashes):
        if overSlashes || byte != Self.slash { enter(place, &next) }
      case .first: if byte != Self.slash { enter(place + 1, &next) }
      case .insideFolders:
        enter(place, &next)
        if byte == Self.slash { enter(place + 1, &next) }
      case .skipFolders, .end: break
      }
    }
    return next
  }

  /// Adds a state and those that it reaches without a byte.
  private func enter(_ place: Int, _ into: inout Set<Int>) {
    var open = [place]
    while let place = open.popLast() {
      guard into.insert(place).inserted else { continue }
      switch states[place] {
      case .loop: open.append(place + 1)
      case .skipFolders: open += [place + 1, place + 2]
      default: break
      }
    }
  }
}
