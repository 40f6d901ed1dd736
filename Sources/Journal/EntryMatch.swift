internal import FlowPolicy

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
  }

  private var old: [Candidate]
  private var new: [Candidate]
  private(set) var rewritten: [JournalChange.Rewrite] = []
  private(set) var added: [JournalEntry] = []

  /// Beyond this many comparisons the likest partner is not looked for: the order decides.
  private static let patience = 250_000

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
    rewritten.append(.init(before: before.entry, after: after?.entry))
  }

  /// Takes out of both sides the pairs that agree in something, each as often as both have it.
  private mutating func take<Key: Hashable>(
    by key: (Candidate) -> Key, among isAsked: (Candidate) -> Bool = { _ in true }
  ) -> [(Candidate, Candidate)] {
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
    var known: [String: Int] = [:]
    for heading in headings { known[heading.squeezed, default: 0] += 1 }
    candidates.removeAll { candidate in
      guard let count = known[candidate.heading], count > 0 else { return false }
      known[candidate.heading] = count - 1
      return true
    }
  }

  /// An old entry that is gone and a new one are taken for one that was renamed: the pair that
  /// shares most lines first.
  private mutating func likest() -> [(Candidate, Candidate)] {
    guard old.isEmpty == false, new.isEmpty == false else { return [] }
    var pairs: [(Candidate, Candidate)] = []
    if old.count * new.count <= Self.patience {
      let before = old.map { Self.lines($0) }
      let after = new.map { Self.lines($0) }
      var shared: [(old: Int, new: Int, count: Int)] = []
      for (one, lines) in before.enumerated() {
        for (other, others) in after.enumerated() {
          let count = lines.intersection(others).count
          // A file that is no journal is a renamed one only where half of it is the same, as git
          // has it; else it is new, whatever was removed beside it.
          let isLike =
            old[one].isShared || new[other].isShared
            ? count > 0 : count * 2 >= max(lines.count, others.count)
          if isLike { shared.append((one, other, count)) }
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
    var rest: [Candidate] = []
    for one in old {
      if let place = new.firstIndex(where: { one.isShared || $0.isShared }) {
        pairs.append((one, new.remove(at: place)))
      } else {
        rest.append(one)
      }
    }
    old = rest
    return pairs
  }

  private static func lines(_ candidate: Candidate) -> Set<String> {
    Set(candidate.entry.text.split(whereSeparator: \.isNewline).map { String($0).squeezed })
  }
}
