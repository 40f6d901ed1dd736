/// Finds the known word that somebody probably meant.
enum Spelling {
  /// The nearest of the known words, or nil where none is near. A third of the letters may be
  /// wrong; two neighbours in the wrong order count as one mistake.
  static func nearest(to word: String, among known: [String]) -> String? {
    let written = Array(word.lowercased().unicodeScalars)
    guard (1...64).contains(written.count) else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in known {
      let wanted = Array(candidate.lowercased().unicodeScalars)
      let allowed = max(1, max(written.count, wanted.count) / 3)
      guard abs(written.count - wanted.count) <= allowed else { continue }
      let distance = distance(written, wanted)
      // A word of one or two letters is near to every other one: only its letter case may differ.
      guard distance <= (min(written.count, wanted.count) < 3 ? 0 : allowed) else { continue }
      if let current = best, current.distance <= distance { continue }
      best = (candidate, distance)
    }
    return best?.word ?? relative(of: written, among: known)
  }

  /// A word that goes on where the written one ends, or the other way round: `warn` for `warning`.
  private static func relative(of written: [Unicode.Scalar], among known: [String]) -> String? {
    guard written.count > 1 else { return nil }
    return known.first {
      let wanted = Array($0.unicodeScalars)
      return wanted.count > 1 && (wanted.starts(with: written) || written.starts(with: wanted))
    }
  }

  /// Insertions, deletions, replacements and swaps of neighbours from one word to the other.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    guard one.isEmpty == false, other.isEmpty == false else { return max(one.count, other.count) }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 1...one.count {
      var current = [row]
      for column in 1...other.count {
        let same = one[row - 1] == other[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2],
          one[row - 2] == other[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[other.count]
  }
}
