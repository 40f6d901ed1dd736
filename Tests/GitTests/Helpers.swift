import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// An id from git's own output.
func objectID(_ hex: some StringProtocol) throws -> ObjectID {
  try #require(ObjectID(String(hex)), "\(hex) is no object id")
}

extension ScratchRepository {
  /// The repository as the guard sees it.
  func opened(adding environment: [String: String] = [:]) throws -> Repository {
    try Repository.open(at: path, environment: folder.variables(adding: environment))
  }

  func object(_ revision: String) throws -> ObjectID { try objectID(id(revision)) }

  func tree(_ revision: String) throws -> TreeID {
    TreeID(try objectID(id(revision + "^{tree}")))
  }
}

/// A small generator with a seed, so that a failing history can be made again.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_f491_4f6c_dd1d
  }
}
