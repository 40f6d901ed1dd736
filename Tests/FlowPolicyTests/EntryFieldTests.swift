import FlowPolicy
import GuardTesting
import Testing
import Wording

@Suite struct EntryFieldTests {
  @Test(arguments: EntryField.allCases, Language.allCases)
  func everyNameIsUnderstood(field: EntryField, language: Language) {
    let name = field.name(in: language)
    for spelled in [name, name.lowercased(), name.uppercased(), " \(name):\t", "2. \(name)"] {
      #expect(EntryField(named: spelled) == field, "\(spelled)")
    }
  }

  @Test func rawValuesAreTheOnesWritten() {
    for field in EntryField.allCases { #expect(EntryField(rawValue: field.rawValue) == field) }
    for other in ["Metrics", "metric", "метрики", "", "zebra"] {
      #expect(EntryField(rawValue: other) == nil, "\(other)")
    }
  }

  @Test(arguments: [
    ("Metrics", "metrics"), (" A  b:", "a  b"), ("12) Data.", "data"), ("2.5 GB", "2.5 gb"),
    ("3.", "3"), ("4. ", "4"), ("1. . x", ". x"), ("", ""), (": .", ""), ("\tÉTÉ\u{a0}", "été"),
    ("1.\u{a0}Ünit", "ünit"), ("7)x", "7)x"),
  ])
  func keysTellSpellingsApart(text: String, key: String) {
    #expect(EntryField.key(text) == key)
  }

  /// A text is not told to be no name before its key would say so.
  @Test func whatIsNoNameIsToldRightly() {
    var dice = FakeDice(seed: 4)
    var found = 0
    let around = ["", " ", "\t", "2. ", "3) ", ".", ":", "：", "/", "-", "!", "\u{a0}", "é", "(1)"]
    for _ in 0..<5_000 {
      let word = dice.pick(["Data", "metrics", "Выводы", "result", "x"])
      let text = dice.pick(around) + dice.pick(around) + word + dice.pick(around)
      let key = EntryField.key(text)
      // A key that is a field's name has it for its canonical form; no other key has.
      let isName = EntryField(rawValue: EntryField.canonical(text)) != nil
      #expect((EntryField(named: text) != nil) == isName, "\(text) with the key \(key)")
      found += isName ? 1 : 0
    }
    #expect((200..<4_500).contains(found))
  }

  /// What is plain ASCII is read by itself; it must come out as the rest does.
  @Test func plainTextsAreReadAsOthers() {
    var dice = FakeDice(seed: 3)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...7, using: &dice)).map { _ in
        dice.pick(["a", "B", " ", "\t", ":", ".", ")", "1", "2"])
      }.joined()
      // A letter without a case behind it sends the whole the other way.
      let other = EntryField.key(text + "x\u{4e00}")
      #expect(EntryField.key(text + "xy") == String(other.dropLast()) + "y", "\(text)")
    }
  }
}
