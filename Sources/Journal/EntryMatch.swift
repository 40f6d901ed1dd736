internal import FlowPolicy
internal import GitModel

/// Finds which entries of two sides are one and the same, changed or moved.
struct EntryMatch {
  struct Candidate {
    let entry: JournalEntry
    /// A heading above entries: it counts only where nothing else was added.
    var isGroup = false
    /// Whether a group came with the template or stands above what is still to be filled in.
    var isIdle = false
    /// Whether it stands in one of the shared journals.
    var isShared = true

    /// What reflowing and moving leave alone.
    var content: String { entry.text.squeezed }
    var heading: String { entry.heading?.squeezed ?? "" }
    /// What tells it from what was no section: its heading, or the file that it is the whole of.
    var mark: String { heading.isEmpty ? Self.preamble(of: entry.path) : heading }

    /// What stands above the first heading of a file.
    static func preamble(of path: TreePath) -> String { "\u{0}\(path)" }
  }

  private var old: [Candidate]
  private var new: [Candidate]
  private(set) var rewritten: [JournalChange.Rewrite] = []
  private(set) var added: [JournalEntry] = []

  /// Beyond this many pairs, or lines that are looked up for them, the likest partner is not looked
  /// for: the order decides.
  private static let patience = (pairs: 250_000, lines: 4_000_000)

  init(old: [Candidate], new: [Candidate]) {
    self.old = old
    self.new = new
  }

  /// - Parameters:
  ///   - oldElsewhere: headings of the old side that are no sections there. One that has become a
  ///     section since is none that was added.
  ///   - newElsewhere: the same of the new side.
  mutating func pair(oldElsewhere: [String], newElsewhere: [String]) {
    _ = take(by: \.content)
    for (one, other) in take(by: \.heading, among: \.isShared) { note(one, other) }
    drop(&new, within: oldElsewhere)
    drop(&old, within: newElsewhere)
    for (one, other) in likest() { note(one, other) }
    for one in old { note(one, nil) }
    let entries = new.filter { $0.isGroup == false }
    added = (entries.isEmpty ? new : entries).map(\.entry)
  }

  private mutating func note(_ before: Candidate, _ after: Candidate?) {
    guard before.isShared, before.isGroup == false else { return }
    // A bare heading, such as a journal's title, says nothing yet that could be rewritten.
    if let after, before.heading == after.heading, before.content == before.heading { return }
    rewritten.append(.init(before: before.entry, after: after?.entry))
  }

  /// Takes out of both sides the pairs that agree in something, each as often as both have it.
  private mutating func take<Key: Hashable>(
    by key: (Candidate) -> Key, among isAsked: (Candidate) -> Bool = { _ in true }
  ) -> [(Candidate, Candidate)] {
    guard old.isEmpty == false, new.isEmpty == false else { return [] }
    var places: [Key: [Int]] = [:]
    for (index, candidate) in old.enumerated().reversed() where isAsked(candidate) {
      places[key(candidate), default: []].append(index)
    }
    var pairs: [(Candidate, Candidate)] = []
    var gone: Set<Int> = []
    new.removeAll { candidate in
      guard isAsked(candidate), let index = places[key(candidate)]?.popLast() else { return false }
      pairs.append((old[index], candidate))
      gone.insert(index)
      return true
    }
    old = old.indices.filter { gone.contains($0) == false }.map { old[$0] }
    return pairs
  }

  private func drop(_ candidates: inout [Candidate], within headings: [String]) {
    guard candidates.isEmpty == false, headings.isEmpty == false else { return }
    // There are many headings and few candidates. Headings come squeezed.
    let wanted = Set(candidates.map(\.mark))
    var known: [String: Int] = [:]
    for heading in headings where wanted.contains(heading) { known[heading, default: 0] += 1 }
    candidates.removeAll { candidate in
      // A file that is no journal was never a part of one.
      guard candidate.isShared, let count = known[candidate.mark], count > 0 else { return false }
      known[candidate.mark] = count - 1
      return true
    }
  }

  /// An old entry that is gone and a new one are taken for one that was renamed: the pair that
  /// shares most lines first.
  private mutating func likest() -> [(Candidate, Candidate)] {
    guard old.isEmpty == false, new.isEmpty == false else { return [] }
    var pairs: [(Candidate, Candidate)] = []
    let isSmall = old.count * new.count <= Self.patience.pairs
    let before = isSmall ? old.map { Self.lines($0) } : []
    let after = isSmall ? new.map { Self.lines($0) } : []
    // Of two sets the smaller one's lines are looked up.
    let lookups = min(
      before.reduce(0) { $0 + $1.count } * after.count,
      after.reduce(0) { $0 + $1.count } * before.count)
    if isSmall, lookups <= Self.patience.lines {
      var shared: [(old: Int, new: Int, count: Int)] = []
      for (one, lines) in before.enumerated() {
        for (other, others) in after.enumerated() {
          let (few, many) = lines.count < others.count ? (lines, others) : (others, lines)
          let same = few.filter(many.contains)
          // A file that is no journal is a renamed one only where half of it is the same, by the
          // length of its lines, as git has it.
          let isLike =
            old[one].isShared && new[other].isShared
            ? same.isEmpty == false
            : Self.size(same) * 2 >= max(Self.size(lines), Self.size(others))
          if isLike { shared.append((one, other, same.count)) }
        }
      }
      shared.sort { ($1.count, $0.old, $0.new) < ($0.count, $1.old, $1.new) }
      var goneOld: Set<Int> = []
      var goneNew: Set<Int> = []
      for pair in shared
      where goneOld.contains(pair.old) == false && goneNew.contains(pair.new) == false {
        goneOld.insert(pair.old)
        goneNew.insert(pair.new)
        pairs.append((old[pair.old], new[pair.new]))
      }
      old = old.indices.filter { goneOld.contains($0) == false }.map { old[$0] }
      new = new.indices.filter { goneNew.contains($0) == false }.map { new[$0] }
    }
    return pairs + inOrder()
  }

  /// What is left of both sides in its order. Only sections of the journals are one another's: a
  /// file that is no journal counts by being new, whatever went.
  private mutating func inOrder() -> [(Candidate, Candidate)] {
    var pairs: [(Candidate, Candidate)] = []
    let sections = new.indices.filter { new[$0].isShared }
    old.removeAll { one in
      guard one.isShared, pairs.count < sections.count else { return false }
      pairs.append((one, new[sections[pairs.count]]))
      return true
    }
    let taken = Set(sections.prefix(pairs.count))
    new = new.indices.filter { taken.contains($0) == false }.map { new[$0] }
    return pairs
  }

  private static func size(_ lines: Set<String>) -> Int {
    lines.reduce(0) { $0 + $1.utf8.count }
  }

  private static func lines(_ candidate: Candidate) -> Set<String> {
    Set(candidate.entry.text.split(whereSeparator: \.isNewline).map { String($0).squeezed })
  }
}
