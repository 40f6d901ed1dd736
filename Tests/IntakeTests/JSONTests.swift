import Foundation
import GuardTesting
import Testing
import Wording

@testable import Intake

/// The small JSON reader: what RFC 8259 allows it reads, everything else it refuses.
@Suite struct JSONTests {
  private func read(_ text: String) throws -> JSON { try JSON(reading: Array(text.utf8)) }

  @Test func everyKindOfValue() throws {
    let value = try read(
      " {\"a\" : [1, -0.5e+3,true,false , null,{}, [] ],\n\"b\":\"\\u0041\\n\\/\\ud83d\\ude80\u{e9}\"} "
    )
    #expect(
      value
        == .object([
          "a": .array([
            .number("1"), .number("-0.5e+3"), .bool(true), .bool(false), .null, .object([:]),
            .array([]),
          ]), "b": .string("A\n/\u{1f680}\u{e9}"),
        ]))
    #expect(value["b"]?.text == "A\n/\u{1f680}\u{e9}" && value["a"]?["x"] == nil)
  }

  @Test(arguments: [
    "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "\"", "\"\\x\"", "\"\\u12\"",
    "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "01", "1.", ".5", "+1", "1e",
    "-", "tru", "nul", "true false", "[1 2]", "{\"a\":1,\"a\":2}", "\u{feff}{}", "'a'",
    "\"\\u+123\"",
  ])
  func whatIsNoJSON(text: String) { #expect(throws: JSON.Malformed.self) { try read(text) } }

  @Test func hostileText() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSON.Malformed.self) { try read(deep) }
    #expect(throws: JSON.Malformed.self) { try JSON(reading: [0x22, 0xff, 0x22]) }
    #expect(throws: Never.self) {
      try read(String(repeating: "[", count: 128) + String(repeating: "]", count: 128))
    }
  }

  /// Foundation's reader says the same of what either of them lets through.
  @Test func foundationAgrees() throws {
    let value: [String: Any] = [
      "text": "R\u{e9}sum\u{e9} \u{1f680}\n\t\"\\/\u{0}\u{7f}", "list": [1, 2.5, -3],
      "none": NSNull(),
      "yes": true, "inner": ["x": ["y": "z"]],
    ]
    for options in [JSONSerialization.WritingOptions.prettyPrinted, []] {
      let data = try JSONSerialization.data(withJSONObject: value, options: options)
      let read = try JSON(reading: Array(data))
      #expect(read["text"]?.text == value["text"] as? String)
      #expect(read["inner"]?["x"]?["y"]?.text == "z")
      #expect(read["yes"]?.flag == true && read["none"] == nil)
    }
  }

  /// What is let through after random damage is JSON for Foundation's reader as well.
  @Test func damagedText() throws {
    let seed = Array(
      "{\"a\":[1,-2.5e3,true,null],\"b\":{\"c\":\"x\\u00e9\\n\\\"y\"},\"d\":\"\u{e9}\",\"e\":0.1}"
        .utf8)
    let alphabet = Array("{}[]\",:\\u0019ed.+-tfn x\u{e9}\n".utf8)
    var dice = FakeDice(seed: 7)
    var accepted = 0
    for _ in 0..<4_000 {
      var text = seed
      for _ in 0...dice.below(3) {
        let place = dice.below(text.count)
        switch dice.below(3) {
        case 0: text[place] = alphabet[dice.below(alphabet.count)]
        case 1: text.remove(at: place)
        default: text.insert(alphabet[dice.below(alphabet.count)], at: place)
        }
      }
      guard (try? JSON(reading: text)) != nil else { continue }
      accepted += 1
      #expect(throws: Never.self, "\(String(decoding: text, as: UTF8.self))") {
        try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
      }
    }
    #expect(accepted > 100)
  }
}
