public import Wording

/// A field that the tool knows in a journal's entry, under its English or Russian name.
public enum EntryField: String, CaseIterable, Hashable, Sendable {
  case branch, author, date, base, commits
  case hypothesis, data, metrics, result, conclusion

  /// Whether it says where an entry comes from: that describes nothing by itself.
  public var isOrigin: Bool {
    switch self {
    case .branch, .author, .date, .base, .commits: true
    case .hypothesis, .data, .metrics, .result, .conclusion: false
    }
  }

  /// The name that entries in a language use.
  public func name(in language: Language) -> String {
    let word =
      switch language {
      case .english: rawValue
      case .russian: russian
      }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private var russian: String {
    switch self {
    case .branch: "ветка"
    case .author: "автор"
    case .date: "дата"
    case .base: "основа"
    case .commits: "коммиты"
    case .hypothesis: "гипотеза"
    case .data: "данные"
    case .metrics: "метрики"
    case .result: "результат"
    case .conclusion: "вывод"
    }
  }

  /// A name that is understood, in lower case.
  private struct Spelling {
    let text: String
    let field: EntryField
  }

  // A list and no dictionary, which is dearer to set up in a hook than all that is asked of it:
  // telling the lengths apart leaves two or three to compare.
  // Written out, so that it lies ready in the program.
  private static let spellings = [
    Spelling(text: "branch", field: .branch), Spelling(text: "ветка", field: .branch),
    Spelling(text: "branches", field: .branch), Spelling(text: "ветки", field: .branch),
    Spelling(text: "author", field: .author), Spelling(text: "автор", field: .author),
    Spelling(text: "authors", field: .author), Spelling(text: "авторы", field: .author),
    Spelling(text: "date", field: .date), Spelling(text: "дата", field: .date),
    Spelling(text: "base", field: .base), Spelling(text: "основа", field: .base),
    Spelling(text: "база", field: .base),
    Spelling(text: "commits", field: .commits), Spelling(text: "коммиты", field: .commits),
    Spelling(text: "commit", field: .commits), Spelling(text: "коммит", field: .commits),
    Spelling(text: "hypothesis", field: .hypothesis),
    Spelling(text: "гипотеза", field: .hypothesis),
    Spelling(text: "hypotheses", field: .hypothesis),
    Spelling(text: "гипотезы", field: .hypothesis),
    Spelling(text: "data", field: .data), Spelling(text: "данные", field: .data),
    Spelling(text: "metrics", field: .metrics), Spelling(text: "метрики", field: .metrics),
    Spelling(text: "metric", field: .metrics), Spelling(text: "метрика", field: .metrics),
    Spelling(text: "result", field: .result), Spelling(text: "результат", field: .result),
    Spelling(text: "results", field: .result), Spelling(text: "результаты", field: .result),
    Spelling(text: "conclusion", field: .conclusion),
    Spelling(text: "вывод", field: .conclusion),
    Spelling(text: "conclusions", field: .conclusion),
    Spelling(text: "выводы", field: .conclusion),
  ]

  private static func field(spelled text: String) -> EntryField? {
    // By bytes, the last one first: none of these words can be written in two ways, and to find
    // that out of Cyrillic is far dearer.
    let (wanted, length) = (text.utf8, text.utf8.count)
    for spelling in spellings where spelling.text.utf8.count == length {
      let known = spelling.text.utf8
      if known.last == wanted.last, known.elementsEqual(wanted) { return spelling.field }
    }
    return nil
  }

  public init?(rawValue: String) {
    guard let field = Self.field(spelled: rawValue), field.rawValue == rawValue else { return nil }
    self = field
  }

  /// The field that a name stands for: letter case, white space around it, a number before it
  /// (`2. Data`) and a final colon don't matter.
  public init?(named text: String) {
    guard Self.mayBeName(text), let field = Self.field(spelled: Self.key(text)) else { return nil }
    self = field
  }

  /// Whether a text has no sign of ASCII that stands in no name nor is taken off one. Most headings
  /// name a branch and have a slash.
  private static func mayBeName(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for place in bytes.indices {
      switch bytes[place] {
      case 0x80..., 0x09...0x0d, UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ")"),
        UInt8(ascii: ":"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        continue
      default: return false
      }
    }
    return true
  }

  /// What two spellings of one field have in common, known to the tool or not.
  public static func key(_ text: String) -> String {
    if let plain = plainKey(text) { return plain }
    var scalars = text.unicodeScalars[...]
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || (scalar.isASCII == false && scalar.properties.isWhitespace)
        || ("\t"..."\r").contains(scalar)
    }
    while let last = scalars.last, isSpace(last) || last == ":" || last == "：" || last == "." {
      scalars.removeLast()
    }
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    let rest = scalars.drop { ("0"..."9").contains($0) }
    if rest.count < scalars.count, let mark = rest.first, mark == "." || mark == ")",
      let next = rest.dropFirst().first, isSpace(next)
    {
      scalars = rest.dropFirst().drop(while: isSpace)
    }
    return String(scalars).lowercased()
  }

  /// The same for ASCII; nil for other texts.
  private static func plainKey(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      if bytes.isEmpty, isSpace(byte) { continue }
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      bytes.append(isUpper ? byte + 0x20 : byte)
    }
    while let last = bytes.last,
      isSpace(last) || last == UInt8(ascii: ":") || last == UInt8(ascii: ".")
    {
      bytes.removeLast()
    }
    let rest = bytes.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if rest.count < bytes.count, let mark = rest.first,
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      let next = rest.dropFirst().first, isSpace(next)
    {
      return String(decoding: rest.dropFirst().drop(while: isSpace), as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What all names of one field have in common: `Metrics:` and `метрики` have.
  public static func canonical(_ name: String) -> String {
    let key = key(name)
    return field(spelled: key)?.rawValue ?? key
  }

  /// Whether two names mean one field.
  public static func areOne(_ one: String, _ other: String) -> Bool {
    canonical(one) == canonical(other)
  }
}
