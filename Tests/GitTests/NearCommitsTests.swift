import Testing

/// In a large graph a short walk's commits are read by themselves, which must come to the same.
@Suite struct NearCommitsTests {
  @Test(arguments: [0, 1, 3, 12, .max], [GraphShape.whole, .levelsOnly, .chain, .mixedChain])
  func answersAreTheSameWhateverRoomThereIs(room: Int, shape: GraphShape) throws {
    try GraphSubject(seed: 51, shape: shape, wild: true).expectRightOnDisk(room: room)
  }
}
