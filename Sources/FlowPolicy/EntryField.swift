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
    switch language {
    case .english: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    case .russian: Self.russian[self] ?? rawValue
    }
  }

  private static let russian: [EntryField: String] = [
    .branch: "Ветка", .author: "Автор", .date: "Дата", .base: "Основа", .commits: "Коммиты",
    .hypothesis: "Гипотеза", .data: "Данные", .metrics: "Метрики", .result: "Результат",
    .conclusion: "Вывод",
  ]

  /// Every spelling that is understood, in lower case.
  private static let spellings: [String: EntryField] = {
    var known: [String: EntryField] = [
      "metric": .metrics, "метрика": .metrics, "results": .result, "результаты": .result,
      "conclusions": .conclusion, "выводы": .conclusion, "hypotheses": .hypothesis,
      "гипотезы": .hypothesis, "branches": .branch, "ветки": .branch, "commit": .commits,
      "коммит": .commits, "authors": .author, "авторы": .author, "база": .base,
    ]
    for field in allCases {
      for language in Language.allCases { known[field.name(in: language).lowercased()] = field }
    }
    return known
  }()

  /// The field that a name stands for: letter case, white space around it, a number before it
  /// (`2. Data`) and a final colon don't matter.
  public init?(named text: String) {
    guard let field = Self.spellings[Self.key(text)] else { return nil }
    self = field
  }

  /// What two spellings of one field have in common, known to the tool or not.
  public static func key(_ text: String) -> String {
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

  /// What all names of one field have in common: `Metrics:` and `метрики` have.
  public static func canonical(_ name: String) -> String {
    EntryField(named: name)?.rawValue ?? key(name)
  }

  /// Whether two names mean one field.
  public static func areOne(_ one: String, _ other: String) -> Bool {
    canonical(one) == canonical(other)
  }
}
