import Wording

/// The argument parser's own words, which it has in English alone: each line that is known is said
/// in the language of this run.
enum ParserTexts {
  /// A text with places, recognised by what stands between them.
  private struct Pattern: Sendable {
    let parts: [String]
    let phrase: @Sendable ([String]) -> Phrase

    init(_ phrase: @escaping @Sendable ([String]) -> Phrase) {
      self.phrase = phrase
      // No text that people write holds these.
      let marks = ["\u{1}", "\u{2}", "\u{3}", "\u{4}"]
      parts = phrase(marks).english.split(omittingEmptySubsequences: false) {
        marks.contains(String($0))
      }.map(String.init)
    }

    /// What stands in the places; nil where the line is another text.
    func values(in line: String) -> [String]? {
      guard let first = parts.first, line.hasPrefix(first) else { return nil }
      var rest = line.dropFirst(first.count)
      var values: [String] = []
      for (place, part) in parts.enumerated().dropFirst() {
        if place == parts.count - 1 {
          guard rest.hasSuffix(part) else { return nil }
          values.append(String(rest.dropLast(part.count)))
          rest = ""
        } else {
          guard let found = rest.firstRange(of: part) else { return nil }
          values.append(String(rest[..<found.lowerBound]))
          rest = rest[found.upperBound...]
        }
      }
      return rest.isEmpty ? values : nil
    }
  }

  // What stands further up is tried first.
  private static let patterns: [Pattern] = [
    Pattern { _ in Phrase("OVERVIEW: Show subcommand help information.") },
    Pattern { Phrase("OVERVIEW: \($0[0])") },
    Pattern { Phrase("USAGE: \($0[0])") },
    Pattern { Phrase("Usage: \($0[0])") },
    Pattern { _ in Phrase("ARGUMENTS:") },
    Pattern { _ in Phrase("OPTIONS:") },
    Pattern { _ in Phrase("SUBCOMMANDS:") },
    Pattern { Phrase("\($0[0])Show help information.") },
    Pattern { Phrase("\($0[0])Show the version.") },
    Pattern { Phrase("\($0[0])(values: \($0[1]); default: \($0[2])") },
    Pattern { Phrase("\($0[0])(values: \($0[1])") },
    Pattern { Phrase("\($0[0])(default: \($0[1])") },
    Pattern { Phrase("  See '\($0[0])' for detailed help.") },
    Pattern { Phrase("  See '\($0[0])' for more information.") },
    Pattern { Phrase("Help:  \($0[0])") },
    Pattern { Phrase("Error: Unknown option '\($0[0])'. Did you mean '\($0[1])'?") },
    Pattern { Phrase("Error: Unknown option '\($0[0])'") },
    Pattern { Phrase("   or: Missing value for '\($0[0])' in '\($0[1])'") },
    Pattern { Phrase("Error: Missing value for '\($0[0])'") },
    Pattern {
      Phrase("Error: The option '\($0[0])' does not take any value, but '\($0[1])' was specified.")
    },
    Pattern { Phrase("Error: Unexpected argument '\($0[0])'") },
    Pattern { Phrase("Error: \($0[0]) unexpected arguments: '\($0[1])'") },
    Pattern { Phrase("Error: Invalid option: \($0[0])") },
    Pattern { Phrase("Error: Missing expected argument '\($0[0])'") },
    Pattern { Phrase("Error: Missing one of: '\($0[0])'") },
    Pattern {
      Phrase(
        """
        Error: The value '\($0[0])' is invalid for '\($0[1])'. Please provide one of \($0[2]) or \
        \($0[3]).
        """)
    },
    Pattern {
      Phrase(
        """
        Error: The value '\($0[0])' is invalid for '\($0[1])'. Please provide one of \($0[2]) and \
        \($0[3]).
        """)
    },
    Pattern { Phrase("Error: The value '\($0[0])' is invalid for '\($0[1])': \($0[2])") },
    Pattern { Phrase("Error: The value '\($0[0])' is invalid for '\($0[1])'") },
    Pattern { Phrase("Error: \($0[0])") },
  ]

  /// A message of the parser's in a language.
  ///
  /// - Parameter message: gives the message, wrapped for so many columns; nil stands for those of
  ///   the terminal.
  static func said(
    _ message: (_ columns: Int?) -> String, in language: Language, columns: Int
  ) -> String {
    guard language != .english else { return message(nil) }
    // A sentence that is cut into lines can't be recognised: it is asked for whole, and cut here.
    let text = message(endless)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if text.hasPrefix("OVERVIEW: ") {
      return lines.flatMap { line in
        let said = said(line: line, in: language)
        let isWhole = line.hasPrefix("USAGE: ") || line.hasPrefix("  See '")
        return isWhole ? [said] : wrapped(said, columns: columns)
      }.joined(separator: "\n")
    }
    // Versions, and scripts and data for other programs, are handed on as they are.
    guard text.hasPrefix("Error: ") else { return text }
    return lines.map { said(line: $0, in: language) }.joined(separator: "\n")
  }

  /// No line of a help page is so long.
  private static let endless = 1 << 20
  /// Where a help page explains what stands before it.
  private static let explanation = 26

  /// A line of a help page, broken at spaces as the parser breaks its own.
  private static func wrapped(_ line: String, columns: Int) -> [String] {
    let indent = line.hasPrefix("  ") ? explanation : 0
    let head = line.prefix(indent)
    guard line.count > columns, head.isEmpty || head.last == " " else { return [line] }
    let room = max(columns - indent, 1)
    var rest = line.dropFirst(indent)
    var pieces: [Substring] = []
    while rest.count > room {
      let space = rest.prefix(room).lastIndex(of: " ") ?? rest.firstIndex(of: " ")
      guard let space else { break }
      pieces.append(rest[..<space])
      rest = rest[rest.index(after: space)...]
    }
    pieces.append(rest)
    let gap = String(repeating: " ", count: indent)
    return pieces.enumerated().map { place, piece in
      (place == 0 ? String(head) : gap) + piece
    }
  }

  /// The names that the parser gives to places in a usage.
  private static func spelled(_ line: String, in language: Language) -> String {
    line.replacing("<subcommand>", with: Phrase("<subcommand>").text(in: language))
      .replacing("<subcommands>", with: Phrase("<subcommands>").text(in: language))
      .replacing("<options>", with: Phrase("<options>").text(in: language))
  }

  private static func said(line: String, in language: Language) -> String {
    for pattern in patterns {
      guard let values = pattern.values(in: line) else { continue }
      return spelled(pattern.phrase(values).text(in: language), in: language)
    }
    return spelled(line, in: language)
  }
}
