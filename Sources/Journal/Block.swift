/// One block of a Markdown text, by what it means to an entry.
struct Block {
  enum Kind {
    /// A heading of the document itself, of level 1 to 6.
    case heading(level: Int, text: String)
    case paragraph([Line])
    /// Code, or the visible part of HTML.
    case text(String)
    /// The first row is the head.
    case table([[String]])
    /// A thematic break.
    case rule
  }

  let kind: Kind
  /// From 1, in the text that was read.
  let line: Int
  /// How many lists, items and quotes it stands in.
  let depth: Int
  /// The innermost list item that it stands in; 0 outside lists.
  let item: Int
}

/// A line of a paragraph. Bold text at its beginning may name a field.
struct Line {
  let bold: String?
  let rest: String

  var text: String { (bold ?? "") + rest }

  /// The field that the line opens: `**Name:** value` or `**Name**: value`.
  var field: (name: String, value: String)? {
    guard let (name, isColonInBold) = opening else { return nil }
    let rest = rest.trimmed
    return (name, isColonInBold ? rest : String(rest.dropFirst()).trimmed)
  }

  /// Its name alone, where nobody asks for the value.
  var fieldName: String? { opening?.name }

  private var opening: (name: String, isColonInBold: Bool)? {
    guard let bold, Blank.isBlank(bold) == false else { return nil }
    let name = bold.trimmed
    if let bare = name.droppingColon { return (bare, true) }
    guard let first = rest.trimmed.first, first == ":" || first == "：" else { return nil }
    return (name, false)
  }
}

extension Unicode.Scalar {
  /// White space as Unicode has it. ASCII is told apart by hand: the tables are ten times as dear,
  /// and every character of a journal is asked.
  var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0d).contains(value) : properties.isWhitespace
  }
}

extension String {
  /// Without the white space at both ends.
  var trimmed: String {
    let printed = UInt8(0x21)...0x7e
    if let first = utf8.first, let last = utf8.last, printed.contains(first), printed.contains(last)
    {
      return self
    }
    guard let start = unicodeScalars.firstIndex(where: { $0.isSpace == false }),
      let end = unicodeScalars.lastIndex(where: { $0.isSpace == false })
    else { return "" }
    return String(unicodeScalars[start...end])
  }

  /// Without a colon at its end; nil where there is none or nothing stands before it.
  var droppingColon: String? {
    // By bytes: to find out where the last character begins is far dearer.
    guard let byte = utf8.last else { return nil }
    let wide = "：".utf8
    let isWide = byte == wide.last && utf8.suffix(wide.count).elementsEqual(wide)
    guard isWide || byte == UInt8(ascii: ":") else { return nil }
    let name = String(Substring(utf8.dropLast(isWide ? wide.count : 1))).trimmed
    return name.isEmpty ? nil : name
  }

  /// Whether it is plain ASCII and has no white space but single spaces between words.
  private var isSqueezed: Bool {
    var before = UInt8(ascii: " ")
    let bytes = utf8.span
    for place in bytes.indices {
      let byte = bytes[place]
      guard byte < 0x80, (0x09...0x0d).contains(byte) == false else { return false }
      if byte == UInt8(ascii: " "), before == byte { return false }
      before = byte
    }
    return before != UInt8(ascii: " ") || isEmpty
  }

  /// With every run of white space as one space: what reflowing leaves alone.
  var squeezed: String {
    if isSqueezed { return self }
    return unicodeScalars.split { $0.isSpace }.map { String($0) }.joined(by: " ")
  }
}

extension [String] {
  /// The same as `joined(separator:)`, which is one generic function for all kinds of text: the
  /// first call of it costs as much as reading a commit ten times.
  func joined(by separator: String) -> String {
    guard let first else { return "" }
    var text = first
    for part in dropFirst() {
      text += separator
      text += part
    }
    return text
  }
}
