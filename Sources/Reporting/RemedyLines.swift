import GitModel
import Wording

/// A remedy as lines that can be pasted into a shell as they stand.
enum RemedyLines {
  /// The longest line that joining makes.
  private static let longest = 300

  /// The line, or a comment that shows it: a command with a character that had to be made
  /// visible is no longer the command that was meant.
  static func safe(_ line: Phrase, in language: Language) -> String {
    let line = line.text(in: language)
    let seen = Visible.text(line)
    if seen.utf8.elementsEqual(line.utf8) || seen.utf8.first == UInt8(ascii: "#") { return seen }
    return Phrase("# not to be pasted as it stands: \(seen)").text(in: language)
  }

  /// The same commands on at most `limit` lines (at least one): neighbours are joined, the
  /// shortest first. Where that is not enough, the last line says how many lines are left out.
  static func fitted(_ lines: [Phrase], limit: Int, in language: Language) -> [String] {
    // Joining compares all neighbours again and again; nobody reads more than this either way.
    var parts = lines.prefix(max(48, limit)).map { Part(safe($0, in: language)) }
    while parts.count > limit, let place = shortestJoint(of: parts) {
      if let joined = parts[place].joined(with: parts[place + 1]) {
        parts.replaceSubrange(place...place + 1, with: [joined])
      }
    }
    let shown = parts.map(\.lines).reduce(0, +)
    if parts.count <= limit, shown == lines.count { return parts.map(\.text) }
    let kept = parts.prefix(max(0, limit - 1))
    let left = lines.count - kept.map(\.lines).reduce(0, +)
    let rest = Phrase(
      counting: left, one: "# … and \(left) more line, which --verbose shows",
      other: "# … and \(left) more lines, which --verbose shows")
    return kept.map(\.text) + [rest.text(in: language)]
  }

  private static func shortestJoint(of parts: [Part]) -> Int? {
    parts.indices.dropLast()
      .compactMap { place in
        parts[place].joined(with: parts[place + 1]).map { (place, $0.text.utf8.count) }
      }
      .filter { $0.1 <= longest }
      .min { $0.1 < $1.1 }?.0
  }

  /// One line, and how it may stand with others on one.
  private struct Part {
    let text: String
    let isComment: Bool
    /// Whether something may follow it on its line.
    let isOpen: Bool
    /// Whether it may follow `&&`.
    let isChainable: Bool
    /// How many lines of the remedy it holds.
    let lines: Int

    init(_ text: String) {
      // Quoted operators count too: such a line merely keeps its own line.
      let operators = Set(";|&\\`<(){}".utf8)
      let quotes = text.utf8.count { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
      let isSimple = quotes.isMultiple(of: 2) && text.utf8.allSatisfy { !operators.contains($0) }
      self.text = text
      isComment = text.utf8.first == UInt8(ascii: "#")
      isOpen = isSimple && !text.utf8.contains(UInt8(ascii: "#"))
      isChainable = isSimple && !isComment
      lines = 1
    }

    private init(_ text: String, isComment: Bool, isOpen: Bool, isChainable: Bool, lines: Int) {
      self.text = text
      self.isComment = isComment
      self.isOpen = isOpen
      self.isChainable = isChainable
      self.lines = lines
    }

    func joined(with next: Part) -> Part? {
      let sum = lines + next.lines
      if isComment, next.isComment {
        let rest = next.text.drop { $0 == "#" || $0 == " " }
        return Part(
          "\(text); \(rest)", isComment: true, isOpen: false, isChainable: false, lines: sum)
      }
      guard isOpen else { return nil }
      if next.isComment {
        return Part(
          "\(text)   \(next.text)", isComment: false, isOpen: false, isChainable: isChainable,
          lines: sum)
      }
      guard next.isChainable else { return nil }
      return Part(
        "\(text) && \(next.text)", isComment: false, isOpen: next.isOpen,
        isChainable: isChainable, lines: sum)
    }
  }
}
