import GitModel
import GuardTesting
import Testing
import Wording

/// The bytes of a commit-graph file, to be damaged on purpose.
struct GraphFile {
  static let noParent: UInt32 = 0x7000_0000
  var bytes: [UInt8]
  private(set) var chunks: [String: Range<Int>] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for number in 0..<Int(bytes[6]) {
      let line = 8 + 12 * number
      let label = String(decoding: bytes[line..<line + 4], as: UTF8.self)
      chunks[label] = Int(word(line + 8))..<Int(word(line + 20))
    }
  }

  /// The one file of a repository, or its chain's, the lowest first.
  static func all(of scratch: ScratchRepository) throws -> [GraphFile] {
    let folder = ".git/objects/info/"
    let names = scratch.read(folder + "commit-graphs/commit-graph-chain")?.split(separator: "\n")
    let paths = names?.map { "commit-graphs/graph-\($0).graph" } ?? ["commit-graph"]
    return try paths.map { path in
      let dump = try scratch.run("od", ["-An", "-v", "-tu1", folder + path])
      return GraphFile(dump.stdout.split { $0.isWhitespace }.compactMap { UInt8($0) })
    }
  }

  /// Puts these bytes into the place of the repository's one file.
  func write(to scratch: ScratchRepository) throws {
    let made = try scratch.run(
      "sh", ["-c", "cat >new && mv -f new .git/objects/info/commit-graph"], input: bytes)
    #expect(made.status == 0)
  }

  var count: Int { start("OIDL", 0, 20).distance(to: chunks["OIDL"]?.upperBound ?? 0) / 20 }

  var ids: [ObjectID] {
    (0..<count).compactMap {
      ObjectID(bytes: bytes[start("OIDL", $0, 20)..<start("OIDL", $0 + 1, 20)])
    }
  }

  func word(_ place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func set(_ place: Int, _ value: UInt32) {
    for (offset, shift) in [24, 16, 8, 0].enumerated() {
      bytes[place + offset] = UInt8(truncatingIfNeeded: value >> UInt32(shift))
    }
  }

  /// Where a table's line begins.
  func start(_ chunk: String, _ number: Int, _ size: Int) -> Int {
    (chunks[chunk]?.lowerBound ?? 0) + number * size
  }

  func parent(_ number: Int, of commit: Int) -> Int { start("CDAT", commit, 36) + 20 + 4 * number }

  /// The level stands in the upper thirty bits.
  func level(of commit: Int) -> Int { start("CDAT", commit, 36) + 28 }

  mutating func setLevel(_ level: UInt32, of commit: Int) {
    let place = self.level(of: commit)
    set(place, level << 2 | word(place) & 3)
  }
}
