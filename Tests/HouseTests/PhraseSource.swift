/// The phrases that a file's code makes, found by their look: `Phrase("…")`, `say("…")` and their
/// counted forms, each literal written right there.
struct PhraseSource {
  struct Found: Equatable {
    /// The English text with `{1}`, `{2}` … for its interpolations.
    let key: String
    /// The English text for one, where a number decides.
    let one: String?
    /// The code of the interpolations.
    let values: [String]
  }

  private static let markers = ["Phrase(", "say("]
  private let text: [Character]

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Comments quote code that says nothing.
    self.text = Array(
      lines.map { $0.drop { $0 == " " }.hasPrefix("//") ? "" : $0 }.joined(separator: "\n"))
  }

  var phrases: [Found] {
    text.indices.flatMap { place -> [Found] in
      for marker in Self.markers where isCall(of: marker, at: place) {
        let arguments = arguments(from: place + marker.count - 1)
        return found(arguments).map { [$0] } ?? []
      }
      return []
    }
  }

  private func isCall(of marker: String, at place: Int) -> Bool {
    let end = place + marker.count
    guard end <= text.count, text[place..<end].elementsEqual(marker) else { return false }
    guard place > 0 else { return true }
    let before = text[place - 1]
    if before.isLetter || before.isNumber || before == "_" || before == "." { return false }
    return place < 5 || text[(place - 5)..<place].elementsEqual("func ") == false
  }

  /// The literal that an argument begins with, by the argument's label.
  private func found(_ arguments: [(label: String, start: Int)]) -> Found? {
    guard let first = arguments.first else { return nil }
    func literal(_ label: String) -> Literal? {
      arguments.first { $0.label == label }.flatMap { readLiteral(at: $0.start) }
    }
    if first.label == "counting", let one = literal("one"), let other = literal("other") {
      return Found(key: other.key, one: one.key, values: one.values + other.values)
    }
    guard first.label.isEmpty, let text = readLiteral(at: first.start) else { return nil }
    return Found(key: text.key, one: nil, values: text.values)
  }

  // MARK: Reading Swift

  private struct Literal {
    var key = ""
    var values: [String] = []
    var end: Int
  }

  private func starts(_ word: String, at place: Int) -> Bool {
    place + word.count <= text.count && text[place..<(place + word.count)].elementsEqual(word)
  }

  private func readLiteral(at start: Int) -> Literal? {
    guard start < text.count, text[start] == "\"" else { return nil }
    let isLong = starts("\"\"\"", at: start)
    let quote = isLong ? "\"\"\"" : "\""
    var place = start + quote.count
    var literal = Literal(end: place)
    // Where a line of a long literal begins, so that its indentation can be taken off.
    let lineStart: Character = "\u{1}"
    if isLong {
      literal.key.append(lineStart)
      place += 1
    }
    while place < text.count, starts(quote, at: place) == false {
      if text[place] == "\n" {
        literal.key.append(contentsOf: ["\n", lineStart])
      } else if text[place] != "\\" {
        literal.key.append(text[place])
      } else if let next = escape(at: place, &literal) {
        place = next
        continue
      }
      place += 1
    }
    literal.end = place + quote.count
    guard isLong else { return literal }
    let indent = literal.key.reversed().prefix { $0 == " " }.count
    let pieces = literal.key.split(separator: lineStart, omittingEmptySubsequences: false)
    // A blank line has no indentation to take off.
    var lines = pieces.dropFirst().map { line in
      line.dropFirst(line.prefix(indent).prefix { $0 == " " }.count)
    }
    lines.removeLast()
    literal.key = lines.joined()
    if literal.key.hasSuffix("\n") { literal.key.removeLast() }
    return literal
  }

  /// Reads what follows a backslash; the place behind it.
  private func escape(at place: Int, _ literal: inout Literal) -> Int? {
    switch text[place + 1] {
    case "(":
      let end = closing(of: place + 1)
      literal.values.append(String(text[(place + 2)..<(end - 1)]))
      literal.key += "{\(literal.values.count)}"
      return end
    case "\n":
      // The line goes on: no break, and the next one's indentation counts.
      literal.key.append("\u{1}")
      return place + 2
    case "n": literal.key.append("\n")
    case "t": literal.key.append("\t")
    case let other: literal.key.append(other)
    }
    return place + 2
  }

  /// The place behind the parenthesis that closes the one at a place.
  private func closing(of start: Int) -> Int {
    var (depth, place) = (0, start)
    while place < text.count {
      switch text[place] {
      case "\"":
        place = readLiteral(at: place)?.end ?? text.count
        continue
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
      place += 1
    }
    return text.count
  }

  private func arguments(from start: Int) -> [(label: String, start: Int)] {
    let end = closing(of: start) - 1
    var result: [(label: String, start: Int)] = []
    var (depth, place, isNew) = (0, start + 1, true)
    while place < end {
      let character = text[place]
      if isNew, character.isWhitespace == false {
        let label = text[place..<end].prefix { $0.isLetter }
        let isLabel = label.endIndex < end && text[label.endIndex] == ":"
        if isLabel { place = label.endIndex + 1 }
        while place < end, text[place].isWhitespace { place += 1 }
        result.append((isLabel ? String(label) : "", place))
        isNew = false
        continue
      }
      if character == "\"", let literal = readLiteral(at: place) {
        place = literal.end
        continue
      }
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 { isNew = true }
      place += 1
    }
    return result
  }
}
