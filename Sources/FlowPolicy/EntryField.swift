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

  /// Other spellings that are understood, in lower case.
  private var others: [String] {
    switch self {
    case .branch: ["branches", "ветки"]
    case .author: ["authors", "авторы"]
    case .date, .data: []
    case .base: ["база"]
    case .commits: ["commit", "коммит"]
    case .hypothesis: ["hypotheses", "гипотезы"]
    case .metrics: ["metric", "метрика"]
    case .result: ["results", "результаты"]
    case .conclusion: ["conclusions", "выводы"]
    }
  }

  private struct Spelling {
    let text: String
    let field: EntryField
  }

  // A list and no dictionary, which is dearer to set up in a hook than all that is asked of it:
  // telling the lengths apart leaves two or three to compare.
  private static let spellings = allCases.flatMap { field in
    ([field.rawValue, field.russian] + field.others).map {
      Spelling(text: $0, field: field)
    }
  }

  private static func field(spelled text: String) -> EntryField? {
    let length = text.utf8.count
    for spelling in spellings
    where spelling.text.utf8.count == length && spelling.text == text { return spelling.field }
    return nil
  }

  public init?(rawValue: String) {
    guard let field = Self.field(spelled: rawValue), field.rawValue == rawValue else { return nil }
    self = field
  }

  /// The field that a name stands for: letter case, white space around it, a number before it
  /// (`2. Data`) and a final colon don't matter.
  public init?(named text: String) {
    guard let field = Self.field(spelled: Self.key(text)) else { return nil }
    self = field
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
