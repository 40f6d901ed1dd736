import FlowPolicy
import GitModel
import GuardTesting
import Intake
import Testing
import Wording

/// What the hooks of a server are told, read record by record.
@Suite struct ServerHookTests {
  private let one = String(repeating: "1", count: 40)
  private let two = String(repeating: "2", count: 40)
  private let none = String(repeating: "0", count: 64)

  @Test func aRefMovesIsMadeAndGoes() throws {
    let text = "\(one) \(two) refs/heads/x\n\n\(none) \(one) refs/tags/ü\n\(one) \(none) refs/x"
    let moves = try PreReceive.moves(in: Array(text.utf8))
    #expect(
      moves == [
        RefMove(ref: "refs/heads/x", before: ObjectID(one), after: ObjectID(two)),
        RefMove(ref: "refs/tags/ü", before: nil, after: ObjectID(one)),
        RefMove(ref: "refs/x", before: ObjectID(one), after: nil),
      ])
    #expect(try PreReceive.moves(in: []) == [])
  }

  @Test(arguments: [
    "A B refs/heads/x", "1111 2222 refs/heads/x", "ONE ONE", "ONE ONE refs/heads/x y",
    "ONE ONE HEAD", "ONE  ONE refs/heads/x", "ref:refs/heads/y ONE refs/heads/x", "ONE ONE ",
  ]) func whatIsNoRecordIsRefused(_ record: String) {
    let text = "\(one) \(one) refs/heads/ok\n" + record.replacing("ONE", with: one) + "\n"
    let error = #expect(throws: PreReceive.Unreadable.self) {
      try PreReceive.moves(in: Array(text.utf8))
    }
    #expect(error?.line == 2)
  }

  @Test func updateTakesThreeWords() {
    let move = RefMove(ref: "refs/heads/x", before: ObjectID(one), after: nil)
    #expect(Update.move(["refs/heads/x", one, none]) == move)
    #expect(Update.move(["refs/heads/x", one]) == nil)
    #expect(Update.move(["refs/heads/x y", one, none]) == nil)
    #expect(Update.move(["x", one, none]) == nil)
  }
}
