import Testing
import Wording

/// Every text for people stands in every language's catalogue, with the same places.
@Suite struct CatalogueTests {
  static let said: [(path: String, phrase: PhraseSource.Found)] =
    House.swiftFiles(under: "Sources").filter { $0.path.hasPrefix("Sources/GuardTesting") == false }
    .flatMap { file in PhraseSource(file.text).phrases.map { (file.path, $0) } }

  /// The numbers of a text's places, in order.
  static func places(of text: String) -> [Int] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      guard let end = part.firstIndex(of: "}") else { return nil }
      return Int(part[..<end])
    }.sorted()
  }

  @Test func phrasesAreFoundInTheCode() {
    let code = """
      // Phrase("a comment")
      let a = Phrase("one \\(name) and \\(other.map { "x\\($0)" } ?? "y")")
      let b = Phrase(counting: n, one: "\\(n) a", other: "\\(n) as")
      let c = [say("two"), Phrase(verbatim: "three")]
      """
    #expect(
      PhraseSource(code).phrases.map(\.key) == ["one {1} and {2}", "{1} as", "two"])
    #expect(Self.said.count > 500)
  }

  /// Whether a text has words. What has none reads the same in every language.
  private static func hasWords(_ key: String) -> Bool {
    var isInPlace = false
    return key.contains { character in
      if character == "{" || character == "}" { isInPlace = character == "{" }
      return isInPlace == false && character.isLetter
    }
  }

  @Test func everyTextIsInEveryCatalogueAndNothingElse() {
    let keys = Set(Self.said.map(\.phrase.key)).filter(Self.hasWords)
    let entries = Catalogue.russian.parts.map(\.key)
    #expect(keys.subtracting(entries).sorted() == [], "texts without Russian")
    #expect(Set(entries).subtracting(keys).sorted() == [], "Russian that nobody says")
    #expect(entries.count == Set(entries).count, "a key stands twice")
  }

  @Test func everyTextHasThePlacesOfItsKey() {
    for (path, phrase) in Self.said {
      if let one = phrase.one {
        #expect(Self.places(of: one) == Self.places(of: phrase.key), "\(path): \(phrase.key)")
      }
      guard let entry = Catalogue.russian[phrase.key] else { continue }
      for text in entry.texts {
        #expect(
          Set(Self.places(of: text)) == Set(Self.places(of: phrase.key)), "\(path): \(text)")
      }
    }
  }

  @Test func whatIsCountedHasItsForms() {
    for (path, phrase) in Self.said {
      guard let entry = Catalogue.russian[phrase.key] else { continue }
      #expect((entry.texts.count == 3) == (phrase.one != nil), "\(path): \(phrase.key)")
    }
  }
}
