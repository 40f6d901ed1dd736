import Foundation
import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// In a large graph a short walk's commits are read by themselves, which must come to the same.
@Suite struct NearCommitsTests {
  @Test(arguments: [0, 1, 3, 12, .max], [51, 52, 53] as [UInt64])
  func answersAreTheSameWhateverRoomThereIs(room: Int, seed: UInt64) throws {
    let subject = try GraphSubject(seed: seed, wild: true)
    let folder = try ScratchFolder()
    let path = folder.path + "/graph"
    try Data(subject.file.bytes).write(to: URL(filePath: path))
    // Walks share what the ones before have read.
    let ancestry = try Self.ancestry(path, room)
    for one in subject.descent.commits {
      for other in subject.descent.commits {
        let isAncestor = subject.descent.has(one, other)
        let bases = subject.descent.mergeBases(one, other)
        #expect(try ancestry.isAncestor(one, of: other) == isAncestor)
        #expect(try ancestry.mergeBases(one, other) == bases)
        #expect(try Self.ancestry(path, room).isAncestor(one, of: other) == isAncestor)
        #expect(try Self.ancestry(path, room).mergeBases(one, other) == bases)
      }
    }
    #expect(ancestry.isGraphFalse == false)
  }

  private static func ancestry(_ path: String, _ room: Int) throws -> Ancestry {
    let graph = try #require(CommitGraph(file: path, room: room))
    return Ancestry(graph: graph) { id throws(GitError) in
      throw GitError(kind: .notFound, asked: "read \(id)", words: "nothing is read")
    }
  }
}
