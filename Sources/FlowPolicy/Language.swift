/// A language that people write in and are spoken to in. Machine formats keep English names.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case russian = "ru"
}
