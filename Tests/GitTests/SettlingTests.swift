import Git
import Testing

/// Commits that no commit-graph has get dates that rise, as a graph has them, once they are asked about
/// often. Their own dates tell nothing here.
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
