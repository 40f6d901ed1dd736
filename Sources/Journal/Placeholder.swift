/// Words that stand where a value is still to come.
enum Placeholder {
  // A list, since few words are ever looked up, and a set has to be made first.
  private static let words = [
    "todo", "tbd", "tba", "fixme", "xxx", "to do", "to be done", "to be defined",
    "to be described", "to be filled in", "to be filled", "fill in", "fill me in", "placeholder",
    "lorem ipsum", "заполнить", "заполните", "заполню", "дописать", "допишу", "уточнить",
    "описать", "сделать", "добавить", "тудо", "потом", "позже",
  ]
  private static let openings = ["todo", "tbd", "fixme"]

  /// Whether every line of a value is a placeholder: blank, dots or dashes, `<…>`, `{{…}}`, `[…]`
  /// without anything inside, or a word that says it is still to be done.
  static func isOne(_ value: String) -> Bool {
    if value.utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 }) == false { return isLine(value) }
    return value.split(whereSeparator: \.isNewline).allSatisfy { isLine(String($0)) }
  }

  private static func isLine(_ line: String) -> Bool {
    if Blank.isBlank(line) { return true }
    let text = line.trimmed
    if text.hasPrefix("<"), text.hasSuffix(">"), text.dropFirst().contains("<") == false {
      return true
    }
    if text.hasPrefix("{{"), text.hasSuffix("}}") { return true }
    let isWord = { (scalar: Unicode.Scalar) in
      if scalar.isASCII {
        return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
          || ("0"..."9").contains(scalar)
      }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .otherSymbol
    }
    guard text.unicodeScalars.contains(where: isWord) else { return true }
    let bare = text.lowercased().unicodeScalars.filter { isWord($0) || $0 == " " }
    let key = String(String.UnicodeScalarView(bare)).squeezed
    if words.contains(key) { return true }
    return openings.contains { opening in
      guard key.hasPrefix(opening), let next = text.lowercased().dropFirst(opening.count).first
      else { return false }
      return next == ":" || next == " " || next == "("
    }
  }
}
