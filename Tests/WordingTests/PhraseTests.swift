import Testing
import Wording

/// Phrases, said in both languages.
@Suite struct PhraseTests {
  @Test func placesAreFilledInTheirOrder() {
    let phrase = Phrase("\("develop") and \(Phrase("\("a") or \("b")"))")
    #expect(phrase.english == "develop and a or b")
    #expect(phrase.text(in: .russian) == "develop и a или b")
  }

  @Test func whatStandsInAPlaceIsNoTemplate() {
    let phrase = Phrase("\("{2}") and \("{1}{")")
    #expect(phrase.english == "{2} and {1}{")
    #expect(phrase.text(in: .russian) == "{2} и {1}{")
  }

  @Test func anUntranslatedTextIsSaidInEnglish() {
    #expect(Phrase("no such text \(1)").text(in: .russian) == "no such text 1")
  }

  @Test func listsEndAsSentencesDo() {
    let words = ["a", "b", "c"].map { Phrase(verbatim: $0) }
    #expect(Phrase.all(words).english == "a, b and c")
    #expect(Phrase.any(words).text(in: .russian) == "a, b или c")
    #expect(Phrase.all([]).isEmpty)
    #expect(Phrase.all(Array(words.prefix(1))).english == "a")
  }

  @Test(arguments: [(1, "one 1"), (0, "many 0"), (2, "many 2"), (-1, "one -1")])
  func countsDecide(count: Int, text: String) {
    let phrase = Phrase(counting: count, one: "one \(count)", other: "many \(count)")
    #expect(phrase.english == text)
  }
}
