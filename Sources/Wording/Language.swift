/// A language that people write in and are spoken to in. Machine formats keep English names.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case russian = "ru"

  /// What the language says for each key. English needs none: the keys are its texts.
  var catalogue: Catalogue? {
    switch self {
    case .english: nil
    case .russian: .russian
    }
  }

  /// Which form a number takes, by the rules of Unicode's CLDR for whole numbers.
  func plural(_ count: Int) -> Plural {
    let number = count.magnitude
    switch self {
    case .english: return number == 1 ? .one : .many
    case .russian:
      switch (number % 10, number % 100) {
      case (_, 11...14): return .many
      case (1, _): return .one
      case (2...4, _): return .few
      default: return .many
      }
    }
  }
}

/// The forms that a word takes beside a number, where a language has so many.
enum Plural: Hashable, Sendable {
  case one, few, many
}
