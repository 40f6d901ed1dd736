import GuardTesting
import Testing

@testable import Journal

@Suite struct PlaceholderTests {
  /// What is told by bytes is told as by characters.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func plainLinesReadAsAnyOthers(_ seed: UInt64) {
    var dice = FakeDice(seed: seed)
    let parts = [
      "TO" + "DO", "todo", "tbd", "Fixme", "xxx", "to be", " done", "filled in", "fill  in",
      "lorem", "placeholder", "<", ">", "<x>", "{{", "}}", "{{x}}", "[ ]", "...", "-", ":", "(",
      ")", " ",
      "  ", "f1 = 0.9", "x", "9", "To Do", "_", "|", "~", "@",
    ]
    for _ in 0..<50 {
      let line = (0..<dice.below(5)).map { _ in dice.pick(parts) }.joined()
      #expect(Placeholder.isPlainLine(line.utf8) == Placeholder.isLine(line), "\(line)")
    }
  }
}
