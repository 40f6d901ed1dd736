import FlowPolicy
import GitModel
import GuardTesting
import Intake
import Testing
import Wording

@Suite struct PrePushTests {
  let one = String(repeating: "1", count: 40)
  let two = String(repeating: "2", count: 40)
  let zero = String(repeating: "0", count: 40)

  private func read(_ text: String) throws -> [RefMove] {
    try PrePush.moves(in: Array(text.utf8))
  }

  @Test func readsEachRecord() throws {
    let moves = try read(
      "refs/heads/a \(one) refs/heads/develop \(two)\nHEAD \(two) refs/heads/b \(zero)\n")
    #expect(
      moves == [
        RefMove(ref: "refs/heads/develop", before: ObjectID(two), after: ObjectID(one)),
        RefMove(ref: "refs/heads/b", before: nil, after: ObjectID(two)),
      ])
  }

  @Test func deletionHasNoObject() throws {
    let moves = try read("(delete) \(zero) refs/heads/develop \(one)\n")
    #expect(moves.first?.after == nil)
    #expect(moves.first?.before == ObjectID(one))
  }

  @Test func emptyInputIsNothingToJudge() throws { #expect(try read("").isEmpty) }

  /// `git push origin 'exp/x^{/fix 2}:refs/heads/develop'`
  @Test func localRefMayHoldSpaces() throws {
    let moves = try read("exp/x^{/fix 2} \(one) refs/heads/develop \(two)\n")
    #expect(moves.map(\.ref) == ["refs/heads/develop"])
  }

  @Test func sixtyFourZerosAreNone() throws {
    let long = String(repeating: "0", count: 64)
    #expect(try read("(delete) \(long) refs/heads/x \(one)\n").first?.after == nil)
  }

  @Test(arguments: [
    "exp/x^{/fix\n2} 1 refs/heads/develop 2\n", "refs/heads/a\n", "a b c\n", "a b c d\n",
    "refs/heads/a 1111 refs/heads/develop 2222\n",
  ]) func whatIsNotUnderstoodIsRefused(_ text: String) {
    #expect(throws: PrePush.Unreadable.self) { try read(text) }
  }

  @Test func unreadableTextIsPrintedVisibly() {
    let error = #expect(throws: PrePush.Unreadable.self) { try read("\u{1b}[31mred\n") }
    #expect(error?.sentence.english.unicodeScalars.contains("\u{1b}") == false)
  }
}
