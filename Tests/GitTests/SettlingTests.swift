import Git
import Testing

/// Commits that no commit-graph has get generations of our own once they are asked about often. The
/// dates that the subject gives are all alike, so nothing but these tells the order.
@Suite struct SettlingTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func answersStayRightWhereTheOrderIsReckoned(_ seed: UInt64) throws {
    let subject = try GraphSubject(seed: seed, wild: seed.isMultiple(of: 2), octopus: false)
    for patience in [0, 20, 200] {
      try subject.expectRight(patience: patience, of: [], seed: seed)
    }
  }

  /// A graph below, and commits above it of which some are settled and some are not.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func andAboveAGraph(_ seed: UInt64) throws {
    let subject = try GraphSubject(seed: seed, shape: .older, wild: seed.isMultiple(of: 2))
    for patience in [0, 5, 50] {
      try subject.expectRight(patience: patience, of: subject.files.map(\.bytes), seed: seed)
    }
  }
}
