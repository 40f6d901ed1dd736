/// Corrected commit dates, as a commit-graph has them, for commits that none has. Where they are
/// certain walks know which of two commits comes first, and may end as early as in a graph.
extension Ancestry {
  /// Whoever asks once pays for one walk, whoever asks often for what makes walks short.
  func settleIfWorthwhile(_ tips: [UInt32]) {
    guard unsettledSteps > patience else { return }
    // What the repository can't answer would be asked for again and again.
    if settle(tips, reading: unsettledSteps) == false { patience = .max }
  }

  /// Reckons the dates of some commits and all their ancestors, down to the graph.
  ///
  /// - Parameter limit: how many commits may be read for it that no walk has read yet; where more
  ///   were needed, what is left stays unsettled, which costs speed alone.
  /// - Returns: false where the repository has not got one of them.
  private func settle(_ tips: [UInt32], reading limit: Int) -> Bool {
    var left = limit
    var waiting = tips.filter { isInGraph($0) == false }
    while let node = waiting.last {
      let number = Int(node - graphCount)
      if newcomers.records[number].isRead == false {
        guard left > 0 else { return true }
        left -= 1
        guard (try? load(number)) != nil else { return false }
      }
      var lowest: UInt64 = 0
      let count = waiting.count
      for parent in newcomers.parents(of: number).lazy.map(parent(at:))
      where isInGraph(parent) == false {
        if isSettled(newcomer: parent) {
          lowest = max(lowest, newcomers.records[Int(parent - graphCount)].rank + 1)
        } else {
          waiting.append(parent)
        }
      }
      guard waiting.count == count else { continue }
      waiting.removeLast()
      if isSettled(newcomer: node) == false { newcomers.settle(number, from: lowest) }
    }
    return true
  }
}
