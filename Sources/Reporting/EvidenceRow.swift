import Wording

/// One rule's row of a text: its name, what it says, and the evidence below.
struct EvidenceRow {
  let name: String
  /// The message, wrapped.
  let message: [String]
  /// The pieces of evidence that may be shown, each wrapped.
  let items: [[String]]
  /// How many pieces of evidence there are, with those that are never shown.
  let total: Int
  let language: Language

  /// The row in at most `lines` lines (at least one), and what is left out said.
  func fitted(to lines: Int) -> [String] {
    guard message.count <= lines else {
      return Array(message.prefix(lines - 1)) + [(message[lines - 1]) + " …"]
    }
    var result = message
    let room = lines - message.count
    let whole = items.map(\.count).reduce(0, +) + (total > items.count ? 1 : 0)
    if whole <= room {
      result += items.joined()
      if total > items.count { result.append(more(items.count)) }
      return result
    }
    guard room > 0 else { return result.dropLast() + [(result.last ?? "") + " …"] }
    var shown = 0
    var used = 0
    for item in items {
      guard used + item.count < room else { break }
      result += item
      used += item.count
      shown += 1
    }
    result.append(more(shown))
    return result
  }

  /// How many lines the row takes where there is room for all.
  var wanted: Int {
    message.count + items.map(\.count).reduce(0, +) + (total > items.count ? 1 : 0)
  }

  private func more(_ shown: Int) -> String {
    let rest = total - shown
    let words =
      shown == 0
      ? Phrase(
        counting: total, one: "… \(total) line of evidence", other: "… \(total) lines of evidence")
      : Phrase(counting: rest, one: "… and \(rest) more", other: "… and \(rest) more")
    return words.text(in: language)
  }

  /// Shares `room` lines out among rows: first a line for each, then the rest of the messages,
  /// then the evidence, the first rows first. Rows that find no room are named in a last one.
  static func share(_ rows: [EvidenceRow], room: Int?) -> [(name: String, lines: [String])] {
    guard let room else { return rows.map { ($0.name, $0.fitted(to: max(1, $0.wanted))) } }
    let fits = rows.count <= room
    let kept = fits ? rows[...] : rows.prefix(max(1, room - 1))
    var shares = kept.map { _ in 1 }
    var rest = max(0, room - kept.count - (fits ? 0 : 1))
    for goal in [kept.map(\.message.count), kept.map(\.wanted)] {
      for index in shares.indices {
        let extra = min(rest, max(0, goal[index] - shares[index]))
        shares[index] += extra
        rest -= extra
      }
    }
    var result = zip(kept, shares).map { row, share in (row.name, row.fitted(to: share)) }
    if fits == false {
      let names = rows.dropFirst(kept.count).map(\.name)
      result.append((Phrase("and").text(in: rows[0].language), [names.joined(separator: ", ")]))
    }
    return result
  }
}
