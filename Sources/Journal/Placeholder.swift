import FlowPolicy

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
    if value.utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 }) == false {
      return isPlainLine(value.utf8)
    }
    return value.split(whereSeparator: \.isNewline).allSatisfy { isLine(String($0)) }
  }

  /// The same as ``isLine(_:)`` for one line of printable ASCII. Every value of every entry is
  /// asked, and most are that: by bytes it is ten times as cheap.
  static func isPlainLine(_ line: String.UTF8View) -> Bool {
    var text = line[...]
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    text = text.drop { $0 == UInt8(ascii: " ") }
    if text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">"),
      text.dropFirst().contains(UInt8(ascii: "<")) == false
    {
      return true
    }
    if text.starts(with: "{{".utf8), text.suffix(2).elementsEqual("}}".utf8) { return true }
    var key: [UInt8] = []
    key.reserveCapacity(text.count)
    for byte in text {
      let letter = byte | 0x20
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) {
        key.append(letter)
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        key.append(byte)
      } else if byte == UInt8(ascii: " "), let last = key.last, last != byte {
        key.append(byte)
      }
    }
    if key.isEmpty { return true }
    if key.last == UInt8(ascii: " ") { key.removeLast() }
    let isWord = words.contains { $0.utf8.count == key.count && $0.utf8.elementsEqual(key) }
    return isWord
      || openings.contains { opening in
        guard key.starts(with: opening.utf8),
          let next = text.dropFirst(opening.utf8.count).first
        else { return false }
        return next == UInt8(ascii: ":") || next == UInt8(ascii: " ")
          || next == UInt8(ascii: "(")
      }
  }

  static func isLine(_ line: String) -> Bool {
    if Blank.isBlank(line) { return true }
    let text = line.trimmed
    if text.hasPrefix("<"), text.hasSuffix(">"), text.dropFirst().contains("<") == false {
      return true
    }
    if text.hasPrefix("{{"), text.hasSuffix("}}") { return true }
    let isWord = { (scalar: Unicode.Scalar) in
      scalar.isLetterOrNumber
        || (scalar.isASCII == false && scalar.properties.generalCategory == .otherSymbol)
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
