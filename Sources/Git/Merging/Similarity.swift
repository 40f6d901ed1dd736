import GitModel

/// A file's content in pieces, for git's measure of likeness (diffcore-delta.c): the bytes of the
/// lines that two files share, of the larger one's size. Longer lines are cut after 64 bytes.
struct Pieces {
  let size: Int
  /// How many bytes the pieces with a hash have together.
  let bytes: [UInt64: Int]

  init(_ content: [UInt8]) {
    size = content.count
    let isText = content.prefix(8000).contains(0) == false
    var bytes: [UInt64: Int] = [:]
    var hash = Self.start
    var count = 0
    for (place, byte) in content.enumerated() {
      let isReturn = isText && byte == UInt8(ascii: "\r")
      if isReturn, place + 1 < content.count, content[place + 1] == UInt8(ascii: "\n") { continue }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      count += 1
      if byte == UInt8(ascii: "\n") || count == 64 {
        bytes[hash, default: 0] += count
        hash = Self.start
        count = 0
      }
    }
    if count > 0 { bytes[hash, default: 0] += count }
    self.bytes = bytes
  }

  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
}

/// Files by their pieces, to find those that are alike.
struct SimilarityIndex {
  /// A file that git may take for the same under another name.
  struct Likeness {
    let path: TreePath
    /// Hundredths of the larger file that both share.
    let score: Int
  }

  private var files: [(path: TreePath, size: Int)] = []
  private var shares: [UInt64: [(file: Int, bytes: Int)]] = [:]
  /// Files whose content was not looked at, with their size.
  private var unread: [(path: TreePath, size: Int)] = []
  private var room = 256 << 20

  /// Adds a file; where its content is not worth reading any more, only its size.
  mutating func add(
    _ path: TreePath, size: Int, content: () throws(GitError) -> [UInt8]
  ) throws(GitError) {
    guard size <= room, size <= Self.largest else {
      unread.append((path, size))
      return
    }
    room -= size
    let pieces = Pieces(try content())
    for (hash, bytes) in pieces.bytes { shares[hash, default: []].append((files.count, bytes)) }
    files.append((path, size))
  }

  /// The files that share half of their bytes, which is git's threshold. A bit less is enough,
  /// since git's short hashes let files look more alike than they are.
  func alike(_ pieces: Pieces) -> [Likeness] {
    var shared: [Int: Int] = [:]
    for (hash, bytes) in pieces.bytes {
      for (file, other) in shares[hash] ?? [] { shared[file, default: 0] += min(bytes, other) }
    }
    var found: [Likeness] = []
    for (file, bytes) in shared {
      let score = bytes * 100 / max(pieces.size, files[file].size, 1)
      if score >= 48 { found.append(Likeness(path: files[file].path, score: score)) }
    }
    return found + Self.alike(size: pieces.size, among: unread)
  }

  /// The files that may be like one that is too large to be read.
  func alike(size: Int) -> [Likeness] { Self.alike(size: size, among: files + unread) }

  private static func alike(
    size: Int, among files: [(path: TreePath, size: Int)]
  ) -> [Likeness] {
    files.filter { min($0.size, size) * 2 >= max($0.size, size) }
      .map { Likeness(path: $0.path, score: 50) }
  }

  static let largest = 64 << 20
}
