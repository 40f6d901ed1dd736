import FlowPolicy
import GuardTesting
import PolicyFile
import Testing
import Wording

/// Whatever stands in a file, reading it ends: with a policy that can be written and read again, or
/// with an error that has a place.
@Suite("No input brings the reader down")
struct HostileTests {
  private func probe(_ bytes: [UInt8]) {
    do throws(PolicyFileError) {
      let read = try PolicyFile.read(bytes, file: "p")
      let again = complaint(PolicyFile.render(read))
      #expect(again == nil, "\(String(decoding: bytes, as: UTF8.self))")
    } catch {
      #expect(error.line >= 1 && error.column >= 1 && error.message.isEmpty == false)
      #expect(error.line <= bytes.count + 1)
    }
  }

  @Test func randomBytes() {
    var dice = Dice(state: 3)
    let marks =
      Array(" \n:-[]{},#&*!|>'\"%@`?~ab01\\\t\r\0".utf8) + [
        0x80, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF, 0xFF,
      ]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...40, using: &dice)
      probe((0..<count).map { _ in marks.randomElement(using: &dice) ?? 0 })
    }
  }

  @Test func changedPolicies() {
    var dice = Dice(state: 4)
    let sources = [defaultsText, exampleText].map { Array($0.utf8) }
    let marks = Array(" \n:-[]{},#&*!|>'\"%@?~0".utf8)
    for _ in 0..<600 {
      var text = sources.randomElement(using: &dice) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let place = Int.random(in: 0..<text.count, using: &dice)
        switch Int.random(in: 0...3, using: &dice) {
        case 0: text[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: text.insert(marks.randomElement(using: &dice) ?? 0, at: place)
        case 2: text.removeSubrange(place..<min(text.count, place + 12))
        default: text += text[place..<min(text.count, place + 60)]
        }
      }
      probe(text)
    }
  }

  @Test func everyBeginningOfAPolicy() {
    let text = Array(exampleText.utf8)
    for count in stride(from: 0, through: text.count, by: 3) { probe(Array(text.prefix(count))) }
  }
}
