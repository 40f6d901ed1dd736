import Testing

@testable import Journal

@Suite struct FieldNameTests {
  @Test(arguments: [
    ("Data:", "Data"), ("Data：", "Data"), ("Données :", "Données"), ("a：:", "a："),
    ("e\u{301}:", "e\u{301}"),
    ("Data", nil), (":", nil), ("：", nil), (" :", nil), ("", nil), ("данные", nil),
  ])
  func aNameEndsInAColon(_ text: String, _ name: String?) {
    #expect(text.droppingColon == name)
  }
}
